/** Who asked and who coded, and texts that are not counted, as releases tell it one after the other. */
import { expect, test } from '@jest/globals';
import { newReport } from '../../../core/report/document.ts';
import { buildReport } from '../../../core/report/build.ts';
import { heldHow, howTold } from '../../../core/report/how.ts';
import { textsLeftTold } from '../../../core/report/textsLeft.ts';
import { speechOf } from '../../../core/report/words.ts';
import type { With } from '../../../core/release/about.ts';
import type { EntryHow } from '../../../core/release/stories.ts';
import { NEW_QUESTION, type Passage, type TextSource } from '../../../core/talk/sources.ts';
import { entries, interview, on, release } from './interviewsMade.ts';
import { sampleInput } from './made.ts';

const FLOOR = 5;
const MARCH = '2027-03-01';
const APRIL = '2027-04-05';
const speech = speechOf('en');
const ALL = ['aa', 'bb'];
const questions = [{ ...NEW_QUESTION, id: 'q', text: 'What helped?', proposedBy: 'participants' as const }];

interface Case {
  sources: TextSource[];
  passages?: Passage[];
  sessions?: string[];
  date?: string;
}
const held = (
  { sources, passages = [], sessions = ALL, date = APRIL }: Case,
  earlier: With<EntryHow>[] = [],
) => heldHow({ sources, passages, questions, sessions, all: ALL, floor: FLOOR, earlier, date });
const first = (one: Case): With<EntryHow>[] => [
  { ...held({ ...one, date: MARCH }).entry, about: one.sessions ?? ALL },
];
const sample = await sampleInput();
const lists = (how: ReturnType<typeof held>) =>
  buildReport({
    ...sample,
    document: { ...newReport(FLOOR, 'shown'), checklists: { coreq: true, gripp2: true } },
    how,
  });
const words = (how: ReturnType<typeof held>): string =>
  JSON.stringify(lists(how).sections.filter(({ id }) => id.startsWith('checklist')));

const peer = interview('i0', { interviewer: 'peer' });
const staff = (from: number, n: number): TextSource[] =>
  Array.from({ length: n }, (_, i) => interview(`i${from + i}`, { interviewer: 'staff' }));
const coded = [on('i0', ['a'], { coder: 'second' }), on('i1', ['a'])];

test('RT7 RT6 who asked and who coded moves with no one interview, whether it is taken back or removed', () => {
  const before = first({ sources: [peer, ...staff(1, 5)], passages: coded });
  const now = [
    [{ ...peer, mayUse: false }, ...staff(1, 5)],
    staff(1, 5),
    [peer, ...staff(1, 1)],
    [...staff(1, 5), interview('new', { form: 'document' })],
  ];
  for (const sources of now) {
    const how = held({ sources, passages: coded }, before);
    expect(how).toMatchObject({
      interviewers: ['peer', 'staff'],
      unknown: false,
      coders: 2,
      proposed: true,
      on: [MARCH],
    });
    expect(how.entry.texts).toHaveLength(6);
    // Also in the release after it.
    expect(held({ sources: staff(1, 5) }, [...before, how.entry])).toMatchObject({ coders: 2, on: [MARCH] });
  }
  expect(words(held({ sources: staff(1, 5), passages: coded }, before))).toContain(
    'Interviews were held by peers and by staff. Interviews and documents are counted as on 1 March 2027.',
  );
});

test('RT7 as many as the floor who went are not told of, nor are what they alone were told for', () => {
  const before = first({ sources: [peer, ...staff(1, 5)], passages: coded });
  expect(held({ sources: [peer], passages: coded }, before)).toMatchObject({
    interviewers: ['peer'],
    coders: 1,
  });
});

test('RT7 one alone stays told when it is gone, and no kind comes in print with fewer than the floor', () => {
  const before = first({ sources: [peer], passages: coded.slice(0, 1) });
  const stands = { interviewers: ['peer'], coders: 1, proposed: true, on: [MARCH] };
  expect(held({ sources: [] }, before)).toMatchObject(stands);
  expect(held({ sources: staff(1, 4), passages: coded }, before)).toMatchObject(stands);
  expect(held({ sources: staff(1, 5) }, before)).toMatchObject({ interviewers: ['peer', 'staff'] });
  // Who codes it afterwards is no news of who spoke in it.
  const again = held({ sources: [peer], passages: [...coded, on('i0', ['a'], { id: 'x' })] }, before);
  expect(again).toMatchObject({ interviewers: ['peer'], coders: 2 });
});

test('RT7 a report on other sessions says nothing of theirs, and leaves it told', () => {
  const here = { ...peer, session: 'aa' };
  const before = first({ sources: [here] });
  const other = held({ sources: [], sessions: ['bb'] }, before);
  expect(other).toMatchObject({ interviewers: [], proposed: false });
  const next = [...before, { ...other.entry, about: ['bb'] }];
  expect(held({ sources: [] }, next)).toMatchObject({ interviewers: ['peer'], on: [MARCH] });
  // Nor does it once its session is removed.
  expect(held({ sources: [{ ...here, session: 'zz' }] }, next)).toMatchObject({ interviewers: ['peer'] });
});

test('RT7 of a release that noted nothing its words stand', () => {
  const told = held({ sources: [peer, ...staff(1, 2)], passages: coded, date: MARCH });
  const before = howTold(speech, { entry: { date: MARCH }, model: lists(told) });
  const how = held({ sources: staff(1, 2) }, [before ?? { texts: [] }]);
  expect(how).toMatchObject({ interviewers: ['peer', 'staff'], coders: 2, proposed: true, on: [MARCH] });
  expect(held({ sources: [] }, [before ?? { texts: [] }, how.entry])).toMatchObject({ coders: 2 });
  const { sections } = buildReport({ ...sample, how: told });
  expect(howTold(speech, { entry: { date: MARCH }, model: { sections } })).toBeNull();
});

test('RT7 that interviews or documents are not counted stays told when the only one is removed', async () => {
  const before = release([interview('i0')], 1);
  expect(before?.textsLeft).toBe(true);
  const gone = release([], 0, { earlier: entries(before) });
  expect(gone?.textsLeft).toBe(true);
  expect(release([], 0, { earlier: entries(gone) })?.textsLeft).toBe(true);
  expect(release([], 0)?.textsLeft).toBe(false);
  const model = buildReport(await sampleInput({ talk: before, document: newReport(FLOOR, 'shown') }));
  expect(textsLeftTold(speech, model)).toEqual(['interview']);
});
