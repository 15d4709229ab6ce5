/**
 * A yes and a second reader's tick that were taken back: each taking back has an id, which stands among those of what
 * was removed. It is made of the version and of the change that took it back, so that two laptops that are united know
 * a no that was answered by a yes since from one that came after it, or beside it.
 */
import type { CaseStudyFields } from './types.ts';

type Ticks = Pick<CaseStudyFields, 'yesTo' | 'readTo'>;
type Of = 'yes' | 'read';

const NO_YES = { yesTo: '', yesDay: '', yesHow: '', yesGroup: '' } as const;
const NO_READ = { readTo: '', reader: '', readDay: '', readGroup: '' } as const;

/** Together no longer than an id, and both far more than anybody could meet by chance. */
const VERSION_SIGNS = 24;
const CHANGE_SIGNS = 9;

/** Ids of the ticks that this change takes back. A yes to other words takes none back. */
export function takenBack(now: Ticks, next: Ticks, change: string): string[] {
  return [
    ...(now.yesTo !== '' && next.yesTo === '' ? [noOf('yes', now.yesTo, change)] : []),
    ...(now.readTo !== '' && next.readTo === '' ? [noOf('read', now.readTo, change)] : []),
  ];
}

/** The ticks that a change gives. */
export function ticksGiven(now: Ticks, next: Ticks): Ticks {
  return {
    yesTo: next.yesTo === now.yesTo ? '' : next.yesTo,
    readTo: next.readTo === now.readTo ? '' : next.readTo,
  };
}

/** Which of these ids take one of these ticks back. */
export function nosTo({ yesTo, readTo }: Ticks, ids: Iterable<string>): string[] {
  return [...ids].filter((id) => isNoTo('yes', yesTo, id) || isNoTo('read', readTo, id));
}

/**
 * Of those that take one of these ticks back the ones that say which change it was. One of before that was kept may be
 * any: nobody can tell whether it came before a yes or after it.
 */
export function knownNosTo(ticks: Ticks, ids: Iterable<string>): string[] {
  return nosTo(ticks, ids).filter(
    (id) => id !== olderNo('yes', ticks.yesTo) && id !== olderNo('read', ticks.readTo),
  );
}

/** Those of these ticks that this change took back. */
export function nosBy({ yesTo, readTo }: Ticks, change: string): string[] {
  return [
    ...(yesTo === '' ? [] : [noOf('yes', yesTo, change)]),
    ...(readTo === '' ? [] : [noOf('read', readTo, change)]),
  ];
}

/** Without the ticks that were taken back. */
export function withoutTicks<T extends CaseStudyFields>(study: T, gone: Iterable<string>): T {
  const ids = nosTo(study, gone);
  const [noYes, noRead] = [
    ids.some((id) => isNoTo('yes', study.yesTo, id)),
    ids.some((id) => isNoTo('read', study.readTo, id)),
  ];
  return noYes || noRead ? { ...study, ...(noYes ? NO_YES : {}), ...(noRead ? NO_READ : {}) } : study;
}

function isNoTo(of: Of, version: string, id: string): boolean {
  if (version === '') return false;
  return id === olderNo(of, version) || id.slice(0, Math.max(0, id.lastIndexOf('-'))) === stemOf(of, version);
}

function noOf(of: Of, version: string, change: string): string {
  // Nothing but its last part is without a dash.
  return `${stemOf(of, version)}-${change.replaceAll('-', '').slice(-CHANGE_SIGNS) || '0'}`;
}

function stemOf(of: Of, version: string): string {
  return `${of}-${version.slice(0, VERSION_SIGNS)}`;
}

/** As it was written before it named the change. */
function olderNo(of: Of, version: string): string {
  return `${of}-${version}`.slice(0, 40);
}
