/** Writing a report's files: a piece of long work, and at its end an entry in the register. */
import type { JobState, ReportFormat, ReportOrder } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { sayRelease } from '../../core/release/words.ts';
import { readOrder, readReprint } from '../../core/schemaReport.ts';
import type { Renderer, startRenderer } from '../report/renderInWorker.ts';
import type { Release, Store } from '../store/store.ts';
import type { Drafts, DraftTask } from './draft.ts';
import { fileName } from './fileName.ts';
import { stillAsDrafted, stillKept, withdrawnNow } from './goneMeanwhile.ts';
import { keptOfWhatStands } from './ofWhatStands.ts';
import { lettersOf, unprintedIn, whereOf } from './unprintedReport.ts';
import { withdrawnWords } from './withdrawn.ts';
import type { JobDesk, JobFile, JobResult, JobStart } from './jobs.ts';

/** How often a release is looked at again where something else is written in the moment in which it is registered. */
const LOOKS = 20;

/** Starts what makes the files of a report; the real one is a thread of its own. */
export type StartRenderer = typeof startRenderer;

export interface ReportParts {
  store: Store;
  drafts: Drafts;
  jobs: JobStart;
  renderer: StartRenderer;
  /** YYYY-MM-DD. */
  today: () => string;
  /** Told of unexpected errors. */
  fault: (error: unknown) => void;
  /** Told of a release once it is in the register. */
  released?: (number: number) => Promise<void>;
}

/**
 * Starts writing a report. A release is refused when it is another than was checked, and while its check
 * has refusals, flags that were not confirmed, or approvals that are missing; it is registered before any
 * of its files can be fetched. Where something that it prints was taken back or removed meanwhile it ends with a
 * refusal: nothing of it is kept.
 * Where nothing has changed since the last release, that one is written once more and none is added.
 */
export async function orderReport(
  parts: ReportParts,
  id: string,
  value: unknown,
): Promise<JobState | Refusal> {
  const order = readOrder(value);
  if (isRefusal(order)) return order;
  // What writes the files loads while the report is being drafted.
  const renderer = parts.renderer(order.formats);
  try {
    return await draftedAndBegun(parts, renderer, id, order);
  } finally {
    // Work that has begun is rendering by now.
    renderer.drop();
  }
}

async function draftedAndBegun(
  parts: ReportParts,
  renderer: Renderer,
  id: string,
  order: ReportOrder,
): Promise<JobState | Refusal> {
  const { store, drafts, jobs } = parts;
  const task = { consultation: id, today: parts.today(), approvedBy: {} };
  if (order.audience === 'team') return teamReport(parts, renderer, task, order);
  const approvals = (await store.consultation(id))?.consultation.approvals ?? [];
  const approvedBy = Object.fromEntries(approvals.map((who) => [who, order.approvedBy[who] ?? '']));
  const about = { ...task, approvedBy };
  const before = await store.writtenSoFar();
  const drafted = await drafts.draft('draft', about);
  if (isRefusal(drafted)) return drafted;
  const { imprint, model, check, hash } = drafted;
  if (order.hash !== check.hash) return refuse('changed-elsewhere', 'hash');
  if (!drafted.same && check.refusals.length > 0)
    return refuse('release-refused', 'sessions', check.refusals[0]?.words);
  const open = check.flags.find((flag) => !order.confirmed.includes(flag.code));
  if (open !== undefined) return refuse('confirm-first', 'confirmed', open.words);
  const noPdf = await noPdfOf(model, order.formats);
  if (noPdf?.others.length === 0) return noPdf.refusal;
  const stands = (at: number) => stillAsDrafted(parts, about, drafted, at);
  if (drafted.same)
    return jobs.start(async (desk) => {
      const written = await write(parts, desk, renderer, model, noPdf);
      const now = await stands(before);
      return isRefusal(now) ? now : written;
    });
  const missing = approvals.find((who) => (order.approvedBy[who] ?? '') === '');
  if (missing !== undefined) return refuse('approval-needed', `approvedBy.${missing}`);
  const release: Omit<Release, 'formats'> = {
    consultation: id,
    ...imprint,
    notes: [...check.notes, ...check.flags],
    hash,
    model,
    entry: { ...drafted.entry, number: imprint.number },
  };
  return jobs.start(async (desk) => {
    const written = await write(parts, desk, renderer, model, noPdf);
    const formats = order.formats.filter((f) => written.files.some((file) => file.name.endsWith(`.${f}`)));
    if (formats.length === 0) return written;
    const at = await stands(before);
    if (isRefusal(at)) return at;
    if (at === 'registered') return written;
    desk.commit();
    // What stands in it is what later pages and reports are held against; the wave before keeps its own.
    const { word, wordThen } = drafted;
    const out = [{ consultation: id, out: word }, ...(wordThen === null ? [] : [wordThen])];
    const added = await registered((now) => store.addRelease({ ...release, formats }, now, out), at, stands);
    if (isRefusal(added)) return added;
    if (added !== 'registered') await parts.released?.(imprint.number);
    return written;
  });
}

/** The team's own, which is made anew where something in it goes or changes meanwhile. */
async function teamReport(
  parts: ReportParts,
  renderer: Renderer,
  task: Omit<DraftTask, 'want'>,
  { formats }: ReportOrder,
): Promise<JobState | Refusal> {
  const { store, drafts, jobs } = parts;
  const at = await store.writtenSoFar();
  const model = await drafts.draft('team', task);
  if (isRefusal(model)) return model;
  const noPdf = await noPdfOf(model, formats);
  if (noPdf?.others.length === 0) return noPdf.refusal;
  const anew = async (desk: JobDesk, now: ReportModel): Promise<JobResult | Refusal> => {
    const lacks = await noPdfOf(now, formats);
    return lacks?.others.length === 0
      ? lacks.refusal
      : write(parts, desk, parts.renderer(formats), now, lacks);
  };
  return jobs.start((desk) =>
    keptOfWhatStands<ReportModel, JobResult>(store, {
      signal: desk.signal,
      first: { at, read: model },
      read: () => drafts.draft('team', task),
      make: (now) => (now === model ? write(parts, desk, renderer, model, noPdf) : anew(desk, now)),
    }),
  );
}

/** Registers a release that is still as it was drafted, whatever else is written beside it. */
async function registered(
  add: (at: number) => Promise<{ number: number } | Refusal>,
  at: number,
  stands: (at: number) => Promise<number | 'registered' | Refusal>,
): Promise<{ number: number } | 'registered' | Refusal> {
  let known = at;
  for (let looks = 0; ; looks += 1) {
    const added = await add(known);
    if (!isRefusal(added) || added.refusal !== 'taken-back' || looks === LOOKS) return added;
    const now = await stands(known);
    if (typeof now !== 'number') return now;
    known = now;
  }
}

/**
 * Starts writing a registered release once more, as it was. Refused once where quotes or pictures in it have been
 * taken back since, until that is confirmed.
 */
export async function reprintRelease(
  parts: ReportParts,
  id: string,
  number: number,
  value: unknown,
): Promise<JobState | Refusal> {
  const order = readReprint(value);
  if (isRefusal(order)) return order;
  const { store } = parts;
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  const release = (await store.releases(id)).find((r) => r.number === number);
  if (release === undefined) return refuse('no-such-release');
  const withdrawn = await withdrawnNow(store, id, release);
  if (isRefusal(withdrawn)) return withdrawn;
  const asks = withdrawnWords(withdrawn);
  if (asks !== '' && !order.confirmed) return refuse('confirm-first', 'confirmed', asks);
  const noPdf = await noPdfOf(release.model, order.formats);
  if (noPdf?.others.length === 0) return noPdf.refusal;
  return parts.jobs.start(async (desk) => {
    const written = await write(parts, desk, parts.renderer(order.formats), release.model, noPdf);
    return (await stillKept(store, id, release, withdrawn)) ?? written;
  });
}

/** A PDF was asked for that has letters of which there is no font. */
interface NoPdf {
  refusal: Refusal;
  /** The forms that are made all the same. */
  others: ReportFormat[];
}

async function noPdfOf(model: ReportModel, formats: readonly ReportFormat[]): Promise<NoPdf | null> {
  const unprinted = formats.includes('pdf') ? await unprintedIn(model) : null;
  if (unprinted === null) return null;
  return {
    refusal: refuse('no-letters', whereOf(unprinted), lettersOf(unprinted)),
    others: formats.filter((format) => format !== 'pdf'),
  };
}

/**
 * Makes one file after the other. When one cannot be made, those before it are kept and it is said; of a PDF whose
 * letters no font has that is known before, and the others are made.
 */
async function write(
  { fault, renderer: start }: ReportParts,
  desk: JobDesk,
  renderer: Renderer,
  model: ReportModel,
  noPdf: NoPdf | null,
): Promise<JobResult> {
  const files: JobFile[] = [];
  desk.step(sayRelease('step.begin'), 0, 1);
  // It renders what it was started for.
  if (noPdf !== null) renderer.drop();
  const rendering = (noPdf === null ? renderer : start(noPdf.others)).render(model, {
    onStep: (done, of, word) => desk.step(sayRelease(`step.${word}`, { done, of }), done, of),
    onFile: ({ format, bytes }) => void files.push({ name: nameOf(model, format), bytes }),
  });
  desk.signal.addEventListener('abort', () => rendering.cancel());
  if (desk.signal.aborted) rendering.cancel();
  const ending = await rendering.done;
  desk.signal.throwIfAborted();
  if (ending.kind === 'done') return { files, refusal: noPdf?.refusal ?? null };
  if (ending.kind === 'failed') fault(new Error(`report, ${ending.format ?? 'start'}: ${ending.fault}`));
  const at = ending.kind === 'failed' ? ending.format : null;
  return { files, refusal: refuse('fault', at ?? '') };
}

/** `2026-11-22_What-we-expect_report_v2.docx`; a team's own says so, and so does a sample. */
function nameOf(model: ReportModel, format: ReportFormat): string {
  const parts = [
    model.title,
    'report',
    ...(model.number === null ? ['CONFIDENTIAL TEAM ONLY'] : [`v${model.number}`]),
    ...(model.sample ? ['SAMPLE'] : []),
  ];
  return fileName(model.date, parts, format);
}
