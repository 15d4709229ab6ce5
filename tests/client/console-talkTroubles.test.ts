/** What of a scribe's changes cannot be done as it was meant, and what stays of it on the device. */
import { beforeEach, expect, test } from '@jest/globals';
import type { Wanted } from '../../client/console/talk/desk.ts';
import { keptFor, waitingHere } from '../../client/console/talk/kept.ts';
import { makeScribe } from '../../client/console/talk/scribe.ts';
import { refuse } from '../../core/refusal.ts';
import { NEW_POINT } from '../../core/talk/types.ts';
import type { ChangesDone } from '../../core/talk/api.ts';
import type { Change } from '../../core/talk/change.ts';
import { add, deskBench, edit, settled, texts } from '../support/talkLaptop.ts';

let { laptop, timers, keep, open, tick } = deskBench();
beforeEach(() => {
  ({ laptop, timers, keep, open, tick } = deskBench());
});

test('TK8 what nobody has decided on is counted as well, each by itself', async () => {
  const desk = open();
  await settled();
  desk.perform([add('refused', { text: 'refused' }), add('two', { text: 'refused' })]);
  await settled();
  expect([desk.waiting.value, waitingHere(keep())]).toEqual([0, 2]);
  desk.close();
});

test('TK8 once somebody signed out in another tab nothing of theirs is handed over, nor can a step bring it back', async () => {
  const desk = open();
  desk.perform([add('kept')]);
  await settled();
  laptop.away = 'before';
  desk.perform([add('one')]);
  await settled();
  desk.forget();
  expect([texts(desk), desk.waiting.value, desk.steps.value]).toEqual([['kept'], 0, { undo: 0, redo: 0 }]);
  expect(keep().keys('standpoint:')).toEqual([]);
  laptop.away = '';
  desk.perform([add('two')]);
  await settled();
  await tick();
  expect(laptop.heard).toEqual(['kept', 'two']);
  desk.close();
});

test('TK8 what was on its way as somebody signed out leaves nothing here, whatever becomes of it', async () => {
  const desk = open();
  await settled();
  desk.perform([add('refused', { text: 'refused' }), add('after')]);
  desk.forget();
  await settled();
  await tick();
  expect([desk.troubles.value, keep().keys('standpoint:'), laptop.heard]).toEqual([[], [], []]);
  desk.close();
});

test('TK8 what waits for a session that was removed is shown once and kept nowhere', async () => {
  const desk = open();
  await settled();
  laptop.away = 'before';
  desk.perform([add('one'), add('two')]);
  keptFor(keep(), { session: 's' }).set('begun', { text: 'half' });
  await settled();
  [laptop.away, laptop.removed] = ['', true];
  await tick();
  expect(desk.troubles.value.map(({ change, why }) => [change.key, why])).toEqual([
    ['one', refuse('no-such-session', 'session')],
    ['two', refuse('no-such-session', 'session')],
  ]);
  expect([desk.waiting.value, timers, keep().keys('standpoint:')]).toEqual([0, [], []]);
  desk.close();
  expect(open().troubles.value).toEqual([]);
});

test('TK8 of all sessions together only what was removed stands aside, and the rest is handed over', async () => {
  const send = laptop.send;
  laptop.send = async (changes) =>
    changes.some((one) => one.of === 'point' && one.session === 'away')
      ? refuse('no-such-session', 'session')
      : send(changes);
  const desk = open({ goneAs: 'no-such-consultation' });
  await settled();
  desk.perform([add('one'), { ...add('two'), session: 'away' } as Wanted, add('three')]);
  await settled();
  expect([laptop.heard, desk.troubles.value.map(({ change }) => change.key), desk.waiting.value]).toEqual([
    ['one', 'three'],
    ['two'],
    0,
  ]);
  expect(keep().keys('standpoint:')).toEqual([]);
  desk.close();
});

test('TK1 what hung on post-its is told when the session was counted meanwhile', async () => {
  const desk = open();
  await settled();
  laptop.away = 'before';
  const coding = (key: string, was: string[], set: string[]): Wanted => ({
    of: 'coding',
    key,
    session: 's',
    was: { themes: was },
    set: { themes: set },
  });
  desk.perform([coding('1.a', [], ['t']), coding('1.a', ['t'], ['t', 'u']), coding('1.b', [], ['t'])]);
  desk.perform([add('hung', { postit: '1.a' }), add('not')]);
  desk.perform([add('unhung', { postit: '1.a' }), edit('unhung', { postit: '1.a' }, { postit: '' })]);
  await settled();
  [laptop.away, laptop.sealed] = ['', true];
  await tick();
  expect(desk.troubles.value.map(({ change, why }) => [why, change.of, change.key])).toEqual([
    ['counted', 'coding', '1.a'],
    ['counted', 'coding', '1.b'],
    ['counted', 'point', 'hung'],
  ]);
  desk.settle(false, ...desk.troubles.value);
  expect([desk.troubles.value, keep().keys('standpoint:')]).toEqual([[], []]);
  desk.close();
});

test('TK2 what was to be removed and is kept, since it was changed elsewhere, can be removed all the same', async () => {
  const sent: Change[] = [];
  const send = async (changes: readonly Change[]): Promise<ChangesDone> => {
    sent.push(...changes);
    const differs = { is: 'differs' as const, now: { text: 'Theirs' } };
    return {
      at: '9',
      outcomes: changes.map(({ id }, i) => (i + sent.length === 1 ? { id, ...differs } : { id, is: 'done' })),
    };
  };
  const desk = open({ send });
  const was = { text: 'First', hands: 2 };
  desk.perform([{ of: 'point', key: 'p', session: 's', was, set: null }]);
  await settled();
  const [found] = desk.troubles.value;
  if (found !== undefined) desk.settle(true, found);
  await settled();
  expect(sent.map((one) => [one.was, one.set])).toEqual([
    [was, null],
    [{ text: 'Theirs', hands: 2 }, null],
  ]);
  desk.close();
});

test('TK3 TP5 a thought that is not put back, since its writer may have taken it out, leaves the steps and no word here', async () => {
  const thought = add('phone-1', { text: 'Words of somebody' });
  laptop.carryOut({ ...thought, id: 'noted' });
  const send = async (changes: readonly Change[]): Promise<ChangesDone> => {
    const outcomes = changes.map((change) =>
      change.key === 'phone-1' && change.was === null
        ? { id: change.id, is: 'gone' as const }
        : laptop.carryOut(change),
    );
    return { at: String(laptop.n), outcomes };
  };
  const desk = open({ send });
  await settled();
  desk.perform([edit('phone-1', { hands: 0 }, { hands: 2 })]);
  desk.perform([{ ...thought, was: thought.set, set: null } as Wanted, add('other')]);
  await settled();
  // Somebody else has changed it since it was seen: it is removed as it stands.
  const [kept] = desk.troubles.value;
  if (kept !== undefined) desk.settle(true, kept);
  await settled();
  expect(texts(desk)).toEqual(['other']);
  desk.undo();
  await settled();
  expect(desk.troubles.value).toMatchObject([{ why: 'takenOut', last: null }]);
  expect(texts(desk)).not.toContain('Words of somebody');
  expect(
    JSON.stringify(
      keep()
        .keys('standpoint:')
        .map((name) => keep().get(name)),
    ),
  ).not.toContain('Words of');
  for (let i = 0; i < 5; i += 1) desk.undo();
  for (let i = 0; i < 5; i += 1) desk.redo();
  await settled();
  expect([texts(desk), laptop.heard.filter((key) => key === 'phone-1').length]).toEqual([['other'], 4]);
  expect(desk.troubles.value).toHaveLength(1);
  const [found] = desk.troubles.value;
  if (found !== undefined) desk.settle(false, found);
  expect(desk.troubles.value).toEqual([]);
  desk.close();
});

test('TP5 what was done away from the network to a thought that is gone by then leaves no word of it here', async () => {
  const thought = add('phone-1', { text: 'Words of somebody' });
  laptop.carryOut({ ...thought, id: 'noted' });
  const desk = open();
  await settled();
  laptop.away = 'before';
  desk.perform([edit('phone-1', { hands: 0 }, { hands: 2 })]);
  await settled();
  laptop.carryOut({ ...thought, id: 'removed', was: thought.set, set: null } as Change);
  laptop.away = '';
  await tick();
  expect(desk.troubles.value).toMatchObject([{ why: 'takenOut', change: { set: {} }, last: null }]);
  const there = keep().keys('standpoint:');
  expect(JSON.stringify(there.map((name) => keep().get(name)))).not.toContain('Words of');
  desk.close();
});

test('TP5 a thought that goes while it is open in the box takes along what the scribe made of it, also after a reload', async () => {
  const kept = keptFor(keep(), { session: 's' });
  const about = { id: 'phone-x', session: 's', source: 'phone', place: 1 } as const;
  laptop.points.set('phone-x', { ...NEW_POINT, ...about, text: 'He shouts at me' });
  const desk = open();
  await settled();
  const scribe = makeScribe(desk, 's', kept, 'begun');
  scribe.text.value = 'a new one';
  scribe.open({ at: 'point', id: 'phone-x' });
  scribe.text.value = 'He shouts at me, at home';
  laptop.points.delete('phone-x');
  laptop.n += 1;
  desk.refresh();
  await settled();
  expect([scribe.box.value, scribe.text.value]).toEqual([{ at: 'new' }, 'a new one']);
  expect(scribe.told.value).toContain('may have taken it out');
  expect(
    JSON.stringify(
      keep()
        .keys('standpoint:')
        .map((key) => keep().get(key)),
    ),
  ).not.toContain('shouts');
  expect(scribe.save()).toBe(true);
  await settled();
  expect([...laptop.points.values()].map(({ text }) => text)).toEqual(['a new one']);
  desk.close();
  // Found by a window that was loaded anew after it went.
  const half = { text: 'He shouts at me, at home', id: 'phone-x', opened: 'He shouts at me' };
  kept.set('begun', { ...half, marks: NEW_POINT, waiting: 'a new one' });
  const later = open();
  const again = makeScribe(later, 's', kept, 'begun');
  await settled();
  expect([again.box.value, again.typed()]).toEqual([{ at: 'new' }, 'a new one']);
  later.close();
});
