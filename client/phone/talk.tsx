/** While the room talks: thoughts of one's own, about a statement or about none. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { COMMENT_CODE_POINTS } from '../../core/limits.ts';
import { UNTOLD } from '../../core/protocol.ts';
import type { TopicsView } from '../../core/view.ts';
import { cleanText, codePoints } from '../../core/text.ts';
import { FREE_TALK, THERE, isThought, placesOf, thoughtPlace } from '../../core/thought.ts';
import { Button, Choice, Page, Problem } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { sayTalk } from './talkWords.ts';
import { AddTopic, Dots, TopicList } from './topics.tsx';
import { refusalWord, say } from './words.ts';
import './talk.css';

/** The talk that is about no statement: the room's own list, and thoughts. */
export function FreeTalk(props: {
  phone: Phone;
  topics: TopicsView | undefined;
  links: ComponentChildren;
}): JSX.Element {
  const { phone, topics, links } = props;
  const step = topics?.step ?? 'collect';
  const now = topics?.list.find(({ n }) => n === topics.at);
  return (
    <Page
      step={`talk${step}${now?.n ?? ''}`}
      title={sayTalk(`free.${step}`)}
      eyebrow={sayTalk('free.eyebrow')}
      heading={now === undefined || step !== 'talk' ? sayTalk(`free.${step}`) : <bdi>{now.text}</bdi>}
    >
      <p>{sayTalk(`free.${step}.text`)}</p>
      {step === 'collect' && <AddTopic phone={phone} />}
      {topics !== undefined &&
        (step === 'order' ? <Dots phone={phone} topics={topics} /> : <TopicList topics={topics} />)}
      {step !== 'order' && <Thoughts phone={phone} board={FREE_TALK} />}
      {links}
    </Page>
  );
}

interface Own {
  place: number;
  saved: boolean;
  /** Null: this phone is not told what it says. */
  text: string | null;
  audience: 0 | 1;
}

/** What this person has added to a talk, as far as this phone knows. */
function ownThoughts({ outbox }: Phone, places: readonly number[]): Own[] {
  return places.flatMap((place): Own[] => {
    const waiting = outbox.pending(place)?.entry;
    const kept = outbox.saved(place);
    if (waiting !== undefined)
      return waiting.answer === null
        ? []
        : [{ place, saved: false, text: waiting.comment, audience: waiting.audience }];
    if (kept === undefined || kept[2] === null) return [];
    return [{ place, saved: true, text: kept[2] === UNTOLD ? null : kept[3], audience: kept[4] }];
  });
}

/** @param props.board whose talk it is */
export function Thoughts({ phone, board }: { phone: Phone; board: number }): JSX.Element {
  const places = placesOf(thoughtPlace(board, 0));
  const begun = places.find((place) => phone.draft(place) !== null);
  const [at, setAt] = useState<number | null>(begun ?? null);
  const own = ownThoughts(phone, places);
  const free = places.filter((place) => own.every((one) => one.place !== place));
  const open = (place: number | undefined): void => setAt(place ?? null);
  if (at !== null)
    return (
      <ThoughtForm
        key={at}
        phone={phone}
        place={at}
        before={own.find(({ place }) => place === at) ?? null}
        close={() => setAt(null)}
      />
    );
  return (
    <div class="thoughts">
      <Late phone={phone} />
      {own.length > 0 && <h2>{sayTalk('thought.yours', { n: own.length })}</h2>}
      {own.map((one) => (
        <Thought key={one.place} phone={phone} own={one} change={() => setAt(one.place)} />
      ))}
      {own.length > 0 && <p class="hint">{sayTalk('thought.kept')}</p>}
      {free.length > 0 ? (
        // Any of the free places: the number of one would tell how many there were before.
        <Button onClick={() => open(free[Math.floor(Math.random() * free.length)])}>
          {sayTalk(own.length === 0 ? 'thought.add' : 'thought.another')}
        </Button>
      ) : (
        <p class="hint">{sayTalk('thought.full')}</p>
      )}
    </div>
  );
}

/** Covered, so that the next seat does not read it, until it is tapped. */
function Thought(props: { phone: Phone; own: Own; change: () => void }): JSX.Element {
  const { phone, own, change } = props;
  const shown = phone.state.uncovered === own.place;
  const state = sayTalk(own.saved ? 'thought.saved' : 'thought.unsaved');
  if (own.text === null) return <p>{sayTalk('thought.untold')}</p>;
  return (
    <div class="thought">
      <button
        type="button"
        class="note"
        aria-expanded={shown}
        onClick={() => phone.uncover(shown ? null : own.place)}
      >
        {shown ? (
          <>
            <span class="pre" dir="auto">
              {own.text}
            </span>
            <span class="note-foot">{say(own.audience === 0 ? 'own.room' : 'own.team')}</span>
            <span class="note-foot">{say('own.cover')}</span>
          </>
        ) : (
          <>
            <span>{sayTalk('thought.show')}</span>
            <span class="note-foot">{state}</span>
          </>
        )}
      </button>
      <div class="pair">
        <Button onClick={change}>{sayTalk('thought.edit')}</Button>
        <Button onClick={() => phone.takeBack(own.place)}>{sayTalk('thought.takeBack')}</Button>
      </div>
    </div>
  );
}

/** What came to nothing, in whatever talk, with what was written. */
function Late({ phone }: { phone: Phone }): JSX.Element | null {
  const late = phone.outbox.notices().filter(({ entry, code }) => isThought(entry.board) && code !== 'stale');
  if (late.length === 0) return null;
  return (
    <div class="notice" role="alert">
      {late.map(({ code, entry }) => (
        <div key={entry.board}>
          <p>{code === 'not-open' ? sayTalk('thought.late') : refusalWord(code)}</p>
          <p class="pre" dir="auto">
            {entry.comment}
          </p>
        </div>
      ))}
    </div>
  );
}

const EMPTY: Draft = { answer: THERE, comment: '', audience: 0 };

function ThoughtForm(props: {
  phone: Phone;
  place: number;
  before: Own | null;
  close: () => void;
}): JSX.Element {
  const { phone, place, before, close } = props;
  const [draft, setDraft] = useState<Draft>(
    phone.draft(place) ?? { ...EMPTY, comment: before?.text ?? '', audience: before?.audience ?? 0 },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const left = COMMENT_CODE_POINTS - codePoints(draft.comment);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    phone.keepDraft(place, next);
    setProblem(null);
  };
  const cancel = (): void => {
    phone.keepDraft(place, null);
    close();
  };
  const send = (): void => {
    const comment = cleanText(draft.comment);
    if (comment === '') setProblem(sayTalk('thought.empty'));
    else if (comment === null) setProblem(refusalWord('bad-characters'));
    else if (codePoints(comment) > COMMENT_CODE_POINTS) setProblem(refusalWord('too-long'));
    else {
      phone.place(place, { ...draft, comment });
      close();
    }
  };
  return (
    <div class="thoughts">
      {problem !== null && <Problem text={problem} target="thought" />}
      <label for="thought">{sayTalk('thought.label')}</label>
      <p class="hint" id="thought-hint">
        {sayTalk('thought.hint')}
      </p>
      <textarea
        id="thought"
        rows={4}
        dir="auto"
        value={draft.comment}
        ref={(box) => {
          if (box !== null && document.activeElement === document.body) box.focus();
        }}
        onInput={(event) => change({ comment: event.currentTarget.value })}
        aria-describedby="thought-hint thought-count"
        autocomplete="off"
      />
      <p class={left < 0 ? 'hint over' : 'hint'} id="thought-count">
        {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
      </p>
      <fieldset>
        <legend>{sayTalk('thought.audience')}</legend>
        {([0, 1] as const).map((audience) => (
          <Choice
            key={audience}
            type="radio"
            name="thought-audience"
            checked={draft.audience === audience}
            onChange={() => change({ audience })}
          >
            {say(audience === 0 ? 'form.room' : 'form.team')}
          </Choice>
        ))}
      </fieldset>
      <Button kind="primary" onClick={send}>
        {sayTalk(before === null ? 'thought.send' : 'thought.change')}
      </Button>
      <Button onClick={cancel}>{sayTalk('thought.cancel')}</Button>
    </div>
  );
}
