import { describe, expect, test } from '@jest/globals';

import { actionFor, commandsFor, nextNote, type Action, type Press } from '../../client/console/keys.ts';
import { totalWords } from '../../client/console/live/checkWords.ts';
import { nextWords } from '../../client/console/live/words.ts';
import { NO_ONE } from '../../core/checking.ts';
import type { LadderStep, Room, Screen } from '../../core/room.ts';
import { FIRST_SCREEN } from '../../core/room.ts';
import type { BoardState } from '../../core/room.ts';
import type { ConsoleView, Note } from '../../core/view.ts';

function press(key: string, part: Partial<Press> = {}): Press {
  return { key, ctrl: false, alt: false, repeat: false, on: 'page', ...part };
}

interface Scene {
  state?: Room['state'];
  boards?: BoardState[];
  at?: number;
  next?: LadderStep | null;
  screen?: Partial<Screen>;
  notes?: number;
  undo?: string | null;
  /** Topics of phones that wait under Comments. */
  waiting?: number;
  topics?: { step: 'collect' | 'order' | 'talk'; at: number | null; done: readonly boolean[] };
  paused?: boolean;
  style?: 'guided' | 'walk-around';
}

/** A view with what keys look at. */
function view(scene: Scene = {}): ConsoleView {
  const { boards = ['shown'], at = 1 } = scene;
  const note = (_: unknown, i: number): Note => ({ id: `n${i}`, text: 'a', answer: 1 });
  return {
    session: { style: scene.style ?? 'guided' },
    room: {
      state: scene.state ?? 'live',
      at,
      paused: scene.paused ?? false,
      screen: { ...FIRST_SCREEN, ...scene.screen },
    },
    boards: boards.map((state, i) => ({ n: i + 1, state })),
    notes: Array.from({ length: scene.waiting ?? 0 }, () => ({ topic: true, choice: 'waiting' })),
    next: scene.next ?? null,
    undo: scene.undo ?? null,
    ...(scene.topics === undefined
      ? {}
      : {
          topics: {
            ...scene.topics,
            list: scene.topics.done.map((done, i) => ({ n: i + 1, text: `Topic ${i + 1}`, done })),
          },
        }),
    projector: {
      board: { state: boards[at - 1], notes: Array.from({ length: scene.notes ?? 0 }, note) },
    },
  } as unknown as ConsoleView;
}

describe('which key means what', () => {
  test('a clicker and the arrow keys go on and back', () => {
    for (const key of ['ArrowRight', 'PageDown', ' ']) expect(actionFor(press(key), 'all')).toBe('next');
    for (const key of ['ArrowLeft', 'PageUp']) expect(actionFor(press(key), 'all')).toBe('back');
    expect(actionFor(press('F5'), 'all')).toBeNull();
  });

  test('letters work in either case', () => {
    expect(actionFor(press('B'), 'all')).toBe('black');
    expect(actionFor(press('b'), 'all')).toBe('black');
  });

  test('nothing works in a text field', () => {
    for (const key of ['ArrowRight', 'k', ' ', 'Escape', '?'])
      expect(actionFor(press(key, { on: 'text' }), 'all')).toBeNull();
    expect(actionFor(press('z', { ctrl: true, on: 'text' }), 'all')).toBeNull();
  });

  test('on a button or link only Space is its own; arrows and Page Down go on as anywhere', () => {
    expect(actionFor(press(' ', { on: 'control' }), 'all')).toBeNull();
    for (const key of ['ArrowRight', 'PageDown'])
      expect(actionFor(press(key, { on: 'control' }), 'all')).toBe('next');
    for (const key of ['ArrowLeft', 'PageUp'])
      expect(actionFor(press(key, { on: 'control' }), 'all')).toBe('back');
    expect(actionFor(press('k', { on: 'control' }), 'all')).toBe('pause');
  });

  test('among choices the arrows choose; Page Down still goes on', () => {
    for (const key of [' ', 'ArrowLeft', 'ArrowRight'])
      expect(actionFor(press(key, { on: 'choice' }), 'all')).toBeNull();
    expect(actionFor(press('PageDown', { on: 'choice' }), 'all')).toBe('next');
    expect(actionFor(press('PageUp', { on: 'choice' }), 'all')).toBe('back');
  });

  test('a locked laptop knows no keys, a dialog only the pause', () => {
    for (const key of ['ArrowRight', 'k', 'Escape', 'z']) expect(actionFor(press(key), 'none')).toBeNull();
    expect(actionFor(press('k'), 'pause')).toBe('pause');
    expect(actionFor(press('PageDown'), 'pause')).toBeNull();
    expect(actionFor(press('z', { ctrl: true }), 'pause')).toBeNull();
  });

  test('a key held down climbs one rung only, but changes the size on and on', () => {
    expect(actionFor(press('PageDown', { repeat: true }), 'all')).toBeNull();
    expect(actionFor(press('k', { repeat: true }), 'all')).toBeNull();
    expect(actionFor(press('+', { repeat: true }), 'all')).toBe('larger');
  });

  test('Ctrl Z undoes; other combinations are left to the browser', () => {
    expect(actionFor(press('z', { ctrl: true }), 'all')).toBe('undo');
    expect(actionFor(press('p', { ctrl: true }), 'all')).toBeNull();
    expect(actionFor(press('ArrowLeft', { alt: true }), 'all')).toBeNull();
  });
});

describe('what a key does', () => {
  test('Next sends the step that was on the button, so that a second press cannot climb two', () => {
    const next: LadderStep = { do: 'open', board: 1 };
    expect(commandsFor('next', view({ next }))).toEqual([next]);
  });

  test('no key ends a session', () => {
    const ending = view({ next: { do: 'end' }, boards: ['discussed'], undo: 'discuss' });
    const actions: Action[] = [
      ...(['next', 'back', 'placing', 'results', 'join', 'black', 'white', 'look'] as const),
      ...(['groups', 'note', 'larger', 'smaller', 'undo', 'pause', 'leave', 'help'] as const),
    ];
    for (const action of actions)
      for (const command of commandsFor(action, ending)) expect(command.do).not.toBe('end');
    expect(commandsFor('next', ending)).toEqual([]);
  });

  test('O opens, closes and reopens, and takes no results away', () => {
    const placing = (state: BoardState) => commandsFor('placing', view({ boards: [state] }));
    expect(placing('shown')).toEqual([{ do: 'open', board: 1 }]);
    expect(placing('open')).toEqual([{ do: 'close', board: 1 }]);
    expect(placing('closed')).toEqual([{ do: 'reopen', board: 1 }]);
    expect(placing('revealed')).toEqual([]);
    expect(placing('discussed')).toEqual([]);
    const walking = view({ style: 'walk-around', boards: ['closed', 'open'] });
    expect(commandsFor('placing', walking)).toEqual([{ do: 'closeAll' }]);
  });

  test('H shows and hides results, never while people place', () => {
    const results = (state: BoardState) => commandsFor('results', view({ boards: [state] }));
    expect(results('open')).toEqual([]);
    expect(results('closed')).toEqual([{ do: 'reveal', board: 1 }]);
    expect(results('revealed')).toEqual([{ do: 'back' }]);
    expect(results('discussed')).toEqual([{ do: 'back' }, { do: 'back' }]);
  });

  test('the same key brings a black screen and takes it away', () => {
    expect(commandsFor('black', view())).toEqual([{ do: 'screen', change: { blank: 'black' } }]);
    expect(commandsFor('black', view({ screen: { blank: 'black' } }))).toEqual([
      { do: 'screen', change: { blank: 'none' } },
    ]);
  });

  test('Esc takes away what lies over the screen and does nothing else', () => {
    expect(commandsFor('leave', view())).toEqual([]);
    expect(commandsFor('leave', view({ screen: { join: true } }))).toEqual([
      { do: 'screen', change: { join: false, blank: 'none' } },
    ]);
  });

  test('P goes round post-its, chart and table once results are up', () => {
    const look = (result: Screen['result']) =>
      commandsFor('look', view({ boards: ['revealed'], screen: { result } }));
    expect(look('notes')).toEqual([{ do: 'screen', change: { result: 'chart' } }]);
    expect(look('chart')).toEqual([{ do: 'screen', change: { result: 'table' } }]);
    expect(look('table')).toEqual([{ do: 'screen', change: { result: 'notes' } }]);
    expect(commandsFor('look', view({ boards: ['open'] }))).toEqual([]);
  });

  test('text size stops at its ends', () => {
    expect(commandsFor('larger', view({ screen: { size: 4 } }))).toEqual([]);
    expect(commandsFor('smaller', view({ screen: { size: 0 } }))).toEqual([]);
    expect(commandsFor('larger', view())).toEqual([{ do: 'screen', change: { size: 3 } }]);
  });

  test('N begins with the first comment and goes round', () => {
    const at = (noteAt: number): ConsoleView =>
      view({ boards: ['revealed'], notes: 3, screen: { notes: 'one', noteAt } });
    expect(commandsFor('note', view({ boards: ['revealed'], notes: 3 }))).toEqual([
      { do: 'screen', change: { notes: 'one', noteAt: 0, result: 'notes' } },
    ]);
    expect(nextNote(at(2), 1)).toEqual([{ do: 'screen', change: { noteAt: 0, result: 'notes' } }]);
    expect(nextNote(at(0), -1)).toEqual([{ do: 'screen', change: { noteAt: 2, result: 'notes' } }]);
    expect(commandsFor('note', view({ boards: ['revealed'] }))).toEqual([]);
  });

  test('K pauses and goes on', () => {
    expect(commandsFor('pause', view())).toEqual([{ do: 'pause', on: true }]);
    expect(commandsFor('pause', view({ paused: true }))).toEqual([{ do: 'pause', on: false }]);
  });
});

test('CK1 CK4 while the room is asked about recommendations the same keys go on, and none of them finishes', () => {
  const asked = (step: 'ask' | 'dots' | 'done', at: number, shown: boolean): ConsoleView => ({
    ...view({ next: { do: 'show', board: 2 } }),
    check: {
      on: true,
      step,
      at,
      shown,
      dotsPut: 0,
      paper: { sheets: 0, rows: [] },
      list: [3, 1, 2].map((n) => ({
        n,
        text: '',
        points: [],
        recommendation: `r${n}`,
        now: n !== 2,
        reached: true,
        placed: 0,
        total: null,
      })),
    },
  });
  const next = (...of: Parameters<typeof asked>) => commandsFor('next', asked(...of));
  expect(next('ask', 3, false)).toEqual([{ do: 'check', change: { to: 'at', n: 1 } }]);
  expect(next('ask', 1, false)).toEqual([{ do: 'check', change: { to: 'step', step: 'dots' } }]);
  expect(next('dots', 1, false)).toEqual([{ do: 'check', change: { to: 'step', step: 'done' } }]);
  expect(next('done', 1, false)).toEqual([{ do: 'check', change: { to: 'show', on: true } }]);
  expect(next('done', 1, true)).toEqual([]);
});

test('CK4 of one that nobody answered nothing is said beside its dots, be it none, so that all of a list read alike', () => {
  expect(totalWords({ said: NO_ONE, dots: null })).toEqual(['Nobody answered']);
  expect(totalWords({ said: NO_ONE, dots: { n: 0, people: 0 } })).toEqual(['0 dots']);
  expect(totalWords({ said: NO_ONE, dots: { n: 14, people: 6 } })).toEqual(['14 dots']);
});

test('FT1 Next goes through the list of topics as the big button says, and on from there only once all were talked about', () => {
  const onwards: LadderStep = { do: 'show', board: 2 };
  type Topics = NonNullable<Scene['topics']>;
  const next = (step: Topics['step'], at: number | null, ...done: boolean[]) => {
    const shown = view({ next: onwards, topics: { step, at, done } });
    return [commandsFor('next', shown)[0], nextWords(shown)];
  };
  const to = (change: object) => ({ do: 'topics', change });
  expect(next('collect', null, false, false)).toEqual([
    to({ to: 'step', step: 'order' }),
    expect.objectContaining({ label: 'Put topics in order' }),
  ]);
  // One has an order.
  for (const [step, ...list] of [
    ['collect', false],
    ['order', false, false],
  ] as const)
    expect(next(step, null, ...list)).toEqual([
      to({ to: 'step', step: 'talk' }),
      expect.objectContaining({ label: 'Go through the topics' }),
    ]);
  expect(next('talk', null, false, false)).toEqual([
    to({ to: 'at', n: 1 }),
    { label: 'Next topic', hint: 'Topic 1' },
  ]);
  expect(next('talk', 1, false, false)).toEqual([
    to({ to: 'at', n: 2 }),
    { label: 'Next topic', hint: 'Topic 2' },
  ]);
  expect(next('talk', 2, true, false)).toEqual([
    to({ to: 'at', n: null }),
    expect.objectContaining({ label: 'All talked about' }),
  ]);
  for (const left of [next('talk', null, true, true), next('collect', null)])
    expect(left[0]).toEqual(onwards);
});

test('FT1 the big button says that topics wait under Comments, before phones add no more', () => {
  const hint = (waiting: number, ...done: boolean[]) =>
    nextWords(view({ next: { do: 'show', board: 2 }, waiting, topics: { step: 'collect', at: null, done } }))
      .hint;
  expect(hint(1)).toBe('1 topic waits under Comments. Put it on the list before you go on.');
  expect(hint(5, false, false)).toBe('5 topics wait under Comments. Put them on the list before you go on.');
  expect(hint(0)).not.toContain('Comments');
});
