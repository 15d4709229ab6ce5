/** What the facilitator does with the recommendations that a room is asked about: a step beside the ladder. */
import {
  checkNow,
  MOST_CHECKED,
  showTotals,
  withList,
  type Checking,
  type CheckItem,
  type CheckSheets,
  type CheckStep,
} from './checking.ts';
import { moreThanSheets } from './checkSheets.ts';
import type { Consent } from './consent.ts';
import { closeWhere, type Facts } from './ladder.ts';
import { refuse, type Refusal } from './refusal.ts';
import { onStatement, type Room } from './room.ts';

export type CheckChange =
  /** Those with these ids, in the team's order, as they read now. */
  | { to: 'begin'; ids: string[] }
  /** On with those that were shown. */
  | { to: 'resume' }
  | { to: 'at'; n: number }
  | { to: 'step'; step: CheckStep }
  | ({ to: 'show'; on: boolean } & Pick<Consent, 'sure' | 'again'>)
  | ({ to: 'paper' } & CheckSheets);

const NO_SHEETS: CheckSheets = { sheets: 0, rows: [] };

/** The room is asked about these. What was shown in the same words before keeps its number, and what was said of it. */
export function beginCheck(room: Room, items: readonly Omit<CheckItem, 'n'>[], facts: Facts): Room | Refusal {
  if (room.state !== 'live') return refuse('wrong-state');
  const list = [...(room.check?.list ?? [])];
  const now = items.map((item) => {
    const known = list.find((one) => isSame(one, item));
    const n = known?.n ?? list.length + 1;
    if (known === undefined) list.push({ ...item, n });
    return n;
  });
  const [first] = now;
  if (first === undefined) return refuse('bad-message', 'change.ids', 'at least one that is there');
  if (list.length > MOST_CHECKED) return refuse('checked-full', 'change.ids', String(MOST_CHECKED));
  const { totals = {}, dotted = [], paper = NO_SHEETS, seen = {} } = room.check ?? {};
  const lists = room.check === undefined ? [] : (room.check.lists ?? [room.check.now]);
  const check: Checking = {
    list,
    now,
    lists: withList(lists, now),
    step: 'ask',
    at: first,
    reached: 1,
    dotted,
    totals,
    paper,
    shown: null,
    seen,
  };
  return inFront({ ...room, check }, facts);
}

const isSame = (a: Omit<CheckItem, 'n'>, b: Omit<CheckItem, 'n'>): boolean =>
  a.recommendation === b.recommendation && a.text === b.text && a.points === b.points;

/** What was open closes, as for a talk about no statement. */
function inFront(room: Room, facts: Facts): Room {
  const closed = onStatement(closeWhere(room, facts, () => true));
  return {
    ...closed,
    freeTalk: true,
    checking: true,
    screen: { ...closed.screen, blank: 'none', join: false },
  };
}

export function changeCheck(room: Room, change: CheckChange, facts: Facts): Room | Refusal {
  const { check } = room;
  if (check === undefined || change.to === 'begin') return refuse('wrong-state');
  if (change.to === 'resume') return room.state === 'live' ? inFront(room, facts) : refuse('wrong-state');
  if (change.to === 'paper') return withPaper(room, check, change);
  if (checkNow(room) === null) return refuse('wrong-state');
  switch (change.to) {
    case 'at': {
      const i = check.now.indexOf(change.n);
      if (i < 0) return refuse('no-such-board', 'change.n');
      if (check.step !== 'ask') return refuse('wrong-state');
      return having(room, { ...check, at: change.n, reached: Math.max(check.reached, i + 1) });
    }
    case 'step':
      return having(room, toStep(check, change.step));
    case 'show': {
      if (!change.on) return having(room, { ...check, shown: null });
      if (check.step === 'ask') return refuse('wrong-state');
      const shown = showTotals(check, change);
      return 'refusal' in shown ? shown : having(room, shown);
    }
  }
}

const having = (room: Room, check: Checking): Room => ({ ...room, check });

function toStep(check: Checking, step: CheckStep): Checking {
  const dotted = step === 'dots' ? [...new Set([...check.dotted, ...check.now])] : check.dotted;
  return { ...check, step, dotted, shown: step === check.step ? check.shown : null };
}

/** One step back; null: the room is not asked about recommendations. */
export function backInCheck(room: Room): Room | null {
  const check = checkNow(room);
  if (check === null) return null;
  if (check.shown !== null) return having(room, { ...check, shown: null });
  if (check.step !== 'ask') {
    const before = check.step === 'done' && check.now.some((n) => check.dotted.includes(n)) ? 'dots' : 'ask';
    return having(room, toStep(check, before));
  }
  const before = check.now[check.now.indexOf(check.at) - 1];
  return before === undefined ? onStatement(room) : having(room, { ...check, at: before });
}

/** Sheets are a set: typed anew they stand in the place of what was typed before. */
function withPaper(room: Room, check: Checking, { sheets, rows }: CheckSheets): Room | Refusal {
  if (room.state === 'lobby') return refuse('wrong-state');
  const strange = rows.findIndex((row) => !check.list.some(({ n }) => n === row.n));
  if (strange !== -1) return refuse('no-such-board', `change.rows.${strange}`);
  if (new Set(rows.map(({ n }) => n)).size < rows.length)
    return refuse('bad-message', 'change.rows', 'each once');
  const more = moreThanSheets({ sheets, rows });
  if (more !== null)
    return refuse(
      'more-than-sheets',
      'row' in more ? `change.rows.${more.row}` : 'change.rows',
      String(sheets),
    );
  return having(room, { ...check, paper: { sheets, rows } });
}
