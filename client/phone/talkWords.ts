/** Words of the talk, for the screens that are loaded with it. */
import { speaker } from '../../core/message.ts';
import { LANG } from './words.ts';
import { TALK_EN } from './messages/talk.en.ts';

export const sayTalk = speaker(TALK_EN, LANG);
