/** Sheets on which people without a phone say whether it is what they said. */
import type { JobState } from '../../../core/api.ts';
import type { CheckSheetOrder } from '../../../core/schemaCheckSheet.ts';
import { PrintButton } from '../printButton.tsx';
import { may } from '../staff.ts';
import { ask } from './ask.ts';
import { say } from './checkWords.ts';
import './dialog.css';
import '../pages/report.css';

export function PrintSheets(props: { consultation: string; order: CheckSheetOrder; small?: boolean }) {
  const { consultation, order, small } = props;
  if (!may('POST /api/consultations/:id/check-sheet')) return null;
  return (
    <PrintButton
      label={say(order.again === true ? 'print.again' : 'print.sheets')}
      looks={small === true ? 'button small' : 'button'}
      disabled={order.session === null && order.recommendations.length === 0 && order.again !== true}
      order={order}
      print={() =>
        ask<JobState>('POST', `consultations/${encodeURIComponent(consultation)}/check-sheet`, order)
      }
      words={{ another: say('print.another'), cancelled: say('print.cancelled') }}
    />
  );
}
