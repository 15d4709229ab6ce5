import { describe, expect, test } from '@jest/globals';
import { FIRST_SCREEN } from '../../core/room.ts';
import type { ProjectorBoard, ProjectorView } from '../../core/view.ts';
import { flies, latest, stageOf } from '../../client/projector/stage.ts';
import { shownWordings } from '../../client/shared/wordings.ts';

const figure = {
  counts: [1, 1, 1, 1, 1],
  n: 5,
  declined: { n: 0, x: 0 },
  notAnswered: 0,
  median: 3,
  percent: null,
};

function boardView(change: Partial<ProjectorBoard> = {}): ProjectorBoard {
  return {
    n: 1,
    number: 1,
    round: 1,
    state: 'shown',
    wordings: [{ group: null, lang: 'en', text: 'Tea is better than coffee' }],
    scale: { kind: 'agreement-5', declines: [] },
    picture: null,
    pile: null,
    live: null,
    result: null,
    before: null,
    notes: null,
    ...change,
  };
}

function viewOf(change: Partial<ProjectorView> = {}): ProjectorView {
  return {
    v: 1,
    title: 'Tea',
    sample: false,
    rehearsal: false,
    state: 'live',
    paused: false,
    code: 'BCD234',
    address: 'http://192.168.1.20:8080',
    newAddress: false,
    joined: 5,
    screen: FIRST_SCREEN,
    board: boardView(),
    of: 4,
    rounds: 1,
    talk: null,
    openBoards: 0,
    ...change,
  };
}

const revealed = boardView({
  state: 'revealed',
  result: { whole: figure, parts: null, withheld: 'one-group' },
  notes: [{ id: 'a', text: 'Yes', answer: 4 }],
});

describe('the view a projector keeps', () => {
  test('a lower or equal number never replaces what is shown', () => {
    const now = viewOf({ v: 7 });
    expect(latest(now, viewOf({ v: 6 }), 'view')).toBe(now);
    expect(latest(now, viewOf({ v: 7 }), 'view')).toBe(now);
    expect(latest(now, viewOf({ v: 8 }), 'view').v).toBe(8);
  });

  test('hello always counts, since a restarted server counts from the beginning', () => {
    expect(latest(viewOf({ v: 900 }), viewOf({ v: 1 }), 'hello').v).toBe(1);
  });
});

describe('the picture on the screen', () => {
  const screen = (change: Partial<ProjectorView['screen']>) => ({ ...FIRST_SCREEN, ...change });

  test('a blank screen hides everything, then the code, then the pause', () => {
    const all = { paused: true, screen: screen({ blank: 'black', join: true }) };
    expect(stageOf(viewOf(all), 'up')).toBe('black');
    expect(stageOf(viewOf({ ...all, screen: screen({ join: true }) }), 'up')).toBe('join');
    expect(stageOf(viewOf({ paused: true }), 'up')).toBe('paused');
  });

  test('a lost line keeps the last picture; a session that is gone does not', () => {
    expect(stageOf(viewOf({ board: revealed }), 'lost')).toBe('wall');
    expect(stageOf(viewOf({ board: revealed }), 'gone')).toBe('gone');
    expect(stageOf(null, 'out')).toBe('out');
    expect(stageOf(null, 'first')).toBe('finding');
  });

  test('each step of a session has its own', () => {
    expect(stageOf(viewOf({ state: 'lobby', board: null }), 'up')).toBe('lobby');
    expect(stageOf(viewOf(), 'up')).toBe('statement');
    expect(stageOf(viewOf({ board: boardView({ state: 'open' }), openBoards: 1 }), 'up')).toBe('statement');
    expect(stageOf(viewOf({ board: boardView({ state: 'open' }), openBoards: 4 }), 'up')).toBe('all-open');
    expect(stageOf(viewOf({ board: revealed, openBoards: 3 }), 'up')).toBe('wall');
    expect(stageOf(viewOf({ board: revealed, screen: screen({ result: 'chart' }) }), 'up')).toBe('chart');
    expect(stageOf(viewOf({ board: revealed, screen: screen({ notes: 'one' }) }), 'up')).toBe('note');
    const discussed = { ...revealed, state: 'discussed' as const };
    const talk = (result: 'notes' | 'chart' | 'table') =>
      stageOf(viewOf({ board: discussed, screen: screen({ result }) }), 'up');
    expect([talk('chart'), talk('notes'), talk('table')]).toEqual(['talk', 'wall', 'table']);
    expect(stageOf(viewOf({ state: 'ended' }), 'up')).toBe('ended');
  });

  test('one comment at a time, where there is none, is the wall', () => {
    const board = { ...revealed, notes: [] };
    expect(stageOf(viewOf({ board, screen: screen({ notes: 'one' }) }), 'up')).toBe('wall');
  });

  test('post-its fly only when the board that was there is revealed', () => {
    const open = viewOf({ board: boardView({ state: 'closed' }) });
    const shown = viewOf({ board: revealed });
    expect(flies(open, shown)).toBe(true);
    expect(flies(shown, shown)).toBe(false);
    expect(flies(null, shown)).toBe(false);
    expect(flies(open, viewOf({ board: { ...revealed, n: 2 } }))).toBe(false);
  });
});

describe('the wordings on the screen', () => {
  const w = (group: string | null, text: string, lang = 'en') => ({ group, lang, text });

  test('groups that are asked in the same words get one wording without a name', () => {
    expect(shownWordings([w('Adults', 'Tea'), w('Young people', 'Tea')], 'en', 'Everyone else')).toEqual([
      { name: null, lang: 'en', text: 'Tea' },
    ]);
  });

  test('different ones stand beside their groups, the common one with everyone else', () => {
    const shown = shownWordings([w(null, 'Tea'), w('Staff', 'I make tea')], 'en', 'Everyone else');
    expect(shown.map((s) => [s.name, s.text])).toEqual([
      ['Everyone else', 'Tea'],
      ['Staff', 'I make tea'],
    ]);
  });

  test('of several languages the page’s is taken, else the first there is', () => {
    const both = [w(null, 'Te', 'cy'), w(null, 'Tea', 'en')];
    expect(shownWordings(both, 'en', '')[0]?.text).toBe('Tea');
    expect(shownWordings([w(null, 'Te', 'cy')], 'en', '')[0]).toMatchObject({ text: 'Te', lang: 'cy' });
  });
});
