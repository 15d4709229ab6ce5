/** What a facilitator should know of what was brought in, in words. */
import { speaker, type Slots } from '../../../core/message.ts';
import { qdaEn } from '../../../core/messages/qda.en.ts';

export type LeftOutPart = 'picture' | 'pdf' | 'audio' | 'video' | 'note' | 'link' | 'set' | 'graph';

export interface Told {
  code: keyof typeof qdaEn;
  slots: Slots;
}

const say = speaker(qdaEn, 'en-GB');

/** Each once. */
export function toldWords(told: readonly Told[]): string[] {
  return [...new Set(told.map(({ code, slots }) => say(code, slots)))];
}
