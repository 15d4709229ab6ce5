/** The project, the codebook and the list of tags as files. */
import { hash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { writeCodebook, writeProject, type WrittenProject } from '../../core/qda/write.ts';
import type { QdaCode, QdaProject } from '../../core/qda/types.ts';
import { codebook } from '../../core/talk/themes.ts';
import type { Cell } from './csv.ts';
import { ORIGIN, pathOf, qdaCodes } from './qdaTalk.ts';
import type { ExportSource } from './source.ts';

/** Names of Standpoint, under which each thing has the same GUID in every file. Made once at random. */
const NAMESPACE = Buffer.from('5b3c1f0e6d3f4e1c9a0d7f2a61c84e95', 'hex');

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A UUID of version 5 (RFC 9562) made from a name; what is one already stays. */
export function guid(name: string): string {
  if (GUID.test(name)) return name;
  const bytes = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name)]), 'buffer');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The bytes of a `.qdpx`: `project.qde` at its root, and the texts in the folder `sources`. */
export function qdpxFile(project: QdaProject): Uint8Array {
  const { xml, texts } = written(project);
  const options = { mtime: new Date(`${project.day}T12:00:00`) };
  return zipSync(
    Object.fromEntries([
      ['project.qde', [strToU8(xml), options]],
      ...texts.map(({ name, text }) => [`sources/${name}`, [strToU8(text), options]]),
    ]),
  );
}

/** Where letters could not be kept, the project says so itself. */
function written(project: QdaProject): WrittenProject {
  const made = writeProject(project, guid);
  if (made.replaced === 0) return made;
  const told = `${made.replaced} characters that XML cannot hold were replaced by others.`;
  return writeProject({ ...project, description: `${project.description}\n${told}` }, guid);
}

/** The text of a `.qdc`. There has to be a code. */
export function qdcFile(codes: readonly QdaCode[]): string {
  return writeCodebook(codes, ORIGIN, guid);
}

export function codesOf({ talk }: ExportSource): QdaCode[] {
  return qdaCodes(codebook(talk?.themes ?? []));
}

/** Rows that Taguette takes in as tags: it has no nesting, so that a tag has its whole path. */
export function tagRows({ talk }: ExportSource): Cell[][] {
  const book = codebook(talk?.themes ?? []);
  return book.list.map((placed) => [pathOf(book, placed), placed.theme.description]);
}
