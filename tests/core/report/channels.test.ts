/** By which ways answers came, as releases tell it one after the other. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newReport } from '../../../core/report/document.ts';
import { buildReport } from '../../../core/report/build.ts';
import { channelsTold, heldChannels, WAYS, type HeldChannels } from '../../../core/report/channels.ts';
import type { ChannelCount } from '../../../core/report/input.ts';
import { speechOf } from '../../../core/report/words.ts';
import type { EntryChannels } from '../../../core/release/stories.ts';
import type { ReleaseEntry } from '../../../core/release/types.ts';
import { linesOf, sampleInput } from './made.ts';

const FLOOR = 5;
const MARCH = '2027-03-01';
const APRIL = '2027-04-05';
const speech = speechOf('en');
type Room = Partial<Record<(typeof WAYS)[number], number>>;
/** Most people of each session who answered by each way. */
const counted = (rooms: Record<string, Room>): ChannelCount[] =>
  Object.entries(rooms).flatMap(([session, ways]) =>
    WAYS.flatMap((channel) => (ways[channel] === undefined ? [] : [{ session, channel, n: ways[channel] }])),
  );
const release = (rooms: Record<string, Room>, earlier: EntryChannels[] = [], date = APRIL): HeldChannels =>
  heldChannels({ counts: counted(rooms), sessions: Object.keys(rooms), floor: FLOOR, earlier, date });
const first = (rooms: Record<string, Room>): EntryChannels[] => release(rooms, [], MARCH).entry;

const sample = await sampleInput();
const model = ({ counts, on }: HeldChannels) =>
  buildReport({
    ...sample,
    document: newReport(FLOOR, 'shown'),
    date: APRIL,
    channels: counts,
    channelsOn: on,
  });
const line = (held: HeldChannels): string | undefined =>
  linesOf(model(held), 'methods').find((one) => one.startsWith('How answers'));
const BOTH = 'How answers were collected: Own phone and paper or the wall, entered by the facilitator';

test('F10 a way stays in print when one of the five who used it takes their answers out, and shows none who comes', () => {
  const before = first({ a: { phone: 5, paper: 10 } });
  const told = `${BOTH} (counted on 1 March 2027)`;
  expect(line(release({ a: { phone: 5, paper: 10 } }, [], APRIL))).toBe(BOTH);
  for (const now of [
    { phone: 5, paper: 10 },
    { phone: 4, paper: 10 },
    { paper: 11 },
    { mixed: 4, paper: 10 },
    { phone: 5, tablet: 4, paper: 10 },
  ])
    expect(line(release({ a: now }, before))).toBe(told);
  // Six went, and five of them had answered on their phones.
  expect(line(release({ a: { paper: 9 } }, before))).toBe(
    'How answers were collected: Paper or the wall, entered by the facilitator (counted on 1 March 2027)',
  );
  // Many came on paper, and beside them one goes unseen.
  const more = release({ a: { phone: 4, paper: 20 } }, before);
  expect(line(more)).toBe(`${BOTH} (counted between 1 March 2027 and 5 April 2027)`);
});

test('F10 nor does a report on more sessions, or on others, show who went', () => {
  const before = first({ a: { phone: 5, paper: 10 }, b: { phone: 4, paper: 9 } });
  expect(line(release({ a: { phone: 4, paper: 10 } }, before))).toContain('Own phone and paper');
  expect(line(release({ a: { phone: 4, paper: 10 }, c: { paper: 8 } }, before))).toContain('Own phone and');
  // Nobody came to it, and by what was told of both they were under the floor there.
  expect(line(release({ b: { phone: 5, paper: 9 } }, before))).not.toContain('Own phone');
});

test('F10 of a release that noted nothing its words stand with their date, and in no report on fewer sessions', () => {
  const of = (rooms: Record<string, Room>, floor = FLOOR): EntryChannels[] =>
    channelsTold(speech, {
      entry: { date: MARCH, floor, about: Object.keys(rooms) } as ReleaseEntry,
      model: model(release(rooms)),
    });
  const before = of({ a: { phone: 3, paper: 10 }, b: { phone: 2, paper: 9 } });
  const told = release({ a: { phone: 3, paper: 10 }, b: { phone: 1, paper: 9, tablet: 5 } }, before);
  expect(line(told)).toBe(`${BOTH} (counted on 1 March 2027)`);
  // Also in the release after it.
  const next = release({ a: { paper: 10 }, b: { phone: 1, paper: 9 } }, [...before, ...told.entry]);
  expect(line(next)).toBe(`${BOTH} (counted on 1 March 2027)`);
  expect(line(release({ a: { phone: 3, paper: 10 } }, before))).toBe('How answers were collected: Not told');
  const few = of({ a: { phone: 3, paper: 3 } });
  expect(line(release({ a: { phone: 3, paper: 5 } }, few))).toBe(
    'How answers were collected: In several ways, each used by fewer than 5 people (counted on 1 March 2027)',
  );
});

test('F10 whatever was told and however few come or go, the next release tells the same as if nobody had', () => {
  const ways = fc.record({ phone: fc.nat(12), tablet: fc.nat(12), paper: fc.nat(12), mixed: fc.nat(4) });
  const rooms = fc.record({ a: ways, b: ways, c: ways });
  const some = fc.subarray(['a', 'b', 'c'] as const, { minLength: 1 });
  const moves = fc.array(
    fc.tuple(
      fc.constantFrom(...(['a', 'b', 'c'] as const)),
      fc.constantFrom(...WAYS.slice(0, 3)),
      fc.boolean(),
    ),
    {
      maxLength: FLOOR - 1,
    },
  );
  fc.assert(
    fc.property(
      rooms,
      fc.array(some, { minLength: 1, maxLength: 3 }),
      some,
      moves,
      (all, reports, last, moved) => {
        const part = (from: typeof all, ids: readonly ('a' | 'b' | 'c')[]) =>
          Object.fromEntries(ids.map((id) => [id, from[id]]));
        const out: EntryChannels[] = [];
        for (const ids of reports) out.push(...release(part(all, ids), out, MARCH).entry);
        const known = last.filter((id) => reports.flat().includes(id));
        const later = structuredClone(all) as Record<'a' | 'b' | 'c', Room>;
        for (const [id, way, comes] of moved)
          later[id][way] = Math.max(0, (later[id][way] ?? 0) + (comes ? 1 : -1));
        const tell = (from: typeof all) => line(release(part(from, known), out, APRIL));
        expect(tell(later as typeof all)).toBe(tell(all));
      },
    ),
    { numRuns: 100 },
  );
});
