/** What a second coder puts points and post-its under, as a device tells it. */
import type { SecondChange } from '../../core/talk/change.ts';
import { NOT_CODED, type SecondFields } from '../../core/talk/second.ts';
import { newId } from '../../server/random.ts';

/** @param themes null: the coding is taken back */
export function second(
  unit: string,
  themes: string[] | null,
  session = 'session-1',
  was: SecondFields = NOT_CODED,
): SecondChange {
  const set = themes === null ? NOT_CODED : { themes, coded: true };
  return { id: newId(), of: 'second', key: unit, session, was, set };
}
