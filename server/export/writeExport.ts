/** Writing what was asked for to a stream: a zip, one workbook or one CSV file. */
import type { Writable } from 'node:stream';
import { aloneIn, type Wanted } from './kinds.ts';
import type { Chunks } from './part.ts';
import { partAlone, partsOf, tableAlone, withoutRehearsals } from './parts.ts';
import type { ExportSource } from './source.ts';
import { openArchive, send } from './zip.ts';

/** How far a zip is: this file is being written, so many are done. */
export interface Step {
  file: string;
  done: number;
  of: number;
}

/**
 * Writes and ends the stream. The responses are read anew for each file, so that memory does not grow
 * with their number. Rejects when the source fails or the reader goes away; what was written then is not
 * whole.
 *
 * @param step told as each file of a zip begins
 */
export async function writeExport(
  given: ExportSource,
  wanted: Wanted,
  out: Writable,
  step: (step: Step) => void = () => undefined,
): Promise<void> {
  const source = withoutRehearsals(given);
  if ('table' in wanted) {
    const part = await tableAlone(source, wanted.table, wanted.form);
    if (part === null) throw new Error(`this export has no table ${wanted.table}`);
    return plain(part.chunks(), out);
  }
  const { kinds } = wanted;
  const alone = aloneIn(kinds);
  if (alone !== null) return plain((await partAlone(source, alone)).chunks(), out);
  const archive = openArchive(out, source.date);
  const parts = await partsOf(source, kinds);
  for (const [done, part] of parts.entries()) {
    step({ file: part.name, done, of: parts.length });
    await archive.add(part.name, part.chunks());
  }
  await archive.end();
}

/** Texts are gathered to pieces of at least this many characters. */
const PIECE = 1 << 16;

async function plain(chunks: Chunks, out: Writable): Promise<void> {
  let text = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') await send(out, chunk);
    else {
      text += chunk;
      if (text.length < PIECE) continue;
      await send(out, Buffer.from(text));
      text = '';
    }
  }
  if (text !== '') await send(out, Buffer.from(text));
  out.end();
}
