/**
 * Paper slips that are entered by keyboard. Whose answers stand on which number is known in memory only;
 * what is kept is the set of numbers.
 */
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { SlipAsk, SlipDone } from '../../core/schemaSlips.ts';
import type { Room } from '../../core/room.ts';
import { groupsOf } from '../../core/session.ts';
import {
  decided,
  differencesOf,
  withNumber,
  withoutNumber,
  type Slip,
  type SlipAnswer,
  type Slips,
} from '../../core/slips.ts';
import { newId, newToken } from '../random.ts';
import { hasLeft, tagOn, whoIs } from './joinSession.ts';
import { leaveSession, stays } from './leaveSession.ts';
import { putSlip } from './putSlip.ts';
import type { KnownSlip, Running } from './running.ts';

type Of<Do extends SlipAsk['do']> = Extract<SlipAsk, { do: Do }>;

/**
 * Carries out what the console asks about a slip, among the commands of the facilitator: one after the
 * other, and durable before it is answered.
 */
export async function askSlip(running: Running, ask: SlipAsk): Promise<SlipDone | Refusal> {
  if (running.closed) return refuse('no-such-session');
  // It takes its own turns.
  if (ask.do === 'takeOut') return takeSlipOut(running, ask.number);
  if ('number' in ask && !(await staysIn(running, ask.number))) return refuse('not-saved');
  return inTurn(running, () => carryOut(running, inItsGroups(running, ask)));
}

/** Where there is one group, everyone is in it, whether a slip says so or not. */
function inItsGroups<Ask extends SlipAsk>(running: Running, ask: Ask): Ask {
  if (!('slip' in ask) || running.session.groups.length !== 1) return ask;
  return { ...ask, slip: { ...ask.slip, groups: [...running.session.groups] } };
}

function inTurn<T>(running: Running, work: () => Promise<T>): Promise<T | Refusal> {
  const turn = running.turn.then(async (): Promise<T | Refusal> =>
    running.closed ? refuse('no-such-session') : work(),
  );
  running.turn = turn.catch(() => undefined);
  return turn;
}

async function carryOut(
  running: Running,
  ask: Exclude<SlipAsk, { do: 'takeOut' }>,
): Promise<SlipDone | Refusal> {
  // Before the start no statement is there to answer.
  if (ask.do !== 'pile' && running.room.state === 'lobby') return refuse('wrong-state');
  switch (ask.do) {
    case 'pile':
      return keep(running, { ...running.room.slips, pile: ask.slips });
    case 'enter':
      return enter(running, ask);
    case 'read':
      return withKnown(running, ask.number, (known) => ({ slip: slipOf(running, known) }));
    case 'change':
      return withKnown(running, ask.number, (known) => change(running, known, ask));
    case 'check':
      return withKnown(running, ask.number, (known) => check(running, known, ask));
    case 'decide':
      return withKnown(running, ask.number, (known) => decide(running, known, ask));
  }
}

/** Writes down what is known of the slips as a whole. */
async function keep(running: Running, slips: Slips): Promise<{ ok: true } | Refusal> {
  const room: Room = { ...running.room, slips };
  try {
    await running.store.saveRoom(room);
  } catch (error) {
    running.saveFailed(error);
    return refuse('not-saved');
  }
  running.room = room;
  running.changed(['console']);
  return { ok: true };
}

/** The slip behind a number, or why it cannot be called up. */
function calledUp(running: Running, number: number): KnownSlip | Refusal {
  if (!running.room.slips.entered.includes(number)) return refuse('slip-unknown', 'number');
  return running.slips.get(number) ?? refuse('slip-forgotten', 'number');
}

async function withKnown(
  running: Running,
  number: number,
  act: (slip: KnownSlip) => SlipDone | Promise<SlipDone | Refusal>,
): Promise<SlipDone | Refusal> {
  const slip = calledUp(running, number);
  if (isRefusal(slip)) return slip;
  return hasLeft(running, running.store.hashOf(slip.token)) ? refuse('left', 'number') : act(slip);
}

/** Said again with the same id it changes nothing; under another id the number is taken. */
async function enter(running: Running, ask: Of<'enter'>): Promise<{ ok: true } | Refusal> {
  const { number, slip, card } = ask;
  const { slips } = running.room;
  const before = running.slips.get(number);
  if (slips.entered.includes(number)) {
    if (before === undefined) return refuse('slip-forgotten', 'number');
    if (before.entry !== ask.id) return refuse('slip-entered', 'number');
    // What stands may have been changed since; only what the first time did not get to is done now.
    const isIn = running.people.has(running.store.hashOf(before.token));
    const wanted = isIn ? slipOf(running, before) : slip;
    return putSlip(running, { number, known: before, slip: wanted, card, slips });
  }
  const fresh: KnownSlip = {
    entry: ask.id,
    check: '',
    token: newToken(),
    person: running.session.mode === 'linked' ? newId() : null,
    membership: '',
    checked: false,
    out: null,
  };
  const entered = { ...slips, entered: withNumber(slips.entered, number) };
  return putSlip(running, { number, known: fresh, slip, card, slips: entered });
}

/** What was checked before is no longer, once it says something else. */
async function change(
  running: Running,
  slip: KnownSlip,
  { number, slip: wanted, card }: Of<'change'>,
): Promise<{ ok: true } | Refusal> {
  const { slips } = running.room;
  const same = differencesOf(slipOf(running, slip), wanted).length === 0;
  const checked = same ? slips.checked : withoutNumber(slips.checked, number);
  return putSlip(running, { number, known: slip, slip: wanted, card, slips: { ...slips, checked } });
}

async function check(running: Running, slip: KnownSlip, ask: Of<'check'>): Promise<SlipDone | Refusal> {
  if (slip.check === ask.id) return { ok: true };
  const first = slipOf(running, slip);
  if (differencesOf(first, ask.slip).length > 0) return { first };
  const { slips } = running.room;
  const checked = withNumber(slips.checked, ask.number);
  const done = await keep(running, { ...slips, checked, same: slips.same + 1 });
  if (!isRefusal(done)) slip.check = ask.id;
  return done;
}

/** Refused where what was entered first has changed since it was compared. */
async function decide(
  running: Running,
  slip: KnownSlip,
  { id, number, slip: second, choices }: Of<'decide'>,
): Promise<{ ok: true } | Refusal> {
  if (slip.check === id) return { ok: true };
  const first = slipOf(running, slip);
  const differences = differencesOf(first, second);
  if (differences.length !== choices.length) return refuse('changed-elsewhere', 'choices');
  const { slips } = running.room;
  const done = await putSlip(running, {
    number,
    known: slip,
    slip: decided(first, second, differences, choices),
    slips: {
      ...slips,
      checked: withNumber(slips.checked, number),
      differed: slips.differed + 1,
      differences: slips.differences + differences.length,
      second: slips.second + choices.filter((c) => c === 'second').length,
    },
  });
  if (!isRefusal(done)) slip.check = id;
  return done;
}

/** What stands on a slip now. */
function slipOf(running: Running, slip: KnownSlip): Slip {
  const who = whoIs(running, slip.token);
  const standing = running.room.boards.flatMap(({ n }) => {
    const response = running.store.current(n, tagOn(running, who, n));
    return response === undefined || response.answer === null
      ? []
      : [{ ...response, answer: response.answer }];
  });
  return {
    groups: groupsOf(slip.membership),
    quote: running.people.get(who.hash)?.quote ?? false,
    audience: standing.some((r) => r.comment !== '' && r.audience === 'room') ? 'room' : 'team',
    answers: standing.map(({ board, answer, comment }): SlipAnswer => ({ board, answer, comment })),
  };
}

/**
 * The slip goes out of the counts and its number is free again. What could not be finished is where it was,
 * and pressing again finishes it.
 */
async function takeSlipOut(running: Running, number: number): Promise<SlipDone | Refusal> {
  const slip = running.slips.get(number) ?? calledUp(running, number);
  if (isRefusal(slip)) return slip;
  if (slip.out !== null) {
    // Another desk was as fast.
    const done = await slip.out;
    return isRefusal(done) ? done : refuse('slip-unknown', 'number');
  }
  slip.out = countOut(running, number, slip);
  try {
    return await slip.out;
  } finally {
    slip.out = null;
  }
}

async function countOut(running: Running, number: number, known: KnownSlip): Promise<SlipDone | Refusal> {
  const who = whoIs(running, known.token);
  // By their card, at this moment; whether that can be saved is not known yet.
  if (running.leaving.has(who.hash)) return refuse('not-saved');
  const left = await leaveSession(running, who, { number, known });
  if (isRefusal(left)) return left;
  return inTurn(running, async () => {
    const { slips } = running.room;
    // Of somebody who had left by their card only the number is there still.
    const done: SlipDone | Refusal = slips.entered.includes(number)
      ? await keep(running, {
          ...slips,
          entered: withoutNumber(slips.entered, number),
          checked: withoutNumber(slips.checked, number),
        })
      : { ok: true };
    if (!isRefusal(done) && running.slips.delete(number)) running.changed(['console']);
    return done;
  });
}

/**
 * Whether a slip stands as it did before somebody wanted to take it out, which could not be saved. It has its
 * number again, and is not taken out at the next start.
 */
async function staysIn(running: Running, number: number): Promise<boolean> {
  const known = running.slips.get(number);
  if (known === undefined || running.room.slips.entered.includes(number)) return true;
  return stays(running, whoIs(running, known.token));
}
