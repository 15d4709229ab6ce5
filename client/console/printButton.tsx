/** A button that has something printed: the work is shown while it is made, and why it could not be. */
import { useEffect, useState } from 'preact/hooks';
import type { JobState } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { useMaking } from './pages/report/useMaking.ts';
import { WorkDialog, type WorkWords } from './pages/report/work.tsx';
import { sayRefusal } from './pages/say.ts';

export function PrintButton(props: {
  label: string;
  /** Of the button. */
  looks: string;
  disabled: boolean;
  /** What is printed: what was wrong was wrong with what it was then. */
  order: object;
  print: () => Promise<JobState | Refusal>;
  words: WorkWords;
}) {
  const { label, looks, disabled, order, print, words } = props;
  const making = useMaking();
  const [failed, setFailed] = useState<Refusal | null>(null);
  const said = JSON.stringify(order);
  useEffect(() => setFailed(null), [said]);
  const begin = async (): Promise<void> => {
    const answer = await print();
    setFailed(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) making.begun(answer.id);
  };
  return (
    <>
      <button type="button" class={looks} disabled={disabled} onClick={() => void begin()}>
        {label}
      </button>
      {failed !== null && (
        <p class="problem" role="alert">
          {sayRefusal(failed)}
        </p>
      )}
      {making.open && making.job !== null && (
        <WorkDialog
          key={making.job}
          job={making.job}
          ordered={making.ordered}
          words={words}
          another={making.close}
          close={making.close}
          hide={making.hide}
        />
      )}
    </>
  );
}
