/** Sets the files of a pack as tagged PDFs. */
import { fileURLToPath } from 'node:url';
import { setPdf } from '../report/pdf/typst.ts';
import { packFiles, type PackFileKind } from './pack.ts';
import type { PackSource } from './source.ts';

const TEMPLATE = fileURLToPath(new URL('../../templates/paper/pack.typ', import.meta.url));

export interface SetFile {
  kind: PackFileKind;
  bytes: Uint8Array;
}

/**
 * @param step told before each file: how many are done, of how many
 * @throws what the compiler found, without the texts it found it in
 */
export async function setPack(
  source: PackSource,
  step: (done: number, of: number) => void = () => undefined,
): Promise<SetFile[]> {
  const files = await packFiles(source);
  return files.map(({ kind, content, letters, pictures }, i) => {
    step(i, files.length);
    const setting = { template: TEMPLATE, input: 'pack', content, letters, files: pictures };
    return { kind, bytes: setPdf({ ...setting, date: source.today }) };
  });
}
