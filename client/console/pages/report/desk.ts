/** The report on the desk: its document with undo and redo, saved by itself; what is made follows the figures. */
import type { ReportPage } from '../../../../core/api.ts';
import type { ReportDocument } from '../../../../core/report/document.ts';
import type { Api } from '../../api.ts';
import * as stack from '../../undo.ts';
import type { Autosave, SaveState } from '../autosave.ts';
import { makeAutosave } from '../autosave.ts';

export interface ReportDesk {
  document(): ReportDocument;
  /** The page as the server last made it: texts made from the figures, sessions, groups. */
  page(): ReportPage;
  save(): SaveState;
  canUndo(): boolean;
  canRedo(): boolean;
  /** `field` names what is being typed into, so that typing is one step; null for a step of its own. */
  change(next: (doc: ReportDocument) => ReportDocument, field: string | null): void;
  settle(): void;
  undo(): void;
  redo(): void;
  flush(): Promise<boolean>;
  /** Asks for the texts that today's figures make, and takes over what another window has saved. */
  refresh(): Promise<void>;
  choose(whose: 'theirs' | 'mine'): Promise<void>;
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
  let history = stack.begin(first.document);
  let madeFor = settingsOf(first.document);
  const autosave: Autosave<ReportDocument> = makeAutosave(first.revision, {
    async save(revision, document) {
      const saved = await ports.api.saveReport(id, revision, document);
      // Other sessions, groups or floors make other texts.
      if (saved.ok && settingsOf(document) !== madeFor) void refresh();
      return saved;
    },
    later: (action, ms) => ports.later(action, ms),
    changed: () => ports.changed(),
  });

  /** What is unsaved here stays; where nothing is, a newer document takes the place of ours. */
  async function refresh(): Promise<void> {
    const fresh = await ports.api.report(id);
    if (!fresh.ok) return;
    page = fresh.value;
    madeFor = settingsOf(fresh.value.document);
    if (autosave.state().is === 'saved' && fresh.value.revision > autosave.revision()) take(fresh.value);
    ports.changed();
  }

  function take(theirs: ReportPage): void {
    history = stack.change(history, theirs.document, null);
    autosave.letGo(theirs.revision);
  }

  function become(next: stack.History<ReportDocument>): void {
    const changed = next.present !== history.present;
    history = next;
    if (changed) autosave.put(next.present);
    ports.changed();
  }

  async function choose(whose: 'theirs' | 'mine'): Promise<void> {
    const theirs = await ports.api.report(id);
    if (!theirs.ok) return;
    page = theirs.value;
    madeFor = settingsOf(theirs.value.document);
    if (whose === 'mine') autosave.goOnFrom(theirs.value.revision);
    else take(theirs.value);
    ports.changed();
  }

  return {
    document: () => history.present,
    page: () => page,
    save: () => autosave.state(),
    canUndo: () => history.past.length > 0,
    canRedo: () => history.future.length > 0,
    change: (next, field) => become(stack.change(history, next(history.present), field)),
    settle: () => {
      history = stack.settle(history);
    },
    undo: () => become(stack.undo(history)),
    redo: () => become(stack.redo(history)),
    flush: async () => autosave.flush(),
    refresh,
    choose,
  };
}
