/** In the bar of a page of texts and themes: whether all is saved, and undo and redo. */
import { UndoRedo } from '../undoRedo.tsx';
import type { TalkDesk } from './desk.ts';
import { Saved } from './page.tsx';

export function SavedAndSteps({ desk }: { desk: TalkDesk }) {
  return (
    <div class="steps">
      <Saved desk={desk} />
      <UndoRedo steps={desk.steps.value} by={desk} />
    </div>
  );
}
