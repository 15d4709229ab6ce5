/** Words of interviews and documents. */
import { speaker } from '../../../../core/message.ts';
import { sourcesEn } from '../../messages/sources.en.ts';
import { LANGUAGE } from '../../words.ts';

export const sayText = speaker(sourcesEn, LANGUAGE);
