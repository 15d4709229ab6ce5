/** Words of the scribe's screen. */
import { capMarks } from '../../../core/text.ts';
import { listsIn, speaker } from '../../../core/message.ts';
import type { Description, TalkAbout } from '../../../core/talk/api.ts';
import { talkEn } from '../messages/talk.en.ts';
import { LANGUAGE } from '../words.ts';

export const say = speaker(talkEn, LANGUAGE);
export const lists = listsIn(LANGUAGE, 'conjunction');

/** "Parents, woman, 25 to 34"; empty: nothing is told. */
export function describe({ group, gender, ageBand }: Description, about: TalkAbout | null): string {
  const label = about?.groups.find((g) => g.id === group)?.label ?? '';
  return [label, gender, ageBand].filter((part) => part !== '').join(', ');
}

/** The beginning of a text, for a label. */
export function begin(text: string, most = 60): string {
  const letters = [...capMarks(text).replace(/\s+/gu, ' ')];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}
