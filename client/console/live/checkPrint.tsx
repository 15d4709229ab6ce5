/** Sheets on which people without a phone say whether it is what they said. */
import { useState } from 'preact/hooks';
import type { JobState } from '../../../core/api.ts';
import type { CheckSheetOrder } from '../../../core/schemaCheckSheet.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { useMaking } from '../pages/report/useMaking.ts';
import { WorkDialog } from '../pages/report/work.tsx';
import { sayRefusal } from '../pages/say.ts';
import { may } from '../staff.ts';
import { ask } from './ask.ts';
import { say } from './checkWords.ts';
import './dialog.css';
import '../pages/report.css';

export function PrintSheets(props: { consultation: string; order: CheckSheetOrder; small?: boolean }) {
  const { consultation, order, small } = props;
  const making = useMaking();
  const [failed, setFailed] = useState<Refusal | null>(null);
  if (!may('POST /api/consultations/:id/check-sheet')) return null;
  const print = async (): Promise<void> => {
    const path = `consultations/${encodeURIComponent(consultation)}/check-sheet`;
    const answer = await ask<JobState>('POST', path, order);
    setFailed(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) making.begun(answer.id);
  };
  return (
    <>
      <button
        type="button"
        class={small === true ? 'button small' : 'button'}
        disabled={order.session === null && order.recommendations.length === 0}
        onClick={() => void print()}
      >
        {say('print.sheets')}
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
          words={{ another: say('print.another'), cancelled: say('print.cancelled') }}
          another={making.close}
          close={making.close}
          hide={making.hide}
        />
      )}
    </>
  );
}
