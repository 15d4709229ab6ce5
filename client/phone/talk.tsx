/** While the room talks: thoughts of one's own, about a statement or about none. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { UNTOLD } from '../../core/protocol.ts';
import type { PhoneView } from '../../core/view.ts';
import {
  FREE_TALK,
  isProposal,
  isThought,
  placesOf,
  PROPOSING,
  THERE,
  thoughtPlace,
} from '../../core/thought.ts';
import { dotPlace, TOPIC_LIST } from '../../core/topics.ts';
import { Check } from './check.tsx';
import { Late } from './late.tsx';
import type { Begun } from './leftWords.ts';
import { Button, Page } from './parts.tsx';
import type { Phone } from './phone.ts';
import { pushRoute } from './route.ts';
import { sayTalk } from './talkWords.ts';
import { ThoughtForm, wordsOf, type Own } from './thoughtForm.tsx';
import { AddTopic, Dots, freeOf, TopicList } from './topics.tsx';
import { say } from './words.ts';
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
        <Thoughts key={PROPOSING} phone={phone} board={PROPOSING} />
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
      {step === 'order' && <Late phone={phone} />}
      <p>{sayTalk(`free.${step}.text`)}</p>
      {step === 'collect' && <AddTopic phone={phone} />}
      {topics !== undefined &&
        (step === 'order' ? (
          <Dots phone={phone} list={topics.list} placeOf={dotPlace} />
        ) : (
          <TopicList topics={topics} />
        ))}
      {step !== 'order' && (
        <Thoughts
          key={FREE_TALK}
          phone={phone}
          board={FREE_TALK}
          form={step === 'collect' ? [TOPIC_LIST] : []}
        />
      )}
      {links}
    </Page>
  );
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

/** While the room talks about a statement: what to do, and thoughts about it. */
export function BoardTalk(props: { phone: Phone; board: number }): JSX.Element {
  return (
    <>
      <p class="talk">
        <strong>{sayTalk('free.eyebrow')}</strong> {sayTalk('board.text')}
      </p>
      <Thoughts key={props.board} {...props} />
    </>
  );
}

/**
 * @param props.board whose talk it is, and its key: what was begun in another one stays there
 * @param props.form places of other words that are in a form on this screen
 */
function Thoughts(props: { phone: Phone; board: number; form?: readonly number[] }): JSX.Element {
  const { phone, board, form = [] } = props;
  const places = placesOf(thoughtPlace(board, 0));
  const proposing = board === PROPOSING;
  const begun = places.find((place) => phone.draft(place) !== null);
  const own = ownThoughts(phone, places);
  const free = freeOf(phone, places, own);
  // Any of the free places: the number of one would tell how many there were before.
  const anyFree = (): number | null => free[Math.floor(Math.random() * free.length)] ?? null;
  // Proposing is all that is asked then, so that its form is there at once.
  const first = proposing && own.length === 0 ? anyFree : () => null;
  const [at, setAt] = useState<number | null>(() => begun ?? first());
  const words = wordsOf(places[0] ?? 0);
  const late = (
    <Late
      phone={phone}
      board={board}
      here={[...places, ...form]}
      writing={at !== null && !proposing}
      again={({ board: from, comment, audience }) => {
        // One form at a time, and words go on only to what they were written as.
        const same = at === null && isThought(from) && isProposal(from) === proposing;
        const place = same ? anyFree() : null;
        if (place === null) return null;
        return () => {
          const draft: Begun = { answer: THERE, comment, audience, from };
          phone.keepDraft(place, draft);
          setAt(place);
        };
      }}
    />
  );
  if (at !== null)
    return (
      <>
        <ThoughtForm
          key={at}
          phone={phone}
          place={at}
          before={own.find(({ place }) => place === at) ?? null}
          close={() => setAt(null)}
        />
        {late}
      </>
    );
  return (
    <div class="thoughts">
      {late}
      {own.length > 0 && <h2>{sayTalk(`${words}.yours`, { n: own.length })}</h2>}
      {own.map((one) => (
        <Thought key={one.place} phone={phone} own={one} change={() => setAt(one.place)} />
      ))}
      {own.length > 0 && <p class="hint">{sayTalk(`${words}.kept`)}</p>}
      {free.length > 0 ? (
        <Button onClick={() => setAt(begun ?? anyFree())}>
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
