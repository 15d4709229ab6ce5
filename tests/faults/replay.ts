/**
 * What a disk may have after the power went at some point of a recording (record.c): everything that was synced,
 * and of what was written since any part, in sectors of 512 bytes.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const SECTOR = 512;

interface Change {
  kind: string;
  path: string;
  at: number;
  bytes: Buffer;
  /** Where its record ends in the recording. */
  end: number;
}

/** Reads a recording; the last record may be cut off. */
export function readRecording(log: Buffer): Change[] {
  const changes: Change[] = [];
  for (let from = 0; ;) {
    const line = log.indexOf('\n', from);
    if (line < 0) return changes;
    const [, kind = '', length = '0', at = '0', path = ''] =
      /^(\w) (\d+) (\d+) (.*)$/.exec(log.toString('utf8', from, line)) ?? [];
    const end = line + 1 + Number(length);
    if (end > log.length) return changes;
    changes.push({ kind, path, at: Number(at), bytes: log.subarray(line + 1, end), end });
    from = end;
  }
}

/** How much of what was not synced reached the disk. */
export type Luck = 'nothing' | 'everything' | 'some';

function put(content: Buffer, at: number, bytes: Buffer): Buffer {
  const size = Math.max(content.length, at + bytes.length);
  const whole =
    size === content.length ? content : Buffer.concat([content, Buffer.alloc(size - content.length)]);
  bytes.copy(whole, at);
  return whole;
}

function resized(content: Buffer, size: number): Buffer {
  return size <= content.length
    ? Buffer.from(content.subarray(0, size))
    : Buffer.concat([content, Buffer.alloc(size - content.length)]);
}

/** A folder as it goes through a recording. */
export class Disk {
  /** What is synced, and what was done since, by path. */
  readonly #files = new Map<string, { safe: Buffer; since: Change[] }>();
  readonly #folder: string;

  /** @param before the folder as it was when the recording began @param folder how the recording calls it */
  constructor(before: string, folder: string) {
    this.#folder = folder;
    for (const name of readdirSync(before, { recursive: true, encoding: 'utf8' }))
      if (statSync(join(before, name)).isFile() && !name.endsWith('-shm'))
        this.#files.set(name, { safe: readFileSync(join(before, name)), since: [] });
  }

  take(change: Change): void {
    const name = relative(this.#folder, change.path);
    if (name.endsWith('-shm') || name.startsWith('..')) return;
    const file = this.#files.get(name) ?? { safe: Buffer.alloc(0), since: [] };
    if (change.kind === 'U') this.#files.delete(name);
    else if (change.kind === 'R') {
      this.#files.delete(name);
      this.#files.set(relative(this.#folder, change.bytes.toString()), file);
    } else if (change.kind === 'S') {
      file.safe = Disk.#after(file.safe, file.since, 'everything');
      file.since = [];
    } else {
      file.since.push(change);
      this.#files.set(name, file);
    }
  }

  /** Writes down what the disk may have now. */
  writeTo(folder: string, luck: Luck): void {
    rmSync(folder, { recursive: true, force: true });
    for (const empty of ['live', 'keys', 'backup'])
      mkdirSync(join(folder, empty), { recursive: true, mode: 0o700 });
    for (const [name, { safe, since }] of this.#files) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, Disk.#after(safe, since, luck), { mode: 0o600 });
    }
  }

  static #after(safe: Buffer, since: readonly Change[], luck: Luck): Buffer {
    if (luck === 'nothing') return safe;
    let content: Buffer = Buffer.from(safe);
    for (const { kind, at, bytes } of since)
      if (kind === 'T') content = resized(content, at);
      else if (luck === 'everything') content = put(content, at, bytes);
      else
        for (let from = 0; from < bytes.length; from += SECTOR)
          if (Math.random() < 0.5) content = put(content, at + from, bytes.subarray(from, from + SECTOR));
    return content;
  }
}
