/** What each audience sees of recommendations that a room is asked about: no count before it closed and was shown. */
import {
  checkDotPlace,
  checkNow,
  checkPlace,
  totalOf,
  type CheckCounts,
  type Checking,
  type CheckItem,
  type CheckSheets,
  type CheckStep,
} from './checking.ts';
import type { Scene } from './makeView.ts';
import { subPoints } from './recommendations/types.ts';
import type { Room } from './room.ts';
import { capMarks } from './text.ts';

interface ShownItem {
  n: number;
  text: string;
  points: string[];
}

export interface PhoneCheck {
  step: CheckStep;
  /** Which is in front. */
  at: number;
  of: number;
  /** Those that have been in front, in their order; all once dots are put. */
  list: ShownItem[];
}

export interface ProjectorCheck {
  step: CheckStep;
  /** Place of the one in front, from 1, and how many there are. */
  number: number;
  of: number;
  /** While it is asked about one at a time that one only. */
  list: ShownItem[];
  /** Counts by number, once the facilitator shows them. */
  shown: Record<number, CheckCounts> | null;
}

export interface ConsoleCheckItem extends ShownItem {
  recommendation: string;
  /** It is asked about now; else it was before. */
  now: boolean;
  /** It has been in front. */
  reached: boolean;
  /** Phones that said something, exactly, and never whose. */
  placed: number;
  /** Phones and paper, once placing has closed. */
  total: CheckCounts | null;
}

export interface ConsoleCheck {
  /** The room is asked now. */
  on: boolean;
  step: CheckStep;
  at: number;
  list: ConsoleCheckItem[];
  /** All dots that phones have put, while they put them. */
  dotsPut: number;
  shown: boolean;
  paper: CheckSheets;
}

function shownItem({ n, text, points }: CheckItem): ShownItem {
  return { n, text: capMarks(text), points: subPoints({ points }).map(capMarks) };
}

/** In the order in which they are shown. */
function itemsNow({ list, now }: Checking): CheckItem[] {
  return now.flatMap((n) => list.find((one) => one.n === n) ?? []);
}

export function phoneCheck(room: Room): { check?: PhoneCheck } {
  const check = checkNow(room);
  if (check === null) return {};
  const { step, at, now, reached } = check;
  const list = itemsNow(check).slice(0, step === 'ask' ? reached : now.length);
  return { check: { step, at, of: now.length, list: list.map(shownItem) } };
}

export function projectorCheck(room: Room): { check?: ProjectorCheck } {
  const check = checkNow(room);
  if (check === null) return {};
  const { step, at, now, shown } = check;
  const list = itemsNow(check).filter(({ n }) => step !== 'ask' || n === at);
  return {
    check: { step, number: now.indexOf(at) + 1, of: now.length, list: list.map(shownItem), shown },
  };
}

export function consoleCheck(scene: Scene & { dotsOn: (place: number) => number }): { check?: ConsoleCheck } {
  const { room, placed } = scene;
  const { check } = room;
  if (check === undefined) return {};
  const { step, at, now, reached, paper, shown } = check;
  const order = [...itemsNow(check), ...check.list.filter(({ n }) => !now.includes(n))];
  const list = order.map((item): ConsoleCheckItem => ({
    ...shownItem(item),
    recommendation: item.recommendation,
    now: now.includes(item.n),
    reached: step !== 'ask' || now.indexOf(item.n) < reached,
    placed: placed(checkPlace(item.n)),
    total: step === 'ask' && now.includes(item.n) ? null : totalOf(check, item.n),
  }));
  const dotsPut = now.reduce((sum, n) => sum + scene.dotsOn(checkDotPlace(n)), 0);
  return {
    check: {
      on: checkNow(room) !== null,
      step,
      at,
      list,
      dotsPut: step === 'dots' ? dotsPut : 0,
      shown: shown !== null,
      paper,
    },
  };
}
