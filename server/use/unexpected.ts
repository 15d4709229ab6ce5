/** What somebody is told of an error that nobody expected. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import { isDiskFull } from '../store/diskFull.ts';

/**
 * A full disk is named, since whoever sits there can mend it; all else is a fault, which is reported.
 *
 * @param fault told of what has to be looked into
 */
export function refusalFor(error: unknown, fault: (error: unknown) => void): Refusal {
  if (isDiskFull(error)) return refuse('disk-full');
  fault(error);
  return refuse('fault');
}
