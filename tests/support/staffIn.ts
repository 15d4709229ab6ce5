/** What is kept about staff, without a server around it. */
import { afterEach } from '@jest/globals';
import { isStaffFault, openStaff } from '../../server/store/openStaff.ts';
import type { StaffStore } from '../../server/store/staffStore.ts';
import { opened } from '../server/store/made.ts';

const closers: (() => Promise<void>)[] = [];

/** Closes all that are open, as a program that ends. */
export async function closeStaff(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}
afterEach(closeStaff);

/** What is kept about staff in a folder, with its store open as it has to be; closed after the test. */
export async function staffIn(folder: string): Promise<StaffStore> {
  const store = await opened(folder);
  const staff = await openStaff(folder);
  if (isStaffFault(staff)) throw new Error(staff.sentence);
  closers.push(async () => {
    await staff.close();
    await store.close();
  });
  return staff;
}
