/** The end: were you heard? Then the goodbye. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SAID_PLACE, TOLD_PLACE } from '../../core/heardPlace.ts';
import { COMMENT_CODE_POINTS } from '../../core/limits.ts';
import { speaker } from '../../core/message.ts';
import { UNTOLD } from '../../core/protocol.ts';
import type { Answer } from '../../core/scale.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import type { Info } from '../../core/view.ts';
import { HEARD_EN } from './messages/heard.en.ts';
import { Button, Choice, Page, Problem } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { EndScreen } from './rest.tsx';
import { LANG, refusalWord, say } from './words.ts';
import './heard.css';

const sayHeard = speaker(HEARD_EN, LANG);

interface EndProps {
  phone: Phone;
  info: Info;
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

/** Asked once, and again whenever somebody wants to change it. */
export function End(props: EndProps): JSX.Element {
  const { phone, info, route, go } = props;
  const said = given(phone, SAID_PLACE) !== null || given(phone, TOLD_PLACE) !== null;
  if (route === 'heard' || (!said && route !== 'bye')) return <Heard {...props} />;
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

const EMPTY: Draft = { answer: null, comment: '', audience: 1 };

function Heard({ phone, info, go }: EndProps): JSX.Element {
  const first = (place: number): Draft => phone.draft(place) ?? given(phone, place) ?? EMPTY;
  const [said, setSaid] = useState(first(SAID_PLACE));
  const [told, setTold] = useState(first(TOLD_PLACE));
  const [problem, setProblem] = useState<{ text: string; target: string } | null>(null);
  const keep = (place: number, set: (draft: Draft) => void) => (draft: Draft) => {
    set(draft);
    phone.keepDraft(place, draft);
    setProblem(null);
  };
  const [keepSaid, keepTold] = [keep(SAID_PLACE, setSaid), keep(TOLD_PLACE, setTold)];
  const left = COMMENT_CODE_POINTS - codePoints(said.comment);
  const open = info.open !== '';
  const send = (): void => {
    const comment = cleanText(said.comment);
    if (said.answer === null && told.answer === null)
      return setProblem({ text: sayHeard('heard.choose'), target: 'said-1' });
    if (comment === null) return setProblem({ text: refusalWord('bad-characters'), target: 'stopped' });
    if (left < 0) return setProblem({ text: refusalWord('too-long'), target: 'stopped' });
    if (said.answer !== null) phone.place(SAID_PLACE, { ...said, comment, audience: 1 });
    if (told.answer !== null) phone.place(TOLD_PLACE, { ...told, comment: '', audience: 1 });
    go('bye');
  };
  return (
    <Page
      step="heard"
      title={sayHeard('heard.heading')}
      eyebrow={sayHeard('heard.eyebrow')}
      heading={sayHeard('heard.heading')}
      actions={
        <>
          <Button kind="primary" onClick={send}>
            {sayHeard('heard.send')}
          </Button>
          <Button onClick={() => go('bye')}>{sayHeard('heard.skip')}</Button>
        </>
      }
    >
      <p>{sayHeard('heard.text')}</p>
      {problem !== null && <Problem {...problem} />}
      <Question
        name="said"
        legend={sayHeard('heard.said')}
        answers={[1, 2, 3, 'n']}
        word={(answer) => sayHeard(`heard.said.${answer as 1}`)}
        chosen={said.answer}
        choose={(answer) => keepSaid({ ...said, answer })}
      />
      {said.answer !== null && said.answer !== 1 && (
        <>
          <label for="stopped">{sayHeard('heard.stopped')}</label>
          <p class="hint" id="stopped-hint">
            {sayHeard('heard.stopped.hint')}
          </p>
          <textarea
            id="stopped"
            rows={3}
            dir="auto"
            value={said.comment}
            onInput={(event) => keepSaid({ ...said, comment: event.currentTarget.value })}
            aria-describedby="stopped-hint stopped-count"
            autocomplete="off"
          />
          <p class={left < 0 ? 'hint over' : 'hint'} id="stopped-count">
            {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
          </p>
        </>
      )}
      {(open || info.decided !== '') && (
        <>
          <p>{sayHeard(open ? 'heard.told.open' : 'heard.told.decided')}</p>
          <blockquote class="declared pre" dir="auto">
            {open ? info.open : info.decided}
          </blockquote>
          <Question
            name="told"
            legend={sayHeard('heard.told')}
            answers={[1, 2, 3, 'x']}
            word={(answer) => sayHeard(`heard.told.${answer as 1}`)}
            chosen={told.answer}
            choose={(answer) => keepTold({ ...told, answer })}
          />
        </>
      )}
      <p class="hint">{sayHeard('heard.kept')}</p>
    </Page>
  );
}

function Question(props: {
  name: string;
  legend: string;
  answers: readonly Answer[];
  word: (answer: Answer) => string;
  chosen: Answer | null;
  choose: (answer: Answer) => void;
}): JSX.Element {
  const { name, legend, answers, word, chosen, choose } = props;
  return (
    <fieldset class="asked">
      <legend>{legend}</legend>
      {answers.map((answer) => (
        <Choice
          key={answer}
          id={`${name}-${answer}`}
          type="radio"
          name={name}
          checked={chosen === answer}
          onChange={() => choose(answer)}
        >
          {word(answer)}
        </Choice>
      ))}
    </fieldset>
  );
}
