/**
 * A zip written as it is made. Deflate is Node's own, which works outside the event loop; fflate writes
 * the frame around it. The slowest part sets the pace: nothing is read ahead of what was taken.
 */
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Chunks } from './part.ts';

export interface Archive {
  /**
   * Adds one file; resolves when it is written. One at a time.
   *
   * @param mode its kind and rights as Unix has them, where they matter
   */
  add(name: string, chunks: Chunks, mode?: number): Promise<void>;
  /** Writes the directory and ends the stream. */
  end(): Promise<void>;
}

/** Says that the upper half of a file's attributes are its mode. */
const MADE_ON_UNIX = 3;

/**
 * Begins a zip on a stream.
 *
 * @param date what its files are dated, YYYY-MM-DD
 * @param level how hard Deflate tries, from 0, not at all, to 9; its usual when left out
 */
export function openArchive(out: Writable, date: string, level?: number): Archive {
  let parts: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    parts.push(data);
  });
  const flush = async (): Promise<void> => {
    const waiting = parts;
    parts = [];
    for (const part of waiting) await send(out, part);
  };
  return {
    async add(name, chunks, mode) {
      const file: ZipInputFile = {
        filename: name,
        size: 0,
        crc: 0,
        compression: 8,
        mtime: new Date(`${date}T12:00:00`),
        ...(mode === undefined ? {} : { os: MADE_ON_UNIX, attrs: (mode << 16) >>> 0 }),
      };
      zip.add(file);
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunks) {
          const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
          file.size += bytes.length;
          file.crc = crc32(bytes, file.crc);
          yield bytes;
        }
      }
      await pipeline(
        Readable.from(counted(), { objectMode: false }),
        createDeflateRaw(level === undefined ? {} : { level }),
        async (deflated) => {
          for await (const chunk of deflated) {
            file.ondata?.(null, chunk as Uint8Array<ArrayBuffer>, false);
            await flush();
          }
        },
      );
      file.ondata?.(null, new Uint8Array(), true);
      await flush();
    },
    async end() {
      zip.end();
      await flush();
      out.end();
    },
  };
}

/** Writes, and waits while the reader is behind; rejects when the reader has gone. */
export function send(out: Writable, bytes: Uint8Array): Promise<void> {
  if (out.destroyed) return Promise.reject(new Error('the reader of the export has gone'));
  if (out.write(bytes)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      out.off('drain', drained).off('close', gone).off('error', settle);
      if (error === undefined) resolve();
      else reject(error);
    };
    const drained = (): void => settle();
    const gone = (): void => settle(new Error('the reader of the export has gone'));
    out.on('drain', drained).on('close', gone).on('error', settle);
  });
}
