/** Removing one. Where a room was shown it that is asked first: undo does not bring all of it back. */
import { useState } from 'preact/hooks';
import type { CheckedSession } from '../../../../core/recommendations/api.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { Dialog } from '../../live/dialog.tsx';
import { announce } from '../../pages/parts/shell.tsx';
import { useChangedSince } from '../../useChangedSince.ts';
import type { Desk } from '../desk.ts';
import { say } from '../words.ts';
import '../../live/dialog.css';

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
      {asking && <Sure one={one} close={() => setAsking(false)} remove={remove} />}
    </>
  );
}

function Sure({ one, close, remove }: Pick<Props, 'one'> & { close: () => void; remove: () => void }) {
  // What another window has written since must not go along unseen.
  const changed = useChangedSince(one);
  return (
    <Dialog title={say('remove')} asks close={close}>
      <p>{say('remove.sure')}</p>
      {changed && (
        <p class="caution" role="alert">
          {say('remove.changed')}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {say('remove.not')}
        </button>
        <button type="button" class="button danger" disabled={changed} onClick={remove}>
          {say('remove.yes')}
        </button>
      </div>
    </Dialog>
  );
}
