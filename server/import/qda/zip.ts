/** The files of a `.qdpx`, each unpacked only when it is wanted and no further than its directory says. */
import { LIMITS } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import { entriesOf, unpackEntry, type ZipEntry } from '../../archive/unzip.ts';

export interface QdaZip {
  /** Names as they are looked for: small letters, parts joined by a slash. */
  names: readonly string[];
  /** Null: there is none of this name. */
  file(name: string): Promise<Uint8Array | Refusal | null>;
}

const BROKEN = refuse('bad-file', '', 'a whole .qdpx file');

/** @returns what the zip holds, or a refusal that names the file in it that is at fault */
export function openQdpx(bytes: Uint8Array): QdaZip | Refusal {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: ZipEntry[];
  try {
    entries = entriesOf(zip);
  } catch {
    return BROKEN;
  }
  if (entries.length > LIMITS.qdaFiles)
    return refuse('too-large', 'files in the .qdpx', `at most ${LIMITS.qdaFiles}`);
  const by = new Map<string, ZipEntry>();
  for (const entry of entries) {
    // Some programs write Windows' own stroke.
    const name = entry.name.replaceAll('\\', '/');
    const shown = name.slice(0, 80);
    if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/iu.test(name))
      return refuse('bad-file', shown, 'a name inside the file, that leads nowhere else');
    if (name.endsWith('/')) continue;
    if (by.has(name.toLowerCase())) return refuse('bad-file', shown, 'a name that is there once');
    by.set(name.toLowerCase(), entry);
  }
  const wanted = [...by].filter(([name]) => /\.(?:qde|txt)$/u.test(name));
  if (wanted.reduce((sum, [, { size }]) => sum + size, 0) > LIMITS.qdaUnpackedBytes)
    return refuse('too-large', 'texts in the .qdpx', `at most ${LIMITS.qdaUnpackedBytes / 1_000_000} MB`);
  return {
    names: [...by.keys()],
    async file(name) {
      const entry = by.get(name.toLowerCase());
      if (entry === undefined) return null;
      return unpackEntry(zip, entry).catch(() => refuse('bad-file', name, 'a file that is whole'));
    },
  };
}

/** Whether these bytes are a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
