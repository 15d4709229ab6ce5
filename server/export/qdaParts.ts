/** What texts of every kind have in a project: attributes, names that are there once, and kinds of people. */
import type { QdaAttribute, QdaCase } from '../../core/qda/types.ts';

export function textAttribute(name: string, value: string): QdaAttribute {
  return { name, type: 'Text', value };
}

/** Programs tell sources by their names. */
export function nameOnce(taken: Set<string>, name: string): string {
  let made = name;
  for (let n = 2; taken.has(made); n += 1) made = `${name} (${n})`;
  taken.add(made);
  return made;
}

/** Who said something, in words of the consultation; empty: not known. */
export interface Speaker {
  group: string;
  gender: string;
  ageBand: string;
}

/**
 * People who are told by the same attributes are one case: it is a kind of people and never a person.
 *
 * @param of a selection, or a whole source that is somebody's
 */
export function noteCase(
  cases: Map<string, QdaCase>,
  { group, gender, ageBand }: Speaker,
  of: { selection: string } | { source: string },
): void {
  const name = [group, gender, ageBand].filter((word) => word !== '').join(', ');
  if (name === '') return;
  const key = JSON.stringify([group, gender, ageBand]);
  const { sources, selections } = cases.get(key) ?? { sources: [], selections: [] };
  cases.set(key, {
    id: `case ${key}`,
    name,
    description: 'Everybody of whom this was noted, and not one person.',
    attributes: [
      textAttribute('Group', group),
      textAttribute('Gender', gender),
      textAttribute('Age band', ageBand),
    ],
    sources: 'source' in of ? [...sources, of.source] : sources,
    selections: 'selection' in of ? [...selections, of.selection] : selections,
  });
}
