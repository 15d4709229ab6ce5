/** `npx standpoint archive` and `merge`: everything of a consultation as one file, out and in. */
import { readFile } from 'node:fs/promises';
import type { ArchiveResult, ConsultationListItem } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { archiveConsultation, openArchiveFile } from '../use/archives.ts';
import { callServer, keyTaken, type RunningServer } from './callServer.ts';
import type { Options } from './common.ts';
import { accept, choose, say, sentence, Stop, withStore } from './common.ts';
import { fetchFile, keep } from './keep.ts';
import { noteIn } from './note.ts';

export async function archive(options: Options): Promise<void> {
  const { server } = options;
  if (server !== undefined) {
    const list = accept(await callServer<ConsultationListItem[]>(server, 'GET', '/api/consultations'));
    const { id } = choose(list, options.consultation);
    await fetchFile(server, `/api/consultations/${id}/archive`, options.out);
    return;
  }
  await withStore(options.data, async (store) => {
    const all = (await store.listConsultations()).map((s) => s.consultation);
    const { id } = choose(all, options.consultation);
    const job = accept(await archiveConsultation(store, id, new Date().toISOString().slice(0, 10)));
    await noteIn(options.data, 'archive-out', { consultation: id });
    await keep(options.out ?? job.name, (out) => job.write(out));
  });
}

/** Opens archives one after another; the first that is refused ends the program, those before it stay. */
export async function merge(paths: readonly string[], options: Options): Promise<void> {
  const { server } = options;
  const each = async (take: (bytes: Uint8Array) => Promise<ArchiveResult | Refusal>): Promise<void> => {
    for (const path of paths) {
      const result = await take(await bytesOf(path));
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
  else await each((bytes) => post(server, bytes));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new Stop(sentence(refuse('bad-file', path, 'a file that can be read')));
  }
}

async function post(server: RunningServer, bytes: Uint8Array): Promise<ArchiveResult | Refusal> {
  const response = await fetch(`${server.url}/api/archives`, {
    method: 'POST',
    headers: { ...server.headers, 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });
  return keyTaken((await response.json()) as ArchiveResult | Refusal);
}

function tell(path: string, { title, opened, added, known, replaced, conflicts }: ArchiveResult): void {
  say(`${path}: ${title} ${opened ? 'opened' : 'merged'}`);
  for (const name of added) say(`  new: ${name}`);
  for (const name of replaced) say(`  brought up to date: ${name}`);
  for (const name of known) say(`  here already: ${name}`);
  for (const conflict of conflicts) say(`  ${conflict}`);
}
