/** The routes of case studies and corrections (core/caseStudies/api.ts). */
import type { ChangedNames, StudiesDone, ToldPage } from '../../../core/caseStudies/api.ts';
import type { StudiesChange } from '../../../core/caseStudies/change.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { ask } from '../live/ask.ts';

const pathOf = (consultation: string): string =>
  `consultations/${encodeURIComponent(consultation)}/case-studies`;

export function fetchStudies(consultation: string): Promise<ToldPage | Refusal> {
  return ask('GET', pathOf(consultation));
}

export function sendStudies(
  consultation: string,
  changes: readonly StudiesChange[],
): Promise<StudiesDone | Refusal> {
  return ask('POST', pathOf(consultation), { changes });
}

export function fetchNames(consultation: string, study: string): Promise<ChangedNames | Refusal> {
  return ask('GET', `${pathOf(consultation)}/names?for=${encodeURIComponent(study)}`);
}
