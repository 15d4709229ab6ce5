/** Who took part, by attributes, and how much may be said of one person beside all that was said of them before. */
import { attributionOfAll, type Attributes, type RegisterRow } from '../attribution.ts';
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

/** What may be said of somebody, of whom earlier releases said `before`. */
export type SayOf = (all: Attributes, before: readonly Attributes[]) => Attributes;

/** The team is told everything; where groups are not told apart, a release says nothing of anybody. */
export function makeSayOf({ consultation, document, sessions, audience }: RegisterSource): SayOf {
  if (audience === 'team') return (all) => all;
  if (consultation.breakdowns === 'hidden') return () => ({});
  const register = sessions.flatMap((session) =>
    session.attendance.map(({ group, gender, ageBand, n }): RegisterRow => ({
      group: groupLabel(
        group ?? (session.groups.length === 1 ? (session.groups[0] ?? '') : ''),
        consultation,
      ),
      gender,
      ageBand,
      n,
    })),
  );
  const least = Math.max(document.quoteFloor, document.floor, consultation.floor);
  // A reader puts together what every release has said of the same person.
  return (all, before) => {
    const { kept, k } = attributionOfAll(register, [all, ...before], least);
    return k < least ? {} : kept;
  };
}

export const groupLabel = (group: string, { groups }: Pick<Consultation, 'groups'>): string =>
  groups.find(({ id }) => id === group)?.label ?? '';
