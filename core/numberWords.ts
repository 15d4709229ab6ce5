/**
 * Numbers in words as the field writes them: counts for few people ("7 of 11", "all 9"), and from twenty
 * people on a share in words beside the count ("31 of 46 (around two thirds)"). The rule and its bounds are
 * in docs/decisions/011-numbers-in-words.md and are printed in every report.
 */
import { FLOORS } from './limits.ts';
import type { Say } from './message.ts';
import type { numbersEn } from './messages/numbers.en.ts';

export type ShareKey =
  | 'veryFew'
  | 'tenth'
  | 'fifth'
  | 'quarter'
  | 'third'
  | 'twoFifths'
  | 'underHalf'
  | 'half'
  | 'overHalf'
  | 'threeFifths'
  | 'twoThirds'
  | 'threeQuarters'
  | 'fourFifths'
  | 'nineTenths'
  | 'nearlyAll';

/** The phrases below a half, each with the share in thousandths at which it ends; it does not hold that one. */
const BELOW: readonly (readonly [key: ShareKey, end: number])[] = [
  ['veryFew', 50],
  ['tenth', 150],
  ['fifth', 225],
  ['quarter', 290],
  ['third', 380],
  ['twoFifths', 450],
  ['underHalf', 500],
];

/** The phrase for the rest of the people: what is said of 12 of 40 and of 28 of 40 never disagrees. */
const MIRROR: Partial<Record<ShareKey, ShareKey>> = {
  veryFew: 'nearlyAll',
  tenth: 'nineTenths',
  fifth: 'fourFifths',
  quarter: 'threeQuarters',
  third: 'twoThirds',
  twoFifths: 'threeFifths',
  underHalf: 'overHalf',
};

export interface ShareBounds {
  key: ShareKey;
  /** Shares in thousandths. */
  from: number;
  to: number;
  /** Whether the share at that end belongs to the phrase. */
  holdsFrom: boolean;
  holdsTo: boolean;
}

/** Every phrase with its bounds, least first. Nobody and everybody are said by count alone. */
export const SHARES: readonly ShareBounds[] = [
  ...BELOW.map(([key, to], i) => ({
    key,
    from: BELOW[i - 1]?.[1] ?? 0,
    to,
    holdsFrom: i > 0,
    holdsTo: false,
  })),
  { key: 'half', from: 500, to: 500, holdsFrom: true, holdsTo: true },
  ...BELOW.map(([key, to], i) => ({
    key: MIRROR[key] ?? key,
    from: 1000 - to,
    to: 1000 - (BELOW[i - 1]?.[1] ?? 0),
    holdsFrom: false,
    holdsTo: i > 0,
  })).toReversed(),
];

/**
 * The phrase for a share.
 *
 * @param n people it is true of
 * @param of all people it could be true of
 * @returns null below twenty people, and for nobody or everybody, which need no phrase
 */
export function shareOf(n: number, of: number): ShareKey | null {
  if (of < FLOORS.percentFrom || n <= 0 || n >= of) return null;
  // Whole numbers on both sides, so that a share on a bound falls on the side the rule says.
  const at = 1000 * n;
  const found = SHARES.find(
    (s) =>
      (s.holdsFrom ? at >= s.from * of : at > s.from * of) && (s.holdsTo ? at <= s.to * of : at < s.to * of),
  );
  return found?.key ?? null;
}

/** "7 of 11 people", "all 9 people", "none of the 12 people", "both people", "31 of 46 people (around two thirds)". */
export function partWords(say: Say<typeof numbersEn>, n: number, of: number): string {
  if (of === 1) return say(n === 0 ? 'part.notOne' : 'part.one');
  if (of === 2 && n !== 1) return say(n === 0 ? 'part.neither' : 'part.both');
  if (n === 0) return say('part.none', { of, n: of });
  if (n === of) return say('part.all', { of, n: of });
  const share = shareOf(n, of);
  return share === null
    ? say('part.of', { n, of })
    : say('part.share', { n, of, share: say(`share.${share}`) });
}
