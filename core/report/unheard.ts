/** Dissent is to be heard too: which sides could be quoted and are not. */
import type { Scale } from '../scale.ts';
import { points, scaleKey } from '../scale.ts';
import { peopleOn } from '../side.ts';
import type { PrintedQuote, PublishedStatement } from './input.ts';
import { mainRound } from './input.ts';
import { sideOfAnswer } from './quoteBlocks.ts';
import type { Placed } from './quotes.ts';

/**
 * Sides on which people stand and of which none is quoted, though a comment may be printed: for each
 * statement that quotes anybody at least one of the smaller side is to be heard.
 */
export function unheardSides(
  placed: readonly Placed[],
  quotes: readonly PrintedQuote[],
  statements: readonly PublishedStatement[],
): { statement: string; side: 'agree' | 'disagree' }[] {
  return statements.flatMap((s) => {
    const whole = mainRound(s)?.whole ?? null;
    const here = (id: string, scale: Scale): boolean => id === s.id && scaleKey(scale) === scaleKey(s.scale);
    const own = quotes.filter((q) => here(q.statement, q.scale));
    if (whole === null || own.length === 0) return [];
    const k = points(s.scale);
    const spare = placed.filter(({ comment, scale }) => here(comment.statement, scale));
    return (['agree', 'disagree'] as const)
      .filter(
        (side) =>
          peopleOn(whole, side) > 0 &&
          !own.some((q) => sideOfAnswer(q.answer, k) === side) &&
          spare.some(({ comment }) => sideOfAnswer(comment.answer, k) === side),
      )
      .map((side) => ({ statement: s.id, side }));
  });
}
