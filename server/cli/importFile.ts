/** `npx standpoint import qda`: a project or codebook of software for qualitative analysis. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { StoredDocument } from '../../core/api.ts';
import { LIMITS } from '../../core/limits.ts';
import { refuse } from '../../core/refusal.ts';
import { importQda } from '../use/importQda.ts';
import { callServer, listFrom } from './callServer.ts';
import { choose } from './choose.ts';
import { accept, say, Stop, withStore, type Options } from './common.ts';

/** Into the consultation that is named; else where its texts came from, or a new one. */
export async function importFile(path: string, options: Options): Promise<void> {
  const { server } = options;
  const bytes = await bytesOf(path);
  const name = basename(path).replace(/\.[^.]+$/u, '');
  const idIn = (list: Parameters<typeof choose>[0]): string =>
    options.consultation === undefined ? '' : choose(list, options.consultation).id;
  const made =
    server === undefined
      ? await withStore(options.data, async (store, rooms) => {
          const into = idIn((await store.listConsultations()).map((one) => one.consultation));
          return importQda(store, rooms, bytes, { into, name, today: new Date().toISOString().slice(0, 10) });
        })
      : await callServer<StoredDocument>(
          server,
          'POST',
          `/api/import/qda?${new URLSearchParams({ into: idIn(await listFrom(server)), name }).toString()}`,
          bytes,
        );
  const { consultation, warnings } = accept(made);
  say(`${consultation.id}  ${consultation.title}`);
  for (const warning of warnings ?? []) say(`  ${warning}`);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new Stop(`${path} is not a file that can be read.`);
  if (info.size > LIMITS.qdaBytes)
    return accept<Uint8Array>(refuse('too-large', path, `at most ${LIMITS.qdaBytes / 1_000_000} MB`));
  return readFile(path);
}
