/** Words of the photographs of a real wall. */
import { speaker } from '../../../core/message.ts';
import { photoWords } from '../messages/photos.en.ts';

export const say = speaker(photoWords, 'en');
