/** Files that a command leaves on the disk: whole, or not at all. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from '../../core/refusal.ts';
import { keyTaken, type RunningServer } from './callServer.ts';
import { say, sentence, Stop } from './common.ts';

/** Writes beside the name and moves it there at the end, so that half a file is never left. */
export async function keep(name: string, write: (out: WriteStream) => Promise<void>): Promise<void> {
  const path = resolve(name);
  const part = `${path}.part`;
  const out = createWriteStream(part);
  const done = new Promise<void>((ok, fail) => {
    out.once('close', ok);
    out.once('error', fail);
  });
  try {
    await Promise.all([write(out), done]);
    await rename(part, path);
  } catch (error) {
    out.destroy();
    await rm(part, { force: true });
    throw error;
  }
  say(path);
}

/** Fetches a download of a running server and keeps it under its own name, or the one that was asked for. */
export async function fetchFile(server: RunningServer, path: string, out: string | undefined): Promise<void> {
  const response = await fetch(server.url + path, { headers: server.headers });
  if (!response.ok || response.body === null)
    throw new Stop(sentence(keyTaken((await response.json()) as Refusal)));
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  await keep(out ?? named ?? 'standpoint.zip', (file) =>
    pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), file),
  );
}
