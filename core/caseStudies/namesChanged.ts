/** What may be said of names in case studies: that they were changed is said only of what was changed. */
import type { PersonalLists } from '../personal/types.ts';
import { allSigns, isNamed } from './signs.ts';
import type { CaseStudyFields } from './types.ts';

/** none: nothing is said; some: a name, or what may be one, stands as it was. */
export type NamesChanged = 'none' | 'some' | 'all';

/** @param lists names and places that the team has listed */
export function namesChanged(
  studies: readonly Pick<CaseStudyFields, 'title' | 'text' | 'names' | 'passed'>[],
  lists: PersonalLists,
): NamesChanged {
  const stands = studies.some(({ title, text, names }) =>
    names.some((name) => title.includes(name) || text.includes(name)),
  );
  if (!stands) return 'none';
  return studies.some((study) => allSigns(study, lists).some(isNamed)) ? 'some' : 'all';
}
