/** Words of the second coder’s screen. */
import { speaker } from '../../../../core/message.ts';
import { secondEn } from '../../messages/second.en.ts';
import { LANGUAGE } from '../../words.ts';

export const say = speaker(secondEn, LANGUAGE);
