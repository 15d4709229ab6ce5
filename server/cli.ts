#!/usr/bin/env node
/** The command line: files out, consultations in, and a replay through a running server. */
import type { StoredDocument } from '../core/api.ts';
import { archive, merge } from './cli/archives.ts';
import { importFile } from './cli/importFile.ts';
import { readArguments } from './cli/arguments.ts';
import { callServer, runningServer } from './cli/callServer.ts';
import { link } from './cli/link.ts';
import { accept, say, Stop, withStore, type Options } from './cli/common.ts';
import { exportFiles } from './cli/exportFiles.ts';
import { fileFault } from './cli/outFile.ts';
import { readExportFolder } from './cli/polisFolder.ts';
import { replay } from './cli/replay.ts';
import { restore } from './cli/restore.ts';
import { USAGE } from './cli/usage.ts';
import { readPolis } from './import/polis.ts';
import { DISK_FULL, isDiskFull } from './store/diskFull.ts';
import { importPolis } from './use/importPolis.ts';

async function importFolder(folder: string, options: Options): Promise<void> {
  const files = await readExportFolder(folder);
  const made =
    options.server === undefined
      ? await withStore(options.data, (store, rooms) => importPolis(store, rooms, files))
      : await callServer<StoredDocument>(options.server, 'POST', '/api/import/polis', { files });
  const { consultation, warnings } = accept(made);
  say(`${consultation.id}  ${consultation.title}  (${consultation.statements.length} statements)`);
  for (const warning of warnings ?? []) say(`  ${warning}`);
}

async function replayFolder(folder: string, options: Options): Promise<void> {
  const polis = accept(readPolis(await readExportFolder(folder)));
  const played = accept(await replay(polis, options.server ?? (await runningServer(options.data))));
  say(`${played.clients} phones, ${played.placed} placements acknowledged, session ${played.session}`);
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2), process.env);
  if (asked === 'help') return say(USAGE);
  const { command, operands } = asked;
  const { server: at, ...given } = asked.options;
  const options: Options = {
    ...given,
    server: at === undefined ? undefined : await runningServer(given.data, at),
  };
  const [operand = ''] = operands;
  switch (command) {
    case 'export':
      return exportFiles(options);
    case 'import polis':
      return importFolder(operand, options);
    case 'import qda':
      return importFile(operand, options);
    case 'archive':
      return archive(options);
    case 'merge':
      return merge(operands, options);
    case 'replay':
      return replayFolder(operand, options);
    case 'restore':
      return restore(options);
    case 'link':
      return link(options);
  }
}

/** A sentence where the fault is one that can be expected; else all there is, for whoever can mend it. */
function inWords(error: unknown): string {
  if (error instanceof Stop) return error.message;
  if (isDiskFull(error)) return DISK_FULL;
  const known = fileFault(error);
  if (known !== null) return known;
  // What fetch throws when a connection that was there breaks off.
  if (error instanceof TypeError && error.cause !== undefined) return 'Standpoint stopped answering.';
  const place = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Something went wrong that was not expected. Whoever looks after Standpoint can use this:\n${place}`;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
}
