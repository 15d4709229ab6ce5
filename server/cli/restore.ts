/** `npx standpoint restore`: the last good copy in the place of a damaged database, or sessions from a stick. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRefusal } from '../../core/refusal.ts';
import { minuteOf } from '../store/minute.ts';
import { isRestored, restoreStore } from '../store/restore.ts';
import type { StickDoubt } from '../../core/stick.ts';
import { doubtOf } from '../stick/doubt.ts';
import { readHolder, rootOf } from '../stick/files.ts';
import { makeStick } from '../stick/stick.ts';
import { accept, say, sentence, Stop, withStore, type Options } from './common.ts';
import { keyIn } from './keyFile.ts';

export async function restore(options: Options): Promise<void> {
  // Who looks into a stick may name the folder on it.
  const from = options.from === undefined ? undefined : await rootOf(resolve(options.from));
  if (from !== undefined && (await readHolder(from)) !== null) return takeFrom(from, options);
  // Said first: what is said of a sound database would sound as if the stick had been looked at.
  if (from !== undefined && !existsSync(from))
    throw new Stop(`There is nothing at ${from}. Is the stick plugged in? Nothing was changed.`);
  if (from !== undefined && statSync(from).isDirectory())
    throw new Stop(`${from} is not a stick of Standpoint’s. Name the stick itself. Nothing was changed.`);
  const done = restoreStore(options.data, from);
  if (!isRestored(done)) throw new Stop(done.sentence);
  say(`The copy of ${done.made} is in place: ${done.from}`);
  for (const path of done.aside) say(`Set aside: ${path}`);
}

/** Takes sessions over into a folder that nobody uses; they run from the next start on. */
async function takeFrom(folder: string, { data, key, 'as-of': asOf }: Options): Promise<void> {
  if (key === undefined) throw new Stop('Say with --key FILE where the passphrase of this stick is.');
  const passphrase = await keyIn(key);
  await withStore(data, async (store) => {
    const stick = await makeStick({
      data,
      running: async () => ({ ids: [], carried: [] }),
      address: () => '',
      busy: () => false,
      tell: () => undefined,
      fault: () => undefined,
      stickFault: () => undefined,
      now: Date.now,
      minute: minuteOf,
    });
    const opened = accept(await stick.open(folder, passphrase));
    const doubt = await doubtOf(opened, await stick.places(), Date.now());
    if (doubt !== null && doubt.day !== asOf) throw new Stop(inWords(doubt));
    accept(await stick.hold(opened));
    let taken = 0;
    for (const carried of opened.bundle.sessions) {
      const { name } = carried.session;
      const put = await store.carry.put(carried, true);
      if (isRefusal(put)) say(`"${name}" could not be taken over: ${sentence(put)}`);
      else
        say(
          `"${name}" is here as it was at ${minuteOf(opened.bundle.made)}${doubt === null ? '' : ` on ${doubt.day}`}.`,
        );
      if (isRefusal(put)) continue;
      // Until all have been, what is on the stick is the only copy and is not written over.
      await stick.took(carried.session.id);
      taken += 1;
    }
    if (taken === 0) throw new Stop('Nothing was taken over.');
    say('Start Standpoint: they go on where they were.');
  });
}

/** Why nothing was taken over yet, and how it is. */
function inWords({ day, minute, newer, sessions }: StickDoubt): string {
  const ended = sessions.flatMap(({ name, ended: had }) => (had ? [`"${name}" had ended by then.`] : []));
  return [
    newer === ''
      ? ''
      : `Another stick is plugged in, at ${newer}, which was named after this one: take over from that.`,
    `This stick was last copied to on ${day} at ${minute}, by the clock of the other laptop.`,
    ...ended,
    'What came after that is not on it, nor whether the session went on or ended elsewhere. Nothing was changed.',
    `If it is the newest there is, add --as-of ${day}.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
