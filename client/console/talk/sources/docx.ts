/**
 * The words of a Word file, as plain text: paragraphs, line breaks, tabs, list items. Nothing else in it is looked
 * at: no macro, no picture, no relationship to anything outside, no field, no deleted text of tracked changes. Words
 * that stand beside the text are not read in, since nothing tells where in it they belong; which there are is told.
 */
import { strFromU8, unzipSync } from 'fflate';
import { LIMITS } from '../../../../core/limits.ts';

const DOCUMENT = 'word/document.xml';

/** Where words stand beside the text, and what they are. */
const BESIDE = [
  ['footnotes', /^word\/footnotes\d*\.xml$/],
  ['endnotes', /^word\/endnotes\d*\.xml$/],
  ['comments', /^word\/comments\d*\.xml$/],
  ['margins', /^word\/(?:header|footer)\d*\.xml$/],
] as const;
export type Beside = (typeof BESIDE)[number][0];

/** @returns its words, and what was left out, or what is wrong with it */
export function textOfDocx(bytes: Uint8Array): { text: string; left: Beside[] } | 'broken' | 'bomb' {
  let large = false;
  let room = LIMITS.sourceUnpackedBytes;
  const unread = new Set<string>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (BESIDE.some(([, at]) => at.test(name))) {
          room -= originalSize;
          if (room < 0) unread.add(name);
          return room >= 0;
        }
        if (name !== DOCUMENT) return false;
        large = originalSize > LIMITS.sourceUnpackedBytes;
        return !large;
      },
    });
    if (large) return 'bomb';
    const document = files[DOCUMENT];
    if (document === undefined) return 'broken';
    const xml = strFromU8(document);
    // Entities of its own are how a small file becomes a large one; Word writes none.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml) || !/<w:document[\s>]/.test(xml)) return 'broken';
    const worded = (name: string, part: Uint8Array): boolean =>
      name !== DOCUMENT && wordsOf(strFromU8(part)).trim() !== '';
    const names = Object.entries(files).flatMap(([name, part]) => (worded(name, part) ? [name] : []));
    const left = BESIDE.filter(([, at]) => [...names, ...unread].some((name) => at.test(name)));
    return { text: wordsOf(xml), left: left.map(([kind]) => kind) };
  } catch {
    return large ? 'bomb' : 'broken';
  }
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>|([^<]+)/gu;

function wordsOf(xml: string): string {
  let text = '';
  /** Depth of `w:t`, in which words stand, and of what is said twice for older programs. */
  let [inText, twice] = [0, 0];
  for (const [, cdata, end, name, empty, words] of xml.matchAll(TOKEN)) {
    if (name === undefined) {
      if (inText > 0 && twice === 0) text += cdata ?? unescaped(words ?? '');
      continue;
    }
    const opens = end === '' && empty === '';
    const step = opens ? 1 : end === '/' ? -1 : 0;
    if (name === 'w:t') inText += step;
    else if (name === 'mc:Fallback') twice += step;
    if (twice > 0) continue;
    if (name === 'w:p' && !opens) text += '\n';
    else if (end === '/') continue;
    else if (name === 'w:br' || name === 'w:cr') text += '\n';
    else if (name === 'w:tab' && inRun(text)) text += ' ';
    else if (name === 'w:noBreakHyphen') text += '-';
    else if (name === 'w:numPr') text += '- ';
  }
  return text;
}

/** A tab of words stands after some; one at the beginning of a line is a stop of its style. */
function inRun(text: string): boolean {
  return text !== '' && !text.endsWith('\n');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(words: string): string {
  return words.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
