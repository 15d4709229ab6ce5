/** Case studies and corrections, and the changes that make them, as a window of the team's does. */
import type { CaseStudyChange, CorrectionChange } from '../../core/caseStudies/change.ts';
import { NEW_CASE_STUDY, type CaseStudyFields } from '../../core/caseStudies/types.ts';
import type { CorrectionFields } from '../../core/readBack/types.ts';
import { newId } from '../../server/random.ts';

export function study(key: string, fields: Partial<CaseStudyFields> = {}): CaseStudyChange {
  const set = { ...NEW_CASE_STUDY, title: `Study ${key}`, text: `Text ${key}`, ...fields };
  return { id: newId(), of: 'caseStudy', key, was: null, set };
}

export function editStudy(
  key: string,
  was: Partial<CaseStudyFields>,
  set: Partial<CaseStudyFields>,
  back?: string,
): CaseStudyChange {
  return { id: newId(), of: 'caseStudy', key, was, set, ...(back === undefined ? {} : { back }) };
}

export function correction(key: string, fields: Partial<CorrectionFields> = {}): CorrectionChange {
  const set: CorrectionFields = {
    about: 'theme',
    of: 't',
    ofSession: '',
    was: 'Being listened to',
    verdict: 'notQuite',
    text: 'Being believed',
    day: '2026-11-20',
    session: '',
    people: 4,
    accepted: false,
    ...fields,
  };
  return { id: newId(), of: 'correction', key, was: null, set };
}
