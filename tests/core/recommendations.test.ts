/** Recommendations: changes that merge, what they rest on, what is due, and what may be told of them. */
import { describe, expect, test } from '@jest/globals';
import {
  changeRecommendation,
  undoOfRecommendation,
  type RecommendationChange,
} from '../../core/recommendations/change.ts';
import { dueOf } from '../../core/recommendations/due.ts';
import { makeRests } from '../../core/recommendations/rests.ts';
import { wordToTell, type WordCounts } from '../../core/recommendations/participantsWord.ts';
import { stateOf, toldItem, type ToldFacts } from '../../core/recommendations/told.ts';
import { fromToTell } from '../../core/recommendations/toldFrom.ts';
import { toldSections } from '../../core/recommendations/toldWords.ts';
import {
  inTeamsOrder,
  NEW_RECOMMENDATION,
  promisesOf,
  readEvidence,
} from '../../core/recommendations/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import { readRecommendationChanges } from '../../core/schemaRecommendations.ts';
import { FACTS } from '../support/evidence.ts';
import { asked, recommendation, reword } from '../support/recommendations.ts';

const FIELDS = { ...NEW_RECOMMENDATION, text: 'Ring back' };

describe('RC2 what was promised', () => {
  const once = { ...FIELDS, promises: ['2026-12-01>2027-03-31'] };
  test('RC2 RC1 two windows that promise at once keep both, the first one first', () => {
    const { next, outcome } = changeRecommendation(
      once,
      reword('a', { promises: [] }, { promises: ['2026-12-02>2027-01-01'] }),
      false,
    );
    expect(outcome.is).toBe('done');
    expect(promisesOf(next ?? FIELDS).map(({ by }) => by)).toEqual(['2027-03-31', '2027-01-01']);
  });

  test('RC2 neither an undo nor a list without it takes a promise out', () => {
    const change = reword('a', { promises: [] }, { promises: once.promises });
    const undo = undoOfRecommendation(change, 'undo', null);
    expect(undo).not.toBeNull();
    expect(changeRecommendation(once, undo ?? change, false).next?.promises).toEqual(once.promises);
    const emptied = reword('a', { promises: once.promises }, { promises: [] });
    expect(changeRecommendation(once, emptied, false).next?.promises).toEqual(once.promises);
  });
});

test('RC2 a mistyped day is mended in its place, and one that has gone out stays beside the one that was meant', () => {
  const [first, later] = ['2026-12-01>2072-03-31', '2026-12-05>2027-09-30'];
  const now = { ...FIELDS, promises: [first, later] };
  const mend = (promise: string, by: string) => ({ ...reword('a', {}, {}), mend: { promise, by } });
  const after = (change: RecommendationChange, out: string[] = [], again = false) =>
    changeRecommendation(now, change, again, new Set(out)).next?.promises;
  const meant = '2026-12-01>2027-03-31';
  expect(after(mend(first, '2027-03-31'))).toEqual([meant, later]);
  expect(after(mend(first, ''))).toEqual([later]);
  expect(after(mend(later, '2027-03-31'), [first])).toEqual([first, '2026-12-05>2027-03-31']);
  expect(after(mend(first, '2027-03-31'), [first])).toEqual([first, meant, later]);
  expect(after(mend(first, ''), [first])).toEqual([first, later]);
  expect(after(mend('2026-12-02>2027-01-01', '2027-03-31'))).toEqual([first, later]);
  expect(after(mend(first, '2027-03-31'), [], true)).toEqual([first, later]);
  const wrong = { ...reword('a', {}, {}), mend: { promise: first, by: 'soon' } };
  expect(readRecommendationChanges({ changes: [wrong] })).toMatchObject({ where: 'changes.0.mend.by' });
  expect(isRefusal(readRecommendationChanges({ changes: [mend(first, '')] }))).toBe(false);
});

test('RC1 what two windows wrote in different fields is kept, and of one field what stands is shown', () => {
  const other = { ...FIELDS, to: 'The council', text: 'Ring back in a day' };
  const mine = reword('a', { text: 'Ring back', owner: '' }, { text: 'Ring back at once', owner: 'Sam' });
  const { next, outcome } = changeRecommendation(other, mine, false);
  expect(next).toMatchObject({ to: 'The council', owner: 'Sam', text: 'Ring back in a day' });
  expect(outcome).toEqual({ id: mine.id, is: 'differs', now: { text: 'Ring back in a day' } });
});

test('P5 what comes in is refused with its place', () => {
  const read = (change: unknown) => readRecommendationChanges({ changes: [change] });
  expect(isRefusal(read(asked('a')))).toBe(false);
  const wrong = (fields: object) => read({ ...asked('a'), set: { ...asked('a').set, ...fields } });
  expect(wrong({ askedOn: '2027-02-31' })).toMatchObject({ where: 'changes.0.set.askedOn' });
  expect(wrong({ evidence: ['theme.a', 'theme.a'] })).toMatchObject({ where: 'changes.0.set.evidence' });
  expect(wrong({ evidence: ['nothing'] })).toMatchObject({ where: 'changes.0.set.evidence.0' });
  expect(wrong({ promises: ['2027-01-01'] })).toMatchObject({ where: 'changes.0.set.promises.0' });
  expect(wrong({ text: '' })).toMatchObject({ where: 'changes.0.set.text' });
  expect(wrong({ wordYes: -1 })).toMatchObject({ where: 'changes.0.set.wordYes' });
  expect(readEvidence('postit.s.1.a b')).toBeNull();
});

test('RC1 each kind is in the team’s order, and equal places are in the same order everywhere', () => {
  const all = [
    recommendation('b', { order: 1 }),
    recommendation('k', { kind: 'keep' }),
    recommendation('c', { order: 0 }),
    recommendation('a', { order: 1 }),
  ];
  expect(inTeamsOrder(all, 'change').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('RC8 an answer, a promise and telling people are due, each for its own reason', () => {
  const due = (fields: Parameters<typeof recommendation>[1], today = '2027-03-01', answerDue = '') =>
    dueOf(recommendation('a', fields), today, answerDue).map(({ why }) => why);
  expect(due({ askedOn: '2027-02-01' })).toEqual(['answer']);
  expect(due({ askedOn: '2027-02-02' })).toEqual([]);
  // People were told a day: it counts, until it is over and longer than the usual time.
  for (const promised of ['2027-02-10', '10 February 2027', '10th february 2027']) {
    expect(due({ askedOn: '2027-02-09' }, '2027-02-10', promised)).toEqual([]);
    expect(due({ askedOn: '2027-02-09' }, '2027-02-11', promised)).toEqual(['promised']);
    expect(due({ askedOn: '2027-02-09', answer: 'accepted' }, '2027-02-11', promised)).toEqual(['tell']);
  }
  expect(due({ askedOn: '2027-01-01' }, '2027-03-01', '2027-04-01')).toEqual([]);
  expect(due({ askedOn: '2027-02-20' }, '2027-03-01', '2027-02-10')).toEqual([]);
  expect(due({ askedOn: '2027-02-01' }, '2027-03-01', 'end of spring')).toEqual(['answer']);
  // Nobody was asked, and the day that people were told is four weeks away, near, or over.
  expect(due({}, '2027-02-01', '2027-03-01')).toEqual(['ask']);
  expect(due({}, '2027-03-02', '2027-03-01')).toEqual(['ask']);
  expect(due({}, '2027-01-31', '2027-03-01')).toEqual([]);
  expect(due({ kind: 'keep' }, '2027-02-01', '2027-03-01')).toEqual([]);
  expect(due({}, '2027-02-01', 'end of spring')).toEqual([]);
  const own = { askedOn: '2027-02-09', promises: ['2027-02-09>2027-06-01'] };
  expect(due(own, '2027-02-11', '2027-02-10')).toEqual([]);
  const told = { answer: 'accepted', answeredOn: '2027-02-10', toldOn: '2027-02-12' } as const;
  expect(due({ ...told, promises: ['2026-01-01>2026-06-01', '2027-02-10>2027-02-28'] })).toEqual(['late']);
  // Promised for later since: the last one counts.
  expect(due({ ...told, promises: ['2026-01-01>2026-06-01', '2027-02-10>2027-03-01'] })).toEqual([]);
  expect(due({ ...told, promises: ['2027-02-10>2027-02-28'], doneOn: '2027-02-11' })).toEqual([]);
  expect(due({ answer: 'no', why: 'Money', answeredOn: '2027-02-10' })).toEqual(['tell']);
  // Done since people were told of the answer: that is news for them.
  expect(due({ ...told, doneOn: '2027-02-20' })).toEqual(['tellDone']);
  // Nobody was told of either: one line, and it is the answer that they lack.
  expect(due({ ...told, toldOn: '', doneOn: '2027-02-20' })).toEqual(['tell']);
  expect(due({ ...told, answeredOn: '2027-02-14', doneOn: '2027-02-20' })).toEqual(['tell']);
});

test('RC8 a yes without a promised day comes back ninety days after people were told, until there is a day or it is done', () => {
  const yes = { answer: 'accepted', answeredOn: '2027-02-10', toldOn: '2027-02-12' } as const;
  const due = (fields: Parameters<typeof recommendation>[1], today = '2027-05-13') =>
    dueOf(recommendation('a', fields), today, '');
  expect(due(yes)).toEqual([{ why: 'when', since: '2027-02-10' }]);
  expect(due({ ...yes, answer: 'part', why: 'Money' })).toEqual([{ why: 'when', since: '2027-02-10' }]);
  expect(due(yes, '2027-05-12')).toEqual([]);
  expect(due({ ...yes, promises: ['2027-02-10>2027-09-01'] })).toEqual([]);
  expect(due({ ...yes, doneOn: '2027-02-11' })).toEqual([]);
  // Nothing is to be done where it stays as it is, or was refused.
  expect(due({ ...yes, kind: 'keep' })).toEqual([]);
  expect(due({ ...yes, answer: 'no', why: 'Money' })).toEqual([]);
});

describe('RC6 what may be told', () => {
  const counts = (yes: number, partly = 0, no = 0, unknown = 0, on = '2027-05-01'): WordCounts => ({
    on,
    yes,
    partly,
    no,
    unknown,
  });
  const word = (now: WordCounts, out: WordCounts[] = [], floor = 10) =>
    wordToTell(
      {
        wordYes: now.yes,
        wordPartly: now.partly,
        wordNo: now.no,
        wordUnknown: now.unknown,
        wordOn: now.on,
      },
      out,
      floor,
    );

  test('RC6 the base has to reach the floor, a cell need not', () => {
    expect(word(counts(8, 1))).toBe('few');
    expect(word(counts(8, 1, 1))).toEqual(counts(8, 1, 1));
    expect(word(counts(0))).toBeNull();
    expect(word(counts(20, 0, 0, 0, ''))).toBeNull();
  });

  test('RC6 counts that went out stand until as many people as the floor came, went or changed', () => {
    const before = counts(10, 2);
    expect(word(counts(11, 2), [before])).toEqual(before);
    expect(word(counts(9, 3), [before])).toEqual(before);
    // Too few are left, and how many went would follow.
    expect(word(counts(8), [before])).toEqual(before);
    expect(word(counts(20, 2), [before])).toEqual(counts(20, 2));
    expect(word(counts(11, 2, 0, 0, '2027-06-01'), [before])).toEqual(counts(11, 2, 0, 0, '2027-06-01'));
  });

  const facts = (evidence: string[], large: string[]): ToldFacts => ({
    rests: makeRests(FACTS)({ evidence }),
    from: fromToTell({ evidence }, [], {
      rests: makeRests(FACTS),
      book: FACTS.book,
      sessions: [...new Set(['s1', ...large, 'small'])].slice(0, 3),
      large: new Set(large),
      floor: 10,
    }),
    statementText: (id) => (id === 'st' ? 'They listen' : ''),
    floor: 10,
    answerDue: { first: '2027-01-15', now: '2027-01-15' },
    list: [],
    out: [],
  });
  const words = (item: ReturnType<typeof toldItem>) =>
    JSON.stringify(
      toldSections(
        { title: 'T', sample: false, date: '2027-05-01', floor: 10, change: [item], keep: [] },
        new Map([['a', ['They never rang']]]),
      ),
    );

  test('RC6 only sessions as large as the floor are counted, and of one alone nothing is said', () => {
    const item = (large: string[]) => toldItem(recommendation('a'), facts(['theme.t'], large));
    expect(item(['s1', 's2', 's9']).raised).toEqual({ n: 2, of: 3, smaller: false });
    expect(words(item(['s1', 's9']))).toContain('Raised in 1 of 2 sessions of 10 people or more.');
    expect(item(['s1']).raised).toBeNull();
    expect(item(['s8', 's9']).raised).toBeNull();
    expect(words(item(['s1', 's2', 's9']))).toContain('Raised in 2 of 3 sessions.');
  });

  test('RC4 RC3 RC2 a lone idea, a why, both promised days and an answer that waits are in the words', () => {
    const item = (fields: Parameters<typeof recommendation>[1], evidence = ['point.s3.lone']) =>
      toldItem(recommendation('a', fields), facts(evidence, ['s3', 's1']));
    expect(words(item({}))).toContain('Raised by one person in the sessions.');
    expect(words(item({}))).not.toContain('Raised in');
    const waiting = item({ askedOn: '2027-02-01', owner: 'Sam Private' });
    expect(stateOf(waiting)).toBe('asked');
    expect(words(waiting)).toContain('No answer yet. Asked on 1 February 2027.');
    expect(words(waiting)).not.toContain('Sam Private');
    const promised = 'An answer was promised by 15 January 2027.';
    expect(words(waiting)).toContain(promised);
    // Nobody was asked: the day is what people were told, and nobody is said to have been asked or to have promised.
    const told = words(item({ to: 'The council' }));
    expect(told).toContain('"To be asked"');
    expect(told).toContain('Nobody has been asked yet.');
    expect(told).toContain('People were told that there would be an answer by 15 January 2027.');
    expect(told).not.toMatch(/Asked of|promised/u);
    expect(words(item({ to: 'The council', askedOn: '2027-02-01' }))).toContain('"Asked of"');
    expect(words(item({ to: 'The council', answer: 'accepted' }))).toContain('"Asked of"');
    expect(words(item({ kind: 'keep' }))).not.toContain('promised');
    expect(words(item({ askedOn: '2027-02-01', promises: ['2027-02-01>2027-06-01'] }))).not.toContain(
      promised,
    );
    expect(words(item({ answer: 'accepted' }))).not.toContain(promised);
    const sent = { askedOn: '2027-02-01' };
    const due = (first: string, now = first, of: object = sent) =>
      words(toldItem(recommendation('a', of), { ...facts([], []), answerDue: { first, now } }));
    expect(due('end of spring')).toContain('When an answer was promised: end of spring');
    expect(due('2027-02-15', '2027-12-01')).toContain(
      'An answer was first promised by 15 February 2027. Now it is promised by 1 December 2027.',
    );
    // Words are no day by which anything is.
    expect(due('Within six weeks', '2027-12-01')).toContain(
      'When an answer was promised, at first: “Within six weeks”. Now: 1 December 2027.',
    );
    expect(due('2027-02-15', 'Within six weeks', {})).toContain(
      'When there would be an answer, as people were told at first: 15 February 2027. As they are told now: “Within six weeks”.',
    );
    // Where nobody was asked it is no promise of anybody's but what people were told.
    expect(due('end of spring', 'end of spring', {})).toContain(
      'When there would be an answer, as people were told: end of spring',
    );
    expect(due('2027-02-15', '2027-12-01', {})).toContain(
      'People were first told that there would be an answer by 15 February 2027. Now it is to be by 1 December 2027.',
    );
    const no = words(item({ answer: 'no', why: 'There is no money' }));
    expect(no).toContain('No.');
    expect(no).toContain('There is no money');
    const did = { done: 'We ring back in three days.', doneOn: '2027-03-01', why: 'Money' };
    expect(stateOf(item({ ...did, answer: 'part' }))).toBe('donePart');
    expect(words(item({ ...did, answer: 'part' }))).toContain('"Done in part"');
    expect(stateOf(item({ ...did, answer: 'accepted' }))).toBe('done');
    expect(stateOf(item({ ...did, answer: 'part', doneOn: '' }))).toBe('part');
    expect(stateOf(item({ ...did, answer: 'no' }))).toBe('no');
    // The day says that it was done, as on the console; its words can come later.
    const day = { askedOn: '2027-01-02', doneOn: '2027-03-01' };
    expect(stateOf(item(day))).toBe('done');
    expect(words(item(day))).toContain('Done on 1 March 2027.');
    expect(words(item({ ...day, answer: 'no', why: 'Money' }))).not.toContain('Done');
    const moved = item({ answer: 'accepted', promises: ['2027-01-01>2027-03-31', '2027-03-01>2027-09-30'] });
    expect(words(moved)).toContain('First promised by 31 March 2027. Now promised by 30 September 2027.');
    expect(words(item({ wordYes: 3, wordOn: '2027-05-01' }))).toContain(
      'Fewer than 10 participants were asked',
    );
    expect(words(item({ wordYes: 9, wordNo: 4, wordOn: '2027-05-01' }))).toContain('9 said yes');
    expect(words(item({}, ['statement.st']))).toContain('“They listen”');
  });
});
