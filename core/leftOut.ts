/** Sessions that people came to and that no file holds yet: answers count once their session is finished. */
import { speaker } from './message.ts';
import { leftOutEn } from './messages/leftOut.en.ts';
import type { Session } from './session.ts';

export interface LeftOut {
  session: string;
  name: string;
  state: 'lobby' | 'live' | 'ended';
}

/** Which of these sessions no file can hold yet. Rehearsals are nobody's answers, and drafts have none. */
export function leftOutOf(
  sessions: readonly Pick<Session, 'id' | 'name' | 'state' | 'rehearsal'>[],
): LeftOut[] {
  return sessions.flatMap(({ id, name, state, rehearsal }) =>
    rehearsal || state === 'draft' || state === 'sealed' ? [] : [{ session: id, name, state }],
  );
}

const say = speaker(leftOutEn, 'en-GB');
const named = (name: string): string => (name === '' ? say('left.unnamed') : name);

/** Which session is not in a file that is being made, why, and what to do. */
export function sayLeftOut({ name, state }: LeftOut): string {
  return say(state === 'ended' ? 'left.ended' : 'left.running', { name: named(name) });
}

/** Which session an archive of another laptop lacks, why, and what to do. */
export function sayWasLeftOut({ name, state }: LeftOut): string {
  return say(state === 'ended' ? 'left.saved.ended' : 'left.saved.running', { name: named(name) });
}

/** An ended session that was finished on the way, or could not be. */
export function sayFinished(name: string, done: boolean): string {
  return say(done ? 'left.finished' : 'left.failed', { name: named(name) });
}
