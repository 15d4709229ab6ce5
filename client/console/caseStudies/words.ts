/** Words of the page of case studies. */
import type { StudiesAbout } from '../../../core/caseStudies/api.ts';
import type { CaseStudyFields } from '../../../core/caseStudies/types.ts';
import { listsIn, speaker } from '../../../core/message.ts';
import { caseStudyPageEn } from '../messages/caseStudies.en.ts';
import { LANGUAGE } from '../words.ts';

export const say = speaker(caseStudyPageEn, LANGUAGE);
export const lists = listsIn(LANGUAGE, 'conjunction');

/** "Parents, woman, 25 to 34"; empty: nothing is told. */
export function whoOf(
  { group, gender, ageBand }: Pick<CaseStudyFields, 'group' | 'gender' | 'ageBand'>,
  about: StudiesAbout | null,
): string {
  const label = about?.groups.find((g) => g.id === group)?.label ?? '';
  return [label, gender, ageBand].filter((part) => part !== '').join(', ');
}
