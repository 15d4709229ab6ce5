/** What is ordered on the page, and what has to be put right first. */
import type { ConsultationPage } from '../../../../core/api.ts';
import { LIMITS } from '../../../../core/limits.ts';
import {
  groupsIn,
  PAPER_PARTS,
  peopleOf,
  tooManyAnswers,
  wordingsDiffer,
  type PaperOrder,
  type PaperPart,
} from '../../../../core/paper.ts';
import type { Group } from '../../../../core/consultation.ts';
import type { Session } from '../../../../core/session.ts';
import { say } from '../say.ts';

/** People for whom a pack is made where nobody says how many. */
const USUAL = 12;

export interface Choice {
  session: string | null;
  paper: PaperOrder['paper'];
  print: PaperOrder['print'];
  parts: readonly PaperPart[];
  lang: string;
  /** Null: apart where wordings differ. */
  apart: boolean | null;
  everyone: number;
  /** People of each group, by its id. */
  each: Readonly<Record<string, number>>;
}

export function firstChoice(page: ConsultationPage, session: string | null): Choice {
  const { languages } = page.consultation;
  return {
    session: sessionsOf(page).some(({ id }) => id === session) ? session : null,
    paper: 'a4',
    print: 'usual',
    // Codes once there are any; cards to talk alone where the team has named who reads them.
    parts: PAPER_PARTS.filter((part) => part !== 'codes' && part !== 'alone'),
    lang: languages[0] ?? 'en',
    apart: null,
    everyone: USUAL,
    each: {},
  };
}

/** Those for which there is still something to print. */
export function sessionsOf({ sessions }: ConsultationPage): Session[] {
  return sessions.filter(({ state }) => state !== 'sealed');
}

/** What follows from a choice. */
export interface Chosen {
  session: Session | null;
  groups: Group[];
  differ: boolean;
  apart: boolean;
  /** Codes can be made now. */
  codes: boolean;
  order: PaperOrder;
  /** Empty: nothing hinders. */
  fault: string;
}

export function chosenOf(page: ConsultationPage, choice: Choice): Chosen {
  const { consultation } = page;
  const session = sessionsOf(page).find(({ id }) => id === choice.session) ?? null;
  const groups = groupsIn(consultation, session);
  const differ = wordingsDiffer(consultation.statements, groups, choice.lang);
  const apart = groups.length > 1 && (choice.apart ?? differ);
  const codes = session?.state === 'lobby' || session?.state === 'live';
  const order: PaperOrder = {
    session: session?.id ?? null,
    paper: choice.paper,
    print: choice.print,
    parts: choice.parts.filter((part) => part !== 'codes' || codes),
    lang: choice.lang,
    people: apart
      ? groups.map(({ id }) => ({ group: id, n: choice.each[id] ?? USUAL }))
      : [{ group: null, n: choice.everyone }],
  };
  return { session, groups, differ, apart, codes, order, fault: faultIn(page, order) };
}

function faultIn({ consultation: { statements, rounds } }: ConsultationPage, order: PaperOrder): string {
  const people = peopleOf(order);
  if (order.parts.length === 0) return say('print.noParts');
  if (people < 1 || people > LIMITS.peopleWithoutPhone)
    return say('print.many', { most: LIMITS.peopleWithoutPhone });
  const printed = order.parts.some((part) => part === 'slips' || part === 'cards');
  if (printed && tooManyAnswers(people, statements.length, rounds))
    return say('print.answers', { n: people * statements.length * rounds, most: LIMITS.paperAnswers });
  return '';
}

/** The number of the group's people as it stands in the field. */
export function peopleIn({ each }: Choice, group: string): number {
  return each[group] ?? USUAL;
}
