/** Words of the page on which things are read back. */
import type { StudiesAbout } from '../../../core/caseStudies/api.ts';
import { listsIn, speaker } from '../../../core/message.ts';
import type { Correction } from '../../../core/readBack/types.ts';
import { readBackEn } from '../messages/readBack.en.ts';
import { LANGUAGE, sayDate } from '../words.ts';

export const say = speaker(readBackEn, LANGUAGE);
export const lists = listsIn(LANGUAGE, 'conjunction');

/** "Not quite. 4 people, 20 November 2026, Family centre, would say:" */
export function introOf({ verdict, people, day, session }: Correction, about: StudiesAbout | null): string {
  const name = about?.sessions.find(({ id }) => id === session)?.name ?? '';
  const when =
    name === ''
      ? say('when.after', { day: sayDate(day) })
      : say('when.session', { day: sayDate(day), session: name });
  return say(`one.${verdict}`, { people: say('people', { n: people }), when });
}
