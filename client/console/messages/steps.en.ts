/** Words for going a step back and forth. */
import type { Catalogue } from '../../../core/message.ts';

export const STEPS_EN = {
  undo: 'Undo',
  redo: 'Redo',
} as const satisfies Catalogue;
