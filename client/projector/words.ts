/** The projector's speaker. */
import { speaker } from '../../core/message.ts';
import { EN } from './messages/en.ts';

/** The language of the projector's own words; statements carry theirs. */
export const LANG = 'en';

export const say = speaker(EN, LANG);
