/**
 * A yes and a second reader's tick that were taken back: an id of each stands among those of what was removed, so that
 * two laptops that are united know it from one that was never given.
 */
import type { CaseStudyFields } from './types.ts';

type Ticks = Pick<CaseStudyFields, 'yesTo' | 'readTo'>;

const NO_YES = { yesTo: '', yesDay: '', yesHow: '', yesGroup: '' } as const;
const NO_READ = { readTo: '', reader: '', readDay: '', readGroup: '' } as const;

/** The ids under which the ticks that it has would be known as taken back. */
export function ticksOf({ yesTo, readTo }: Ticks): string[] {
  return [
    ...(yesTo === '' ? [] : [tickId('yes', yesTo)]),
    ...(readTo === '' ? [] : [tickId('read', readTo)]),
  ];
}

/** Those that a change takes back, and those that it gives. A yes to other words takes none back. */
export function ticksMoved(now: Ticks, next: Ticks): { gone: string[]; given: string[] } {
  const [before, after] = [ticksOf(now), ticksOf(next)];
  const gone = ticksOf({
    yesTo: next.yesTo === '' ? now.yesTo : '',
    readTo: next.readTo === '' ? now.readTo : '',
  });
  return { gone, given: after.filter((id) => !before.includes(id)) };
}

/** Without the ticks that were taken back. */
export function withoutTicks<T extends CaseStudyFields>(study: T, gone: ReadonlySet<string>): T {
  const [noYes, noRead] = [isGone('yes', study.yesTo, gone), isGone('read', study.readTo, gone)];
  return noYes || noRead ? { ...study, ...(noYes ? NO_YES : {}), ...(noRead ? NO_READ : {}) } : study;
}

function isGone(of: 'yes' | 'read', version: string, gone: ReadonlySet<string>): boolean {
  return version !== '' && gone.has(tickId(of, version));
}

function tickId(of: 'yes' | 'read', version: string): string {
  return `${of}-${version}`.slice(0, 40);
}
