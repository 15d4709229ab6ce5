/** A file with everything that is packed in it: zips in zips, the compressed parts of a PDF. */
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** The bytes of a file and of whatever they hold, each by a name that says where it was found. */
export function unpacked(name: string, bytes: Uint8Array): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const look = (at: string, part: Buffer): void => {
    found.set(at, part);
    // A zip begins with PK; workbooks and Word files are zips.
    if (part.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
      for (const [inner, content] of Object.entries(unzipSync(part))) {
        found.set(`${at} name ${inner}`, Buffer.from(inner));
        look(`${at}/${inner}`, Buffer.from(content));
      }
    if (part.subarray(0, 5).toString('latin1') === '%PDF-')
      for (const [i, stream] of streams(part).entries()) look(`${at} stream ${i}`, stream);
  };
  look(name, Buffer.from(bytes));
  return found;
}

/** The compressed streams of a PDF. */
function streams(pdf: Buffer): Buffer[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap((m) => {
    if (text.slice(m.index - 3, m.index) === 'end') return [];
    const from = m.index + m[0].length;
    const to = text.indexOf('endstream', from);
    try {
      return [inflateSync(pdf.subarray(from, to))];
    } catch {
      // Not every stream is compressed; those are in the file as they are.
      return [];
    }
  });
}

/** A text as it might be kept: as it is, as browsers keep it, and as a hash without a key. */
export function formsOf(text: string): Buffer[] {
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].map((kind) => createHash(kind).update(text).digest());
  return [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '')),
    ...hashes.flatMap((hash) => [
      hash,
      ...(['hex', 'base64', 'base64url'] as const).map((form) =>
        Buffer.from(hash.toString(form).replace(/=+$/, '')),
      ),
    ]),
  ];
}
