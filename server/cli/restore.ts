/** `npx standpoint restore`: the last good copy in the place of a damaged database, or a session from a stick. */
import { resolve } from 'node:path';
import { isRestored, restoreStore } from '../store/restore.ts';
import { say, Stop, type Options } from './common.ts';

export async function restore(options: Options): Promise<void> {
  const done = restoreStore(options.data, options.from === undefined ? undefined : resolve(options.from));
  if (!isRestored(done)) throw new Stop(done.sentence);
  say(`The copy of ${done.made} is in place: ${done.from}`);
  for (const path of done.aside) say(`Set aside: ${path}`);
}
