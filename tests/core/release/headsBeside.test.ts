import { expect, test } from '@jest/globals';
import { sessionsIn, tellsSessions, thereWithheld } from '../../../core/release/headsBeside.ts';
import type { Choice, FigureSet, ReleasedBoard, ReleaseNote } from '../../../core/release/types.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import { figureWith } from '../report/made.ts';

const setOf = (sessions: string[], units: Choice[] | null = null): FigureSet => ({
  sessions,
  units,
  others: null,
});
const board = (sessions: string[] | null): ReleasedBoard => ({
  statement: 's1',
  round: 1,
  versions: [1],
  scale: DEFAULT_SCALE,
  whole:
    sessions === null ? null : { figure: figureWith([1, 2, 3, 4, 5]), set: setOf(sessions), reprinted: [] },
  withheld: sessions === null ? 'under-floor' : null,
  parts: [],
});
const note: ReleaseNote = { code: 'not-answered-withheld', statement: 's1', round: 1, slots: {} };
const there = (session: string) => ({ session, statement: 's1', round: 1 as const, membership: '', n: 9 });

test('F10 heads are counted of sessions in a published figure of everyone', () => {
  expect([...sessionsIn({ boards: [board(['a', 'b']), board(null), board(['b'])] })]).toEqual(['a', 'b']);
});

test('F10 a part that names sessions tells them apart, one of groups does not', () => {
  const of = (units: Choice[] | null) =>
    tellsSessions({
      boards: [
        { statement: 's1', round: 1, atoms: [], figures: [{ set: setOf(['a'], units), there: false }] },
      ],
    });
  expect(of(null)).toBe(false);
  expect(of([{ groups: ['g'], sessions: [] }])).toBe(false);
  expect(of([{ groups: ['g'], sessions: ['a'] }])).toBe(true);
});

test('F10 where not answered is withheld for a few people, so are the heads; not where nobody counted them', () => {
  const plan = { boards: [board(['a', 'b'])], notes: [note] };
  expect(thereWithheld({ ...plan, notes: [] }, [there('a'), there('b')], true)).toBe(false);
  expect(thereWithheld(plan, [there('a'), there('b')], false)).toBe(true);
  expect(thereWithheld(plan, [there('a')], false)).toBe(false);
  expect(thereWithheld(plan, [there('a')], true)).toBe(true);
});
