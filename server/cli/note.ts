/** The log of who did what, when the command line works on the data folder itself. */
import type { AuditKind } from '../../core/staffApi.ts';
import { isStaffFault, openStaff } from '../store/openStaff.ts';
import { makeAudit } from '../use/staff/audit.ts';
import { Stop } from './common.ts';

/** Writes down what is done with a folder whose store is open. Stops when that cannot be written. */
export async function noteIn(
  folder: string,
  what: AuditKind,
  about: { consultation: string; detail?: string },
): Promise<void> {
  const staff = await openStaff(folder);
  if (isStaffFault(staff)) throw new Stop(staff.sentence);
  try {
    const program = { role: 'facilitator', place: 'program', name: '' } as const;
    await makeAudit(staff, Date.now).note(program, what, about);
  } finally {
    await staff.close();
  }
}
