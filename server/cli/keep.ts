/** Files that a command leaves on the disk: whole, or not at all, and never in the place of another. */
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { constants } from 'node:os';
import { join, parse, resolve, win32 } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse as parseDisposition } from 'content-disposition';
import type { Refusal } from '../../core/refusal.ts';
import { keyTaken, type RunningServer } from './callServer.ts';
import { say, sentence, Stop } from './common.ts';

/**
 * Writes beside the name and moves it there at the end, so that half a file is never left. Prints where.
 *
 * @param out what `--out` named, which is replaced when it is there
 * @param own the file's own name, in this folder; where it is taken, " (2)" and so on goes before its ending
 */
export async function keep(
  out: string | undefined,
  own: string,
  write: (file: WriteStream) => Promise<void>,
): Promise<void> {
  const wanted = resolve(out ?? own);
  // Two commands at once may come to the same name of their own, and do not write into one file.
  const part = out === undefined ? `${wanted}.${process.pid}.part` : `${wanted}.part`;
  const file = createWriteStream(part);
  // Whoever breaks off with Ctrl+C finds nothing of it either.
  const away = (signal: NodeJS.Signals): void => {
    rmSync(part, { force: true });
    process.exit(128 + constants.signals[signal]);
  };
  process.once('SIGINT', away).once('SIGTERM', away);
  const done = new Promise<void>((ok, fail) => {
    file.once('close', ok);
    file.once('error', fail);
  });
  try {
    await Promise.all([write(file), done]);
    const path = out === undefined ? await freePlace(wanted) : wanted;
    await rename(part, path);
    say(path);
  } catch (error) {
    file.destroy();
    await rm(part, { force: true });
    // What went wrong with the file, rather than what its going did to whoever was writing.
    throw file.errored ?? error;
  } finally {
    process.off('SIGINT', away).off('SIGTERM', away);
  }
}

/** The path, or the first after it that no file has; an empty file keeps it until ours is moved there. */
async function freePlace(path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  for (let n = 1; ; n += 1) {
    const place = n === 1 ? path : join(dir, `${name} (${n})${ext}`);
    try {
      await (await open(place, 'wx')).close();
      return place;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Fetches a download of a running server and keeps it under its own name, or the one that was asked for.
 * Refused when the server does not say what the file is called.
 *
 * @param order sent as JSON; without one the file is only asked for
 */
export async function fetchFile(
  server: RunningServer,
  path: string,
  out: string | undefined,
  order?: object,
): Promise<void> {
  const { url, headers } = server;
  const asked = { ...headers, 'X-Standpoint': '1', 'Content-Type': 'application/json' };
  const response = await fetch(
    url + path,
    order === undefined ? { headers } : { method: 'POST', headers: asked, body: JSON.stringify(order) },
  );
  if (!response.ok || response.body === null)
    throw new Stop(sentence(keyTaken((await response.json()) as Refusal)));
  const own = out ?? nameIn(response.headers.get('content-disposition'));
  if (own === '') {
    await response.body.cancel();
    throw new Stop('What answers there does not say what its file is called. Say it with --out FILE.');
  }
  await keep(out, own, (file) =>
    pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), file),
  );
}

/** The name in a Content-Disposition header, without any folder, or '' (RFC 6266: quoted or not, or `filename*`). */
export function nameIn(header: string | null): string {
  return win32.basename(parseDisposition(header ?? '').parameters['filename'] ?? '');
}
