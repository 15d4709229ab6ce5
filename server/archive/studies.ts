/** Case studies and corrections in an archive, in the order of their random ids. */
import type { Difference } from '../../core/archive/difference.ts';
import { knownNosTo, withKnown, withNosToStudies, withoutTicks } from '../../core/caseStudies/ticks.ts';
import { NOT_KEPT } from '../../core/caseStudies/types.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readStudies, type ArchivedStudies } from '../../core/schemaCaseStudies.ts';
import type { StoredStudies } from '../store/studies.ts';
import type { SealedSession } from '../store/store.ts';

export const STUDIES_NAME = 'case-studies.json';

export const NO_STUDIES: StoredStudies = { caseStudies: [], corrections: [], gone: [], back: [] };

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** What an archive keeps: all case studies, and the corrections that were not said in or about a running session. */
export function studiesToArchive(studies: StoredStudies, sealed: ReadonlySet<string>): ArchivedStudies {
  return {
    caseStudies: studies.caseStudies
      .map(({ yesGroup, readGroup, knownTo, ...study }) => ({
        ...study,
        ...(yesGroup === '' ? {} : { yesGroup }),
        ...(readGroup === '' ? {} : { readGroup }),
        ...(knownTo.length === 0 ? {} : { knownTo: knownTo.toSorted() }),
      }))
      .toSorted(byId),
    corrections: studies.corrections
      .filter((one) => [one.session, one.ofSession].every((s) => s === '' || sealed.has(s)))
      .toSorted(byId),
    gone: studies.gone.toSorted(),
  };
}

export function hasAnyStudies({ caseStudies, corrections, gone }: ArchivedStudies): boolean {
  return caseStudies.length + corrections.length + gone.length > 0;
}

/** @returns what the archive has of them, or a refusal of what belongs to no finished session of it */
export function studiesFrom(value: unknown, sessions: readonly SealedSession[]): StoredStudies | Refusal {
  const studies = readStudies(value);
  if (isRefusal(studies)) return studies;
  const held = new Set(sessions.flatMap(({ session }) => (session.state === 'sealed' ? [session.id] : [])));
  for (const [i, one] of studies.corrections.entries())
    for (const field of ['session', 'ofSession'] as const)
      if (one[field] !== '' && !held.has(one[field]))
        return refuse('bad-file', `corrections.${i}.${field}`, 'a finished session');
  const ids = [...studies.caseStudies, ...studies.corrections].map(({ id }) => id);
  if (new Set(ids).size < ids.length) return refuse('bad-file', 'corrections', 'each id once');
  const caseStudies = studies.caseStudies.map((one) => ({ ...NOT_KEPT, ...one }));
  return { ...studies, caseStudies, back: [] };
}

/**
 * Both sides together, each once. Where both have one and it differs, what is here stays, and that is named: a yes is
 * to one text, so that two texts are never mixed. What was removed on either side is removed, but for what was brought
 * back here; so is a yes or a second reader's tick that was taken back on either, but for a taking back that was
 * answered here since, by giving it again. One that is not known here counts, whenever it was, and to whichever words.
 * That somebody would recognise the person counts on whichever side a second reader said so.
 */
export function mergeStudies(
  here: StoredStudies,
  there: StoredStudies,
  idOf: (session: string) => string,
  sealed: ReadonlySet<string>,
): { studies: StoredStudies; differences: Difference[] } {
  const corrected = there.corrections.map((one) => ({
    ...one,
    session: one.session === '' ? '' : idOf(one.session),
    ofSession: one.ofSession === '' ? '' : idOf(one.ofSession),
  }));
  const standing = new Set([...here.caseStudies, ...here.corrections].map(({ id }) => id));
  const answered = here.caseStudies.flatMap((one) => knownNosTo(one.id, one, here.back));
  const back = new Set([...here.back.filter((id) => standing.has(id)), ...answered]);
  const going = withNosToStudies(there, new Set(here.back)).filter((id) => !back.has(id));
  const gone = new Set([...here.gone, ...going]);
  const counts = {
    caseStudies: 0,
    corrections: 0,
    toldFull: 0,
    toldKnown: 0,
    toldBack: there.gone.filter((id) => back.has(id) && standing.has(id)).length,
    toldGone: going.filter((id) => standing.has(id)).length,
    ticksGone: here.caseStudies.filter((one) => !gone.has(one.id) && withoutTicks(one.id, one, gone) !== one)
      .length,
  };
  const taken = <T extends { id: string }>(
    ours: readonly T[],
    theirs: readonly T[],
    most: number,
    differs: 'caseStudies' | 'corrections',
  ): T[] => {
    const known = new Map(ours.map((one) => [one.id, one]));
    let room = most - ours.length;
    return theirs.filter((one) => {
      const own = known.get(one.id);
      if (gone.has(one.id)) return false;
      if (own !== undefined) {
        if (wordsOf(own) !== wordsOf(one)) counts[differs] += 1;
        return false;
      }
      if (room-- > 0) return true;
      counts.toldFull += 1;
      return false;
    });
  };
  const ours = here.caseStudies.map((one) => withoutTicks(one.id, one, gone));
  const coming = there.caseStudies.map((one) => withoutTicks(one.id, one, gone));
  const known = coming.filter(({ id, knownTo }) => {
    const own = ours.find((one) => one.id === id);
    return own !== undefined && !gone.has(id) && withKnown(own, { knownTo }) !== own;
  });
  counts.toldKnown = known.length;
  const studies = {
    caseStudies: [...taken(ours, coming, LIMITS.caseStudies, 'caseStudies'), ...known],
    corrections: taken(
      here.corrections,
      corrected.filter((one) => [one.session, one.ofSession].every((s) => s === '' || sealed.has(s))),
      LIMITS.corrections,
      'corrections',
    ),
    gone: going,
    back: [],
  };
  const differences = (Object.keys(counts) as (keyof typeof counts)[]).flatMap((code): Difference[] =>
    counts[code] > 0 ? [{ code, slots: { n: counts[code] } }] : [],
  );
  return { studies, differences };
}

function wordsOf(one: object): string {
  return JSON.stringify(
    Object.entries(one)
      // Of this each side takes what the other has.
      .filter(([name]) => name !== 'knownTo')
      .map(([name, value]): [string, unknown] => [
        name,
        Array.isArray(value) ? value.map(String).toSorted() : value,
      ])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
