/** Made-up consultations for the tests of releases: people with their answers, and what is released of them. */
import type { Answer } from '../../../core/scale.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import { holds } from '../../../core/release/sets.ts';
import { planRelease } from '../../../core/release/plan.ts';
import type {
  AskedBoard,
  FigureSet,
  ReleaseEntry,
  ReleaseInput,
  ReleasePlan,
  ReleaseUnit,
} from '../../../core/release/types.ts';
import type { TallyRow } from '../../../core/tally.ts';

export interface Person {
  id: number;
  session: string;
  membership: string;
  /** Null: was there and placed nothing. */
  answer: Answer | null;
}

export type Choice = Partial<Pick<ReleaseInput, 'floor' | 'sessions' | 'units' | 'breakdowns' | 'date'>>;

/** So many people of each membership in each session, with answers in turn. */
export function peopleOf(
  sizes: readonly (readonly [string, string, number])[],
  answers: readonly Answer[] = [1, 2, 4, 5],
): Person[] {
  const people: Person[] = [];
  for (const [session, membership, n] of sizes)
    for (let i = 0; i < n; i += 1)
      people.push({ id: people.length, session, membership, answer: answers[i % answers.length] ?? null });
  return people;
}

export const byGroup = (...groups: string[]): ReleaseUnit[] =>
  groups.map((g) => ({ name: g.toUpperCase(), groups: [g], sessions: [] }));
export const bySession = (...sessions: string[]): ReleaseUnit[] =>
  sessions.map((s) => ({ name: `session ${s}`, groups: [], sessions: [s] }));

export function inputOf(
  people: readonly Person[],
  choice: Choice = {},
  earlier: readonly ReleaseEntry[] = [],
  allSessions: readonly string[] = [...new Set(people.map((p) => p.session))].toSorted(),
): ReleaseInput {
  const where = { statement: 's', round: 1 as const };
  const boards: AskedBoard[] = allSessions.map((session) => ({
    session,
    ...where,
    version: 1,
    scale: DEFAULT_SCALE,
  }));
  const tallies: TallyRow[] = people.flatMap(({ session, membership, answer }) =>
    answer === null ? [] : [{ session, ...where, version: 1, membership, answer, n: 1 }],
  );
  return {
    date: `2026-11-${String(earlier.length + 1).padStart(2, '0')}`,
    floor: 5,
    breakdowns: 'shown',
    statements: ['s'],
    allSessions,
    sessions: [],
    units: [],
    boards,
    poolVersions: true,
    tallies,
    eligible: people.map(({ session, membership }) => ({ session, ...where, membership, n: 1 })),
    paired: [],
    earlier,
    ...choice,
  };
}

/** Plans, and enters what was planned in the register. */
export function release(
  people: readonly Person[],
  choice: Choice = {},
  earlier: readonly ReleaseEntry[] = [],
  allSessions?: readonly string[],
): { plan: ReleasePlan; register: ReleaseEntry[] } {
  const plan = planRelease(inputOf(people, choice, earlier, allSessions));
  return { plan, register: [...earlier, { ...plan.entry, number: earlier.length + 1 }] };
}

export const n = (plan: ReleasePlan): number | null => plan.boards[0]?.whole?.figure.n ?? null;
export const parts = (plan: ReleasePlan): [string, number][] =>
  (plan.boards[0]?.parts ?? []).map((p) => [
    `${p.names.join(' and ')}${p.others ? ' and others' : ''}`,
    p.figure.n,
  ]);
export const codes = (plan: ReleasePlan): string[] => plan.notes.map((note) => note.code);

/** The people behind a set, at one moment. */
export function peopleIn(people: readonly Person[], set: FigureSet): Person[] {
  return people.filter((p) => set.sessions.includes(p.session) && holds(set, p));
}
