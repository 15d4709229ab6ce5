/** What the sheets to print say of a consultation; their words stand in templates/sheets. */
import type { Consultation } from '../../core/consultation.ts';
import { isDay } from '../../core/day.ts';
import { partOf } from '../../core/involved.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { Store } from '../store/store.ts';

export const SHEETS = ['privacy', 'consent', 'impact'] as const;

/** Empty texts are left to be filled in by hand. */
export interface SheetFacts {
  title: string;
  sample: boolean;
  /** The day it was made, in words. */
  date: string;
  aim: string;
  askedBy: string;
  ledBy: string;
  answeredBy: string;
  answerDue: string;
  decided: string;
  open: string;
  /** How far people have a part in it; empty: not declared, and nothing stands there. */
  part: string;
  dangerTo: string;
  helpFrom: string;
  complainTo: string;
  consentWords: string;
  rightsWords: string;
  withdrawWords: string;
  groups: string;
  /** "14 days"; empty: answers can be taken out only while the session lasts. */
  withdrawDays: string;
  keepUntil: string;
  under18: boolean;
  floor: number;
  /** What leaves the team. */
  floorWords: string;
  approvals: string;
  /** Whether any session is held either way; one that is planned counts, and without any the usual one. */
  linked: boolean;
  unlinked: boolean;
  linkedSessions: string;
  /** How many were held, and when. */
  sessions: string;
}

const LANGUAGE = 'en-GB';

/** @param today YYYY-MM-DD */
export async function sheetFacts(store: Store, id: string, today: string): Promise<SheetFacts | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const sessions = (await store.sessions(id)).filter((s) => !s.rehearsal);
  return factsOf(stored.consultation, sessions, today);
}

/** The facts of these sessions alone. */
export function factsOf(c: Consultation, sessions: readonly Session[], today: string): SheetFacts {
  const linked = sessions.filter((s) => s.mode === 'linked');
  const { title, sample, aim, askedBy, ledBy, answeredBy, decided, open, floor, under18 } = c;
  const { dangerTo, helpFrom, complainTo, consent, rights, withdrawUntil } = c.words;
  return {
    title,
    sample,
    aim,
    askedBy,
    ledBy,
    answeredBy,
    decided,
    open,
    part: partOf(c),
    floor,
    under18,
    dangerTo,
    helpFrom,
    complainTo,
    consentWords: consent,
    rightsWords: rights,
    withdrawWords: withdrawUntil,
    date: inWords(today),
    answerDue: inWords(c.answerDue),
    groups: listOf(c.groups.map((g) => g.label)),
    withdrawDays: c.withdrawDays === 0 ? '' : c.withdrawDays === 1 ? '1 day' : `${c.withdrawDays} days`,
    keepUntil: inWords(c.keepUntil),
    floorWords:
      c.breakdowns === 'hidden'
        ? `figures are of everyone together, never of fewer than ${floor} people`
        : `no figure is of fewer than ${floor} people, and smaller groups are put together`,
    approvals: listOf(
      c.approvals.map((who) => (who === 'lead' ? 'whoever leads it' : 'a panel of participants')),
    ),
    linked: linked.length > 0,
    unlinked: sessions.length === 0 || linked.length < sessions.length,
    linkedSessions: listOf(linked.map((s) => s.name)),
    sessions: heldWords(sessions.filter((s) => s.state !== 'draft').map((s) => s.date)),
  };
}

function heldWords(dates: readonly string[]): string {
  const days = dates.toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'none';
  const span = first === last ? inWords(first) : `${inWords(first)} to ${inWords(last)}`;
  return `${days.length}, ${span}`;
}

/** A day in words; anything else is words already. */
function inWords(text: string): string {
  return isDay(text)
    ? new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text))
    : text;
}

function listOf(parts: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(parts.filter((part) => part !== ''));
}
