/** The end of a person's turn: handing in, with a code card for later where they have one. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readLaterCode } from '../../core/id.ts';
import type { TabletHello } from '../../core/protocol.ts';
import { Alert, Button, CodeInput, Page } from '../phone/parts.tsx';
import { refusalWord, say as sayAsPhone } from '../phone/words.ts';
import { leftAllOut, type Person } from './person.ts';
import type { Tablet } from './tablet.ts';
import { say } from './words.ts';

interface Props {
  tablet: Tablet;
  hello: TabletHello;
  person: Person;
}

/** Nothing that was answered is repeated here: the next seat reads it too. */
export function EndScreen({ tablet, hello, person }: Props): JSX.Element {
  const every = hello.tablet.which === 'every';
  const { failed } = tablet.ui;
  const heading = say(every ? 'end.heading' : 'end.heading.front');
  return (
    <Page
      step="end"
      title={heading}
      heading={heading}
      actions={
        <>
          <Button kind="primary" onClick={() => void tablet.handIn()}>
            {say(every ? 'end.hand' : 'end.hand.front')}
          </Button>
          {every && person.card === '' && (
            <Button onClick={() => tablet.choose({ step: 'card' })}>{say('end.card')}</Button>
          )}
          <Button onClick={tablet.back}>{sayAsPhone('back')}</Button>
        </>
      }
    >
      {failed !== null && <Alert>{say(failed === 'away' ? 'card.away' : 'end.failed')}</Alert>}
      {leftAllOut(person) && <p>{say('end.none')}</p>}
      <p>{say(every ? 'end.text' : 'end.text.front')}</p>
      {person.card !== '' && <p class="strong">{say('end.cardIs')}</p>}
    </Page>
  );
}

export function CardScreen({ tablet }: Props): JSX.Element {
  const [typed, setTyped] = useState('');
  const [form, setForm] = useState(false);
  const { failed } = tablet.ui;
  const use = (): void => {
    const wrong = readLaterCode(typed) === null;
    setForm(wrong);
    if (!wrong) void tablet.useCard(typed);
  };
  const told = form
    ? say('card.form')
    : failed === null
      ? null
      : failed === 'card-taken'
        ? say('card.taken')
        : refusalWord(failed === 'away' ? 'fault' : failed);
  return (
    <Page
      step="card"
      title={say('card.heading')}
      heading={say('card.heading')}
      actions={
        <>
          <Button kind="primary" onClick={use}>
            {say('card.do')}
          </Button>
          <Button onClick={tablet.back}>{say('card.without')}</Button>
        </>
      }
    >
      {told !== null && <Alert key={told}>{told}</Alert>}
      <p>{say('card.text')}</p>
      <CodeInput
        id="card"
        label={say('card.label')}
        hint={say('card.hint')}
        text={typed}
        set={setTyped}
        wrong={told !== null}
        most={30}
      />
    </Page>
  );
}
