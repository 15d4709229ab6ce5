/** Words that came too late for a talk: they stay on the phone until they are sent on or let go. */
import type { JSX } from 'preact';
import { isThought } from '../../core/thought.ts';
import type { Entry } from '../shared/outbox.ts';
import { Button } from './parts.tsx';
import type { Draft, Phone } from './phone.ts';
import { sayTalk } from './talkWords.ts';
import { refusalWord } from './words.ts';

/** What is written and not yet sent; with `from`, it came too late on that place. */
export type Begun = Draft & { from?: number };

/**
 * What came to nothing, in whatever talk, with what was written. It stays until it is sent on or let go.
 *
 * @param props.again leads to sending it where one is now; it returns null where that cannot be
 */
export function Late(props: {
  phone: Phone;
  again?: (entry: Entry) => (() => void) | null;
}): JSX.Element | null {
  const { outbox, state } = props.phone;
  const view = state.hello?.view;
  // Where thoughts are added, they stand among those.
  const adds =
    view?.talk === true
      ? view.check === undefined && view.topics?.step !== 'order'
      : view?.boards.find(({ n }) => n === view.at)?.state === 'discussed';
  if (adds && props.again === undefined && view?.state === 'live') return null;
  const late = outbox.notices().filter(({ entry, code }) => isThought(entry.board) && code !== 'stale');
  if (late.length === 0) return null;
  const over = state.gone || view?.state === 'ended';
  return (
    <div class="notice late" role="alert">
      {late.map(({ code, entry }) => {
        const again = props.again?.(entry) ?? null;
        return (
          <div key={entry.board} class="late-one">
            <p>{code === 'not-open' ? sayTalk('thought.late') : refusalWord(code)}</p>
            <p class="pre" dir="auto">
              {entry.comment}
            </p>
            {again === null ? (
              <p>{sayTalk(over ? 'thought.late.over' : 'thought.late.kept')}</p>
            ) : (
              <Button onClick={again}>{sayTalk('thought.late.send')}</Button>
            )}
            <Button kind="link" onClick={() => outbox.settle(entry.board)}>
              {sayTalk('thought.late.drop')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}
