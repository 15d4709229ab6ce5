/**
 * Ways between a recommendation, what it rests on and what became of it, in both directions. A link names a section of
 * the report and has no words but its heading's, so that what is taken out of a report leaves none behind.
 */
import type { AskedItem } from './asked.ts';
import type { ReportInput } from './input.ts';
import type { Section } from './model.ts';
import { sectionsOfThemes } from './talkBlocks.ts';
import type { Speech } from './words.ts';

const NAMES = ['rests', 'asked', 'became', 'of'] as const;
type Name = (typeof NAMES)[number];

/** @returns the sections, those with links to others of them; what is in no section is in no link */
export function withLinks({ say }: Speech, input: ReportInput, sections: Section[]): Section[] {
  const { asked } = input;
  if (asked === null) return sections;
  const there = new Set(sections.map(({ id }) => id));
  const links = new Map<string, Map<Name, Set<string>>>();
  const add = (from: string, name: Name, to: string): void => {
    if (!there.has(from) || !there.has(to)) return;
    const own = links.get(from) ?? new Map<Name, Set<string>>();
    links.set(from, own.set(name, (own.get(name) ?? new Set()).add(to)));
  };
  const placeOf = placesOf(input, there);
  for (const item of [...asked.change, ...asked.keep]) {
    const own = `recommendation-${item.number}`;
    for (const place of placeOf(item)) {
      add(own, 'rests', place);
      add(place, 'asked', own);
    }
    add(own, 'became', `${own}-after`);
    add(`${own}-after`, 'of', own);
  }
  return sections.map((section) => {
    const own = links.get(section.id);
    if (own === undefined) return section;
    const named = NAMES.flatMap((name) => {
      const to = own.get(name);
      return to === undefined ? [] : [{ name: say(`links.${name}`), to: [...to] }];
    });
    return { ...section, links: named };
  });
}

/** Where what a recommendation rests on is told: a statement, a theme, or the chapter whose table has the theme. */
function placesOf({ statements, talk }: ReportInput, there: ReadonlySet<string>) {
  const numbers = new Map(statements.map(({ id, number }) => [id, `statement-${number}`]));
  const themes = talk === null ? new Map<string, string>() : sectionsOfThemes(talk);
  return ({ evidence }: AskedItem): string[] =>
    [
      ...evidence.statements.map((id) => numbers.get(id)),
      ...evidence.themes.map((id) => themes.get(id)),
    ].flatMap((place) => (place !== undefined && there.has(place) ? [place] : []));
}
