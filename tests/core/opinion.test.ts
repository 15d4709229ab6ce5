import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { OpinionResult } from '../../core/opinion/opinionGroups.ts';
import { opinionGroups } from '../../core/opinion/opinionGroups.ts';
import { centred, prepare } from '../../core/opinion/matrix.ts';
import { planeOf } from '../../core/opinion/components.ts';
import { bestPartition } from '../../core/opinion/partition.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Draw } from '../../core/statistics/seeded.ts';
import { seeded, shuffle } from '../../core/statistics/seeded.ts';
import { readPolis } from '../../server/import/polis.ts';

type Row = (number | null)[];

const five = (n: number) => Array.from({ length: n }, (_, j) => ({ id: `s${j}`, points: 5 }));

/**
 * Camps answer `levels[camp][statement]`, give or take one; `missing` is the share of answers left out.
 * People come in shuffled order.
 */
function camps(sizes: readonly number[], levels: readonly number[][], draw: Draw, missing = 0): Row[] {
  const rows = sizes.flatMap((size, camp) =>
    Array.from({ length: size }, () =>
      (levels[camp] ?? []).map((level) => {
        const code = Math.max(1, Math.min(5, level + Math.floor(3 * draw()) - 1));
        return draw() < missing ? null : code;
      }),
    ),
  );
  shuffle(rows, draw);
  return rows;
}

/** Two camps that differ on six of eight statements; the seventh all agree with, the eighth all disagree with. */
const LEVELS = [
  [5, 5, 4, 1, 1, 2, 5, 1],
  [1, 2, 1, 5, 4, 5, 5, 1],
];

function groupsIn(result: OpinionResult): Extract<OpinionResult, { kind: 'groups' }> {
  if (result.kind !== 'groups') throw new Error(result.reason);
  return result;
}

describe('F9 opinion groups', () => {
  test('two camps are found, with what marks each and what both share', () => {
    const rows = camps([14, 9], LEVELS, seeded('camps'));
    const found = groupsIn(opinionGroups(five(8), rows, { seed: 'x' }));
    expect(found.groups.map(({ size }) => size)).toEqual([14, 9]);
    expect(found).toMatchObject({ people: 23, statements: 8, leftOut: 0, clarity: 'strong' });
    expect(found.held).toBeGreaterThan(found.heldByChance);
    const marked = found.groups.map(({ marks }) => marks.map((m) => `${m.statement} ${m.side}`));
    for (const mark of marked[0] ?? [])
      expect(['s0 agree', 's1 agree', 's2 agree', 's3 disagree', 's4 disagree', 's5 disagree']).toContain(
        mark,
      );
    for (const mark of marked[1] ?? [])
      expect(['s0 disagree', 's1 disagree', 's2 disagree', 's3 agree', 's4 agree', 's5 agree']).toContain(
        mark,
      );
    expect(marked.map((marks) => marks.length)).toEqual([5, 5]);
    expect(found.shared.map((s) => `${s.statement} ${s.side}`).toSorted()).toEqual([
      's6 agree',
      's7 disagree',
    ]);
    for (const { marks } of found.groups)
      for (const { inside, outside } of marks) {
        expect(inside.n + outside.n).toBe(23);
        expect(inside.agree + inside.middle + inside.disagree).toBe(inside.n);
      }
  });

  test('three camps with missing answers', () => {
    const levels = [
      [5, 5, 5, 1, 1, 1, 3, 3, 3, 5],
      [1, 1, 1, 5, 5, 5, 3, 3, 3, 5],
      [1, 1, 5, 1, 1, 5, 5, 1, 5, 5],
    ];
    const rows = camps([20, 15, 12], levels, seeded('three'), 0.15);
    const found = groupsIn(opinionGroups(five(10), rows, { seed: 'x' }));
    expect(found.groups).toHaveLength(3);
    expect(found.leftOut).toBe(rows.filter((row) => row.filter((c) => c !== null).length < 7).length);
    expect(found.people + found.leftOut).toBe(47);
    expect(found.shared.some((s) => s.statement === 's9' && s.side === 'agree')).toBe(true);
  });

  test('the scales may differ, and a turned statement changes nothing but its sides', () => {
    const rows = camps([12, 12], LEVELS, seeded('scales'));
    const found = groupsIn(opinionGroups(five(8), rows, { seed: 'x' }));
    const three = rows.map((row) => row.map((c, j) => (j !== 0 || c === null ? c : Math.sign(c - 3) + 2)));
    const mixed = five(8).map((s, j) => (j === 0 ? { ...s, points: 3 } : s));
    const other = groupsIn(opinionGroups(mixed, three, { seed: 'x' }));
    expect(other.groups.map(({ size }) => size)).toEqual(found.groups.map(({ size }) => size));
    const turned = rows.map((row) => row.map((c, j) => (j !== 6 || c === null ? c : 6 - c)));
    const after = groupsIn(opinionGroups(five(8), turned, { seed: 'x' }));
    expect(after.shared.find((s) => s.statement === 's6')?.side).toBe('disagree');
    expect(after.silhouette).toBeCloseTo(found.silhouette, 5);
  });

  test('answers without a pattern have no groups, but for one time in twenty', () => {
    let found = 0;
    for (let i = 0; i < 60; i += 1) {
      const draw = seeded(`noise ${i}`);
      const people = [12, 25, 60][i % 3] ?? 12;
      const statements = [4, 12][i % 2] ?? 4;
      const rows = Array.from({ length: people }, () =>
        Array.from({ length: statements }, () => 1 + Math.floor(5 * draw())),
      );
      if (opinionGroups(five(statements), rows, { seed: 'x' }).kind === 'groups') found += 1;
    }
    expect(found).toBeLessThanOrEqual(7);
  });

  test('the same seed gives the same, the order of people does not matter, and nobody is named', () => {
    const rows = camps([14, 9], LEVELS, seeded('order'), 0.05);
    const once = opinionGroups(five(8), rows, { seed: 'x', withPoints: true });
    expect(opinionGroups(five(8), rows, { seed: 'x', withPoints: true })).toEqual(once);
    const other = groupsIn(opinionGroups(five(8), rows.toReversed(), { seed: 'y', withPoints: true }));
    const found = groupsIn(once);
    expect(other.groups.map(({ size }) => size)).toEqual(found.groups.map(({ size }) => size));
    expect(other.points).toHaveLength(found.people);
    const inOrder = found.points?.toSorted((a, b) => a.group - b.group || a.x - b.x || a.y - b.y);
    expect(found.points).toEqual(inOrder);
    for (const [i, point] of (found.points ?? []).entries()) {
      expect(other.points?.[i]?.x).toBeCloseTo(point.x, 6);
      expect(other.points?.[i]?.y).toBeCloseTo(point.y, 6);
    }
    expect(groupsIn(opinionGroups(five(8), rows, { seed: 'x' })).points).toBeNull();
  });

  test('no group and no figure is about fewer people than the floor', () => {
    for (const floor of [5, 8, 10])
      for (let i = 0; i < 12; i += 1) {
        const draw = seeded(`floor ${i}`);
        const rows = camps([14 + i, 10 + (i % 3), 3], [...LEVELS, [3, 3, 5, 5, 1, 1, 1, 5]], draw, 0.1);
        const found = opinionGroups(five(8), rows, { seed: `${i}`, floor });
        if (found.kind === 'none') continue;
        expect(found.groups.reduce((sum, { size }) => sum + size, 0)).toBe(found.people);
        const bases = [
          ...found.groups.map(({ size }) => size),
          ...found.groups.flatMap(({ marks }) => marks.flatMap((m) => [m.inside.n, m.outside.n])),
          ...found.shared.flatMap(({ groups }) => groups.map(({ n }) => n)),
        ];
        expect(Math.min(...bases)).toBeGreaterThanOrEqual(floor);
      }
  });

  test('people spread evenly along one line are never told to be more than weakly apart', () => {
    for (let i = 0; i < 20; i += 1) {
      const draw = seeded(`line ${i}`);
      const rows = Array.from({ length: 40 }, () => {
        const place = 2 * draw() - 1;
        return Array.from({ length: 10 }, () =>
          Math.max(1, Math.min(5, Math.round(3 + 1.4 * place + 2 * draw() - 1))),
        );
      });
      const found = opinionGroups(five(10), rows, { seed: 'x' });
      expect(found.kind === 'none' ? 'weak' : found.clarity).toBe('weak');
    }
  });

  test('refused with the reason', () => {
    const few = camps([5, 4], LEVELS, seeded('few'));
    expect(opinionGroups(five(8), few, { seed: 'x' })).toMatchObject({
      kind: 'none',
      reason: 'too-few-people',
    });
    const narrow = camps(
      [10, 10],
      [
        [1, 5],
        [5, 1],
      ],
      seeded('narrow'),
    );
    expect(opinionGroups(five(2), narrow, { seed: 'x' })).toMatchObject({ reason: 'too-few-statements' });
    const alike = Array.from({ length: 20 }, () => [4, 4, 4, 4]);
    expect(opinionGroups(five(4), alike, { seed: 'x' })).toMatchObject({ reason: 'no-distinct-groups' });
    expect(opinionGroups([], [], { seed: 'x' })).toMatchObject({ kind: 'none', people: 0 });
    const silent = Array.from({ length: 20 }, () => [null, null, null, null]);
    expect(opinionGroups(five(4), silent, { seed: 'x' })).toMatchObject({ people: 0, leftOut: 20 });
    expect(() => opinionGroups(five(2), [[1]], { seed: 'x' })).toThrow(RangeError);
    expect(() => opinionGroups(five(1), [[6]], { seed: 'x' })).toThrow(RangeError);
  });

  test('a wall of four statements is enough', () => {
    const rows = camps(
      [8, 6],
      [
        [5, 5, 1, 5],
        [1, 1, 5, 5],
      ],
      seeded('wall'),
    );
    const found = groupsIn(opinionGroups(five(4), rows, { seed: 'x' }));
    expect(found.groups.map(({ size }) => size)).toEqual([8, 6]);
  });
});

const real = join(import.meta.dirname, '../../../shared/real');
const sets = existsSync(real)
  ? readdirSync(real).filter((name) => existsSync(join(real, name, 'votes.csv')))
  : [];
const whereReal = sets.length === 0 ? test.skip : test;
if (sets.length === 0) process.stderr.write('Skipped: the real consultations are not beside the project.\n');

describe('F9 real consultations', () => {
  whereReal('have opinion groups, with marks and common ground', () => {
    for (const name of sets) {
      const { statements, rows } = readSet(name);
      const found = groupsIn(opinionGroups(statements, rows, { seed: name }));
      expect(found.shared.length).toBeGreaterThan(0);
      for (const { marks } of found.groups) expect(marks.length).toBeGreaterThan(0);
      const again = groupsIn(opinionGroups(statements, rows, { seed: 'another' }));
      expect(again.groups).toEqual(found.groups);
    }
  });

  const seattle = '15-per-hour-seattle';
  (sets.includes(seattle) ? test : test.skip)('sort people as Polis did', () => {
    const { statements, rows, polisGroups } = readSet(seattle);
    const kept = prepare(statements, rows);
    const plane = planeOf(centred(kept), kept.answered);
    if (plane === null) throw new Error('a plane');
    const found = bestPartition(plane, 5, seeded('x'));
    const theirs = polisGroups.filter((_, i) => (rows[i] ?? []).filter((c) => c !== null).length >= 7);
    const same = theirs.filter((group, i) => group === String(found?.groups[i])).length;
    expect(found?.k).toBe(2);
    expect(Math.max(same, theirs.length - same) / theirs.length).toBeGreaterThan(0.9);
  });
});

/** A set with the codes 1 to 3, and the group in which Polis had each person. */
function readSet(name: string): {
  statements: { id: string; points: number }[];
  rows: Row[];
  polisGroups: (string | undefined)[];
} {
  const folder = join(real, name);
  const files = Object.fromEntries(
    readdirSync(folder).map((f) => [f, readFileSync(join(folder, f), 'utf8')]),
  );
  const polis = readPolis(files);
  if (isRefusal(polis)) throw new Error(name);
  const comments = polis.comments.filter((comment) => comment.moderated !== -1);
  const column = new Map(comments.map((comment, j) => [comment.id, j]));
  const rows = new Map(polis.voters.map((voter) => [voter, comments.map((): number | null => null)]));
  for (const { voter, comment, vote } of polis.votes) {
    const j = column.get(comment);
    const row = rows.get(voter);
    if (j !== undefined && row !== undefined) row[j] = vote + 2;
  }
  const [header = '', ...lines] = (files['participants-votes.csv'] ?? '').split('\n');
  const at = header.split(',').indexOf('group-id');
  const groups = new Map(lines.map((line) => [Number(line.split(',')[0]), line.split(',')[at]]));
  return {
    statements: comments.map(({ id }) => ({ id: String(id), points: 3 })),
    rows: [...rows.values()],
    polisGroups: polis.voters.map((voter) => groups.get(voter)),
  };
}
