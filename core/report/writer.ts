/** What a release may say of the writer of a quote: the part of the printed figure that they stand in. */
import type { Attributes, RegisterRow } from '../attribution.ts';
import { attributionOfAll } from '../attribution.ts';
import { partName } from '../release/words.ts';
import { holds } from '../release/sets.ts';
import type { FigureSet, QuoteEntry, ReleasedBoard, ReleasedPart } from '../release/types.ts';
import { sides } from '../results.ts';
import type { Session } from '../session.ts';
import type { TallyRow } from '../tally.ts';
import type { QuotableComment } from './quotes.ts';
import { sideOfAnswer } from './quoteBlocks.ts';

export type Said = NonNullable<QuoteEntry['said']>;

interface About {
  /** How the report parts its figures. */
  parts: 'groups' | 'units' | 'sessions' | 'none';
  /** How many people have to share what is said. */
  least: number;
  sessions: readonly Session[];
  tallies: readonly TallyRow[];
  /** What earlier releases said of this writer. */
  before: readonly Said[];
}

/**
 * The printed part that holds the writer, of several the one of most people; merged ones by their common
 * name. Null where none may be said: it is printed again from an earlier release or has nobody on the
 * quote's side, or fewer than `least` people were counted as present or answered, or would share all that
 * has been said of this quote in any release.
 */
export function saidOf(comment: QuotableComment, board: ReleasedBoard, about: About): Said | null {
  if (about.parts === 'none') return null;
  const parts = board.parts
    .filter((part) => inSet(part.set, comment) && tells(part, comment))
    .toSorted((a, b) => b.figure.n - a.figure.n);
  const wanted = parts.map((part): Said & { n: number } => ({
    as: about.parts === 'groups' ? 'role' : 'group',
    label: partName(part.names, part.others),
    set: part.set,
    n: part.figure.n,
  }));
  const found = wanted.find(({ n, ...said }) => n >= about.least && shareable(comment, said, about));
  return found === undefined ? null : { as: found.as, label: found.label, set: found.set };
}

/** Whether the printed figure of a part has its side of the quote; what it tells anyhow is no news. */
function tells({ figure, reprinted }: ReleasedPart, { answer }: QuotableComment): boolean {
  if (reprinted.length > 0) return false;
  const side = sideOfAnswer(answer, figure.counts.length);
  if (side === null) return figure.declined.n + figure.declined.x > 0;
  const { agree, disagree } = sides(figure.counts);
  return { agree, disagree, middle: figure.n - agree - disagree }[side] > 0;
}

/** What earlier releases said of this writer is shared by enough of those that are counted now. */
export function isShared(comment: QuotableComment, about: About): boolean {
  return about.before.length === 0 || areShared(comment, about.before, about);
}

function shareable(comment: QuotableComment, said: Said, about: About): boolean {
  // A reader puts together what every release said of the same words.
  return areShared(comment, [...about.before, said], about);
}

function areShared(comment: QuotableComment, all: readonly Said[], about: About): boolean {
  const wanted = all.map(({ as, label }): Attributes => ({ [as]: label }));
  return [presentRows(all, about.sessions), answeredRows(all, comment, about.tallies)].every((register) => {
    const { dropped, k } = attributionOfAll(register, wanted, about.least);
    return dropped.length === 0 && k >= about.least;
  });
}

/** By the head-counts, which name one group at most. */
function presentRows(all: readonly Said[], sessions: readonly Session[]): RegisterRow[] {
  return sessions.flatMap((session) =>
    session.attendance.map(({ group, n }) => {
      // Where a session is of one group only, so is everyone in it.
      const membership = group ?? (session.groups.length === 1 ? (session.groups[0] ?? '') : '');
      return { ...attributesOf(all, { session: session.id, membership }), n };
    }),
  );
}

/** By those who answered the statement in this round. */
function answeredRows(
  all: readonly Said[],
  { statement, round }: QuotableComment,
  tallies: readonly TallyRow[],
): RegisterRow[] {
  return tallies
    .filter((row) => row.statement === statement && row.round === round)
    .map((row) => ({ ...attributesOf(all, row), n: row.n }));
}

/** Under the same words different people can be meant in another release; only those meant each time count. */
function attributesOf(all: readonly Said[], who: { session: string; membership: string }): Attributes {
  const meant = ({ as, label }: Said): boolean =>
    all.every((said) => said.as !== as || said.label !== label || inSet(said.set, who));
  return Object.fromEntries(all.filter(meant).map(({ as, label }) => [as, label]));
}

function inSet(set: FigureSet, who: { session: string; membership: string }): boolean {
  return set.sessions.includes(who.session) && holds(set, who);
}
