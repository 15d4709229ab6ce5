/** Words of the room's own list, and the times that are offered. */
import { speaker } from '../../../core/message.ts';
import type { Command } from '../../../core/room.ts';
import { nextTopic } from '../../../core/topics.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { topicsEn } from '../messages/topics.en.ts';

export const say = speaker(topicsEn, 'en');

const MINUTES = [3, 5, 10, 15, 20, 30] as const;

type Topics = NonNullable<ConsoleView['topics']>;

/** Topics of phones that nobody has put on the list yet, while it is made. */
export function topicsThatWait({ topics, notes }: ConsoleView): number {
  if (topics?.step !== 'collect') return 0;
  return notes.filter(({ topic, choice }) => topic === true && choice === 'waiting').length;
}

/** What Next does while the room has its list before it; null: nothing of the list is left, and the room goes on. */
export function nextInTopics({ step, list, at }: Topics): Command | null {
  if (list.length === 0) return null;
  // One topic has an order.
  if (step === 'collect' && list.length > 1) return { do: 'topics', change: { to: 'step', step: 'order' } };
  if (step !== 'talk') return { do: 'topics', change: { to: 'step', step: 'talk' } };
  const n = nextTopic(list, at);
  return n === null && at === null ? null : { do: 'topics', change: { to: 'at', n } };
}

/** @returns null where `nextInTopics` does */
export function nextTopicWords(topics: Topics): { label: string; hint: string } | null {
  const command = nextInTopics(topics);
  if (command?.do !== 'topics') return null;
  const { change } = command;
  if (change.to === 'step' && change.step !== 'collect')
    return { label: say(`next.${change.step}`), hint: say(`next.${change.step}.text`) };
  const next = change.to === 'at' ? topics.list.find(({ n }) => n === change.n) : undefined;
  return next === undefined
    ? { label: say('next.none'), hint: say('next.none.text') }
    : { label: say('next'), hint: next.text };
}

/** @param chosen is among them, whatever it is */
export function minutesOffered(chosen: number): number[] {
  return [...new Set<number>([...MINUTES, chosen])].toSorted((a, b) => a - b);
}
