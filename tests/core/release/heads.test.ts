import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  entryHeads,
  planHeads,
  rowHeads,
  type HeadsInput,
  type ReleasedHeads,
} from '../../../core/release/heads.ts';
import type { EntryHeads, HeadKind } from '../../../core/release/types.ts';
import type { Attendance, Session } from '../../../core/session.ts';

const row = (group: string | null, gender: string, n: number): Attendance => ({
  group,
  gender,
  ageBand: '',
  n,
});

function session(id: string, attendance: Attendance[], roles: string[] = []): Session {
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
    attendance,
    others: roles.map((role) => ({ role, n: 1 })),
    rehearsal: false,
  };
}

function plan(sessions: Session[], earlier: ReleasedHeads[] = [], more: Partial<HeadsInput> = {}) {
  return planHeads({
    date: `2026-0${earlier.length + 3}-01`,
    floor: 5,
    breakdowns: 'shown',
    sessions,
    recorded: true,
    sessionParts: false,
    thereWithheld: false,
    earlier: earlier.map((p) => ({ heads: entryHeads(p) })),
    ...more,
  });
}

/** What is printed: kind, names, number, and the date where it is printed again. */
function told({ tables }: ReleasedHeads): string[] {
  return tables
    .filter((t) => t.kind !== 'other')
    .flatMap((t) =>
      t.rows.map((names) =>
        [t.kind, names.join('+'), rowHeads(t, names), ...(t.again ? [t.date] : [])].join(' ').trim(),
      ),
    );
}
const kindOf = ({ tables }: ReleasedHeads, kind: HeadKind) => tables.find((t) => t.kind === kind);

const HALL = session('hall', [row('a', 'woman', 6), row('a', 'man', 6)]);
const WING = session('wing', [row('b', 'woman', 5), row('b', 'man', 5)], ['officer']);
const LATE = session('late', [row('a', 'woman', 1)], ['interpreter']);

describe('head-counts over releases', () => {
  test('F10 a first release has them all, and one of the same people has them once more', () => {
    const first = plan([HALL, WING]);
    expect(told(first)).toEqual([
      'total  22',
      'group a 12',
      'group b 10',
      'gender woman 11',
      'gender man 11',
      'ageBand  22',
      'session hall 12',
      'session wing 10',
    ]);
    expect(told(plan([HALL, WING], [first]))).toEqual(told(first));
    expect(told(plan([HALL, WING], [first, plan([HALL, WING], [first])]))).toEqual(told(first));
  });

  test('F10 while a few have come or gone, those of the earlier release are printed again', () => {
    const first = plan([HALL, WING]);
    for (const now of [
      [HALL, WING, LATE],
      [HALL, WING, LATE, session('x', [row('b', 'man', 3)])],
    ]) {
      const second = plan(now, [first]);
      expect(told(second)).toEqual(
        told(first)
          .filter((line) => !line.startsWith('session'))
          .map((line) => `${line} 2026-03-01`),
      );
      expect(kindOf(second, 'other')).toMatchObject({ again: true, rows: [['officer']], of: 2 });
    }
    const small = session('small', [row('b', 'woman', 1), row('b', 'man', 2)]);
    expect(told(plan([HALL], [plan([HALL, small])]))[0]).toBe('total  15 2026-03-01');
  });

  test('F10 five newcomers are no cover for one who went, and a correction shows nobody', () => {
    const first = plan([HALL, WING, LATE]);
    const more = session('more', [row('b', 'man', 8)]);
    expect(told(plan([HALL, WING, more], [first]))[0]).toBe('total  23 2026-03-01');
    const corrected = session('hall', [row('a', 'woman', 7), row('a', 'man', 5)]);
    const second = plan([corrected, WING], [plan([HALL, WING])]);
    expect(told(second)).toContain('total  22');
    expect(told(second)).toContain('gender woman 11 2026-03-01');
    expect(told(second)).not.toContain('gender woman 12');
    expect(kindOf(second, 'session')).toBeUndefined();
  });

  test('F10 it is held against every earlier release, not only the last', () => {
    const first = plan([HALL]);
    const second = plan([HALL, WING], [first]);
    expect(told(second)[0]).toBe('total  22');
    expect(told(plan([HALL, LATE], [first, second]))[0]).toBe('total  22 2026-04-01');
  });

  test('F10 rows that were put together are held against the same rows put together', () => {
    const mixed = session('hall', [row('a', 'woman', 8), row('b', 'woman', 3), row('c', 'woman', 5)]);
    const first = plan([mixed]);
    expect(told(first)).toContain('group b+c 8');
    const grown = session('new', [row('a', 'woman', 8), row('b', 'woman', 3)]);
    const second = plan([mixed, grown], [first]);
    expect(told(second)).toContain('total  27');
    expect(told(second)).toContain('group b+c 8 2026-03-01');
  });

  test('F10 where nothing can be printed again they are left out: unknown counts, or a floor that rose', () => {
    const first = plan([HALL, WING]);
    expect(plan([HALL], [], { earlier: [{}] })).toMatchObject({
      tables: [],
      left: [{ kind: 'total', why: 'earlier' }, {}, {}, {}],
    });
    const raised = plan([HALL, WING, LATE], [first], { floor: 12 });
    expect(told(raised)).toEqual(['total  22 2026-03-01', 'ageBand  22 2026-03-01']);
    expect(raised.left).toEqual([
      { kind: 'group', why: 'earlier' },
      { kind: 'gender', why: 'earlier' },
    ]);
  });

  test('F10 of any two releases no count differs by a few people', () => {
    const heads = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 9 })), {
      maxLength: 5,
    });
    const releases = fc.array(fc.array(heads, { maxLength: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(releases, (all) => {
        const before: ReleasedHeads[] = [];
        for (const sessions of all)
          before.push(
            plan(
              sessions.map((list, i) =>
                session(
                  `s${i}`,
                  list.map(([g, n]) => row(g, '', n)),
                ),
              ),
              before,
            ),
          );
        const tables = before.flatMap((p) => p.tables.filter((t) => t.kind !== 'other'));
        const names = (t: EntryHeads): string => JSON.stringify(t.rows);
        for (const a of tables)
          for (const b of tables) {
            if (a.kind !== b.kind) continue;
            const same = names(a) === names(b) ? a.rows : [[...new Set([...a.rows, ...b.rows].flat())]];
            for (const r of same) {
              const change = Math.abs(rowHeads(a, r) - rowHeads(b, r));
              expect(change === 0 || change >= 5).toBe(true);
            }
          }
      }),
    );
  });
});

describe('head-counts in one release', () => {
  test('F10 heads by session are told only where no group in one of them is small', () => {
    const mixed = session('mixed', [row('a', 'woman', 10), row('b', 'woman', 3)]);
    expect(kindOf(plan([mixed, WING]), 'session')).toBeUndefined();
    expect(kindOf(plan([HALL, WING]), 'session')).toBeDefined();
    expect(kindOf(plan([HALL, session('none', [])]), 'session')).toBeUndefined();
  });

  test('F10 beside figures of sessions there are no heads by session', () => {
    const both = plan([HALL, WING], [], { sessionParts: true });
    expect(kindOf(both, 'session')).toBeUndefined();
    expect(told(both)[0]).toBe('total  22');
  });

  test('F10 where it is withheld how many did not answer, no heads are told', () => {
    const none = plan([HALL, WING], [], { thereWithheld: true });
    expect(told(none)).toEqual([]);
    expect(none.left[0]).toEqual({ kind: 'total', why: 'there' });
  });

  test('F10 of sessions that stand in no figure no heads are told, nor that there were none', () => {
    const left = plan([], [], { recorded: true });
    expect(left.tables).toEqual([]);
    expect(new Set(left.left.map((l) => l.why))).toEqual(new Set(['figures']));
    expect(plan([], [], { recorded: false })).toEqual({ tables: [], left: [] });
  });

  test('F10 with breakdowns hidden no group and no session is in them', () => {
    const hidden = plan([HALL, WING], [plan([HALL, WING])], { breakdowns: 'hidden' });
    expect(hidden.tables.map((t) => t.kind)).toEqual(['total', 'gender', 'ageBand', 'other']);
  });
});
