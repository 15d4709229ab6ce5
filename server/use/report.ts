/** The report of a consultation: what the team writes, and the report as it would be printed now. */
import type { ReleaseCheck, ReportPage } from '../../core/api.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { readReport } from '../../core/schemaReport.ts';
import { wordingFor } from '../../core/consultation.ts';
import type { Store } from '../store/store.ts';
import { sealedSessions, unfinishedSessions } from './analysis.ts';
import type { Drafts } from './draft.ts';
import { quotableTalk } from './pointQuotes.ts';
import { chosenQuotes } from './quotes.ts';
import { draftMark } from './reportModel.ts';
import { withCleanPictures } from './reportPictures.ts';
import { documentOf } from './reportSource.ts';
import type { Rooms } from './sessions.ts';
import { choosableStudies } from './studiesOut.ts';
import { unprintedIn, unprintedNote } from './unprintedReport.ts';

/**
 * The report's page. The made texts are those of a release, since what the team edits goes into it.
 *
 * @param today YYYY-MM-DD
 */
export async function reportPage(
  { store, drafts }: { store: Store; drafts: Drafts },
  rooms: Rooms,
  id: string,
  today: string,
): Promise<ReportPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const made = await drafts.draft('made', { consultation: id, today, approvedBy: {} });
  if (isRefusal(made)) return made;
  const { document, revision } = await documentOf(store, consultation);
  const chosen = chosenQuotes(await store.comments(id, null));
  const all = await sealedSessions(store, id);
  return {
    title: consultation.title,
    revision,
    document,
    made: made.texts,
    statements: consultation.statements.map((s, i) => ({
      id: s.id,
      number: i + 1,
      text: wordingFor(s.wordings, [], consultation.languages[0] ?? 'en')?.text ?? '',
      sentence: made.statements[s.id] ?? '',
      quotes: chosen.filter((c) => c.statement === s.id).length,
    })),
    sample: consultation.sample,
    floor: consultation.floor,
    breakdowns: consultation.breakdowns,
    approvals: consultation.approvals,
    groups: consultation.groups.map(({ id: group, label }) => ({ id: group, label })),
    ...(consultation.waves?.[0] === undefined ? {} : { repeats: consultation.waves[0] }),
    sessions: all.map(({ id: session, name, date }) => ({ id: session, name, date })),
    unfinished: unfinishedSessions(rooms, id),
    talk: await quotableTalk(store, id, all, document),
    studies: await choosableStudies(store, consultation, document),
  };
}

/**
 * Saves the report's document. Nothing is saved when any part of it is refused.
 *
 * @param from the revision it was made from; 0 where none was saved yet
 */
export async function saveReport(
  store: Store,
  id: string,
  from: number,
  value: unknown,
): Promise<{ revision: number; document: ReportDocument } | Refusal> {
  const size = JSON.stringify(value)?.length ?? 0;
  if (size > LIMITS.reportBytes)
    return refuse('too-large', 'document', `at most ${LIMITS.reportBytes} bytes`);
  const given = readReport(value);
  if (isRefusal(given)) return given;
  const document = await withCleanPictures(given, (await store.report(id))?.document ?? null);
  if (isRefusal(document)) return document;
  const saved = await store.saveReport(id, document, from === 0 ? null : from);
  return isRefusal(saved) ? saved : { revision: saved.revision, document };
}

/** The report as it would be printed now; what is not sent out says that it is a draft, and has no number. */
export async function reportModel(
  drafts: Drafts,
  id: string,
  audience: ReportModel['audience'],
  today: string,
): Promise<ReportModel | Refusal> {
  const task = { consultation: id, today, approvedBy: {} };
  if (audience === 'team') return drafts.draft('team', task);
  const drafted = await drafts.draft('draft', task);
  if (isRefusal(drafted)) return drafted;
  const { model } = drafted;
  return { ...model, number: null, mark: draftMark(model) };
}

/** What a release would do and why. */
export async function releaseCheck(
  drafts: Drafts,
  id: string,
  today: string,
): Promise<ReleaseCheck | Refusal> {
  const drafted = await drafts.draft('draft', { consultation: id, today, approvedBy: {} });
  if (isRefusal(drafted)) return drafted;
  const unprinted = await unprintedIn(drafted.model);
  if (unprinted === null) return drafted.check;
  return { ...drafted.check, notes: [unprintedNote(unprinted), ...drafted.check.notes] };
}
