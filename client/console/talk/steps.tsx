/** In the bar of a page of texts and themes: whether all is saved, and undo and redo. */
import type { TalkDesk } from './desk.ts';
import { Saved } from './page.tsx';
import { say } from './words.ts';

export function SavedAndSteps({ desk }: { desk: TalkDesk }) {
  const { undo, redo } = desk.steps.value;
  return (
    <div class="steps">
      <Saved desk={desk} />
      <button type="button" class="button small" disabled={undo === 0} onClick={() => desk.undo()}>
        {say('undo')}
      </button>
      <button type="button" class="button small" disabled={redo === 0} onClick={() => desk.redo()}>
        {say('redo')}
      </button>
    </div>
  );
}
