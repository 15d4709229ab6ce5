/** A file that somebody opens, as the words in it. Nothing but these leaves this device. */
import { LIMITS } from '../../../../core/limits.ts';
import { codePoints } from '../../../../core/text.ts';
import { typedText } from '../typed.ts';
import { textOfDocx, type Beside } from './docx.ts';
import { sayText } from './words.ts';

/** `left`: words of these stand in the file and not in what was read. */
export type FileRead = { text: string; title: string; left: readonly Beside[] } | { wrong: string };

const MB = 1_000_000;

/** @returns its words as they are kept, or in a sentence why they could not be read */
export function readFile(name: string, bytes: Uint8Array): FileRead {
  const [, stem = name, ending = ''] = /^(.*?)(?:\.([^.]*))?$/su.exec(name) ?? [];
  const wrong = (words: string): FileRead => ({ wrong: words });
  if (bytes.length > LIMITS.sourceFileBytes)
    return wrong(sayText('file.large', { name, n: LIMITS.sourceFileBytes / MB }));
  let text: string;
  let left: readonly Beside[] = [];
  switch (ending.toLowerCase()) {
    case 'docx': {
      const read = textOfDocx(bytes);
      if (read === 'bomb') return wrong(sayText('file.bomb', { name, n: LIMITS.sourceUnpackedBytes / MB }));
      if (read === 'broken') return wrong(sayText('file.broken', { name }));
      ({ text, left } = read);
      break;
    }
    case 'txt':
    case 'md':
    case 'markdown': {
      const read = decoded(bytes);
      if (typeof read === 'number') return wrong(sayText('file.line', { name, n: read }));
      text = read;
      break;
    }
    case 'doc':
      return wrong(sayText('file.old', { name }));
    default:
      return wrong(sayText('file.kind', { name }));
  }
  const kept = typedText(text);
  if (kept === null) return wrong(sayText('file.line', { name, n: lineOf(text) }));
  if (kept === '') return wrong(sayText('file.empty', { name }));
  if (codePoints(kept) > LIMITS.sourceText)
    return wrong(sayText('file.long', { name, n: LIMITS.sourceText }));
  return { text: kept, left, title: stem.replaceAll(/[_\s]+/gu, ' ').trim() };
}

/** @returns the text without a byte order mark, or the number of the first line that is no UTF-8 */
function decoded(bytes: Uint8Array): string | number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    return strict.decode(bytes);
  } catch {
    let [line, from] = [1, 0];
    for (;;) {
      const end = bytes.indexOf(10, from);
      try {
        strict.decode(bytes.subarray(from, end < 0 ? bytes.length : end));
      } catch {
        return line;
      }
      if (end < 0) return line;
      [line, from] = [line + 1, end + 1];
    }
  }
}

/** The first line that has what nobody may keep. */
function lineOf(text: string): number {
  return text.split(/\r\n?|\n/u).findIndex((line) => typedText(line) === null) + 1;
}
