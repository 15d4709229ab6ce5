/** Recommendations on a phone: is this what you said, one at a time, and then what matters most. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { checkDotPlace, checkPlace } from '../../core/checking.ts';
import type { PhoneCheck } from '../../core/checkingView.ts';
import { COMMENT_CODE_POINTS } from '../../core/limits.ts';
import { speaker } from '../../core/message.ts';
import { UNTOLD } from '../../core/protocol.ts';
import type { Answer } from '../../core/scale.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import { CHECK_EN } from './messages/check.en.ts';
import { Late } from './late.tsx';
import { Button, Choice, Page, Problem } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { Dots, on } from './topics.tsx';
import { LANG, refusalWord, say } from './words.ts';
import './heard.css';

const sayCheck = speaker(CHECK_EN, LANG);

interface Props {
  phone: Phone;
  check: PhoneCheck;
  links: ComponentChildren;
}

export function Check(props: Props): JSX.Element {
  const { phone, check, links } = props;
  if (check.step === 'ask') return <Asking key={check.at} {...props} />;
  const dots = check.step === 'dots';
  return (
    <Page
      step={`check${check.step}`}
      title={sayCheck(dots ? 'dots.title' : 'done.title')}
      eyebrow={sayCheck('dots.eyebrow')}
      heading={sayCheck(dots ? 'dots.title' : 'done.title')}
    >
      <Late phone={phone} />
      <p>{sayCheck(dots ? 'dots.text' : 'done.text')}</p>
      {dots && <Dots phone={phone} list={check.list} placeOf={checkDotPlace} />}
      {links}
    </Page>
  );
}

/** The one in front, or an earlier one that somebody went back to. */
function Asking({ phone, check, links }: Props): JSX.Element {
  const [at, setAt] = useState(check.at);
  const { list, of } = check;
  const i = list.findIndex(({ n }) => n === at);
  const item = list[i];
  if (item === undefined) return <>{links}</>;
  const earlier = list.filter(({ n }) => n !== at && n !== check.at);
  return (
    <Page
      step={`check${at}`}
      title={sayCheck('ask.title')}
      eyebrow={sayCheck('ask.eyebrow', { n: i + 1, of })}
      heading={<bdi>{item.text}</bdi>}
    >
      {item.points.length > 0 && (
        <ul class="check-points">
          {item.points.map((point, k) => (
            <li key={k} dir="auto">
              {point}
            </li>
          ))}
        </ul>
      )}
      <Late phone={phone} here={[checkPlace(at)]} />
      <Answering key={at} phone={phone} n={at} />
      {at !== check.at && (
        <p>
          <Button onClick={() => setAt(check.at)}>{sayCheck('ask.room')}</Button>
        </p>
      )}
      {earlier.length > 0 && (
        <nav class="check-earlier" aria-label={sayCheck('ask.earlier')}>
          <h2>{sayCheck('ask.earlier')}</h2>
          {earlier.map(({ n, text }) => (
            <button key={n} type="button" class="quiet" onClick={() => setAt(n)}>
              <span class="check-earlier-text" dir="auto">
                {list.findIndex((one) => one.n === n) + 1}. {text}
              </span>
              <span class="hint">{sayCheck(isIn(phone, n) ? 'ask.state.in' : 'ask.state.none')}</span>
            </button>
          ))}
        </nav>
      )}
      {links}
    </Page>
  );
}

function isIn(phone: Phone, n: number): boolean {
  return (on(phone, checkPlace(n))?.answer ?? null) !== null;
}

/** Once it is in it is covered, so that the next seat does not read it. */
function Answering({ phone, n }: { phone: Phone; n: number }): JSX.Element {
  const place = checkPlace(n);
  const own = on(phone, place);
  const [editing, setEditing] = useState(phone.draft(place) !== null);
  const stands = own !== null && own.answer !== null;
  const untold = own?.answer === UNTOLD;
  if (!stands || editing)
    return (
      <Form
        phone={phone}
        place={place}
        before={
          stands ? { answer: untold ? null : (own.answer as Answer), comment: own.text, audience: 1 } : null
        }
        close={() => setEditing(false)}
      />
    );
  const shown = phone.state.uncovered === place;
  return (
    <div class="thoughts">
      {untold ? (
        <p>{sayCheck('ask.untold')}</p>
      ) : (
        <button
          type="button"
          class="note"
          aria-expanded={shown}
          onClick={() => phone.uncover(shown ? null : place)}
        >
          {shown ? (
            <>
              <span>{wordOf(own.answer as Answer)}</span>
              {own.text !== '' && (
                <span class="pre" dir="auto">
                  {own.text}
                </span>
              )}
              <span class="note-foot">{sayCheck('ask.cover')}</span>
            </>
          ) : (
            <>
              <span>{sayCheck('ask.show')}</span>
              <span class="note-foot">{sayCheck(own.saved ? 'ask.saved' : 'ask.unsaved')}</span>
            </>
          )}
        </button>
      )}
      <div class="pair">
        <Button onClick={() => setEditing(true)}>{sayCheck('ask.change')}</Button>
        <Button onClick={() => phone.takeBack(place)}>{sayCheck('ask.takeBack')}</Button>
      </div>
      <p class="hint">{sayCheck('ask.kept')}</p>
    </div>
  );
}

const ANSWERS = [1, 2, 3, 'n'] as const;

const wordOf = (answer: Answer): string => sayCheck(`ask.${answer as 1}`);

const EMPTY: Draft = { answer: null, comment: '', audience: 1 };

function Form(props: { phone: Phone; place: number; before: Draft | null; close: () => void }): JSX.Element {
  const { phone, place, before, close } = props;
  const [draft, setDraft] = useState<Draft>(phone.draft(place) ?? before ?? EMPTY);
  const [problem, setProblem] = useState<{ text: string; target: string } | null>(null);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    phone.keepDraft(place, next);
    setProblem(null);
  };
  const { answer } = draft;
  const words = answer === 2 || answer === 3;
  const left = COMMENT_CODE_POINTS - codePoints(draft.comment);
  const send = (): void => {
    const comment = words ? cleanText(draft.comment) : '';
    if (answer === null) return setProblem({ text: sayCheck('ask.choose'), target: 'check-1' });
    if (comment === null) return setProblem({ text: refusalWord('bad-characters'), target: 'check-words' });
    if (words && left < 0) return setProblem({ text: refusalWord('too-long'), target: 'check-words' });
    phone.place(place, { answer, comment, audience: 1 });
    close();
  };
  return (
    <div class="thoughts">
      {problem !== null && <Problem {...problem} />}
      <fieldset class="asked">
        <legend>{sayCheck('ask.title')}</legend>
        {ANSWERS.map((each) => (
          <Choice
            key={each}
            id={`check-${each}`}
            type="radio"
            name="check"
            checked={answer === each}
            onChange={() => change({ answer: each })}
          >
            {wordOf(each)}
          </Choice>
        ))}
      </fieldset>
      {words && (
        <>
          <label for="check-words">{sayCheck('ask.words')}</label>
          <p class="hint" id="check-words-hint">
            {sayCheck('ask.words.hint')}
          </p>
          <textarea
            id="check-words"
            rows={3}
            dir="auto"
            value={draft.comment}
            onInput={(event) => change({ comment: event.currentTarget.value })}
            aria-describedby="check-words-hint check-words-count"
            autocomplete="off"
          />
          <p class={left < 0 ? 'hint over' : 'hint'} id="check-words-count">
            {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
          </p>
        </>
      )}
      <Button kind="primary" onClick={send}>
        {sayCheck(before === null ? 'ask.place' : 'ask.change')}
      </Button>
      {before !== null && (
        <Button
          onClick={() => {
            phone.keepDraft(place, null);
            close();
          }}
        >
          {sayCheck('ask.leave')}
        </Button>
      )}
    </div>
  );
}
