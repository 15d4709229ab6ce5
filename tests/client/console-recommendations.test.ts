/** The desk of recommendations: what waits is handed over, what differs is shown, a promise has no way back. */
import { expect, test } from '@jest/globals';
import { answeredOver, answering } from '../../client/console/recommendations/begun.ts';
import { makeDesk, type Desk } from '../../client/console/recommendations/desk.ts';
import { recommendationsEn } from '../../client/console/messages/recommendations.en.ts';
import { changeRecommendation, type RecommendationChange } from '../../core/recommendations/change.ts';
import { NEW_RECOMMENDATION, type Recommendation } from '../../core/recommendations/types.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { recommendation } from '../support/recommendations.ts';
import { settled } from '../support/talkLaptop.ts';

const pageOf = (list: Recommendation[]) => ({
  consultation: 'c',
  title: '',
  sample: false,
  today: '2027-03-01',
  came: 0,
  floor: 5,
  answeredBy: '',
  answerDue: '',
  promised: [],
  checked: [],
  list,
});

function bench(...list: Recommendation[]) {
  const there = new Map(list.map((one) => [one.id, one]));
  const laptop = {
    /** What was asked for waits until somebody answers it. */
    holds: null as (() => void)[] | null,
    away: false,
    refuses: null as Refusal | null,
    batches: [] as number[],
  };
  const timers: (() => void)[] = [];
  let ids = 0;
  const desk: Desk = makeDesk({
    fetch: async () => {
      const now = [...there.values()];
      const { holds } = laptop;
      if (holds !== null) await new Promise<void>((answer) => holds.push(answer));
      return pageOf(now);
    },
    send: async (changes: readonly RecommendationChange[]) => {
      if (laptop.away) return refuse('fault');
      if (laptop.refuses !== null) {
        const why = laptop.refuses;
        laptop.refuses = null;
        return why;
      }
      laptop.batches.push(changes.length);
      const outcomes = changes.map((change) => {
        const now = there.get(change.key);
        const { next, outcome } = changeRecommendation(now ?? null, change, false);
        if (next === null) there.delete(change.key);
        else there.set(change.key, { ...next, id: change.key });
        return outcome;
      });
      return { outcomes, list: [...there.values()] };
    },
    later: (action) => {
      timers.push(action);
      return () => undefined;
    },
    newId: () => `id${(ids += 1)}`,
  });
  const tick = async (): Promise<void> => {
    for (const action of timers.splice(0)) action();
    await settled();
  };
  desk.refresh();
  return { desk, laptop, there, tick };
}

const set = (was: string, to: string) => ({ key: 'a', was: { to: was }, set: { to } });

test('RC1 what is changed while the laptop does not answer is on the screen, waits, and is handed over once', async () => {
  const { desk, laptop, there, tick } = bench(recommendation('a'));
  await settled();
  laptop.away = true;
  desk.perform([set('', 'The council')]);
  desk.perform([set('The council', 'The trust')]);
  await settled();
  expect([desk.list.value[0]?.to, desk.waiting.value, desk.link.value]).toEqual(['The trust', 2, 'away']);
  laptop.away = false;
  await tick();
  expect([there.get('a')?.to, desk.waiting.value, desk.link.value]).toEqual(['The trust', 0, 'here']);
  expect(laptop.batches).toEqual([2]);
});

test('RC1 what another window changed is shown with what was meant here, and either can be taken', async () => {
  const { desk, there } = bench(recommendation('a'));
  await settled();
  there.set('a', recommendation('a', { to: 'Theirs' }));
  desk.perform([set('', 'Mine')]);
  await settled();
  const [trouble] = desk.troubles.value;
  expect(trouble).toMatchObject({ why: 'differs', now: { to: 'Theirs' } });
  expect(desk.list.value[0]?.to).toBe('Theirs');
  if (trouble !== undefined) desk.settle(true, trouble);
  await settled();
  expect([there.get('a')?.to, desk.troubles.value]).toEqual(['Mine', []]);
  there.delete('a');
  desk.perform([set('Mine', 'Again')]);
  await settled();
  const [gone] = desk.troubles.value;
  expect(gone).toMatchObject({ why: 'gone' });
  if (gone !== undefined) desk.settle(true, gone);
  await settled();
  expect(there.get('a')).toMatchObject({ to: 'Again', text: 'Recommendation a' });
});

test('RC1 of what is refused together the one that is wrong is told of, and the others are saved', async () => {
  const { desk, laptop, there, tick } = bench(recommendation('a'));
  await settled();
  laptop.away = true;
  desk.perform([set('', 'The council')]);
  desk.perform([{ key: 'a', was: { answer: '' }, set: { answer: 'no' } }]);
  await settled();
  laptop.away = false;
  laptop.refuses = refuse('why-needed', 'changes.1.set.why');
  await tick();
  expect(there.get('a')).toMatchObject({ to: 'The council', answer: '' });
  expect(desk.troubles.value.map(({ change }) => change.set)).toEqual([{ answer: 'no' }]);
});

test('RC2 RC1 undo takes back what was typed last, and no promise', async () => {
  const { desk, there } = bench();
  await settled();
  desk.perform([{ key: 'a', was: null, set: { ...NEW_RECOMMENDATION, text: 'Ring back' } }]);
  desk.performForGood([{ key: 'a', was: { promises: [] }, set: { promises: ['2027-03-01>2027-06-30'] } }]);
  let typed = true;
  desk.beforeUndo(() => {
    if (typed) desk.perform([set('', 'Half typed')]);
    typed = false;
  });
  desk.undo();
  await settled();
  expect(there.get('a')).toMatchObject({ to: '', promises: ['2027-03-01>2027-06-30'] });
  desk.redo();
  await settled();
  expect(there.get('a')?.to).toBe('Half typed');
});

test('RC2 RC1 undo after a promise says what it would take back, and takes it back once somebody says so', async () => {
  const { desk, there } = bench(recommendation('a'));
  await settled();
  const no = { answer: 'no' as const, why: 'No money' };
  desk.perform([{ key: 'a', was: { answer: '', why: '' }, set: no }]);
  desk.performForGood([{ key: 'a', was: { promises: [] }, set: { promises: ['2027-03-01>2027-06-30'] } }]);
  desk.undo();
  expect(desk.asked.value).toMatchObject([{ key: 'a', set: no }]);
  await settled();
  expect(there.get('a')).toMatchObject(no);
  desk.undoAsked(false);
  desk.undo();
  desk.undoAsked(true);
  await settled();
  expect(desk.asked.value).toBeNull();
  expect(there.get('a')).toMatchObject({ answer: '', promises: ['2027-03-01>2027-06-30'] });
  // What is done after the promise is undone as ever.
  desk.perform([set('', 'The council')]);
  desk.undo();
  await settled();
  expect([desk.asked.value, there.get('a')?.to]).toEqual([null, '']);
});

test('RC11 an answer without its reason waits on the desk, also while its card is closed, and goes with its recommendation', async () => {
  const { desk, tick } = bench(recommendation('a', { to: '' }));
  await tick();
  const part = { answer: 'part', why: 'No m', over: { answer: '', why: '', answeredOn: '' } } as const;
  desk.begin('a', part);
  expect(desk.begun.value.get('a')).toEqual(part);
  const { id: _id, ...was } = desk.list.value[0] ?? recommendation('a');
  desk.perform([{ key: 'a', was, set: null }]);
  expect(desk.begun.value.size).toBe(0);
  desk.undo();
  expect(desk.begun.value.size).toBe(1);
  desk.begin('a', null);
  expect(desk.begun.value.size).toBe(0);
  await tick();
});

test('RC1 RC3 a “no” that is begun here is saved over what stood then: what another window answered meanwhile stays, and somebody chooses', async () => {
  const { desk, there, tick } = bench(recommendation('a', { answer: '', why: '', answeredOn: '' }));
  await tick();
  const one = () => desk.list.value[0] ?? recommendation('a');
  desk.begin('a', { answer: 'no', why: 'Mine', over: answeredOver(one(), null) });
  const theirs = { answer: 'no', why: 'No money before 2028', answeredOn: '2026-11-28' } as const;
  there.set('a', recommendation('a', theirs));
  desk.refresh();
  await settled();
  const begun = desk.begun.value.get('a') ?? null;
  expect(one()).toMatchObject(theirs);
  desk.perform([answering(one(), begun, 'no', 'Mine')]);
  await settled();
  expect(there.get('a')).toMatchObject(theirs);
  expect(desk.troubles.value).toMatchObject([{ why: 'differs', now: { why: theirs.why } }]);
  const [found] = desk.troubles.value;
  if (found !== undefined) desk.settle(true, found);
  await settled();
  // The day that somebody typed in the other window stays.
  expect(there.get('a')).toMatchObject({ ...theirs, why: 'Mine' });
});

test('RC2 RC11 a “no” that was begun over an answer that this window takes back is saved over what stands then', async () => {
  const { desk, there, tick } = bench(recommendation('a', { answer: '', why: '', answeredOn: '' }));
  await tick();
  const one = () => desk.list.value[0] ?? recommendation('a');
  desk.perform([answering(one(), null, 'accepted', '')]);
  await settled();
  desk.begin('a', { answer: 'no', why: '', over: answeredOver(one(), null) });
  desk.undo();
  await settled();
  expect(there.get('a')).toMatchObject({ answer: '' });
  desk.perform([answering(one(), desk.begun.value.get('a') ?? null, 'no', 'No money')]);
  await settled();
  expect(desk.troubles.value).toEqual([]);
  expect(there.get('a')).toMatchObject({ answer: 'no', why: 'No money' });
});

test('RC1 RC3 going back in another field takes no answer of another window for seen', async () => {
  const { desk, there, tick } = bench(recommendation('a', { answer: '', why: '', answeredOn: '' }));
  await tick();
  const one = () => desk.list.value[0] ?? recommendation('a');
  desk.perform([set('', 'The council')]);
  await settled();
  desk.begin('a', { answer: 'no', why: '', over: answeredOver(one(), null) });
  const theirs = { answer: 'part', why: 'Only in June' } as const;
  there.set('a', { ...one(), ...theirs });
  desk.refresh();
  await settled();
  desk.undo();
  await settled();
  desk.perform([answering(one(), desk.begun.value.get('a') ?? null, 'no', 'No money')]);
  await settled();
  expect(there.get('a')).toMatchObject(theirs);
  expect(desk.troubles.value).toMatchObject([{ why: 'differs', now: theirs }]);
});

test('RC2 RC1 what is done again after a promise is undone as ever', async () => {
  const { desk, there } = bench(recommendation('a'));
  await settled();
  desk.perform([set('', 'The council')]);
  desk.undo();
  desk.performForGood([{ key: 'a', was: { promises: [] }, set: { promises: ['2027-03-01>2027-06-30'] } }]);
  desk.redo();
  await settled();
  expect(there.get('a')?.to).toBe('The council');
  desk.undo();
  await settled();
  expect([desk.asked.value, there.get('a')?.to]).toEqual([null, '']);
  // Where nothing was done again, it is asked as before.
  desk.perform([set('', 'The trust')]);
  desk.performForGood([{ key: 'a', was: {}, set: {}, mend: { promise: '2027-03-01>2027-06-30', by: '' } }]);
  desk.redo();
  desk.undo();
  expect(desk.asked.value).toMatchObject([{ set: { to: 'The trust' } }]);
});

test('RC1 what was asked for before a change was handed over does not come over what that brought', async () => {
  const { desk, laptop } = bench(recommendation('a'));
  await settled();
  laptop.holds = [];
  desk.refresh();
  desk.refresh();
  expect(laptop.holds).toHaveLength(1);
  const seen: (string | undefined)[] = [];
  desk.list.subscribe((list) => void seen.push(list[0]?.to));
  desk.perform([set('', 'The council')]);
  await settled();
  expect(desk.waiting.value).toBe(0);
  const [first] = laptop.holds;
  laptop.holds = null;
  first?.();
  await settled();
  expect([seen, desk.list.value[0]?.to]).toEqual([['', 'The council'], 'The council']);
});

test('RC2 what undo would take back is told last, since it may end in a full stop of its own', () => {
  expect(recommendationsEn['undo.asked']).toMatch(/: \{what\}$/u);
});
