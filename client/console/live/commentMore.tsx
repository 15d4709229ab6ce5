/** What is needed with a comment now and then: taking words out, passing it on, muting its writer. */
import { useEffect, useRef } from 'preact/hooks';
import type { ConsoleNote } from '../../../core/view.ts';
import type { Desk } from './desk.ts';
import { say } from './words.ts';

/** A row in the comment itself: a panel over a list that scrolls would be cut off by it. */
export function CommentMore(props: { desk: Desk; note: ConsoleNote; id: string; close: () => void }) {
  const { desk, note, id, close } = props;
  const item = (label: string, act: () => void) => (
    <button
      type="button"
      class="button comment-button"
      onClick={() => {
        close();
        act();
      }}
    >
      {label}
    </button>
  );
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), []);
  const mute = async (): Promise<void> => {
    const done = await desk.run({ do: 'mute', id: note.id, on: !note.muted });
    if (done && !note.muted) desk.message.value = say('mod.muted.done');
  };
  return (
    <div ref={row} class="comment-more" id={id} role="group" aria-label={say('mod.more.of')}>
      {item(say('mod.redact'), () => (desk.dialog.value = { kind: 'redact', note }))}
      {!note.passedOn &&
        item(say('mod.concern'), () => (desk.dialog.value = { kind: 'concern', id: note.id }))}
      {item(say(note.muted ? 'mod.unmute' : 'mod.mute'), () => void mute())}
    </div>
  );
}
