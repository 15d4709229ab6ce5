/** Signs of a person in a text. */

export type PersonalKind =
  | 'name'
  | 'staff'
  | 'titled'
  | 'relative'
  | 'place'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'ni'
  | 'nhs'
  | 'date'
  | 'handle'
  | 'link';

/** Something that may show who a person is, and what could stand there instead. */
export interface Suggestion {
  /** Offsets in code units; `to` is behind the last. */
  from: number;
  to: number;
  kind: PersonalKind;
  suggestion: string;
}

/** What stands in the place of each kind. */
export const INSTEAD: Record<PersonalKind, string> = {
  name: '[name]',
  staff: '[staff member]',
  titled: '[name]',
  relative: '[name]',
  place: '[place]',
  email: '[email address]',
  phone: '[phone number]',
  postcode: '[postcode]',
  ni: '[National Insurance number]',
  nhs: '[NHS number]',
  date: '[date]',
  handle: '[username]',
  link: '[link]',
};

/** What stands in the place of somebody close without a name. */
export const SOMEBODY = '[someone close]';

/** What stands where other words were. */
export const GAP = '[…]';

/** All that may stand in the place of words in a comment of somebody else: nobody writes for them. */
export const REDACTIONS: readonly string[] = [
  '',
  GAP,
  ...Object.values(INSTEAD).flatMap((kind) => [kind, `${kind}’s`]),
];

/** The project's own lists, one name or place an entry. */
export interface PersonalLists {
  names: readonly string[];
  places: readonly string[];
  staff?: readonly string[];
}
