/** The shared tablet's own words; what it asks as a phone does, it says in the phone's. */
import { speaker } from '../../core/message.ts';
import { LANG } from '../phone/words.ts';
import { EN } from './messages/en.ts';

export const say = speaker(EN, LANG);
