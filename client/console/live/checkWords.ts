/** Words and the next step of asking the room about recommendations. */
import { answeredOf, type CheckCounts } from '../../../core/checking.ts';
import type { ConsoleCheck } from '../../../core/checkingView.ts';
import { speaker } from '../../../core/message.ts';
import type { Command } from '../../../core/room.ts';
import { CHECK_EN } from '../messages/check.en.ts';

export const say = speaker(CHECK_EN, 'en');

/** What Next does while the room is asked. */
export function nextInCheck({ step, at, list, shown }: ConsoleCheck): Command {
  const now = list.filter((item) => item.now);
  const next = now[now.findIndex(({ n }) => n === at) + 1];
  if (step === 'ask')
    return next === undefined
      ? { do: 'check', change: { to: 'step', step: 'dots' } }
      : { do: 'check', change: { to: 'at', n: next.n } };
  if (step === 'dots') return { do: 'check', change: { to: 'step', step: 'done' } };
  return shown ? { do: 'talk', on: false } : { do: 'check', change: { to: 'show', on: true } };
}

export function nextCheckWords(check: ConsoleCheck): { label: string; hint: string } {
  const command = nextInCheck(check);
  if (command.do !== 'check') return { label: say('next.off'), hint: say('next.off.text') };
  const { change } = command;
  if (change.to === 'at') {
    const text = check.list.find(({ n }) => n === change.n)?.text ?? '';
    return { label: say('next.at'), hint: say('next.at.text', { text }) };
  }
  const key = change.to === 'step' && change.step !== 'ask' ? change.step : 'show';
  return { label: say(`next.${key}`), hint: say(`next.${key}.text`) };
}

/**
 * What is asked before the room sees counts of few.
 *
 * @param people on one of the recommendations; of dots, how many it is at least
 */
export function smallWords(people: number, dots: boolean): string {
  return `${say(dots ? 'small.dots' : 'small.said', { n: people })} ${say('small.ask')}`;
}

/** What was said, in a few parts; of one that nobody answered nothing where there are dots, be it none. */
export function saidWords({ said, dots }: CheckCounts): string[] {
  const of = answeredOf(said);
  const parts = of + said.declined === 0 && dots === null ? [say('total.none')] : [];
  if (of > 0) parts.push(say('total.said', { n: said.said, of }));
  if (said.notQuite > 0) parts.push(say('total.notQuite', { n: said.notQuite }));
  if (said.missing > 0) parts.push(say('total.missing', { n: said.missing }));
  if (said.declined > 0) parts.push(say('total.declined', { n: said.declined }));
  return parts;
}

/** What was said, and the dots. */
export function totalWords(counts: CheckCounts): string[] {
  const { dots } = counts;
  return [...saidWords(counts), ...(dots === null ? [] : [say('dots', { n: dots.n })])];
}
