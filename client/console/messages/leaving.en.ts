/** Words of the question before something typed goes. */
import type { Catalogue } from '../../../core/message.ts';

export const LEAVING_EN = {
  unsaved: 'What you typed is not saved.',
  drop: 'Let it go',
  stay: 'Go on typing',
} as const satisfies Catalogue;
