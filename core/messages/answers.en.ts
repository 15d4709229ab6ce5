/** The answers of the built-in scales by their tone (see core/scale.ts), and the two ways to decline. */
import type { Catalogue } from '../message.ts';

export const answersEn = {
  'answer.0': 'Strongly disagree',
  'answer.2': 'Disagree',
  'answer.3': 'Neither',
  'answer.4': 'Agree',
  'answer.6': 'Strongly agree',
  'answer.n': 'Rather not say',
  'answer.x': 'Does not apply to me',
} as const satisfies Catalogue;
