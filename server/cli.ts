#!/usr/bin/env node
/** The command line: files out, consultations in, and a replay through a running server. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { isRefusal, REFUSALS, type Refusal } from '../core/refusal.ts';
import type { ConsultationListItem, StoredDocument } from '../core/api.ts';
import { callServer } from './cli/callServer.ts';
import { replay } from './cli/replay.ts';
import { readFolder } from './import/readFolder.ts';
import { readPolis } from './import/polis.ts';
import { isStoreFault, openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { exportConsultation } from './use/exportConsultation.ts';
import { importPolis } from './use/importPolis.ts';
import { makeRooms } from './use/rooms.ts';
import type { Rooms } from './use/sessions.ts';

const USAGE = `Usage:
  npx standpoint export [--consultation ID] [--out FILE.zip]   files for researchers
  npx standpoint import polis FOLDER                           a consultation exported from Polis
  npx standpoint replay FOLDER                                 play one through a running server

  --data FOLDER   folder of the database (DATA_DIR), "var" when left out
  --server URL    ask the Standpoint that is running there, for instance http://localhost:8080`;

class Stop extends Error {}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sentence(refusal: Refusal): string {
  const { where, detail } = refusal;
  const place = where === undefined || where === '' ? '' : ` At ${where}`;
  const wanted = detail === undefined || detail === '' ? '' : `: expected ${detail}`;
  return `${REFUSALS[refusal.refusal].wording}${place === '' ? '' : `${place}${wanted}.`}`;
}

function accept<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Stop(sentence(answer));
  return answer;
}

async function withStore<T>(folder: string, use: (store: Store, rooms: Rooms) => Promise<T>): Promise<T> {
  const store = await openStore(folder);
  if (isStoreFault(store)) {
    const hint = store.storeFault === 'in-use' ? ' To ask it, add --server http://localhost:8080.' : '';
    throw new Stop(`${store.sentence}${hint}`);
  }
  const rooms = makeRooms(
    () => undefined,
    () => undefined,
  );
  try {
    return await use(store, rooms);
  } finally {
    await store.close();
  }
}

/** Which consultation is meant: the one named, or the only one there is beside the sample. */
function choose(list: { id: string; title: string; sample: boolean }[], wanted: string | undefined) {
  const found =
    wanted === undefined
      ? list.filter((c) => !c.sample || list.length === 1)
      : list.filter((c) => c.id === wanted || c.title === wanted);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const names = list.map((c) => `  ${c.id}  ${c.title}${c.sample ? ' (SAMPLE)' : ''}`).join('\n');
  throw new Stop(`Say which with --consultation ID:\n${names === '' ? '  there are none' : names}`);
}

interface Options {
  data: string;
  server: string | undefined;
  consultation: string | undefined;
  out: string | undefined;
}

async function exportFiles(options: Options): Promise<void> {
  const { server } = options;
  if (server !== undefined) {
    const list = accept(await callServer<ConsultationListItem[]>(server, 'GET', '/api/consultations'));
    const { id } = choose(list, options.consultation);
    const response = await fetch(`${server}/api/consultations/${id}/export`);
    if (!response.ok || response.body === null) throw new Stop(sentence((await response.json()) as Refusal));
    const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    await keep(options.out ?? named ?? 'standpoint.zip', (out) =>
      pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), out),
    );
    return;
  }
  await withStore(options.data, async (store) => {
    const all = (await store.listConsultations()).map((s) => s.consultation);
    const { id } = choose(all, options.consultation);
    const today = new Date().toISOString().slice(0, 10);
    const job = accept(await exportConsultation(store, id, [], today));
    await keep(options.out ?? job.name, (out) => job.write(out));
  });
}

/** Writes beside the name and moves it there at the end, so that half a file is never left. */
async function keep(
  name: string,
  write: (out: ReturnType<typeof createWriteStream>) => Promise<void>,
): Promise<void> {
  const path = resolve(name);
  const part = `${path}.part`;
  const out = createWriteStream(part);
  const done = new Promise<void>((ok, fail) => {
    out.once('close', ok);
    out.once('error', fail);
  });
  try {
    await write(out);
    await done;
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  say(path);
}

async function importFolder(folder: string, options: Options): Promise<void> {
  const files = accept(await readFolder(folder));
  const made =
    options.server === undefined
      ? await withStore(options.data, (store, rooms) => importPolis(store, rooms, files))
      : await callServer<StoredDocument>(options.server, 'POST', '/api/import/polis', { files });
  const { consultation, warnings } = accept(made);
  say(`${consultation.id}  ${consultation.title}  (${consultation.statements.length} statements)`);
  for (const warning of warnings ?? []) say(`  ${warning}`);
}

async function replayFolder(folder: string, options: Options): Promise<void> {
  const polis = accept(readPolis(accept(await readFolder(folder))));
  const played = accept(await replay(polis, options.server ?? 'http://localhost:8080'));
  say(`${played.clients} phones, ${played.placed} placements acknowledged, session ${played.session}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      server: { type: 'string' },
      consultation: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const options: Options = {
    data: resolve(values.data ?? process.env['DATA_DIR'] ?? 'var'),
    server: values.server?.replace(/\/+$/, ''),
    consultation: values.consultation,
    out: values.out,
  };
  const [command, ...rest] = positionals;
  if (command === 'export' && rest.length === 0) return exportFiles(options);
  if (command === 'import' && rest[0] === 'polis' && rest[1] !== undefined && rest.length === 2)
    return importFolder(rest[1], options);
  if (command === 'replay' && rest[0] !== undefined && rest.length === 1)
    return replayFolder(rest[0], options);
  throw new Stop(USAGE);
}

try {
  await main();
} catch (error) {
  const refused = error instanceof Error && 'cause' in error && error.message === 'fetch failed';
  const usage = error instanceof TypeError && 'code' in error;
  process.stderr.write(
    error instanceof Stop
      ? `${error.message}\n`
      : refused
        ? 'No Standpoint answers there. Start it with npm start, or say where with --server URL.\n'
        : usage
          ? `${(error as Error).message}\n\n${USAGE}\n`
          : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
