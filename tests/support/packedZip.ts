/** A zip as whoever unzips it finds it: names, marks of programs, bytes. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

export interface Zipped {
  name: string;
  /** Rights as Unix has them; 0 where the zip does not say. */
  mode: number;
  bytes: () => Buffer;
}

/** Reads the directory at the end of a zip (APPNOTE 4.3.12), which is what unzipping programs go by. */
export function readZip(path: string): Zipped[] {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const entry = zip.subarray(at);
    const [crc, packed, length] = [16, 20, 28].map((n) =>
      n === 28 ? entry.readUInt16LE(n) : entry.readUInt32LE(n),
    ) as [number, number, number];
    const madeOnUnix = entry.readUInt8(5) === 3;
    const start = entry.readUInt32LE(42);
    at += 46 + length + entry.readUInt16LE(30) + entry.readUInt16LE(32);
    return {
      name: entry.toString('utf8', 46, 46 + length),
      mode: madeOnUnix ? entry.readUInt16LE(40) & 0o777 : 0,
      bytes: () => {
        const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
        const bytes = inflateRawSync(zip.subarray(from, from + packed));
        if (crc32(bytes) !== crc) throw new Error('The zip is damaged.');
        return bytes;
      },
    };
  });
}

/** Unzips all of it, with the marks of programs. */
export function unzipTo(path: string, folder: string): void {
  for (const { name, mode, bytes } of readZip(path)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes());
    chmodSync(file, mode);
  }
}
