/** What the log of who did what says: on the console's page, and in the file. */
import type { AuditKind } from '../staffApi.ts';
import type { Role } from '../staff.ts';

export const auditEn = {
  'role.facilitator': 'Facilitator',
  'role.scribe': 'Scribe',
  'role.researcher': 'Researcher',
  'role.projector': 'Projector',
  'role.tablet': 'Shared tablet',

  'who.laptop': 'This laptop',
  'who.program': 'Command line',
  'who.nobody': 'Not signed in',
  'who.device': '{name} ({role})',

  'did.link-made': 'Asked for a new start link',
  'did.link-used': 'Signed in by the start link',
  'did.link-refused': 'Tried a start link that does not hold',
  'did.passphrase-used': 'Signed in by the passphrase',
  'did.passphrase-refused': 'Tried a wrong passphrase',
  'did.passphrase-set': 'Set the passphrase',
  'did.passphrase-removed': 'Removed the passphrase',
  'did.pairing-begun': 'Began to add a device as {detail}',
  'did.pairing-refused': 'Tried a wrong PIN',
  'did.joined': 'Joined as {detail}',
  'did.revoked': 'Took the access back from: {detail}',
  'did.signed-out': 'Signed out',
  'did.tablet-begun': 'Made this laptop the shared tablet',
  'did.tablet-locked': 'Passed the shared tablet on',
  'did.tablet-left': 'Took the shared tablet back by its PIN',
  'did.tablet-refused': 'Tried a wrong PIN on the shared tablet',
  'did.exported': 'Took researchers’ files: {detail}',
  'did.archive-out': 'Saved everything as one file',
  'did.archive-in': 'Opened or merged an archive',
  'did.locked-away': 'Saved everything as one locked file',
  'did.report-files': 'Had a report’s files written: {detail}',
  'did.release-made': 'Made release {detail}',
  'did.consultation-removed': 'Removed a consultation',
  'did.date-confirmed': 'Confirmed the laptop’s date, {detail}',
  'did.session-removed': 'Removed a session',
  'did.photo-removed': 'Removed a photograph of a wall',
  'did.lead-named': 'Named whom concerns are for',
  'did.concerns-opened': 'Opened the concerns',
  'did.concern-settled': 'Removed a concern that is settled',

  'about.gone': 'Removed since',

  'column.time': 'Date and time',
  'column.who': 'Who',
  'column.did': 'What',
  'column.consultation': 'Consultation',
} as const satisfies Record<string, string> & Record<`did.${AuditKind}` | `role.${Role}`, string>;
