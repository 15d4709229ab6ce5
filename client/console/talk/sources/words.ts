/** Words of interviews and documents. */
import { listsIn, speaker } from '../../../../core/message.ts';
import { sourcesEn } from '../../messages/sources.en.ts';
import { LANGUAGE } from '../../words.ts';

export const sayText = speaker(sourcesEn, LANGUAGE);
export const lists = listsIn(LANGUAGE, 'conjunction');
