/** Words of the room's own list, and the times that are offered. */
import { speaker } from '../../../core/message.ts';
import { topicsEn } from '../messages/topics.en.ts';

export const say = speaker(topicsEn, 'en');

const MINUTES = [3, 5, 10, 15, 20, 30] as const;

/** @param chosen is among them, whatever it is */
export function minutesOffered(chosen: number): number[] {
  return [...new Set<number>([...MINUTES, chosen])].toSorted((a, b) => a - b);
}
