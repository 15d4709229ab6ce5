/**
 * Case studies and corrections in one window: shown at once, handed over in order until the laptop has them, and taken
 * back by changes of their own. Where another window changed the same words meanwhile, that is told and decided.
 */
import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type {
  StudiesAbout,
  StudiesDone,
  StudiesOutcome,
  StudyOut,
  ToldPage,
} from '../../../core/caseStudies/api.ts';
import { applyCaseStudy, undoOfStudies, type StudiesChange } from '../../../core/caseStudies/change.ts';
import type { CaseStudy, CaseStudyFields } from '../../../core/caseStudies/types.ts';
import { makeVersions, type Versions } from '../../../core/caseStudies/versions.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Correction, CorrectionFields } from '../../../core/readBack/types.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { applyChange } from '../../../core/talk/change.ts';
import { nextStep, numbered, type Numbered } from '../stepOrder.ts';

const AGAIN_MS = 1500;

export interface StudiesPorts {
  fetch(): Promise<ToldPage | Refusal>;
  send(changes: readonly StudiesChange[]): Promise<StudiesDone | Refusal>;
  later(action: () => void, ms: number): () => void;
  newId(): string;
}

/** A change without an id, which it gets as it is done. */
export type Wanted = StudiesChange extends infer C
  ? C extends StudiesChange
    ? Omit<C, 'id'>
    : never
  : never;

/** A change that did not come out as it was meant here. */
export interface StudiesTrouble {
  change: StudiesChange;
  why: 'differs' | 'gone' | Refusal;
  /** What stands of the fields that differ. */
  now: object;
}

export interface StudiesDesk extends Numbered {
  about: ReadonlySignal<StudiesAbout | null>;
  studies: ReadonlySignal<readonly CaseStudy[]>;
  corrections: ReadonlySignal<readonly Correction[]>;
  /** Which releases printed which, oldest first. */
  out: ReadonlySignal<readonly StudyOut[]>;
  link: ReadonlySignal<'loading' | 'here' | 'away' | Refusal>;
  waiting: ReadonlySignal<number>;
  troubles: ReadonlySignal<readonly StudiesTrouble[]>;
  steps: ReadonlySignal<{ undo: number; redo: number }>;
  /** In how many forms of the page something was typed that is saved by a press only. */
  typing: Signal<number>;
  /** Done as one step, which one undo takes back; `n` is its number (`nextStep`). */
  perform(wanted: readonly Wanted[], n?: number): void;
  undo(): void;
  redo(): void;
  /** Takes what was meant here after all, or lets it go. */
  settle(trouble: StudiesTrouble, mine: boolean): void;
  refresh(): void;
  close(): void;
}

interface View {
  caseStudy: Map<string, CaseStudyFields>;
  correction: Map<string, CorrectionFields>;
}

interface Step {
  change: StudiesChange;
  /** What stood before, whole; null: nothing. */
  before: CaseStudyFields | CorrectionFields | null;
  /** Its number; those of one step have one. */
  n: number;
}

export function makeStudiesDesk(ports: StudiesPorts): StudiesDesk {
  let base: View = { caseStudy: new Map(), correction: new Map() };
  let pending: StudiesChange[] = [];
  const versions = makeVersions((words) => words);
  let shown = base;
  let handing = false;
  let asking = Promise.resolve();
  let closed = false;
  let cancel = (): void => undefined;
  const past: Step[][] = [];
  const future: Step[][] = [];

  const about = signal<StudiesAbout | null>(null);
  const studies = signal<readonly CaseStudy[]>([]);
  const corrections = signal<readonly Correction[]>([]);
  const out = signal<readonly StudyOut[]>([]);
  const link = signal<'loading' | 'here' | 'away' | Refusal>('loading');
  const waiting = signal(0);
  const troubles = signal<readonly StudiesTrouble[]>([]);
  const steps = signal({ undo: 0, redo: 0 });
  const typing = signal(0);

  const show = (): void => {
    shown = overlaid(base, pending, versions);
    studies.value = listOf(shown.caseStudy);
    corrections.value = listOf(shown.correction);
    waiting.value = pending.length;
    steps.value = { undo: past.length, redo: future.length };
  };

  const fetchOnce = async (): Promise<void> => {
    const page = await ports.fetch();
    if (closed) return;
    if (isRefusal(page)) {
      link.value = REFUSALS[page.refusal].retry || page.refusal === 'sign-in-needed' ? 'away' : page;
      return;
    }
    base = { caseStudy: mapOf(page.caseStudies), correction: mapOf(page.corrections) };
    about.value = page.about;
    out.value = page.out;
    link.value = 'here';
  };

  /** One question at a time: an older answer must not come over a newer one. */
  const fetchAll = (): Promise<void> => {
    asking = asking.then(fetchOnce, fetchOnce);
    return asking;
  };

  const handOver = async (): Promise<void> => {
    if (handing || closed) return;
    handing = true;
    cancel();
    while (pending.length > 0) {
      const batch = pending.slice(0, LIMITS.changesAtOnce);
      const answer = await ports.send(batch);
      if (closed) return;
      if (isRefusal(answer)) {
        const index = /^changes\.(\d+)/.exec(answer.where ?? '')?.[1];
        const wrong = index === undefined ? undefined : batch[Number(index)];
        if (wrong === undefined || REFUSALS[answer.refusal].retry) {
          link.value = 'away';
          break;
        }
        troubles.value = [...troubles.value, { change: wrong, why: answer, now: {} }];
        pending = pending.filter((one) => one !== wrong);
        show();
        continue;
      }
      troubles.value = [...troubles.value, ...troublesIn(batch, answer.outcomes)];
      // What the laptop has now is asked for first, so that nothing goes from the screen for a moment.
      await fetchAll();
      if (closed) return;
      pending = pending.slice(batch.length);
      show();
    }
    handing = false;
    if (pending.length > 0) cancel = ports.later(() => void handOver(), AGAIN_MS);
  };

  const enqueue = (changes: readonly StudiesChange[], n: number): Step[] => {
    let view = shown;
    const done = changes.map((wanted): Step => {
      const before = view[wanted.of].get(wanted.key) ?? null;
      const change = seenIn(wanted, before);
      view = overlaid(view, [change], versions);
      return { change, before, n };
    });
    pending = [...pending, ...done.map(({ change }) => change)];
    show();
    void handOver();
    return done;
  };

  const goBack = (from: Step[][], to: Step[][]): void => {
    const group = from.pop();
    const back = (group ?? [])
      .toReversed()
      .flatMap(({ change, before }) => undoOfStudies(change, ports.newId(), before) ?? []);
    if (back.length > 0) to.push(enqueue(back, group?.[0]?.n ?? 0));
    show();
  };

  const refresh = (): void => {
    void fetchAll().then(() => {
      if (closed) return;
      show();
      if (pending.length > 0) void handOver();
      else if (link.peek() === 'away') cancel = ports.later(refresh, AGAIN_MS);
    });
  };

  const perform = (wanted: readonly Wanted[], n = nextStep()): void => {
    if (wanted.length === 0) return;
    const changes = wanted.map((one): StudiesChange => ({ ...one, id: ports.newId() }));
    past.push(enqueue(changes, n));
    if (past.length > LIMITS.undoSteps) past.shift();
    future.splice(0);
    show();
  };

  return {
    about,
    studies,
    corrections,
    out,
    link,
    waiting,
    troubles,
    steps,
    typing,
    perform,
    ...numbered(past, future, show),
    undo: () => goBack(past, future),
    redo: () => goBack(future, past),
    settle: (trouble, mine) => {
      troubles.value = troubles.value.filter((other) => other !== trouble);
      const again = mine ? afterAll(trouble) : null;
      if (again !== null) perform([again]);
    },
    refresh,
    close: () => {
      closed = true;
      cancel();
    },
  };
}

/** With the version that this window shows, so that the laptop knows whether it is what stands there. */
function seenIn(change: StudiesChange, before: Step['before']): StudiesChange {
  if (change.of !== 'caseStudy' || change.was === null || change.set === null) return change;
  const { on: _before, ...rest } = change;
  return before !== null && 'version' in before && before.version !== ''
    ? { ...rest, on: before.version }
    : rest;
}

function overlaid(base: View, pending: readonly StudiesChange[], versions: Versions): View {
  const view: View = { caseStudy: new Map(base.caseStudy), correction: new Map(base.correction) };
  for (const change of pending) {
    if (change.of === 'caseStudy')
      put(
        view.caseStudy,
        change.key,
        applyCaseStudy(view.caseStudy.get(change.key) ?? null, change, false, versions).next,
      );
    else
      put(
        view.correction,
        change.key,
        applyChange<CorrectionFields>(view.correction.get(change.key) ?? null, change, false).next,
      );
  }
  return view;
}

function put<F>(map: Map<string, F>, key: string, next: F | null): void {
  if (next === null) map.delete(key);
  else map.set(key, next);
}

function mapOf<F>(all: readonly (F & { id: string })[]): Map<string, F> {
  return new Map(all.map(({ id, ...fields }) => [id, fields as unknown as F]));
}

function listOf<F extends object>(map: ReadonlyMap<string, F>): (F & { id: string })[] {
  return [...map].map(([id, fields]) => ({ ...fields, id }));
}

function troublesIn(batch: readonly StudiesChange[], outcomes: readonly StudiesOutcome[]): StudiesTrouble[] {
  return outcomes.flatMap((outcome, i): StudiesTrouble[] => {
    const change = batch[i];
    if (change === undefined || outcome.is === 'done') return [];
    return [{ change, why: outcome.is, now: outcome.is === 'differs' ? outcome.now : {} }];
  });
}

/** What was meant, said anew over what stands now. */
function afterAll({ change, why, now }: StudiesTrouble): Wanted | null {
  if (why !== 'differs') return null;
  const { id: _id, ...rest } = change;
  if (change.set === null) return { ...rest, was: { ...change.was, ...now } };
  const set = Object.fromEntries(
    Object.keys(now).map((field) => [field, (change.set as Record<string, unknown>)[field]]),
  );
  return { ...rest, was: now, set };
}
