/** What is let go of as the laptop says that a thought is not put back. */
import type { Step } from './desk.ts';
import type { Trouble } from './trouble.ts';

/** What a writer may have taken out is in no step either, to be tried again, nor among what was seen last. */
export function forgetTakenOut(
  found: readonly Trouble[],
  lastSeen: Map<string, Trouble['last']>,
  ...lists: Step[][][]
): void {
  for (const { change, why } of found) {
    if (why !== 'takenOut') continue;
    lastSeen.delete(change.key);
    for (const steps of lists) {
      const left = steps.map((step) => step.filter((one) => one.change.key !== change.key));
      steps.splice(0, steps.length, ...left.filter((step) => step.length > 0));
    }
  }
}
