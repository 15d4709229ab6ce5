/**
 * A yes and a second reader's tick that were taken back: each taking back has ids, which stand among those of what was
 * removed. One is made of the version and of the change that took it back, so that two laptops that are united know a
 * no that was answered by a yes since from one that came after it, or beside it. Another is made of the case study in
 * the version's place: a letter that was mended on one of them is no reason to print what the person said no to.
 */
import { LIMITS } from '../limits.ts';
import type { CaseStudy, CaseStudyFields } from './types.ts';

type Ticks = Pick<CaseStudyFields, 'yesTo' | 'readTo'>;
type Of = 'yes' | 'read';

const NO_YES = { yesTo: '', yesDay: '', yesHow: '', yesGroup: '' } as const;
const NO_READ = { readTo: '', reader: '', readDay: '', readGroup: '' } as const;

/** Together no longer than an id, and both far more than anybody could meet by chance. */
const VERSION_SIGNS = 24;
const STUDY_SIGNS = 20;
const CHANGE_SIGNS = 9;
/** In the place of a change that is not known. */
const SOME = '0';

/**
 * Ids of the ticks that this change takes back. A yes to other words takes none back.
 *
 * @param key the case study's id, here and below
 */
export function takenBack(key: string, now: Ticks, next: Ticks, change: string): string[] {
  return [
    ...(now.yesTo !== '' && next.yesTo === '' ? nosOf('yes', key, now.yesTo, change) : []),
    ...(now.readTo !== '' && next.readTo === '' ? nosOf('read', key, now.readTo, change) : []),
  ];
}

/** The ticks that a change gives. */
export function ticksGiven(now: Ticks, next: Ticks): Ticks {
  return {
    yesTo: next.yesTo === now.yesTo ? '' : next.yesTo,
    readTo: next.readTo === now.readTo ? '' : next.readTo,
  };
}

/** Which of these ids take one of these ticks back, to whichever of its words they were. */
export function nosTo(key: string, { yesTo, readTo }: Ticks, ids: Iterable<string>): string[] {
  return [...ids].filter((id) => isNoTo('yes', key, yesTo, id) || isNoTo('read', key, readTo, id));
}

/**
 * Of those that take one of these ticks back the ones that say which change it was. One of before that was kept may be
 * any: nobody can tell whether it came before a yes or after it.
 */
export function knownNosTo(key: string, ticks: Ticks, ids: Iterable<string>): string[] {
  return nosTo(key, ticks, ids).filter(
    (id) =>
      !id.endsWith(`-${SOME}`) && id !== olderNo('yes', ticks.yesTo) && id !== olderNo('read', ticks.readTo),
  );
}

/** Those of these ticks that this change took back. */
export function nosBy(key: string, { yesTo, readTo }: Ticks, change: string): string[] {
  return [
    ...(yesTo === '' ? [] : nosOf('yes', key, yesTo, change)),
    ...(readTo === '' ? [] : nosOf('read', key, readTo, change)),
  ];
}

/** Without the ticks that were taken back. */
export function withoutTicks<T extends CaseStudyFields>(key: string, study: T, gone: Iterable<string>): T {
  const ids = nosTo(key, study, gone);
  const [noYes, noRead] = [
    ids.some((id) => isNoTo('yes', key, study.yesTo, id)),
    ids.some((id) => isNoTo('read', key, study.readTo, id)),
  ];
  return noYes || noRead ? { ...study, ...(noYes ? NO_YES : {}), ...(noRead ? NO_READ : {}) } : study;
}

/**
 * With what a second reader on another laptop said would be recognised. Where that is news here, a tick of here was
 * given without knowing it, and to whichever words it was, somebody has to read them again.
 */
export function withKnown<T extends CaseStudyFields>(study: T, there: Pick<CaseStudyFields, 'knownTo'>): T {
  const news = there.knownTo.filter((version) => !study.knownTo.includes(version));
  if (news.length === 0) return study;
  return { ...study, ...NO_READ, knownTo: withinLimit([...study.knownTo, ...news], study.version) };
}

/**
 * As many versions as an archive takes. The one that stands is never left out, or its words would be printed.
 *
 * @param version that stands
 */
export function withinLimit(knownTo: readonly string[], version: string): string[] {
  if (knownTo.length <= LIMITS.caseStudySigns) return [...knownTo];
  const others = knownTo.filter((one) => one !== version);
  const stands = others.length < knownTo.length ? [version] : [];
  return [...others.slice(stands.length - LIMITS.caseStudySigns), ...stands];
}

/**
 * What another laptop says is gone, with an id of the case study for each no that names a version of it alone, as it
 * was written before: of the version that it has there.
 *
 * @param answered ids of nos that were answered here by a yes since
 */
export function withNosToStudies(
  {
    caseStudies,
    gone,
  }: { caseStudies: readonly Pick<CaseStudy, 'id' | 'version'>[]; gone: readonly string[] },
  answered: ReadonlySet<string>,
): string[] {
  const more = caseStudies.flatMap(({ id: key, version }) =>
    (['yes', 'read'] as const).flatMap((of) =>
      gone
        .filter((id) => !answered.has(id) && isNoToVersion(of, version, id))
        .map((id) => `${ofStudy(of, key)}-${id === olderNo(of, version) ? SOME : lastOf(id)}`),
    ),
  );
  return [...new Set([...gone, ...more])];
}

function isNoTo(of: Of, key: string, version: string, id: string): boolean {
  return version !== '' && (isNoToVersion(of, version, id) || stemOf(id) === ofStudy(of, key));
}

function isNoToVersion(of: Of, version: string, id: string): boolean {
  return version !== '' && (id === olderNo(of, version) || stemOf(id) === ofVersion(of, version));
}

function nosOf(of: Of, key: string, version: string, change: string): string[] {
  // Nothing but its last part is without a dash.
  const by = change.replaceAll('-', '').slice(-CHANGE_SIGNS) || SOME;
  return [`${ofVersion(of, version)}-${by}`, `${ofStudy(of, key)}-${by}`];
}

function ofVersion(of: Of, version: string): string {
  return `${of}-${version.slice(0, VERSION_SIGNS)}`;
}

function ofStudy(of: Of, key: string): string {
  return `${of}of-${key.slice(0, STUDY_SIGNS)}`;
}

function stemOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('-')));
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** As it was written before it named the change. */
function olderNo(of: Of, version: string): string {
  return `${of}-${version}`.slice(0, 40);
}
