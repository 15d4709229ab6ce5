/** The report on the desk; what is made follows the figures. */
import type { ReportPage } from '../../../../core/api.ts';
import { reportMerger } from '../../../../core/merge/report.ts';
import type { ReportDocument } from '../../../../core/report/document.ts';
import type { Api } from '../../api.ts';
import type { SharedDesk } from '../sharedDesk.ts';
import { makeSharedDesk } from '../sharedDesk.ts';

export interface ReportDesk extends SharedDesk<ReportDocument> {
  /** The page as the server last made it: texts made from the figures, sessions, groups. */
  page(): ReportPage;
  /** Asks for the texts that today's figures make, and takes in what another window has saved. */
  refresh(): Promise<void>;
}

export interface ReportDeskPorts {
  api: Pick<Api, 'report' | 'saveReport'>;
  later(action: () => void, ms: number): () => void;
  changed(): void;
}

/** What of the document the made texts depend on. */
function settingsOf({
  sessions,
  parts,
  units,
  floor,
  neutral,
  order,
  show,
  showDates,
  showPlaces,
}: ReportDocument): string {
  return JSON.stringify([sessions, parts, units, floor, neutral, order, show, showDates, showPlaces]);
}

export function makeReportDesk(id: string, first: ReportPage, ports: ReportDeskPorts): ReportDesk {
  let page = first;
  let madeFor = settingsOf(first.document);
  const { desk, revision, takeIn } = makeSharedDesk<ReportDocument>(first, {
    merger: reportMerger,
    load,
    async save(from, document) {
      const saved = await ports.api.saveReport(id, from, document);
      // Other sessions, groups or floors make other texts.
      if (saved.ok && settingsOf(document) !== madeFor) void refresh();
      return saved;
    },
    later: (action, ms) => ports.later(action, ms),
    changed: () => ports.changed(),
  });

  async function load() {
    const fresh = await ports.api.report(id);
    if (fresh.ok) {
      page = fresh.value;
      madeFor = settingsOf(fresh.value.document);
    }
    return fresh;
  }

  /** What is unsaved here is merged when it is saved; where nothing is, what is newer is taken in at once. */
  async function refresh(): Promise<void> {
    const fresh = await load();
    if (!fresh.ok) return;
    if (desk.save().is === 'saved' && fresh.value.revision > revision()) takeIn(fresh.value);
    ports.changed();
  }

  return { ...desk, page: () => page, refresh };
}
