import { expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import type { Review } from '../../../core/report/document.ts';
import { withdrawnFrom, withdrawnWords } from '../../../server/use/withdrawn.ts';
import type { StoredComment } from '../../../server/store/store.ts';
import { sampleInput } from '../../core/report/made.ts';

const comment = (review: Partial<Review> = {}): StoredComment => ({
  session: 'one',
  board: 1,
  tag: 't',
  statement: 's1',
  round: 1,
  membership: '',
  answer: 4,
  comment: 'They listen.',
  audience: 'room',
  quote: true,
  shown: true,
  channel: 'phone',
  person: null,
  review: {
    session: 'one',
    board: 1,
    tag: 't',
    chosen: true,
    checked: true,
    published: null,
    replacements: [],
    ...review,
  },
});

test('F10 F14 a release whose quotes were taken back, changed or removed since is not written again unasked', async () => {
  const input = await sampleInput();
  const [quote] = input.quotes;
  if (quote === undefined) throw new Error('no quote');
  const model = buildReport({ ...input, quotes: [{ ...quote, text: 'They listen.' }] });
  const entry = {
    number: 1,
    date: '2026-11-22',
    floor: 5,
    breakdowns: 'shown' as const,
    boards: [],
    moved: [],
    quotes: [{ session: 'one', board: 1, tag: 't', said: null }],
  };
  const withdrawn = (...comments: StoredComment[]) => withdrawnFrom({ entry, model }, comments);
  expect(withdrawn(comment())).toBe(0);
  expect(withdrawn(comment({ chosen: false }))).toBe(1);
  expect(withdrawn(comment({ checked: false }))).toBe(1);
  expect(withdrawn(comment({ published: '' }))).toBe(1);
  expect(withdrawn(comment({ published: '[someone] listens.' }))).toBe(1);
  expect(withdrawn({ ...comment(), tag: 'u' })).toBe(1);
  expect(withdrawn()).toBe(1);
  expect(withdrawnWords({ quotes: 1, pictures: 0 })).toContain('taken back');
  expect(withdrawnWords({ quotes: 0, pictures: 0 })).toBe('');
});

test('F10 F14 RT4 what was said in a session or an interview is asked about once other words would be printed of it', async () => {
  const input = await sampleInput();
  const model = buildReport(input);
  model.sections[0]?.blocks.push({ kind: 'quote', text: 'Nobody rings Hamida back', by: '' });
  const talk = {
    cells: [],
    quotes: [{ session: 'one', point: 'p', said: {} }],
    passages: [{ source: 's', passage: 'q', said: {} }],
  };
  const entry = { date: '2026-11-22', floor: 5, breakdowns: 'shown' as const, boards: [], moved: [], talk };
  const withdrawn = (point: string, passage: string): number =>
    withdrawnFrom(
      { entry, model },
      [],
      [
        { session: 'one', point: 'p', text: point },
        { session: '', point: 'q', text: passage },
      ],
    );
  expect(withdrawn('Nobody rings Hamida back', 'Nobody rings Hamida back')).toBe(0);
  expect(withdrawn('Nobody rings back', 'Nobody rings Hamida back')).toBe(1);
  expect(withdrawn('Nobody rings back', 'Nobody rings back')).toBe(2);
});

test('F10 F14 RT4 of a quote that stands and is nowhere in a release from before that was noted nobody is asked, unless words in it are nobody’s', async () => {
  const model = buildReport({ ...(await sampleInput()), quotes: [] });
  model.sections[0]?.blocks.push({ kind: 'quote', text: 'Nobody rings back', by: '' });
  const quotes = ['p', 'no room'].map((point) => ({ session: 'one', point, said: {} }));
  const talk = { cells: [], quotes };
  const entry = { date: '2026-11-22', floor: 5, breakdowns: 'shown' as const, boards: [], moved: [], talk };
  const point = (id: string, text: string) => ({ session: 'one', point: id, text });
  const withdrawn = (...points: ReturnType<typeof point>[]): number =>
    withdrawnFrom({ entry, model }, [], points);
  const other = point('no room', 'They never asked');
  expect(withdrawn(point('p', 'Nobody rings back'), other)).toBe(0);
  expect(withdrawn(other)).toBe(1);
  expect(withdrawn(point('p', 'Nobody rings'), other)).toBe(1);
  expect(withdrawn(point('p', 'Nobody rings back'))).toBe(1);
});
