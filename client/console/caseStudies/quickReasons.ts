/** Reasons to let a sign pass that one press gives: those that can be true of such a sign. */
import type { CaseSign } from '../../../core/caseStudies/signs.ts';

const NAME = ['called', 'word', 'agreed'] as const;
const OWN = ['nobody', 'agreed'] as const;

export const QUICK_REASONS = {
  name: NAME,
  staff: NAME,
  titled: NAME,
  relative: NAME,
  script: NAME,
  capital: ['word', 'called', 'there', 'agreed'],
  third: ['many', 'agreed'],
  place: ['there', 'notPlace', 'agreed'],
  date: ['day', 'notDate', 'agreed'],
  email: OWN,
  phone: OWN,
  postcode: OWN,
  ni: OWN,
  nhs: OWN,
  handle: OWN,
  link: OWN,
} as const satisfies Record<CaseSign['kind'], readonly string[]>;
