/** Opens a data folder as a start does, which brings it up to date, and closes it again. In a process that may be killed. */
import { isStaffFault, openStaff } from '../../server/store/openStaff.ts';
import { isStoreFault, openStore } from '../../server/store/open.ts';

const folder = process.argv[2] ?? '';
const store = await openStore(folder);
if (isStoreFault(store)) throw new Error(store.sentence);
const staff = await openStaff(folder);
if (isStaffFault(staff)) throw new Error(staff.sentence);
await staff.close();
await store.close();
