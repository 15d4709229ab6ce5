/** A folder as one zip, which is the same to the byte however often and wherever it is made. */
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { openArchive } from '../../server/export/zip.ts';
import { filesBelow, isProgram } from './files.ts';

/** A zip has to date its files; a date of its own would make each one differ. */
const DATE = '2026-01-01';

/**
 * @param name the one folder that everything in the zip is in
 * @param level how hard it is packed, see `openArchive`
 */
export async function zipFolder(folder: string, name: string, to: string, level?: number): Promise<void> {
  const out = createWriteStream(to);
  const written = finished(out);
  const zip = openArchive(out, DATE, level);
  for (const file of await filesBelow(folder))
    await zip.add(
      `${name}/${file}`,
      createReadStream(join(folder, file)),
      isProgram(file) ? 0o100755 : 0o100644,
    );
  await zip.end();
  await written;
}
