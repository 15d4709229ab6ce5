/** What earlier releases said of a person: looked up by what they said, and by the words, whoever said them. */
import type { Attributes } from '../attribution.ts';
import type { EntryPerson } from '../release/persons.ts';
import { bareWords } from '../release/persons.ts';
import type { SaidBefore, SayOf } from './register.ts';

/** Of one earlier release. */
export interface ToldPersons {
  /** Ids of the sessions that it was about. Absent: not known. */
  about?: readonly string[];
  persons: readonly EntryPerson[];
  /** The mark of words in that release. Absent: nothing in it has one. */
  markOf?: (words: string) => string;
  /** Bare words of quotes of which it is not known of whom they are. Absent: there are none. */
  loose?: ReadonlySet<string>;
}

export interface Who {
  /** `same`: this was printed before; `speaker`: something else of the same person was; null: neither. */
  is: (one: EntryPerson) => 'same' | 'speaker' | null;
  /** As they would be printed. */
  words: string;
  study: boolean;
}

/**
 * What may be said of somebody beside all that was said before; null: the words may not be printed at all. A reader who
 * finds the same words in two releases takes them for one person's, but for a release in which both stand.
 *
 * @param all what is known of them; of what was said of somebody else only as much is said as is among it
 */
export function sayBeside(
  told: readonly ToldPersons[],
  { is, words, study }: Who,
  say: (before: readonly SaidBefore[]) => ReturnType<SayOf>,
  all: Attributes,
): ReturnType<SayOf> {
  let [others, unknown] = [false, false];
  const bare = bareWords(words);
  const before = told.flatMap(({ about, persons, markOf, loose }): SaidBefore[] => {
    const on = about === undefined ? {} : { about };
    const isIn = persons.some((one) => is(one) === 'same');
    const mark = isIn ? undefined : markOf?.(words);
    if (!isIn && loose?.has(bare) === true) {
      unknown = true;
      return [{ said: {}, ...on }];
    }
    return persons.flatMap((one): SaidBefore[] => {
      const as = is(one);
      const reads = mark !== undefined && one.mark === mark && (one.of === 'study') === study;
      if (as === null && !reads) return [];
      others ||= as === null;
      return [{ said: one.said, ...(as === 'same' || reads ? on : {}) }];
    });
  });
  const may = say(before);
  if (may === null || unknown) return may === null ? null : {};
  return others ? ownOf(may, all) : may;
}

function ownOf(said: Attributes, all: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => all[name as keyof Attributes] === value),
  );
}
