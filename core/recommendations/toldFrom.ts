/**
 * In how many sessions a recommendation was raised, and whether it is one person's idea: what went out of that stands
 * until as many have come or gone as the floor. Else two pages side by side would show who took something back.
 */
import { statementEvidence, themeEvidence, type Rests } from './rests.ts';

/** In how many of the sessions that are large enough, and whether others are smaller. */
export interface Raised {
  n: number;
  of: number;
  smaller: boolean;
}

export interface FromOut {
  /** Null: not told. */
  raised: Raised | null;
  lone: boolean;
  /** Points, post-its and raised hands behind it; told nowhere. */
  voices: number;
  /** The themes and statements that the team had linked, as evidence: with others it is told anew. */
  links: string[];
}

interface Sessions {
  /** Sessions with as many people as the floor. */
  large: ReadonlySet<string>;
  /** How many sessions there are. */
  sessions: number;
}

/** As it is now. */
export function fromNow(rests: Rests, { large, sessions }: Sessions): FromOut {
  const n = [...rests.sessions].filter((session) => large.has(session)).length;
  return {
    // Of one session alone it would be that session's own.
    raised:
      rests.lone || n === 0 || large.size < 2 ? null : { n, of: large.size, smaller: large.size < sessions },
    lone: rests.lone,
    voices: rests.voices,
    links: [
      ...rests.themes.map(({ id }) => themeEvidence(id)),
      ...rests.statements.map(statementEvidence),
    ].toSorted(),
  };
}

/** As it may be told: what went out, where fewer than the floor have come or gone since. */
export function fromToTell(now: FromOut, out: readonly FromOut[], floor: number): FromOut {
  const apart = ({ voices }: FromOut): number => Math.abs(voices - now.voices);
  const same = (before: FromOut): boolean => JSON.stringify(before.links) === JSON.stringify(now.links);
  const near = out
    // Where nobody had said anything there is nothing that could have been taken back.
    .filter((before) => before.voices > 0 && apart(before) < floor && same(before))
    .toSorted((a, b) => apart(a) - apart(b) || b.voices - a.voices);
  return near[0] ?? now;
}
