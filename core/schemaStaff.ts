/** What comes in over the routes of staff. Unknown keys are refused. */
import * as v from 'valibot';
import { STAFF } from './limits.ts';
import { ROLES } from './staff.ts';

const text = (most: number) => v.pipe(v.string('a text'), v.maxLength(most, `at most ${most} characters`));

export const startSchema = v.strictObject({ secret: text(100) });
export const passphraseSchema = v.strictObject({ passphrase: text(STAFF.passphraseMost) });
export const pairSchema = v.strictObject({
  pin: text(20),
  key: v.optional(text(100), ''),
  name: text(2 * STAFF.deviceName),
});
export const pairingSchema = v.strictObject({ role: v.picklist(ROLES, 'a role') });
