/** Undo and Redo, of a page whose changes are kept as steps. */
import { speaker } from '../../core/message.ts';
import { STEPS_EN } from './messages/steps.en.ts';
import { LANGUAGE } from './words.ts';

const say = speaker(STEPS_EN, LANGUAGE);

/** @param props.steps how many there are each way */
export function UndoRedo(props: {
  steps: { undo: number; redo: number };
  by: { undo(): void; redo(): void };
}) {
  const { steps, by } = props;
  return (
    <>
      <button type="button" class="button small" disabled={steps.undo === 0} onClick={() => by.undo()}>
        {say('undo')}
      </button>
      <button type="button" class="button small" disabled={steps.redo === 0} onClick={() => by.redo()}>
        {say('redo')}
      </button>
    </>
  );
}
