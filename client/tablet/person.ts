/**
 * Whoever has the tablet in their hands, in memory only: where they are, what they chose, what they answered. Rules
 * without a page or a clock; `tablet.ts` moves along them.
 */
import type { Packet } from '../../core/schemaTablet.ts';
import type { Which } from '../../core/tablet.ts';
import type { Info } from '../../core/view.ts';
import type { TabletBoard, TabletView } from '../../core/tabletView.ts';
import type { Draft } from '../phone/phone.ts';

/** Steps in their order; `board` is as many screens as there are statements. */
export type Step =
  | 'language'
  | 'why'
  | 'kept'
  | 'guess'
  | 'safe'
  | 'ask'
  | 'group'
  | 'quote'
  | 'board'
  | 'heard'
  | 'end'
  | 'card';

/** What somebody is asked: all of it, the one statement, or whether they were heard and nothing else. */
export type Way = Which | 'heard';

export interface Person {
  way: Way;
  step: Step;
  lang: string;
  groups: string[];
  quote: boolean;
  /** The board they are at. */
  at: number | null;
  /** What they have chosen and typed, by board. */
  drafts: ReadonlyMap<number, Draft>;
  /** Boards that they answered rather than left out. */
  placed: ReadonlySet<number>;
  /** What they said of being heard; null: they passed it by. */
  heard: { said: Draft; told: Draft } | null;
  /** The code card that goes with the answers; empty: none. */
  card: string;
  /** Was told everything before, when the tablet came round for another statement. */
  again: boolean;
}

export function newPerson(info: Info, again: boolean, way: Way): Person {
  const only = info.groups.length === 1 ? info.groups.map((g) => g.id) : [];
  const person: Person = {
    way,
    step: 'why',
    lang: info.languages[0] ?? 'en',
    groups: only,
    quote: false,
    at: null,
    drafts: new Map(),
    placed: new Set(),
    heard: null,
    card: '',
    again,
  };
  return { ...person, step: way === 'heard' ? 'heard' : (before(info, person)[0] ?? 'ask') };
}

/** What is told before the question, and the question. */
const TOLD = ['why', 'kept', 'guess', 'safe', 'ask'] as const satisfies Step[];

/** The steps up to the first statement. */
function before(info: Info, { again }: Person): Step[] {
  return [
    ...(info.languages.length > 1 ? (['language'] as const) : []),
    ...(again ? (['ask'] as const) : TOLD),
    ...(info.groups.length > 1 ? (['group'] as const) : []),
    'quote',
  ];
}

/** Where among what is told, as "Step 2 of 5"; null elsewhere, and for whoever has heard it before. */
export function stepOf({ step, again }: Person): { n: number; of: number } | null {
  const n = TOLD.findIndex((one) => one === step) + 1;
  return n === 0 || again ? null : { n, of: TOLD.length };
}

/**
 * The boards that somebody is asked. With only the one in front of the room it is that one while it is open;
 * whoever has begun keeps theirs when it closes, as a card that comes late. Of a statement in two rounds it is the
 * later one, or somebody who comes to it once would be asked twice; but whoever has begun with the first keeps that
 * one when the second opens, or what they answered would be lost.
 */
export function boardsFor(which: Which, view: TabletView, person: Person | null): TabletBoard[] {
  if (which === 'every')
    return view.boards
      .filter((one) => one === oneOf(view, one, person))
      .toSorted((a, b) => a.number - b.number);
  const own = view.boards.find((b) => b.n === person?.at);
  if (own !== undefined) return [own];
  return view.boards.filter((b) => b.n === view.at && b.state === 'open');
}

/** Which round of a statement somebody is asked. */
function oneOf(view: TabletView, { number }: TabletBoard, person: Person | null): TabletBoard | undefined {
  const rounds = view.boards.filter((b) => b.number === number).toSorted((a, b) => a.round - b.round);
  return rounds.find(({ n }) => person?.at === n || person?.drafts.has(n) === true) ?? rounds.at(-1);
}

/** One step on. */
export function forward(info: Info, boards: readonly TabletBoard[], person: Person): Person {
  const steps = before(info, person);
  const at = steps.indexOf(person.step);
  if (at >= 0 && at < steps.length - 1) return { ...person, step: steps[at + 1] ?? 'quote' };
  if (person.step === 'heard' || person.step === 'end' || person.step === 'card')
    return { ...person, step: 'end' };
  const next = boards[boards.findIndex((b) => b.n === person.at) + 1];
  if (next !== undefined) return { ...person, step: 'board', at: next.n };
  // Nothing is open yet: the board step waits for one.
  if (boards.length === 0) return { ...person, step: 'board' };
  return { ...person, step: person.way === 'every' ? 'heard' : 'end' };
}

/** One step back; null from the first one, which is back at the start. */
export function backward(info: Info, boards: readonly TabletBoard[], person: Person): Person | null {
  if (person.step === 'card') return { ...person, step: 'end' };
  if (person.step === 'end' && person.way === 'every') return { ...person, step: 'heard' };
  if (person.way === 'heard') return null;
  if (person.step === 'end' || person.step === 'heard') {
    const last = boards.at(-1);
    return last === undefined ? null : { ...person, step: 'board', at: last.n };
  }
  if (person.step === 'board') {
    const earlier = boards[boards.findIndex((b) => b.n === person.at) - 1];
    return earlier === undefined
      ? { ...person, step: 'quote', at: null }
      : { ...person, step: 'board', at: earlier.n };
  }
  const steps = before(info, person);
  const step = steps[steps.indexOf(person.step) - 1];
  return step === undefined ? null : { ...person, step };
}

/** With a draft kept, without saying yet that it counts. */
export function drafted(person: Person, board: number, draft: Draft): Person {
  return { ...person, drafts: new Map(person.drafts).set(board, draft) };
}

export function answered(person: Person, board: number, draft: Draft): Person {
  return { ...drafted(person, board, draft), placed: new Set(person.placed).add(board) };
}

/** Left out: what was typed there goes as well. */
export function leftOut(person: Person, board: number): Person {
  const [drafts, placed] = [new Map(person.drafts), new Set(person.placed)];
  drafts.delete(board);
  placed.delete(board);
  return { ...person, drafts, placed };
}

/** Whether anything of what they chose or typed would be missed. */
export function hasBegun({ drafts, heard }: Person): boolean {
  const typed = ({ answer, comment }: Draft): boolean => answer !== null || comment.trim() !== '';
  return [...drafts.values(), ...(heard === null ? [] : [heard.said, heard.told])].some(typed);
}

/** Whether they have answered nothing at all. */
export function leftAllOut(person: Person): boolean {
  return person.placed.size === 0 && heardOf(person) === null;
}

/** What is sealed and handed over; null where there is nothing to hand over. */
export function packetOf(
  which: Which,
  token: string,
  boards: readonly TabletBoard[],
  person: Person,
): Packet | null {
  const placed = boards.flatMap(({ n }) => {
    const draft = person.placed.has(n) ? person.drafts.get(n) : undefined;
    if (draft === undefined || draft.answer === null) return [];
    const { answer, comment, audience } = draft;
    return [{ board: n, answer, comment, audience: audience === 1 ? ('team' as const) : ('room' as const) }];
  });
  const { groups, quote, card } = person;
  const heard = heardOf(person);
  if (person.way === 'heard') return heard === null ? null : { which: 'heard', token, heard };
  if (which === 'every')
    return {
      which,
      token,
      groups,
      quote,
      ...(card === '' ? {} : { card }),
      ...(heard === null ? {} : { heard }),
      placed,
    };
  const [only] = placed;
  return only === undefined ? null : { which, token, groups, quote, placed: [only] };
}

function heardOf({ heard }: Person): NonNullable<Extract<Packet, { which: 'every' }>['heard']> | null {
  if (heard === null) return null;
  const { said, told } = heard;
  const both = {
    ...(said.answer === null ? {} : { said: said.answer, stopped: said.answer === 1 ? '' : said.comment }),
    ...(told.answer === null ? {} : { told: told.answer }),
  };
  return Object.keys(both).length === 0 ? null : both;
}
