/** Words of the room's own list. */
import { speaker } from '../../../core/message.ts';
import { topicsEn } from '../messages/topics.en.ts';

export const say = speaker(topicsEn, 'en');
