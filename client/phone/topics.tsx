/** The room's own list on a phone: adding to it, putting it in order with a few dots, and where the talk is. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { TOPIC_CODE_POINTS } from '../../core/limits.ts';
import { codePoints, cleanLine } from '../../core/text.ts';
import { THERE } from '../../core/thought.ts';
import { DOTS_EACH, TOPIC_LIST, TOPIC_PLACES } from '../../core/topics.ts';
import type { TopicsView } from '../../core/view.ts';
import { sayTalk } from './talkWords.ts';
import { Button, Problem } from './parts.tsx';
import type { Phone } from './phone.ts';
import { refusalWord, say } from './words.ts';

/** What stands on a place, on its way or saved. */
export function on(
  { outbox }: Phone,
  place: number,
): { answer: unknown; text: string; saved: boolean } | null {
  const waiting = outbox.pending(place)?.entry;
  if (waiting !== undefined) return { answer: waiting.answer, text: waiting.comment, saved: false };
  const own = outbox.saved(place);
  return own === undefined ? null : { answer: own[2], text: own[3], saved: true };
}

/**
 * Where something new can be put. What stands on a place takes that of words that came too late there, so those come
 * last.
 */
export function freeOf(
  { outbox }: Phone,
  places: readonly number[],
  own: readonly { place: number }[],
): number[] {
  const free = places.filter((place) => own.every((one) => one.place !== place));
  const clear = free.filter((place) => outbox.notice(place) === undefined);
  return clear.length > 0 ? clear : free;
}

export function TopicList({ topics }: { topics: TopicsView }): JSX.Element | null {
  if (topics.list.length === 0) return null;
  return (
    <>
      <h2>{sayTalk(topics.step === 'talk' ? 'topics.list' : 'topics.soFar')}</h2>
      <ol class="topics">
        {topics.list.map(({ n, text, done }) => (
          <li key={n} class={done ? 'topic topic-done' : 'topic'} aria-current={topics.at === n || undefined}>
            <span dir="auto">{text}</span>
            {topics.at === n ? (
              <span class="hint">{sayTalk('topics.now')}</span>
            ) : (
              done && <span class="hint">{sayTalk('topics.done')}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Makes a field as high as its text. */
function grow(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.blockSize = 'auto';
  // With its two borders.
  field.style.blockSize = `${field.scrollHeight + 4}px`;
}

/** So soon after a form has closed, in milliseconds, a press on what came to its place is the second of a double one. */
const TOO_SOON_MS = 400;

/** Adding a topic; the facilitator looks at it first. What is begun stays while the room does something else. */
export function AddTopic({ phone }: { phone: Phone }): JSX.Element {
  // On one place, whichever is free by then: only one topic is written at a time.
  const [text, showText] = useState<string | null>(phone.draft(TOPIC_LIST)?.comment ?? null);
  const setText = (comment: string | null): void => {
    showText(comment);
    phone.keepDraft(TOPIC_LIST, comment === null ? null : { answer: THERE, comment, audience: 0 });
  };
  const [problem, setProblem] = useState<string | null>(null);
  const closed = useRef(-TOO_SOON_MS);
  const own = TOPIC_PLACES.flatMap((place) => {
    const there = on(phone, place);
    return there === null || there.answer === null ? [] : [{ place, ...there }];
  });
  const left = TOPIC_CODE_POINTS - codePoints(text ?? '');
  const [free] = freeOf(phone, TOPIC_PLACES, own);
  const send = (): void => {
    const comment = cleanLine(text ?? '');
    if (comment === '') setProblem(sayTalk('topics.empty'));
    else if (comment === null) setProblem(refusalWord('bad-characters'));
    else if (codePoints(comment) > TOPIC_CODE_POINTS) setProblem(refusalWord('too-long'));
    else if (free !== undefined) {
      phone.place(free, { answer: THERE, comment, audience: 0 });
      setText(null);
      closed.current = performance.now();
    }
  };
  return (
    <div class="thoughts">
      {own.map(({ place, text: words, saved }) => (
        <p key={place} class="topic-own">
          <span dir="auto">{words === '' ? sayTalk('thought.untold') : words}</span>
          <span class="hint">{sayTalk(saved ? 'topics.sent' : 'thought.unsaved')}</span>
          <Button
            kind="link"
            onClick={() => {
              phone.takeBack(place);
              // What is being written is kept on a place of the list, which may be this one.
              if (text !== null) setText(text);
            }}
          >
            {sayTalk('thought.takeBack')}
          </Button>
        </p>
      ))}
      {text === null && free !== undefined && (
        <Button onClick={() => performance.now() - closed.current >= TOO_SOON_MS && setText('')}>
          {sayTalk(own.length === 0 ? 'topics.add' : 'topics.another')}
        </Button>
      )}
      {text !== null && (
        <>
          {problem !== null && <Problem text={problem} target="topic" />}
          <label for="topic">{sayTalk('topics.label')}</label>
          <p class="hint" id="topic-hint">
            {sayTalk('topics.hint')}
          </p>
          <textarea
            id="topic"
            class="topic-text"
            rows={1}
            dir="auto"
            value={text}
            maxLength={2 * TOPIC_CODE_POINTS}
            ref={grow}
            onInput={(event) => {
              grow(event.currentTarget);
              setText(event.currentTarget.value);
              setProblem(null);
            }}
            aria-describedby="topic-hint topic-count"
            autocomplete="off"
          />
          <p class={left < 0 ? 'hint over' : 'hint'} id="topic-count">
            {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
          </p>
          <Button kind="primary" onClick={send}>
            {sayTalk('topics.send')}
          </Button>
          <Button onClick={() => setText(null)}>{sayTalk('thought.cancel')}</Button>
        </>
      )}
    </div>
  );
}

/** A few dots for each person, put where they like. Nobody sees how many there are before it is over. */
export function Dots({
  phone,
  list,
  placeOf,
}: {
  phone: Phone;
  list: readonly { n: number; text: string }[];
  placeOf: (n: number) => number;
}): JSX.Element {
  const mine = (n: number): number => {
    const answer = on(phone, placeOf(n))?.answer;
    return typeof answer === 'number' ? answer : 0;
  };
  const left = DOTS_EACH - list.reduce((sum, { n }) => sum + mine(n), 0);
  const put = (n: number, dots: number): void =>
    dots === 0
      ? phone.takeBack(placeOf(n))
      : phone.place(placeOf(n), { answer: dots, comment: '', audience: 0 });
  return (
    <>
      <p class="lead" role="status">
        {sayTalk('dots.left', { n: left })}
      </p>
      <ol class="topics">
        {list.map(({ n, text }) => {
          const dots = mine(n);
          return (
            <li key={n} class="topic">
              <span dir="auto">{text}</span>
              <span class="dots" role="img" aria-label={sayTalk('dots.mine', { n: dots })}>
                {'●'.repeat(dots)}
              </span>
              <span class="pair">
                <button
                  type="button"
                  class="quiet"
                  disabled={left <= 0}
                  aria-label={sayTalk('dots.more.of', { text })}
                  onClick={() => put(n, dots + 1)}
                >
                  {sayTalk('dots.more')}
                </button>
                <button
                  type="button"
                  class="quiet"
                  disabled={dots === 0}
                  aria-label={sayTalk('dots.less.of', { text })}
                  onClick={() => put(n, dots - 1)}
                >
                  {sayTalk('dots.less')}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p class="hint">{list.length === 0 ? sayTalk('topics.none') : sayTalk('dots.hidden')}</p>
      {phone.outbox.state() === 'waiting' && <p class="hint">{say('status.unsaved')}</p>}
    </>
  );
}
