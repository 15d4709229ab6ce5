/**
 * What was set aside in the place of a damaged database: the database itself, and files of sessions that its copy
 * did not know. They are kept since they may be all there is of something. They hold answers, so they end.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../core/day.ts';
import { LIMITS } from '../../../core/limits.ts';
import { dayOf } from '../minute.ts';
import { destroyDatabase, type Paths } from './paths.ts';
import { dropOldAside } from './putAside.ts';

const DAMAGED = /^standpoint\.damaged(-\d+)?\.db$/;
const ASIDE = /\.aside\.db$/;

function named(folder: string, name: RegExp): string[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
}

/** Something was removed or taken out that a damaged main database may still hold. */
export function dropDamaged({ folder }: Paths): void {
  for (const path of named(folder, DAMAGED)) destroyDatabase(path);
}

/** Whose sessions these were is not known any more, so no day of theirs ends them; with them what somebody put aside. */
export function dropAside(paths: Paths, today: string): void {
  dropOldAside(paths, today);
  const all = [...named(paths.folder, DAMAGED), ...[paths.live, paths.keys].flatMap((f) => named(f, ASIDE))];
  for (const path of all)
    if (addDays(dayOf(statSync(path).mtime), LIMITS.asideDays) < today) destroyDatabase(path);
}
