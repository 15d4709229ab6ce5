/** Removing one. Where a room was shown it that is asked first: undo does not bring all of it back. */
import { useState } from 'preact/hooks';
import type { CheckedSession } from '../../../../core/recommendations/api.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { announce } from '../../pages/parts/shell.tsx';
import { RemoveDialog } from '../../removeDialog.tsx';
import type { Desk } from '../desk.ts';
import { say } from '../words.ts';

interface Props {
  desk: Desk;
  one: Recommendation;
  /** Of rooms that were asked. */
  checked: readonly CheckedSession[];
}

export function Remove({ desk, one, checked }: Props) {
  const [asking, setAsking] = useState(false);
  // With the words that a room was shown: those go for good. Where they went before, nothing more does.
  const shown = checked.some((session) =>
    session.checked.some(({ recommendation, text }) => recommendation === one.id && text !== ''),
  );
  const remove = (): void => {
    desk.flush();
    const now = desk.list.peek().find(({ id }) => id === one.id) ?? one;
    const { id: _id, ...was } = now;
    desk.perform([{ key: one.id, was, set: null }]);
    announce(say(shown ? 'removed.shown' : 'removed'));
  };
  return (
    <>
      <button
        type="button"
        class="button button-quiet end"
        onClick={() => (shown ? setAsking(true) : remove())}
      >
        {say('remove')}
      </button>
      {asking && (
        <RemoveDialog
          title={say('remove')}
          about={one}
          words={{ changed: say('remove.changed'), no: say('remove.not'), yes: say('remove.yes') }}
          close={() => setAsking(false)}
          remove={remove}
        >
          {say('remove.sure')}
        </RemoveDialog>
      )}
    </>
  );
}
