/** While the room talks: thoughts of one's own, about a statement or about none. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { COMMENT_CODE_POINTS, STATEMENT_CODE_POINTS } from '../../core/limits.ts';
import { UNTOLD } from '../../core/protocol.ts';
import type { PhoneView } from '../../core/view.ts';
import { cleanLine, cleanText, codePoints } from '../../core/text.ts';
import {
  FREE_TALK,
  isProposal,
  isThought,
  placesOf,
  PROPOSING,
  THERE,
  thoughtPlace,
} from '../../core/thought.ts';
import { dotPlace } from '../../core/topics.ts';
import { Check } from './check.tsx';
import { beginsOtherwise, chosenLanguage } from './mine.ts';
import { Button, Choice, Page, Problem } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { pushRoute } from './route.ts';
import { sayTalk } from './talkWords.ts';
import { AddTopic, Dots, TopicList } from './topics.tsx';
import { refusalWord, say } from './words.ts';
import './talk.css';

/** The talk that is about no statement: the room's own list, and thoughts. */
export function FreeTalk(props: {
  phone: Phone;
  view: Pick<PhoneView, 'topics' | 'proposing' | 'check'>;
  links: ComponentChildren;
}): JSX.Element {
  const { phone, view, links } = props;
  const { topics } = view;
  if (view.check !== undefined) return <Check phone={phone} check={view.check} links={links} />;
  if (view.proposing === true)
    return (
      <Page
        step="propose"
        title={sayTalk('propose.title')}
        eyebrow={sayTalk('propose.eyebrow')}
        heading={sayTalk('propose.title')}
      >
        <p>{sayTalk('propose.text')}</p>
        <Thoughts phone={phone} board={PROPOSING} />
        {links}
      </Page>
    );
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
        (step === 'order' ? (
          <Dots phone={phone} list={topics.list} placeOf={dotPlace} />
        ) : (
          <TopicList topics={topics} />
        ))}
      {step !== 'order' && <Thoughts phone={phone} board={FREE_TALK} />}
      {links}
    </Page>
  );
}

/** Which words a place has: those of a thought, or of a statement that is proposed. */
const wordsOf = (place: number): 'thought' | 'proposal' => (isProposal(place) ? 'proposal' : 'thought');

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
  const own = ownThoughts(phone, places);
  const free = places.filter((place) => own.every((one) => one.place !== place));
  // Any of the free places: the number of one would tell how many there were before.
  const anyFree = (): number | null => free[Math.floor(Math.random() * free.length)] ?? null;
  // Proposing is all that is asked then, so that its form is there at once.
  const first = board === PROPOSING && own.length === 0 ? anyFree : () => null;
  const [at, setAt] = useState<number | null>(() => begun ?? first());
  const words = wordsOf(places[0] ?? 0);
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
      {own.length > 0 && <h2>{sayTalk(`${words}.yours`, { n: own.length })}</h2>}
      {own.map((one) => (
        <Thought key={one.place} phone={phone} own={one} change={() => setAt(one.place)} />
      ))}
      {own.length > 0 && <p class="hint">{sayTalk(`${words}.kept`)}</p>}
      {free.length > 0 ? (
        <Button onClick={() => setAt(anyFree())}>
          {sayTalk(own.length === 0 ? `${words}.add` : `${words}.another`)}
        </Button>
      ) : (
        <p class="hint">{sayTalk(`${words}.full`)}</p>
      )}
      {words === 'thought' && phone.state.hello?.info.alone != null && (
        <Button kind="link" onClick={toAlone}>
          {say('alone.open')}
        </Button>
      )}
    </div>
  );
}

/** The page draws itself anew when somebody comes to another place. */
function toAlone(): void {
  pushRoute('alone');
  window.dispatchEvent(new PopStateEvent('popstate'));
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
            {!isProposal(own.place) && (
              <span class="note-foot">{say(own.audience === 0 ? 'own.room' : 'own.team')}</span>
            )}
            <span class="note-foot">{say('own.cover')}</span>
          </>
        ) : (
          <>
            <span>{sayTalk(`${wordsOf(own.place)}.show`)}</span>
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
  // What was told once that it begins otherwise is sent as it is.
  const [told, setTold] = useState('');
  const advised = told !== '' && told === draft.comment;
  const proposed = isProposal(place);
  const read = chosenLanguage() ?? phone.state.hello?.info.languages[0] ?? 'en';
  const words = wordsOf(place);
  const most = proposed ? STATEMENT_CODE_POINTS : COMMENT_CODE_POINTS;
  const left = most - codePoints(draft.comment);
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
    const comment = (proposed ? cleanLine : cleanText)(draft.comment);
    if (comment === '') setProblem(sayTalk(`${words}.empty`));
    else if (comment === null) setProblem(refusalWord('bad-characters'));
    else if (codePoints(comment) > most) setProblem(refusalWord('too-long'));
    else if (proposed && beginsOtherwise(comment, read) && told !== draft.comment) setTold(draft.comment);
    else {
      phone.place(place, { ...draft, comment });
      close();
    }
  };
  return (
    <div class="thoughts">
      {problem !== null && <Problem text={problem} target="thought" />}
      {advised && (
        <p class="notice" role="alert">
          {sayTalk('proposal.begin')}
        </p>
      )}
      <label for="thought">{sayTalk(`${words}.label`)}</label>
      <p class="hint" id="thought-hint">
        {sayTalk(`${words}.hint`)}
      </p>
      <textarea
        id="thought"
        rows={proposed ? 3 : 4}
        dir="auto"
        value={draft.comment}
        ref={(box) => {
          if (!proposed && box !== null && document.activeElement === document.body) box.focus();
        }}
        onInput={(event) => change({ comment: event.currentTarget.value })}
        aria-describedby="thought-hint thought-count"
        autocomplete="off"
      />
      <p class={left < 0 ? 'hint over' : 'hint'} id="thought-count">
        {left < 0 ? say('form.over', { n: -left }) : say('form.count', { n: left })}
      </p>
      {!proposed && (
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
      )}
      <Button kind="primary" onClick={send}>
        {sayTalk(advised ? 'proposal.anyway' : before === null ? `${words}.send` : `${words}.change`)}
      </Button>
      <Button onClick={cancel}>{sayTalk('thought.cancel')}</Button>
    </div>
  );
}
