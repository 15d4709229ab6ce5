/** What a figure says about how alike people see a statement, as one of three codes. */
import { agreementA, total } from './agreement.ts';

/**
 * `agree`: people see it alike (whatever it is they say). `camps`: people see it differently, in two camps.
 * `spread`: neither, the answers are spread.
 */
export type AgreementMeaning = 'agree' | 'spread' | 'camps';

/** Below this many people the counts say all there is. */
const FEWEST = 5;
/** From this A on, people agree, if fewer than this share are on the smaller side. */
const AGREE = { a: 0.6, share: 1 / 6 };
/** From this share on, a side weighs something; of five people or more that is at least two. */
const WEIGHT = 1 / 4;
/** The middle answer is avoided when at most this share is there. */
const AVOIDED = 1 / 8;
/** Camps need an A below this, by whether the scale has a middle answer and whether it is avoided. */
const HOLLOW = { avoided: 0.3, used: -0.2, none: -0.1 };

/**
 * Puts van der Eijk's A (see `agreementA`) into one of three meanings. A alone would mislead in small rooms:
 * it is below 0 for two people against one, and above 0 for four who disagree facing four who agree, if
 * nobody chose an end of the scale. The bounds were set by looking at all figures of 5 to 15 people:
 *
 * - **agree**: A is at least .6, and fewer than a sixth are on the smaller side. Two neighbouring answers
 *   shared evenly have .75 on five points and agree; three neighbouring ones shared evenly have .5 and do
 *   not; nine at one end and one at the other have .6 and still agree.
 * - **camps**: the smaller side has at least a quarter of all, which is two people or more, so that nobody is
 *   called a camp for being alone; and the scale is hollow between the sides: at most an eighth chose the
 *   middle answer and A is below .3 (9 against 24 with 3 between have .31 and are no camps, 4 against 4 with 1
 *   between have .28 and are); or the middle is used and A is at most -.2 (an even spread has 0; 4, 3, 4 on
 *   three points have -.18 and are no camps); or there is no middle answer and A is at most -.1.
 * - **spread**: everything else.
 *
 * From nine people on, one person who answers differently never takes a figure from `agree` to `camps`.
 *
 * @param counts counts of the codes 1..k
 * @returns null for fewer than five people, and on a scale of two answers
 */
export function agreementMeaning(counts: readonly number[]): AgreementMeaning | null {
  const n = total(counts);
  const a = agreementA(counts);
  if (a === null || n < FEWEST) return null;
  const half = Math.floor(counts.length / 2);
  const left = total(counts.slice(0, half));
  const right = total(counts.slice(counts.length - half));
  const smaller = Math.min(left, right);
  if (smaller >= n * WEIGHT) return hollow(a, counts.length, (n - left - right) / n) ? 'camps' : 'spread';
  return smaller < n * AGREE.share && a >= AGREE.a - 1e-9 ? 'agree' : 'spread';
}

function hollow(a: number, k: number, middle: number): boolean {
  if (k % 2 === 0) return a <= HOLLOW.none + 1e-9;
  return middle <= AVOIDED ? a < HOLLOW.avoided : a <= HOLLOW.used + 1e-9;
}
