#!/usr/bin/env node
/** The command line: files out, consultations in, and a replay through a running server. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoredDocument } from '../core/api.ts';
import { archive, merge } from './cli/archives.ts';
import { callServer, runningServer } from './cli/callServer.ts';
import { link } from './cli/link.ts';
import { accept, say, Stop, withStore, type Options } from './cli/common.ts';
import { EXPORT_USAGE, exportFiles } from './cli/exportFiles.ts';
import { replay } from './cli/replay.ts';
import { readFolder } from './import/readFolder.ts';
import { readPolis } from './import/polis.ts';
import { importPolis } from './use/importPolis.ts';

const USAGE = `Usage:
  npx standpoint export [--consultation ID] [--files KINDS]   files for researchers
  npx standpoint import polis FOLDER                          a consultation exported from Polis
  npx standpoint archive [--consultation ID] [--out FILE]     everything of a consultation as one file
  npx standpoint merge FILE [FILE ...]                        open archives, or merge them into what is here
  npx standpoint replay FOLDER                                play one through a running server
  npx standpoint link                                         a new link that signs this laptop in

${EXPORT_USAGE}
  --data FOLDER   folder of the database (DATA_DIR), "var" when left out
  --server URL    ask the Standpoint that is running there, for instance http://localhost:8080`;

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
  const played = accept(await replay(polis, options.server ?? (await runningServer(options.data))));
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
      files: { type: 'string' },
      table: { type: 'string' },
      form: { type: 'string' },
    },
  });
  const data = resolve(values.data ?? process.env['DATA_DIR'] ?? 'var');
  const server = values.server?.replace(/\/+$/, '');
  const options: Options = {
    data,
    server: server === undefined ? undefined : await runningServer(data, server),
    consultation: values.consultation,
    out: values.out,
    files: values.files,
    table: values.table,
    form: values.form,
  };
  const [command, ...rest] = positionals;
  if (command === 'export' && rest.length === 0) return exportFiles(options);
  if (command === 'import' && rest[0] === 'polis' && rest[1] !== undefined && rest.length === 2)
    return importFolder(rest[1], options);
  if (command === 'archive' && rest.length === 0) return archive(options);
  if (command === 'merge' && rest.length > 0) return merge(rest, options);
  if (command === 'replay' && rest[0] !== undefined && rest.length === 1)
    return replayFolder(rest[0], options);
  if (command === 'link' && rest.length === 0) return link(options);
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
