/** Who took part, by attributes, and how much may be said of one person beside all that was said of them before. */
import { attributionFor, attributionOfAll, type Attributes, type RegisterRow } from '../attribution.ts';
import type { Consultation } from '../consultation.ts';
import type { Session } from '../session.ts';
import type { ReportDocument } from './document.ts';

interface RegisterSource {
  consultation: Consultation;
  document: Pick<ReportDocument, 'floor' | 'quoteFloor'>;
  /** Those of the report. */
  sessions: readonly Session[];
  audience: 'release' | 'team';
}

/** What an earlier release said of somebody. */
export interface SaidBefore {
  said: Attributes;
  /** Ids of the sessions which that release was about, where it printed the same words. Absent: not known, or others. */
  about?: readonly string[];
}

/**
 * What may be said of somebody, of whom earlier releases said `before`; null: the words may not be printed at all.
 *
 * @param session in which it was said; empty: in none, though in print it stands among what was said in sessions; null:
 *   nothing says that it was said in one
 */
export type SayOf = (
  all: Attributes,
  before: readonly SaidBefore[],
  session: string | null,
) => Attributes | null;

/**
 * The team is told everything; where groups are not told apart, a release says nothing of anybody. Whoever finds the
 * same words in two reports knows that they were said where both were about: so people are counted there. Where what was
 * said before would be of too few there, the words are left out, since nothing that is said beside them unsays it; and
 * also where no session is in both, since nobody there can have said them.
 */
export function makeSayOf({ consultation, document, sessions, audience }: RegisterSource): SayOf {
  if (audience === 'team') return (all) => all;
  const hidden = consultation.breakdowns === 'hidden';
  const least = Math.max(document.quoteFloor, document.floor, consultation.floor);
  // A reader puts together what every release has said of the same person.
  return (all, before, session) => {
    const sets = before.flatMap(({ about }) =>
      about === undefined ? [] : [new Set([...about, session ?? ''])],
    );
    const wasIn = (id: string): boolean => sets.every((set) => set.has(id));
    const within = sessions.filter(({ id }) => wasIn(id));
    if (session !== null && within.length === 0 && sessions.length > 0) return null;
    const register = within.flatMap((one) => rowsOf(one, consultation));
    const told = before.map(({ said }) => said);
    const [first] = sets;
    const isLess = [...(first ?? [])].some(
      (id) => id !== '' && wasIn(id) && !within.some((one) => one.id === id),
    );
    if (isLess && told.some(saysAnything)) {
      const still = attributionOfAll(register, told, least);
      if (still.dropped.length > 0 || still.k < least) return null;
    }
    if (hidden) return {};
    const { kept, k } = attributionOfAll(register, [all, ...told], least);
    // What was said before is known beside it, but for what was a slip.
    const known = Object.assign({}, ...told.map((one) => alike(one, all)), kept) as Attributes;
    return k < least || attributionFor(register, known, least).dropped.length > 0 ? {} : kept;
  };
}

function rowsOf({ attendance, groups }: Session, consultation: Consultation): RegisterRow[] {
  return attendance.map(({ group, gender, ageBand, n }) => ({
    group: groupLabel(group ?? (groups.length === 1 ? (groups[0] ?? '') : ''), consultation),
    gender,
    ageBand,
    n,
  }));
}

function saysAnything(said: Attributes): boolean {
  return Object.values(said).some((value) => value !== '');
}

/** What of it does not go against what is known now. */
function alike(said: Attributes, all: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(said).filter(
      ([name, value]) => value !== '' && ['', undefined, value].includes(all[name as keyof Attributes]),
    ),
  );
}

export const groupLabel = (group: string, { groups }: Pick<Consultation, 'groups'>): string =>
  groups.find(({ id }) => id === group)?.label ?? '';
