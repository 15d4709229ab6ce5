/** How long each topic was talked about: for the facilitator's screen only, and known in memory only. */
import type { Running } from './running.ts';

export interface TopicTime {
  /** Milliseconds by topic, up to when the one that is talked about now began. */
  spent: Map<number, number>;
  now: { n: number; since: number } | null;
}

/** @param now a monotonic clock in milliseconds */
export function keepTime({ room, topicTime }: Running, now: number): void {
  const at = room.freeTalk === true ? (room.topics?.at ?? null) : null;
  const before = topicTime.now;
  if (before?.n === at) return;
  if (before !== null) topicTime.spent.set(before.n, spentOn(topicTime, before.n, now));
  topicTime.now = at === null ? null : { n: at, since: now };
}

export function spentOn({ spent, now: current }: TopicTime, n: number, now: number): number {
  return (spent.get(n) ?? 0) + (current?.n === n ? now - current.since : 0);
}
