/**
 * Loaded into the product before its own code: each write is a transaction of its own, with a sync of its own,
 * as it would be without a group commit. What came together still goes to the thread together.
 */
import { WrittenFile, type Write } from '../server/store/sqlite/writes.ts';

// What was put together beforehand has a class of its own.
process.env['STANDPOINT_SOURCES'] = '1';
const commit: (this: WrittenFile, writes: readonly Write[]) => Promise<void> = Reflect.get(
  WrittenFile.prototype,
  'commit',
);
WrittenFile.prototype.commit = async function (writes): Promise<void> {
  await Promise.all(writes.map((write) => commit.call(this, [write])));
};
