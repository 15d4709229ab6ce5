/**
 * By which ways answers were collected, as a release tells it: the ways that as many people as the floor used. Who took
 * their answers out may be known, and the way that goes with them would be theirs. So what a session’s counts were as
 * they were first told stays what is told of it, until as many people as the floor have come or gone by that way and in
 * all: whatever else a report is about, it is told as if nobody had (docs/decisions/051-how-it-was-done.md).
 */
import { sessionsAbout } from '../release/about.ts';
import type { EntryChannels, Way } from '../release/stories.ts';
import type { ReleaseEntry } from '../release/types.ts';
import type { ChannelCount } from './input.ts';
import type { ReportModel } from './model.ts';
import { capital, type Speech } from './words.ts';

/** In the order in which they are told. */
export const WAYS = ['phone', 'tablet', 'paper', 'mixed', 'polis'] as const satisfies readonly Way[];

interface ChannelSource {
  /** Of today. */
  counts: readonly ChannelCount[];
  /** Ids of the sessions of the report. */
  sessions: readonly string[];
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryChannels[];
  /** YYYY-MM-DD. */
  date: string;
}

export interface HeldChannels {
  /** Null: beside an earlier release they cannot be told. */
  counts: ChannelCount[] | null;
  /** Days that they are of, the earliest first; empty: today. */
  on: string[];
  /** For the register. */
  entry: EntryChannels[];
}

/** What a release may tell of the ways beside all earlier ones. */
export function heldChannels({ counts, sessions, floor, earlier, date }: ChannelSource): HeldChannels {
  const entry = sessions.map((session): EntryChannels => {
    const now = counts.filter((one) => one.session === session);
    const then = earlier.findLast((one) => one.session === session);
    // Of what only words are known nobody can say how many have come or gone.
    if (then?.of !== undefined) return then;
    const isLarge = then === undefined || Math.abs(sum(now) - sum(then.ways)) >= floor;
    const ways = WAYS.flatMap((channel) => {
      const n = sum(now.filter((one) => one.channel === channel));
      const told = then?.ways.find((way) => way.channel === channel);
      const anew = isLarge && (then === undefined || Math.abs(n - (told?.n ?? 0)) >= floor);
      const way = anew ? { channel, n, date } : told;
      return way === undefined || way.n === 0 ? [] : [way];
    });
    return { session, ways };
  });
  // Words about several sessions say nothing of some of them.
  if (entry.some(({ of }) => of?.every((id) => sessions.includes(id)) === false))
    return { counts: null, on: [], entry: [] };
  const days = [...new Set(entry.flatMap(({ ways }) => ways.map((way) => way.date)))].toSorted();
  return {
    counts: entry.flatMap(({ session, ways }) => ways.map(({ channel, n }) => ({ session, channel, n }))),
    on: days.every((day) => day === date) ? [] : days,
    entry,
  };
}

/**
 * What a release told of the ways; of one that was registered before they were noted what its words say: that each way
 * which they name was used by as many as the floor, and no other.
 */
export function channelsTold(
  { say, lang }: Speech,
  { entry, model }: { entry: ReleaseEntry; model: ReportModel },
): EntryChannels[] {
  if (entry.channels !== undefined) return entry.channels;
  const facts = model.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'facts' ? block.items : [])),
  );
  const words = facts.find(({ name }) => name === say('facts.channels'))?.value ?? '';
  const { date, floor } = entry;
  const named = WAYS.filter((way) =>
    [say(`channel.${way}`), capital(say(`channel.${way}`), lang)].some((one) => words.includes(one)),
  );
  const few = words === capital(say('facts.channels.few', { floor }), lang);
  const ways = few
    ? [{ channel: 'mixed' as const, n: 1, date }]
    : named.map((channel) => ({ channel, n: floor, date }));
  const of = sessionsAbout(entry) ?? [];
  return of.map((session, i) => ({ session, ways: i === 0 ? ways : [], of }));
}

function sum(counts: readonly { n: number }[]): number {
  return counts.reduce((all, { n }) => all + n, 0);
}
