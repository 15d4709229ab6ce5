/** Were you heard? Before somebody hands in, or in a round of its own after the end. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TabletHello } from '../../core/protocol.ts';
import { HeardForm, NOT_SAID, readHeard, sayHeard, type HeardProblem } from '../phone/heardForm.tsx';
import { Alert, Button, Page } from '../phone/parts.tsx';
import type { Draft } from '../phone/phone.ts';
import { say as sayAsPhone } from '../phone/words.ts';
import type { Person } from './person.ts';
import type { Tablet } from './tablet.ts';
import { say } from './words.ts';

export function HeardScreen(props: { tablet: Tablet; hello: TabletHello; person: Person }): JSX.Element {
  const { tablet, hello, person } = props;
  const { said, told } = person.heard ?? { said: NOT_SAID, told: NOT_SAID };
  const [problem, setProblem] = useState<HeardProblem | null>(null);
  const alone = person.way === 'heard';
  const keep = (heard: { said: Draft; told: Draft }): void => {
    setProblem(null);
    tablet.choose({ heard });
  };
  const go = (): void => {
    const read = readHeard(said, told);
    if ('text' in read) return setProblem(read);
    tablet.choose({ heard: { said: { ...said, comment: read.comment }, told } });
    if (alone) void tablet.handIn();
    else tablet.next();
  };
  const skip = (): void => {
    if (alone) return tablet.no();
    tablet.choose({ heard: null });
    tablet.next();
  };
  return (
    <Page
      step="heard"
      title={sayHeard('heard.heading')}
      eyebrow={sayHeard('heard.eyebrow')}
      heading={sayHeard('heard.heading')}
      actions={
        <>
          <Button kind="primary" onClick={go}>
            {say(alone ? 'heard.hand' : 'board.next')}
          </Button>
          <div class="pair">
            <Button onClick={tablet.back}>{sayAsPhone('back')}</Button>
            <Button onClick={skip}>{sayHeard('heard.skip')}</Button>
          </div>
        </>
      }
    >
      {alone && tablet.ui.failed !== null && <Alert>{say('end.failed')}</Alert>}
      <HeardForm
        info={hello.info}
        said={said}
        told={told}
        keepSaid={(draft) => keep({ said: draft, told })}
        keepTold={(draft) => keep({ said, told: draft })}
        problem={problem}
        kept={say('heard.kept')}
      />
    </Page>
  );
}
