/** Of whom the file tells: kinds of people, and groups by their labels. */
import type { Consultation } from '../../../core/consultation.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { QdaCase, QdaProject, QdaSource } from '../../../core/qda/types.ts';
import { cleaned, cut } from './clean.ts';
import type { Told } from './told.ts';

export interface People {
  cases: ReadonlyMap<string, readonly QdaCase[]>;
  /** Ids of groups by their labels in small letters. */
  groups: ReadonlyMap<string, string>;
}

/** Who said something in a text: as its marks say, else as the text itself does. */
export function speakerOf(
  ids: readonly string[],
  source: QdaSource,
  { cases, groups }: People,
): { group: string; gender: string; ageBand: string } {
  const said = [...ids, source.id].flatMap((id) => cases.get(id) ?? []);
  const all = [...said, source].flatMap(({ attributes }) => attributes);
  const attribute = (name: string): string => all.find((own) => own.name === name)?.value ?? '';
  return {
    group: groups.get(attribute('Group').toLowerCase()) ?? '',
    gender: cut(cleaned(attribute('Gender'), true), LIMITS.label).text,
    ageBand: cut(cleaned(attribute('Age band'), true), LIMITS.label).text,
  };
}

export function casesBy(cases: readonly QdaCase[]): Map<string, QdaCase[]> {
  const by = new Map<string, QdaCase[]>();
  for (const one of cases)
    for (const id of [...one.selections, ...one.sources]) by.set(id, [...(by.get(id) ?? []), one]);
  return by;
}

/** Groups that the file tells of, by their labels; a new consultation is given them. */
export function groupsOf(
  { cases, sources }: Pick<QdaProject, 'cases' | 'sources'>,
  { consultation, fresh, newId }: { consultation: Consultation; fresh: boolean; newId: () => string },
  told: Told[],
): { consultation: Consultation; byLabel: Map<string, string> } {
  const byLabel = new Map(consultation.groups.map(({ id, label }) => [label.toLowerCase(), id]));
  const named = [...cases, ...sources].flatMap(({ attributes }) =>
    attributes
      .filter(({ name }) => name === 'Group')
      .map(({ value }) => cut(cleaned(value, true), LIMITS.label).text),
  );
  const missing = [...new Set(named)].filter((label) => label !== '' && !byLabel.has(label.toLowerCase()));
  const added = fresh
    ? missing.slice(0, LIMITS.groups - consultation.groups.length).map((label) => ({
        id: newId(),
        label,
        roomLabel: '',
      }))
    : [];
  for (const { id, label } of added) byLabel.set(label.toLowerCase(), id);
  const left = missing.filter((label) => !byLabel.has(label.toLowerCase()));
  if (left.length > 0)
    told.push({ code: 'left.group', slots: { n: left.length, groups: left.slice(0, 20).join(', ') } });
  return { consultation: { ...consultation, groups: [...consultation.groups, ...added] }, byLabel };
}
