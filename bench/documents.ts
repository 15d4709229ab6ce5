/**
 * S14: a report of twenty sessions and twelve statements, ordered as the console does and timed from the
 * order to the finished file: drafted in its thread from the database, held against the rules of a release,
 * built, written in the thread of the renderers, and registered. Each file is made from a fresh copy of the
 * data, so that none finds work that another has done.
 *
 *   node bench/documents.ts [--rounds 5] [--quick] [--gate] [--data FOLDER]
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReportFormat } from '../core/api.ts';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import type { Review } from '../core/report/document.ts';
import type { Block, ReportModel } from '../core/report/model.ts';
import { newId } from '../server/random.ts';
import { startRenderer } from '../server/report/renderInWorker.ts';
import type { Store } from '../server/store/store.ts';
import { makeDrafts } from '../server/use/draft.ts';
import { makeJobs, type Jobs } from '../server/use/jobs.ts';
import { releaseCheck } from '../server/use/report.ts';
import { orderReport } from '../server/use/reportFiles.ts';
import { Bars, cachePrograms, readWork, say } from './bars.ts';
import { fill, opened, sitting, wall } from './sealed.ts';
import { median } from './statistics.ts';

cachePrograms();
const work = readWork(5);
const SESSIONS = work.quick ? 4 : 20;
const STATEMENTS = work.quick ? 3 : 12;
const PEOPLE = 30;
const QUOTES = 6;
const GROUPS = ['Parents', 'Carers', 'Care leavers', 'Young people', 'Social workers', 'Support workers'];
const TODAY = '2026-11-22';
/** Milliseconds. */
const BARS = { html: 1000, docx: 5000, pdf: 5000 } as const;
type Format = keyof typeof BARS;

/** Lengths as people wrote them in the sessions this was made for; every third person writes. */
const comment = (i: number): string =>
  i % 3 === 0
    ? 'They said they would call back, and in the end somebody did, much later. '.repeat(1 + (i % 2)).trim()
    : '';

function sure<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** The consultation in a folder of its own, with quotes that the team has read and chosen. */
async function prepared(folder: string): Promise<string> {
  const consultation = await wall('What twenty sessions said', STATEMENTS, GROUPS);
  const { id } = consultation;
  const sessions = Array.from({ length: SESSIONS }, (_, at) => sitting(consultation, at, PEOPLE, comment));
  await fill(folder, consultation, sessions);
  const store = await opened(folder);
  for (const { id: statement } of consultation.statements)
    for (const { session, board, tag } of (await store.comments(id, statement)).slice(0, QUOTES)) {
      const review: Review = {
        session,
        board,
        tag,
        chosen: true,
        checked: true,
        published: null,
        replacements: [],
      };
      sure(await store.saveReview(review, null));
    }
  await store.close();
  return id;
}

interface Made {
  /** Milliseconds from the order until the work began, and until its file was there. */
  drafted: number;
  ms: number;
  bytes: number;
  /** What the console was told meanwhile. */
  steps: { words: string; done: number; of: number }[];
  model: ReportModel;
}

/** Orders one file of a new release, as a facilitator who has read the check. */
async function made(store: Store, id: string, format: Format): Promise<Made> {
  const faults: unknown[] = [];
  const fault = (error: unknown): void => void faults.push(error);
  const steps: Made['steps'] = [];
  const own = makeJobs(newId, fault);
  const ended = Promise.withResolvers<void>();
  const jobs: Jobs = {
    ...own,
    start: (act) =>
      own.start(async (desk) => {
        const step = (words: string, done: number, of: number): void => {
          steps.push({ words, done, of });
          desk.step(words, done, of);
        };
        try {
          return await act({ ...desk, step });
        } finally {
          ended.resolve();
        }
      }),
  };
  const drafts = makeDrafts(store);
  const parts = { store, drafts, jobs, renderer: startRenderer, today: () => TODAY, fault };
  const { hash, flags, refusals } = sure(await releaseCheck(drafts, id, TODAY));
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals));
  const formats: ReportFormat[] = [format];
  const order = { audience: 'release', formats, hash, confirmed: flags.map((f) => f.code), approvedBy: {} };
  const from = performance.now();
  const begun = sure(await orderReport(parts, id, order));
  const drafted = performance.now() - from;
  await ended.promise;
  const ms = performance.now() - from;
  await nextTurn();
  const state = sure(jobs.state(begun.id));
  const [file] = state.files;
  if (state.state !== 'done' || file === undefined) throw new Error(JSON.stringify([state, String(faults)]));
  await drafts.stop();
  const [release] = await store.releases(id);
  if (release === undefined) throw new Error('the release is not registered');
  return { drafted, ms, bytes: file.bytes, steps, model: release.model };
}

const ofKind = ({ sections }: ReportModel, kind: Block['kind']): number =>
  sections.flatMap((s) => s.blocks).filter((b) => b.kind === kind).length;

/** A step for each figure at least, each with words, and a bar that never goes back. */
function tellsProgress({ steps, model }: Made): boolean {
  const shares = steps.map(({ done, of }) => done / of);
  const rises = shares.every((share, i) => share >= (shares[i - 1] ?? 0));
  return rises && steps.length >= ofKind(model, 'figure') && steps.every(({ words }) => words !== '');
}

const folder = await mkdtemp(join(work.data, 'standpoint-bench-'));
const bars = new Bars(work);
try {
  const source = join(folder, 'source');
  const id = await prepared(source);
  for (const format of Object.keys(BARS) as Format[]) {
    const all: Made[] = [];
    for (let i = 0; i < work.rounds; i += 1) {
      const copy = join(folder, `copy-${format}-${i}`);
      await cp(source, copy, { recursive: true });
      const store = await opened(copy);
      all.push(await made(store, id, format));
      await store.close();
      await rm(copy, { recursive: true });
    }
    const [first] = all;
    if (first === undefined) continue;
    const of = (kind: Block['kind']): number => ofKind(first.model, kind);
    if (format === 'html')
      say(
        `${SESSIONS} sessions, ${STATEMENTS} statements: ${of('figure')} figures, ${of('table')} tables, ${of('quote')} quotes`,
      );
    bars.hold(`S14 ${format}, from the order to the file`, median(all.map((m) => m.ms)), ' ms', {
      atMost: BARS[format],
    });
    const drafted = median(all.map((m) => m.drafted));
    say(`  of it until the writing began: ${drafted.toFixed(0)} ms; ${(first.bytes / 1e6).toFixed(1)} MB`);
    bars.sure(`  progress was told, in ${first.steps.length} steps`, all.every(tellsProgress));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
bars.end();
