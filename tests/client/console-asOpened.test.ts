/** What was opened on an older state is saved over that: nothing that another device wrote since goes unseen. */
import { expect, test } from '@jest/globals';
import type { Wanted } from '../../client/console/talk/desk.ts';
import { keptFor, waitingHere } from '../../client/console/talk/kept.ts';
import { emptyMirror, overlaid } from '../../client/console/talk/mirror.ts';
import { newThemeOn, nextOrder } from '../../client/console/talk/newTheme.ts';
import { makeScribe } from '../../client/console/talk/scribe.ts';
import { textsOf } from '../../client/console/talk/shown.ts';
import { changeSource } from '../../client/console/talk/sources/change.ts';
import { makeCoder } from '../../client/console/talk/sources/coder.ts';
import { inNoOrder } from '../../client/console/useChangedSince.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { isLost, type SourceFields } from '../../core/talk/sources.ts';
import { signal } from '@preact/signals';
import { editPassage, editSource, passage, placeOf, SAID, source } from '../support/sources.ts';
import { theme } from '../support/talk.ts';
import { deskBench, edit, settled, type DeskBench } from '../support/talkLaptop.ts';

/** A text as the dialog has it, and what changing it does to what the laptop has by then. */
function changing(now: Partial<SourceFields>, typed: Partial<SourceFields>) {
  const first = source('s', { mayQuote: true }).set as SourceFields;
  const live = overlaid(emptyMirror(), [
    source('s', { mayQuote: true }),
    passage('a', 's', 'Monday'),
    editSource('s', first, { ...first, ...now }),
  ]);
  const done: Wanted[] = [];
  const desk = {
    texts: signal(textsOf(live)),
    perform: (changes: readonly Wanted[]) => done.push(...changes),
  };
  const there = live.sources.get('s');
  if (there === undefined) throw new Error('no text');
  const lost = changeSource(desk, there, first, { ...first, ...typed });
  const after = overlaid(
    live,
    done.map((one, i): Change => ({ ...one, id: String(i) })),
  );
  return { lost, done, stands: after.sources.get('s'), passage: after.passages.get('a') };
}

test('IV3 IV4 correcting a title hands over the title alone: a yes and a name that went meanwhile stay away', () => {
  const theirs = { mayUse: false, mayQuote: false, text: SAID.replace('𝒩obody', 'None') };
  const { stands, done } = changing(theirs, { title: 'Interview one' });
  expect(stands).toMatchObject({ ...theirs, title: 'Interview one' });
  expect(done.map(({ set }) => set)).toEqual([{ title: 'Interview one' }]);
});

test('IV2 IV4 a text that was mended on two devices stays as it is, with its passages, until somebody chooses', () => {
  const theirs = { text: SAID.replace('𝒩obody', 'None') };
  const both = changing(theirs, { text: SAID.replace('👪 They came on Monday. ', '') });
  expect([both.stands?.text, both.lost]).toEqual([theirs.text, 0]);
  expect(both.passage === undefined || isLost(both.passage)).toBe(false);
  // Mended here alone, it is as ever.
  const alone = changing({}, { text: SAID.replace('👪 They came on Monday. ', '') });
  expect([alone.lost, alone.passage !== undefined && isLost(alone.passage)]).toEqual([1, true]);
});

/** A device with a passage, whose laptop says that it is gone; `stays`: the text that it lay in is there. */
async function withoutPassage(stays: boolean): Promise<DeskBench & { told: () => unknown[] }> {
  const bench = deskBench();
  let gone = false;
  const desk = bench.open({
    fetch: async () => {
      const page = await bench.laptop.fetch();
      if (isRefusal(page)) return page;
      const { sources, passages } = overlaid(emptyMirror(), [
        ...(gone && !stays ? [] : [source('s')]),
        ...(gone ? [] : [passage('a', 's', 'Monday')]),
      ]);
      return { ...page, sources: [...sources.values()], passages: [...passages.values()] };
    },
    send: async (changes) => ({ at: '9', outcomes: changes.map(({ id }) => ({ id, is: 'gone' as const })) }),
  });
  await settled();
  gone = true;
  desk.perform([editPassage('a', 's', { note: '' }, { note: 'She laughed' })]);
  desk.perform([editPassage('a', 's', { themes: [] }, { themes: ['t'] })]);
  await settled();
  return { ...bench, told: () => desk.troubles.value.map(({ why, change }) => [why, change.set]) };
}

test('IV4 TK2 a note on a passage that another device removed is shown; of a text that went nothing stays here', async () => {
  expect((await withoutPassage(true)).told()).toEqual([['gone', { note: 'She laughed' }]]);
  const { told, keep } = await withoutPassage(false);
  expect([told(), keep().keys('standpoint:')]).toEqual([[], []]);
});

test('TK2 TK8 what nobody has decided on in one window stays while another one of the same place keeps and settles its own', async () => {
  const { keep, open } = deskBench();
  const differs = (text: string) =>
    open({
      send: async (changes) => ({
        at: '9',
        outcomes: changes.map(({ id }) => ({ id, is: 'differs' as const, now: { text } })),
      }),
    });
  const [one, two] = [differs('1'), differs('2')];
  one.perform([edit('a', { text: '' }, { text: 'Typed in the first' })]);
  await settled();
  two.perform([edit('b', { text: '' }, { text: 'Typed in the second' })]);
  await settled();
  expect(waitingHere(keep())).toBe(2);
  two.settle(false, ...two.troubles.value);
  const words = () => open().troubles.value.map(({ change }) => (change.set as { text: string }).text);
  expect(words()).toEqual(['Typed in the first']);
  one.settle(false, ...one.troubles.value);
  expect([words(), keep().keys('standpoint:')]).toEqual([[], []]);
  // What an earlier version kept together is read, and settled one by one.
  const old = ['x', 'y'].map((id) => ({
    change: { ...edit(id, { text: '' }, { text: id }), id },
    why: 'differs',
    now: { text: '' },
    last: null,
  }));
  keptFor(keep(), { session: 's' }).set('troubles', old);
  const third = open();
  expect(third.troubles.value).toEqual(old);
  third.settle(false, ...third.troubles.value.slice(0, 1));
  expect(words()).toEqual(['y']);
});

test('TK2 what is asked about is the same one, in whatever order it is heard of', () => {
  const one = { id: 'a', themes: ['t', 'u'], note: null };
  expect(inNoOrder([one, { id: 'b' }])).toBe(
    inNoOrder([{ id: 'b' }, { note: null, themes: ['u', 't'], id: 'a' }]),
  );
  expect(inNoOrder([one])).not.toBe(inNoOrder([{ ...one, note: 'x' }]));
});

test('TK3 a theme after the last place that is allowed has that place', () => {
  expect([nextOrder([]), nextOrder([{ order: 3 }, { order: 1 }])]).toEqual([1, 4]);
  const { open } = deskBench();
  const desk = open();
  desk.perform([theme('last', { name: 'Last', order: LIMITS.themeOrder })]);
  const made = newThemeOn(desk, 'After it');
  expect(desk.book.value.get(made)?.theme.order).toBe(LIMITS.themeOrder);
});

test('TK8 IV10 that there is room for no theme more is there for everybody to see, until something else is done', () => {
  const { keep, open, laptop } = deskBench();
  laptop.away = 'before';
  const desk = open();
  const names = Array.from({ length: LIMITS.themesPerPoint + 1 }, (_, i) => `t${i}`);
  desk.perform([
    ...names.map((name, i) => theme(name, { name, order: i + 1 })),
    source('s'),
    passage('a', 's', 'Monday', { themes: names.slice(1) }),
  ]);
  const kept = keptFor(keep(), { session: 's' });
  const scribe = makeScribe(desk, 's', kept, 'begun');
  for (const name of names) scribe.toggleTheme(name);
  expect(scribe.full.value).toMatch(/^No more than 20 themes/u);
  scribe.toggleTheme('t3');
  expect(scribe.full.value).toBe('');
  const coder = makeCoder(desk, 's', kept);
  coder.select(placeOf('Monday'));
  coder.toggleTheme('t0');
  expect([coder.full.value, coder.open.value]).toEqual(['No more than 20 themes at one passage.', 'a']);
  coder.open.value = '';
  expect(coder.full.value).toBe('');
});
