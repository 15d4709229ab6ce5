/** `npx standpoint archive` and `merge`: everything of a consultation as one file, out and in. */
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ArchiveResult } from '../../core/api.ts';
import { leftOutOf } from '../../core/leftOut.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { DISK_FULL, isDiskFull } from '../store/diskFull.ts';
import { archiveConsultation, openArchiveFile } from '../use/archives.ts';
import { makeLockAway, unlocked } from '../use/lockAway.ts';
import { callServer, listFrom } from './callServer.ts';
import { choose } from './choose.ts';
import type { Options } from './common.ts';
import { accept, say, sentence, Stop, tellLeftOut, withExistingStore, withStore } from './common.ts';
import { fetchFile, keep } from './keep.ts';
import { keyIn, lockIn } from './keyFile.ts';
import { noteIn } from './note.ts';
import { checkOut } from './outFile.ts';

/**
 * Writes everything of the chosen consultation to one file, from the data folder or a running server; locked
 * where `--lock` names what with.
 */
export async function archive(options: Options): Promise<void> {
  const { server } = options;
  await checkOut(options.out);
  const lock = options.lock === undefined ? null : await lockIn(options.lock);
  if (server !== undefined) {
    const { id, sessions } = choose(await listFrom(server), options.consultation);
    const path = `/api/consultations/${id}`;
    await (lock === null
      ? fetchFile(server, `${path}/archive`, options.out)
      : fetchFile(server, `${path}/lock`, options.out, lock));
    tellLeftOut(leftOutOf(sessions));
    return;
  }
  await withExistingStore(options.data, async (store, rooms) => {
    const all = (await store.listConsultations()).map((s) => s.consultation);
    const { id } = choose(all, options.consultation);
    const today = new Date().toISOString().slice(0, 10);
    if (lock !== null) {
      const locked = accept(await makeLockAway({ store, rooms, today: () => today }).lock(id, lock));
      await noteIn(options.data, 'locked-away', { consultation: id });
      await keep(options.out, locked.name, (out) => pipeline([locked.bytes], out));
      tellLeftOut(leftOutOf(await store.sessions(id)));
      return;
    }
    const job = accept(await archiveConsultation(store, id, today));
    await noteIn(options.data, 'archive-out', { consultation: id });
    await keep(options.out, job.name, (out) => job.write(out));
    tellLeftOut(job.leftOut);
  });
}

/** Opens archives one after another; the first that is refused ends the program, those before it stay. */
export async function merge(paths: readonly string[], options: Options): Promise<void> {
  const { server } = options;
  await checkFiles(paths);
  const key = options.key === undefined ? '' : await keyIn(options.key);
  const each = async (take: (bytes: Uint8Array) => Promise<ArchiveResult | Refusal>): Promise<void> => {
    for (const path of paths) {
      const bytes = await unlocked(await bytesOf(path), key);
      if (isRefusal(bytes)) throw new Stop(`${path}: ${openedWith(bytes)}`);
      const result = await take(bytes).catch((error: unknown) => {
        if (isDiskFull(error)) throw new Stop(`${path}: ${DISK_FULL}`);
        throw error;
      });
      if (isRefusal(result)) throw new Stop(`${path}: ${sentence(result)}`);
      tell(path, result);
    }
  };
  if (server === undefined)
    await withStore(options.data, (store, rooms) =>
      each(async (bytes) => {
        const opened = await openArchiveFile(store, rooms, bytes);
        if (!isRefusal(opened))
          await noteIn(options.data, 'archive-in', { consultation: opened.consultation });
        return opened;
      }),
    );
  else await each((bytes) => callServer<ArchiveResult>(server, 'POST', '/api/archives', bytes));
}

/** A refusal of the key in words of the command line. */
function openedWith(refusal: Refusal): string {
  if (refusal.refusal === 'locked')
    return 'it is locked. Name a file that has its passphrase, or the secret key, with --key FILE.';
  return refusal.refusal === 'wrong-key' ? 'what --key names does not open it.' : sentence(refusal);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new Stop(`${path} could not be read.`);
  }
}

/** Before anything is opened, so that a name that was mistyped leaves everything as it was. */
async function checkFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new Stop(`There is no file ${path}.`);
    if (found.isDirectory()) throw new Stop(`${path} is a folder. Name the archive in it.`);
  }
}

function tell(path: string, result: ArchiveResult): void {
  const { title, opened, added, known, replaced, conflicts, leftOut } = result;
  say(`${path}: ${title} ${opened ? 'opened' : 'merged'}`);
  for (const name of added) say(`  new: ${name}`);
  for (const name of replaced) say(`  brought up to date: ${name}`);
  for (const name of known) say(`  here already: ${name}`);
  for (const words of [...conflicts, ...leftOut]) say(`  ${words}`);
}
