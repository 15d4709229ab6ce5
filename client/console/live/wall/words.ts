/** Words of the counted wall. */
import { speaker } from '../../../../core/message.ts';
import { wallWords } from '../../messages/wall.en.ts';

export const say = speaker(wallWords, 'en');
