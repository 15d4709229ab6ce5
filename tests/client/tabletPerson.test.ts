import { describe, expect, test } from '@jest/globals';
import {
  answered,
  backward,
  boardsFor,
  drafted,
  forward,
  hasBegun,
  leftAllOut,
  leftOut,
  newPerson,
  packetOf,
  stepOf,
  type Person,
} from '../../client/tablet/person.ts';
import { tabletView } from '../../core/makeView.ts';
import type { Room } from '../../core/room.ts';
import type { Info } from '../../core/view.ts';
import type { TabletBoard } from '../../core/tabletView.ts';
import { makeRoom } from '../support/room.ts';

const INFO = {
  languages: ['en', 'cy'],
  groups: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
} as unknown as Info;
const PLAIN = { languages: ['en'], groups: [] } as unknown as Info;

/** A room with these states of its boards. */
function room(states: Room['boards'][number]['state'][], at = 1): Room {
  const made = makeRoom('guided', states.length);
  const boards = made.boards.map((b, i) => {
    const state = states[i] ?? 'waiting';
    return { ...b, state, opened: !['waiting', 'shown'].includes(state) };
  });
  return { ...made, state: 'live', at, boards };
}
const view = (...states: Parameters<typeof room>) => tabletView({ v: 1, room: room(...states) });

/** Where somebody comes to by going on and on. */
function walk(info: Info, boards: readonly TabletBoard[], again = false): string[] {
  const steps: string[] = [];
  let person: Person = newPerson(info, again, 'every');
  while (steps.length < 20) {
    steps.push(person.step === 'board' ? `board ${person.at}` : person.step);
    if (person.step === 'end') break;
    person = forward(info, boards, person);
  }
  return steps;
}

describe('a person’s way on a shared tablet', () => {
  test('K5 W10 what is told comes before the question, and who has heard it before is asked all the same', () => {
    const { boards } = view(['closed', 'open']);
    expect(walk(INFO, boards)).toEqual([
      'language',
      'why',
      'kept',
      'guess',
      'safe',
      'ask',
      'group',
      'quote',
      'board 1',
      'board 2',
      'heard',
      'end',
    ]);
    expect(walk(PLAIN, boards, true)).toEqual(['ask', 'quote', 'board 1', 'board 2', 'heard', 'end']);
    expect(stepOf(newPerson(PLAIN, false, 'every'))).toEqual({ n: 1, of: 5 });
    expect(stepOf(newPerson(PLAIN, true, 'every'))).toBeNull();
  });

  test('K5 back goes the same way, and from the first step to the start with nothing left', () => {
    const { boards } = view(['closed', 'open']);
    let person: Person | null = newPerson(PLAIN, false, 'every');
    for (let i = 0; i < 9; i += 1) person = forward(PLAIN, boards, person);
    expect(person.step).toBe('end');
    const back: string[] = [];
    while (person !== null) {
      back.push(person.step === 'board' ? `board ${person.at}` : person.step);
      person = backward(PLAIN, boards, person);
    }
    expect(back).toEqual([
      'end',
      'heard',
      'board 2',
      'board 1',
      'quote',
      'ask',
      'safe',
      'guess',
      'kept',
      'why',
    ]);
  });

  test('K3 every statement that was opened is asked, and only the one in front while it is open', () => {
    const states = ['revealed', 'closed', 'open', 'shown', 'waiting'] as const;
    const at = (n: number) => view([...states], n);
    expect(boardsFor('every', at(3), null).map((b) => b.n)).toEqual([1, 2, 3]);
    expect(boardsFor('front', at(3), null).map((b) => b.n)).toEqual([3]);
    for (const n of [1, 2, 4]) expect(boardsFor('front', at(n), null)).toEqual([]);
    // Whoever has begun keeps theirs when the room goes on.
    const begun = { ...newPerson(PLAIN, true, 'every'), step: 'board' as const, at: 2 };
    expect(boardsFor('front', at(3), begun).map((b) => b.n)).toEqual([2]);
  });

  test('K2 K3 of two rounds one is asked; whoever has answered the first hands that in when the second opens', () => {
    const made = makeRoom('guided', 2, 2, 'all');
    const opened = (...open: number[]) =>
      tabletView({
        v: 1,
        room: {
          ...made,
          state: 'live',
          at: open.at(-1) ?? 1,
          boards: made.boards.map((b) => (open.includes(b.n) ? { ...b, opened: true, state: 'open' } : b)),
        },
      });
    const asked = (which: 'every' | 'front', at: typeof first, person: Person | null): string[] =>
      boardsFor(which, at, person).map((b) => `${b.number} in round ${b.round}`);
    const [first, second] = [opened(1, 2), opened(1, 2, 3, 4)];
    expect(asked('every', second, null)).toEqual(['1 in round 2', '2 in round 2']);
    expect(asked('every', opened(1, 2, 3), null)).toEqual(['1 in round 2', '2 in round 1']);
    const [n = 0] = boardsFor('every', first, null).map((b) => b.n);
    const draft = { answer: 4, comment: 'Why', audience: 0 as const };
    const person = answered({ ...newPerson(PLAIN, true, 'every'), step: 'board', at: n }, n, draft);
    const ended: Person = { ...person, step: 'end', at: null };
    expect(asked('every', second, ended)).toEqual(['1 in round 1', '2 in round 2']);
    const packet = packetOf('every', 'A'.repeat(22), boardsFor('every', second, ended), ended);
    expect(packet).toMatchObject({ placed: [{ board: n, answer: 4 }] });
    expect(asked('front', second, person)).toEqual(['1 in round 1']);
  });

  test('K2 K4 what is handed in is what was answered: neither what was left out nor what was only begun', () => {
    const { boards } = view(['open', 'open', 'open', 'open']);
    const draft = { answer: 4, comment: 'Why', audience: 1 as const };
    let person = answered(newPerson(PLAIN, true, 'every'), 1, draft);
    person = drafted(person, 2, draft);
    person = leftOut(answered(person, 3, draft), 3);
    expect(person.drafts.has(3)).toBe(false);
    const token = 'A'.repeat(22);
    const placed = [{ board: 1, answer: 4, comment: 'Why', audience: 'team' }];
    expect(packetOf('every', token, boards, person)).toEqual({
      which: 'every',
      token,
      groups: [],
      quote: false,
      placed,
    });
    expect(packetOf('every', token, boards, { ...person, card: 'BCDF' })).toMatchObject({ card: 'BCDF' });
    expect(packetOf('front', token, boards, person)).toEqual({
      which: 'front',
      token,
      groups: [],
      quote: false,
      placed,
    });
    // Somebody who left everything out took part; of the one statement nothing is left to hand over.
    const nothing = newPerson(PLAIN, true, 'every');
    expect(packetOf('every', token, boards, nothing)).toMatchObject({ placed: [] });
    expect(packetOf('front', token, boards, nothing)).toBeNull();
  });

  test('WH5 what was said of being heard is handed in with the rest, or alone; passed by, nothing is', () => {
    const { boards } = view(['open']);
    const token = 'A'.repeat(22);
    const draft = (answer: number | null, comment = '') => ({ answer, comment, audience: 1 as const });
    const said = { said: draft(3, 'The noise'), told: draft(null) };
    const every = { ...newPerson(PLAIN, true, 'every'), heard: said };
    expect(packetOf('every', token, boards, every)).toMatchObject({
      which: 'every',
      heard: { said: 3, stopped: 'The noise' },
      placed: [],
    });
    const alone = newPerson(INFO, false, 'heard');
    expect(alone.step).toBe('heard');
    expect(backward(INFO, [], alone)).toBeNull();
    expect(packetOf('front', token, [], { ...alone, heard: said })).toEqual({
      which: 'heard',
      token,
      heard: { said: 3, stopped: 'The noise' },
    });
    // Of whoever says that nothing did, what stopped them is not handed in.
    const yes = { said: draft(1, 'typed before'), told: draft(2) };
    expect(packetOf('front', token, [], { ...alone, heard: yes })).toMatchObject({
      heard: { said: 1, stopped: '', told: 2 },
    });
    const nothing = { said: draft(null, 'typed'), told: draft(null) };
    for (const heard of [null, nothing]) {
      expect(packetOf('front', token, [], { ...alone, heard })).toBeNull();
      expect(packetOf('every', token, boards, { ...every, heard })).not.toHaveProperty('heard');
    }
    // Whoever said something of it has not left everything out, and words alone would be missed as well.
    expect([every, { ...every, heard: nothing }].map(leftAllOut)).toEqual([false, true]);
    expect([every, { ...every, heard: nothing }, { ...every, heard: null }].map(hasBegun)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
