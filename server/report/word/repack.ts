/**
 * The Word file as it leaves, with its pictures and fonts in it: the same report gives the same bytes,
 * and it tells no more of when it was made than the report's own date.
 */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Pictures are packed already. */
const PACKED = /\.(png|jpe?g)$/u;
const FONTS = 'word/fontTable.xml';
const FONT_LINKS = 'word/_rels/fontTable.xml.rels';

/**
 * What a picture or a font is while the file is written: its writer would pack each of them for long, and
 * then they would be packed once more. `repack` puts them in.
 */
export class Attachments {
  readonly #files: Uint8Array<ArrayBuffer>[] = [];

  /** What to give the file's writer instead. */
  add(file: Uint8Array): Buffer {
    this.#files.push(Uint8Array.from(file));
    return Buffer.from(`${STAND_IN} ${this.#files.length - 1}`.padEnd(LENGTH));
  }

  /** The file that a part of the package stands for; itself, when it stands for none. */
  of(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (part.length !== LENGTH) return part;
    const [, n] = /^stand-in (\d+) *$/u.exec(strFromU8(part)) ?? [];
    return this.#files[Number(n)] ?? part;
  }
}

const STAND_IN = 'stand-in';
/** Longer than the part of a font that is masked. */
const LENGTH = 64;

/**
 * @param bytes the file as it was written
 * @param attachments its pictures and fonts
 * @param date YYYY-MM-DD
 */
export function repack(bytes: Uint8Array, attachments: Attachments, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (name.startsWith('word/media/')) parts[name] = attachments.of(part);
  const change = (name: string, to: (text: string) => string): void => {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(to(strFromU8(part)));
  };
  change('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${date}T00:00:00Z`),
  );
  change('word/document.xml', numbered);
  change(FONTS, (xml) => withFixedKeys(xml, parts, attachments));
  const files: Zippable = {};
  const names = Object.keys(parts).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const name of names)
    files[name] = [
      parts[name] ?? new Uint8Array(),
      { level: PACKED.test(name) ? 0 : 6, mtime: new Date(1980, 0, 1) },
    ];
  return zipSync(files);
}

/** Programs look for the list of contents first. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

/**
 * Numbers of bookmarks and pictures count on from one file to the next; here they begin at one. A field that
 * is marked to be done anew would make Word ask a question when the file is opened.
 */
function numbered(xml: string): string {
  const ids = new Map<string, number>();
  const pictures = new Map<string, number>();
  const nth = (known: Map<string, number>, key: string): number => {
    const n = known.get(key) ?? known.size + 1;
    known.set(key, n);
    return n;
  };
  return xml
    .replace(/(<w:fldChar [^>]*?) w:dirty="true"/gu, '$1')
    .replace(/(?<=<wp:docPr id=")\d+/gu, (id) => String(nth(pictures, id)))
    .replace(
      /(<w:bookmark(?:Start|End)[^>]*? w:id=")([^"]*)/gu,
      (_, open: string, id: string) => `${open}${nth(ids, id)}`,
    );
}

/**
 * Fonts are masked with a key that is drawn at random. The key is public, it stands beside the font; one
 * made from the font itself does as well. ECMA-376 part 1, 17.8.1: the first 32 bytes are combined by
 * exclusive or with the key's bytes in reverse.
 */
function withFixedKeys(
  xml: string,
  parts: Record<string, Uint8Array<ArrayBuffer>>,
  attachments: Attachments,
): string {
  const links = strFromU8(parts[FONT_LINKS] ?? new Uint8Array());
  return xml.replace(/r:id="([^"]+)" w:fontKey="\{([^}]+)\}"/gu, (whole, id: string, key: string) => {
    const link = links.match(/<Relationship [^>]*>/gu)?.find((l) => l.includes(`Id="${id}"`)) ?? '';
    const name = `word/${/Target="([^"]+)"/u.exec(link)?.[1] ?? ''}`;
    const part = parts[name];
    if (part === undefined) return whole;
    mask(part, key);
    const font = Uint8Array.from(attachments.of(part));
    parts[name] = font;
    const hex = createHash('sha256').update(font).digest('hex').toUpperCase();
    const fixed = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u, '$1-$2-$3-$4-$5');
    mask(font, fixed);
    return `r:id="${id}" w:fontKey="{${fixed}}"`;
  });
}

function mask(font: Uint8Array, key: string): void {
  const bytes = [...Buffer.from(key.replaceAll('-', ''), 'hex')].toReversed();
  for (let i = 0; i < 32; i += 1) font[i] = (font[i] ?? 0) ^ (bytes[i % 16] ?? 0);
}
