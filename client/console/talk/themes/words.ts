/** Words of the page of themes. */
import { voices, type Tally } from '../../../../core/talk/count.ts';
import { listsIn, speaker } from '../../../../core/message.ts';
import { themesEn } from '../../messages/themes.en.ts';
import { LANGUAGE } from '../../words.ts';

export const say = speaker(themesEn, LANGUAGE);
export const lists = listsIn(LANGUAGE, 'conjunction');

/** "17 points, 3 post-its, 9 hands and 4 passages"; empty: none of them. */
export function countsOf({ points, postits, hands, passages }: Tally): string {
  const parts = [
    ...(points > 0 ? [say('n.points', { n: points })] : []),
    ...(postits > 0 ? [say('n.postits', { n: postits })] : []),
    ...(hands > 0 ? [say('n.hands', { n: hands })] : []),
    ...(passages > 0 ? [say('n.passages', { n: passages })] : []),
  ];
  return parts.length === 0 ? '' : lists.format(parts);
}

/** "9 (3)": voices, and sessions, interviews and documents. */
export function cellOf(tally: Tally | undefined): string {
  return tally === undefined || voices(tally) === 0
    ? say('cell.none')
    : `${voices(tally)} (${tally.sessions + tally.sources})`;
}
