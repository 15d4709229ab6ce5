import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryHeads, planHeads, rowHeads, type ReleasedHeads } from '../../../core/release/heads.ts';
import type { EntryHeads } from '../../../core/release/types.ts';
import type { Session } from '../../../core/session.ts';
import { singledOut, type Published } from './attacker.ts';

const FLOOR = 5;

/** A session with so many women and men. */
function session(id: string, women: number, men: number): Session {
  const heads = (gender: string, n: number) => ({ group: null, gender, ageBand: '', n });
  return {
    id,
    consultation: 'c',
    name: id,
    date: '2026-03-01',
    place: '',
    mode: 'unlinked',
    style: 'guided',
    state: 'sealed',
    groups: [],
    twoGroups: false,
    code: '',
    attendance: [heads('woman', women), heads('man', men)],
    others: [],
    rehearsal: false,
  };
}

function releases(all: readonly (readonly Session[])[]): ReleasedHeads[] {
  const before: ReleasedHeads[] = [];
  for (const sessions of all)
    before.push(
      planHeads({
        date: '2026-03-01',
        floor: FLOOR,
        breakdowns: 'shown',
        sessions,
        recorded: true,
        sessionParts: false,
        thereWithheld: false,
        earlier: before.map((p) => ({ heads: entryHeads(p) })),
      }),
    );
  return before;
}

const told = ({ tables }: ReleasedHeads): string[] =>
  tables
    .filter((t) => !t.again && t.kind !== 'other')
    .flatMap((t) => t.rows.map((names) => `${t.kind} ${names.join('+')} ${rowHeads(t, names)}`));

describe('head-counts over more than two releases', () => {
  test('F10 reports on one session each and one on all do not tell of the only woman in a third', () => {
    const [north, south, east] = [session('north', 6, 6), session('south', 6, 6), session('east', 1, 6)];
    const all = releases([[north], [south], [north, south, east]]);
    expect(told(all[1] as ReleasedHeads)).toContain('gender woman 6');
    expect(told(all[2] as ReleasedHeads)).toContain('total  31');
    expect(told(all[2] as ReleasedHeads).filter((line) => line.startsWith('gender'))).toEqual([]);
  });

  test('F10 nor does the total tell of a small session', () => {
    const [north, south, east] = [session('north', 6, 6), session('south', 6, 6), session('east', 1, 2)];
    expect(told(releases([[north], [south], [north, south, east]])[2] as ReleasedHeads)).toEqual([]);
  });

  test('F10 reports on one session each and one on all these have everything', () => {
    const [north, south] = [session('north', 6, 6), session('south', 7, 8)];
    expect(told(releases([[north], [south], [north, south]])[2] as ReleasedHeads)).toEqual([
      'total  27',
      'group  27',
      'gender woman 13',
      'gender man 14',
      'ageBand  27',
      'session north 12',
      'session south 15',
    ]);
  });

  test('F10 whoever adds and subtracts all of them in any way finds no fewer than the floor', () => {
    const heads = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    const choices = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 2, maxLength: 5 });
    let printed = 0;
    fc.assert(
      fc.property(fc.array(heads, { minLength: 4, maxLength: 4 }), choices, (sizes, chosen) => {
        const sessions = sizes.map(([women, men], i) => session(`s${i}`, women, men));
        const people = sizes.flatMap(([women, men], i) => [
          ...Array.from({ length: women }, () => ({ session: `s${i}`, gender: 'woman' })),
          ...Array.from({ length: men }, () => ({ session: `s${i}`, gender: 'man' })),
        ]);
        const tables = releases(chosen.map((list) => sessions.filter((_, i) => list.includes(i)))).flatMap(
          (p) => p.tables,
        );
        const rowsOf = (table: EntryHeads): Published[] => {
          const held = new Set(table.cells.map((c) => c.session));
          return table.rows.map((names) => {
            const inRow = people.flatMap((p, person) => {
              const name = { gender: p.gender, session: p.session }[table.kind as string] ?? '';
              return held.has(p.session) && names.includes(name) ? [{ person, cell: 0 }] : [];
            });
            expect(inRow).toHaveLength(rowHeads(table, names));
            return { responses: inRow, values: [inRow.length] };
          });
        };
        for (const kinds of [['gender'], ['total', 'session']]) {
          const figures = tables.filter((t) => kinds.includes(t.kind)).flatMap(rowsOf);
          printed += figures.length;
          expect(singledOut(figures, 0, FLOOR)).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
    expect(printed).toBeGreaterThan(1000);
  });
});
