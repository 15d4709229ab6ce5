/** Which commands can be undone. */
import type { Command } from './room.ts';

/** Pausing and locking keys have a key of their own each way. */
const FOR_GOOD: readonly Command['do'][] = [
  'undo',
  'pause',
  'keys',
  'end',
  'resume',
  'hold',
  'most',
  'redact',
  'concern',
  'add',
];

/** Whether undoing this command makes sense. */
export function canBeUndone(command: Command): boolean {
  return !FOR_GOOD.includes(command.do);
}
