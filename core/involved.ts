/** What people are told of the part that they have, after what the team declared. Nothing works it out. */
import type { Consultation } from './consultation.ts';
import { involvedEn } from './messages/involved.en.ts';

/** Empty: nothing was declared, and nothing is told. */
export function partOf({ involvement }: Pick<Consultation, 'involvement'>): string {
  return involvement === undefined ? '' : involvedEn[involvement];
}
