/**
 * Reading a zip by its directory. Inflating is Node's own, outside the event loop, and stops where a file
 * grows beyond the size that its directory tells: a small file cannot keep the laptop busy.
 */
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** Bytes as they are packed, and unpacked, as the directory tells. */
  packed: number;
  size: number;
  method: number;
  crc: number;
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of the directory with the longest comment that may follow it. */
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

const inflate = promisify(inflateRaw);

/** What a zip says it holds, in the order of its directory. Throws when it is none or is cut short. */
export function entriesOf(zip: Buffer): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('no entry of a directory');
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** One file of a zip. Rejects when it is not what its entry tells: its size, its checksum, its place. */
export async function unpackEntry(zip: Buffer, entry: ZipEntry): Promise<Uint8Array> {
  const { at, packed, size } = entry;
  if (zip.readUInt32LE(at) !== LOCAL) throw new Error('no file where the directory says');
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(from, from + packed);
  if (bytes.length !== packed) throw new Error('a file that is cut short');
  const file = await unpacked(bytes, entry);
  if (file.length !== size || crc32(file) !== entry.crc) throw new Error('a file that is damaged');
  return file;
}

async function unpacked(bytes: Buffer, { method, size }: ZipEntry): Promise<Uint8Array> {
  if (method === STORED) return bytes;
  if (method !== DEFLATED) throw new Error('a file that is packed in another way');
  // Nothing may come of a file that says it is empty; the least that can be asked for is one byte.
  return inflate(bytes, { maxOutputLength: Math.max(1, size) });
}

function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - MOST_COMMENT);
  for (let at = zip.length - END_BYTES; at >= first; at -= 1) if (zip.readUInt32LE(at) === END) return at;
  throw new Error('no end of a directory');
}
