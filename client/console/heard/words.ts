/** The page's own words. */
import { speaker } from '../../../core/message.ts';
import { LANGUAGE } from '../words.ts';
import { heardEn } from '../messages/heard.en.ts';

export const say = speaker(heardEn, LANGUAGE);
