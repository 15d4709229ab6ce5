/** Searching every byte of a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names of files under a folder that hold these words, in UTF-8 or in UTF-16 as browsers keep them. One that
 * goes while it is looked for holds nothing. Bytes are looked for as they are.
 */
export function holding(folder: string, words: string | Buffer): string[] {
  const forms =
    typeof words === 'string' ? [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')] : [words];
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => {
      const bytes = read(join(entry.parentPath, entry.name));
      return forms.some((form) => bytes.includes(form));
    })
    .map((entry) => entry.name)
    .toSorted();
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
