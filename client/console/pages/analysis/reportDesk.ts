/**
 * The report's document as the analysis page changes it: one change at a time, saved at once. Where
 * another window (the report page, perhaps) has saved meanwhile, the change is made again on what is
 * there now, so that neither is lost.
 */
import type { Change } from '../../../../core/analysis/units.ts';
import type { ReportDocument } from '../../../../core/report/document.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Api } from '../../api.ts';

export interface ReportDesk {
  /** Null until it has been read. */
  document(): ReportDocument | null;
  /** Reads it; gives the refusal (null: no answer), or true. */
  open(): Promise<true | Refusal | null>;
  /** Makes a change and saves it; the document stays as it was where that is refused. */
  change(change: Change): Promise<true | Refusal | null>;
}

/** Other windows are people's; more than a few changes in the time of one save are not theirs. */
const TRIES = 5;

export function makeReportDesk(id: string, api: Pick<Api, 'report' | 'saveReport'>): ReportDesk {
  let held: { revision: number; document: ReportDocument } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<true | Refusal | null> {
    const result = await api.report(id);
    if (!result.ok) return result.refusal;
    held = { revision: result.value.revision, document: result.value.document };
    return true;
  }

  async function save(change: Change): Promise<true | Refusal | null> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (held === null || tries > 0) {
        const opened = await open();
        if (opened !== true) return opened;
      }
      if (held === null) break;
      const saved = await api.saveReport(id, held.revision, change(held.document));
      if (saved.ok) {
        held = { revision: saved.value.revision, document: saved.value.document };
        return true;
      }
      if (saved.refusal?.refusal !== 'changed-elsewhere') return saved.refusal;
    }
    return refuse('changed-elsewhere');
  }

  return {
    document: () => held?.document ?? null,
    open,
    change: async (change) => {
      const turn = last.then(async () => save(change));
      last = turn;
      return turn;
    },
  };
}
