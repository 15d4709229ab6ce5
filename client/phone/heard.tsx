/** The end: were you heard? Then the goodbye. */
import type { JSX, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { HEARD_PLACES, SAID_PLACE, TOLD_PLACE } from '../../core/heardPlace.ts';
import { UNTOLD } from '../../core/protocol.ts';
import type { Info } from '../../core/view.ts';
import { LateAfter } from './late.tsx';
import { HeardForm, NOT_SAID, readHeard, sayHeard, type HeardProblem } from './heardForm.tsx';
import { Button, Page } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { EndScreen } from './rest.tsx';
import { say } from './words.ts';

interface EndProps {
  phone: Phone;
  info: Info | null;
  route: string;
  go: (route: string) => void;
}

/** What was said on one question, on its way or saved; null: nothing. */
function given({ outbox }: Phone, place: number): Draft | null {
  const waiting = outbox.pending(place)?.entry;
  if (waiting !== undefined) return waiting;
  const own = outbox.saved(place);
  if (own === undefined) return null;
  const [, , answer, comment, audience] = own;
  return { answer: answer === UNTOLD ? null : answer, comment, audience };
}

/** Asked once, and again whenever somebody wants to change it; and what became of it once the session is finished. */
export function End(props: EndProps): JSX.Element {
  const { phone, info, route, go } = props;
  const chosen = useRef(false);
  if (phone.state.gone || info === null)
    // Everything of the session has gone from the phone by now: only this page knows what was on it.
    return (
      <EndScreen {...props} notice={chosen.current && <p class="notice">{sayHeard('heard.unsent')}</p>} />
    );
  const said = given(phone, SAID_PLACE) !== null || given(phone, TOLD_PLACE) !== null;
  const asked = route === 'heard' || (!said && route !== 'bye');
  chosen.current = asked && HEARD_PLACES.some((place) => phone.draft(place) !== null);
  if (asked) return <Heard {...props} info={info} chosen={chosen} />;
  return (
    <EndScreen
      {...props}
      more={
        <div class="more">
          <Button onClick={() => go('heard')}>{sayHeard(said ? 'heard.again' : 'heard.after')}</Button>
          {info.alone !== null && (
            <>
              <Button onClick={() => go('told')}>{sayHeard('heard.become')}</Button>
              <Button onClick={() => go('alone')}>{say('alone.open')}</Button>
            </>
          )}
        </div>
      }
    />
  );
}

function Heard({
  phone,
  info,
  go,
  chosen,
}: EndProps & { info: Info; chosen: RefObject<boolean> }): JSX.Element {
  const first = (place: number): Draft => phone.draft(place) ?? given(phone, place) ?? NOT_SAID;
  const [said, setSaid] = useState(first(SAID_PLACE));
  const [told, setTold] = useState(first(TOLD_PLACE));
  const [problem, setProblem] = useState<HeardProblem | null>(null);
  const keep = (place: number, set: (draft: Draft) => void) => (draft: Draft) => {
    set(draft);
    chosen.current = true;
    phone.keepDraft(place, draft);
    setProblem(null);
  };
  const send = (): void => {
    const read = readHeard(said, told);
    if ('text' in read) return setProblem(read);
    if (said.answer !== null) phone.place(SAID_PLACE, { ...said, comment: read.comment, audience: 1 });
    if (told.answer !== null) phone.place(TOLD_PLACE, { ...told, comment: '', audience: 1 });
    go('bye');
  };
  return (
    <Page
      step="heard"
      title={sayHeard('heard.heading')}
      eyebrow={sayHeard('heard.eyebrow')}
      heading={sayHeard('heard.heading')}
    >
      <LateAfter phone={phone} />
      <HeardForm
        info={info}
        said={said}
        told={told}
        keepSaid={keep(SAID_PLACE, setSaid)}
        keepTold={keep(TOLD_PLACE, setTold)}
        problem={problem}
        kept={sayHeard('heard.kept')}
      />
      {/* Behind the questions and not over them: on a low screen a bar would hide that there are more. */}
      <div class="more">
        <Button kind="primary" onClick={send}>
          {sayHeard('heard.send')}
        </Button>
        <Button onClick={() => go('bye')}>{sayHeard('heard.skip')}</Button>
      </div>
    </Page>
  );
}
