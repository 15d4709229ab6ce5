/** The address under which the team has put the page for participants, as a poster prints it. */
import { LIMITS } from '../limits.ts';
import { cleanLine } from '../text.ts';

/** A name of the public net, a path of letters that stand in an address, and no name of a user. */
const ADDRESS =
  /^(?:https?:\/\/)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:\/[\w\-.~%!$&'()*+,;=:@/]*)?(?:\?[\w\-.~%!$&'()*+,;=:@/?]*)?$/i;
/** Names that lead nowhere from outside a house. */
const WITHIN =
  /^(?:https?:\/\/)?[^/:]*\.(?:local|localhost|lan|internal|home|test|invalid|example)(?:[/:?]|$)/i;

/** @returns the address with https before it where nothing is; empty: none; null: nobody could reach it */
export function pageAddress(typed: string): string | null {
  const text = cleanLine(typed);
  if (text === null || text.length > LIMITS.title) return null;
  if (text === '') return '';
  if (!ADDRESS.test(text) || WITHIN.test(text)) return null;
  return /^https?:\/\//i.test(text) ? text : `https://${text}`;
}
