/** What somebody is told of an error that nobody expected. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import { isDiskFull } from '../store/diskFull.ts';

/**
 * A full disk is named, since whoever sits there can mend it; all else is a fault.
 *
 * @param fault told of either: what has to be looked into, and that nothing can be saved
 */
export function refusalFor(error: unknown, fault: (error: unknown) => void): Refusal {
  fault(error);
  return refuse(isDiskFull(error) ? 'disk-full' : 'fault');
}
