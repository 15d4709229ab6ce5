/**
 * Points out what in a comment may show who someone is. It suggests and never changes anything: a
 * person reads every comment before it is printed, since no search finds every sign, and some of what
 * it finds is nothing.
 */
import { fold, unify } from './fold.ts';
import { findListed } from './listed.ts';
import { findNumbers } from './numbers.ts';
import { findPlaces } from './placeForms.ts';
import type { PersonalLists, Suggestion } from './types.ts';
import { findWritten } from './written.ts';

/** The same list each time, since what is looked for is made ready once for each. */
const NOBODY: readonly string[] = [];

/**
 * Signs of a person in a text, in its order, none over another: of two that overlap the longer stands,
 * and of two as long the one from the project's own lists.
 */
export function findPersonal(text: string, { names, places, staff = NOBODY }: PersonalLists): Suggestion[] {
  const folded = fold(text);
  const unified = unify(text);
  const back = (found: Suggestion): Suggestion => ({
    ...found,
    from: unified.from(found.from) ?? 0,
    to: unified.to(found.to - 1) ?? text.length,
  });
  const found = [
    ...findListed(text, folded, names, 'name'),
    ...findListed(text, folded, staff, 'staff'),
    ...findListed(text, folded, places, 'place'),
    ...[...findNumbers(unified.text), ...findPlaces(unified.text), ...findWritten(unified.text)].map(back),
  ];
  if (found.length === 0) return [];
  const kept: Suggestion[] = [];
  for (const next of found.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (kept.every((other) => next.to <= other.from || next.from >= other.to)) kept.push(next);
  return kept.toSorted((a, b) => a.from - b.from);
}
