/** Words that came too late for a talk, or were never sent: they stay on the phone until they are sent on or let go. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isHeardPlace } from '../../core/heardPlace.ts';
import { FREE_TALK, isThought, placesOf, PROPOSING, thoughtPlace } from '../../core/thought.ts';
import type { PhoneView } from '../../core/view.ts';
import type { Entry } from '../shared/outbox.ts';
import { Button } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { sayTalk } from './talkWords.ts';
import { refusalWord } from './words.ts';

/** What is written and not yet sent; with `from`, it came too late on that place. */
export type Begun = Draft & { from?: number };

/** The talk to which thoughts are added now; null: none is. */
function talkIn(view: PhoneView | undefined): number | null {
  if (view?.state !== 'live') return null;
  if (view.talk !== true)
    return view.boards.find(({ n }) => n === view.at)?.state === 'discussed' ? view.at : null;
  if (view.check !== undefined) return null;
  if (view.proposing === true) return PROPOSING;
  return view.topics?.step === 'order' ? null : FREE_TALK;
}

/** What was begun and is on no form: after the end all that has words, before it thoughts of another talk. */
function begunIn(phone: Phone, over: boolean, talk: number | null): [place: number, draft: Begun][] {
  const here = talk === null ? [] : placesOf(thoughtPlace(talk, 0));
  return phone.begun().filter(([place, { comment }]) => {
    // The same words may be in already, under another answer.
    if (comment.trim() === '' || phone.outbox.saved(place)?.[3] === comment) return false;
    return over ? !isHeardPlace(place) : isThought(place) && !here.includes(place);
  });
}

/**
 * What came to nothing, in whatever talk, with what was written. It stays until it is sent on or let go. What was only
 * begun is said to be kept, and shown once the session is over.
 *
 * @param props.again leads to sending it where one is now; it returns null where that cannot be
 */
export function Late(props: {
  phone: Phone;
  again?: (entry: Entry) => (() => void) | null;
}): JSX.Element | null {
  const { phone, again } = props;
  const { outbox, state } = phone;
  const [letGo, setLetGo] = useState<readonly number[]>([]);
  const view = state.hello?.view;
  const talk = talkIn(view);
  // Where thoughts are added, they stand among those.
  if (talk !== null && again === undefined && !state.gone) return null;
  const over = state.gone || view?.state === 'ended';
  const begun = begunIn(phone, over, talk).filter(([place]) => !letGo.includes(place));
  const late = outbox
    .notices()
    .filter(
      ({ entry: { board }, code }) =>
        isThought(board) && code !== 'stale' && begun.every(([, { from }]) => from !== board),
    );
  const drop = (place: number, { from }: Begun): void => {
    phone.keepDraft(place, null);
    if (from !== undefined) outbox.settle(from);
    setLetGo([...letGo, place]);
  };
  return (
    <>
      {(late.length > 0 || (over && begun.length > 0)) && (
        <div class="notice late" role="alert">
          {late.map(({ code, entry }) => (
            <One
              key={entry.board}
              why={code === 'not-open' ? sayTalk('thought.late') : refusalWord(code)}
              text={entry.comment}
              kept={sayTalk(over ? 'thought.late.over' : 'thought.late.kept')}
              again={again?.(entry) ?? null}
              drop={() => outbox.settle(entry.board)}
            />
          ))}
          {over &&
            begun.map(([place, draft]) => (
              <One
                key={place}
                why={sayTalk('begun.over')}
                text={draft.comment}
                kept={sayTalk('begun.over.kept')}
                again={null}
                drop={() => drop(place, draft)}
              />
            ))}
        </div>
      )}
      {!over && begun.length > 0 && <p class="notice late">{sayTalk('begun.kept')}</p>}
    </>
  );
}

function One(props: {
  why: string;
  text: string;
  kept: string;
  again: (() => void) | null;
  drop: () => void;
}): JSX.Element {
  const { why, text, kept, again, drop } = props;
  return (
    <div class="late-one">
      <p>{why}</p>
      <p class="pre" dir="auto">
        {text}
      </p>
      {again === null ? <p>{kept}</p> : <Button onClick={again}>{sayTalk('thought.late.send')}</Button>}
      <Button kind="link" onClick={drop}>
        {sayTalk('thought.late.drop')}
      </Button>
    </div>
  );
}
