/**
 * What may be kept of a text that a person typed. Characters that could spoof or break a screen are
 * refused or taken out; scripts, emoji and right-to-left text stay as they were written.
 */
import { balanced } from './bidi.ts';

// C0 and C1 controls but newline and tab; noncharacters; lone surrogates.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
const CONTROLS = new RegExp(CONTROL, 'gu');
const NONCHARACTER = /[\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;
// Bidi embeddings, overrides and isolates; ZWJ and ZWNJ stay, since scripts and emoji need them.
const BIDI = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Length in Unicode code points, as a counter shows it and limits mean it. */
export function codePoints(text: string): number {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
}

/** Length in UTF-8 bytes. */
export function utf8Bytes(text: string): number {
  let n = 0;
  for (const ch of text) {
    const code = ch.codePointAt(0) ?? 0;
    n += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return n;
}

/**
 * Cleans a text for keeping: line ends become LF, NFC, bidi controls and noncharacters are taken
 * out, outer white space goes. Returns null when it holds a control character (which no keyboard
 * types, so the sender is told rather than corrected).
 */
export function cleanText(text: string): string | null {
  return cleaned(text, (lines) => lines.replace(BIDI, ''));
}

/** The same of a text that the program made and somebody changed: what is isolated in it stays so. */
export function cleanEdited(text: string): string | null {
  return cleaned(text, balanced);
}

/** Letters, digits and signs of ASCII alone: there is nothing to clean but the ends. */
const PLAIN = /^[ -~]*$/;

function cleaned(text: string, ofBidi: (lines: string) => string): string | null {
  if (PLAIN.test(text)) return text.trim();
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\t/g, ' ');
  if (CONTROL.test(lines)) return null;
  return ofBidi(lines).replace(NONCHARACTER, '').normalize('NFC').trim();
}

/** Cleans a text that must stay on one line: as `cleanText`, and white space folds to single spaces. */
export function cleanLine(text: string): string | null {
  return cleanText(text)?.replace(/\s+/gu, ' ') ?? null;
}

/** A line that was kept before it was cleaned: as `cleanLine`, and control characters become spaces. */
export function mendLine(text: string): string {
  return cleanLine(text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ')) ?? '';
}

/**
 * Caps combining marks for display, so that stacked marks cannot leave their box: three of those that any script
 * may use, and six in all. Vietnamese and vowelled Arabic need up to three, Burmese five. The stored text is not
 * changed.
 */
export function capMarks(text: string): string {
  return text.replace(/\p{M}{4,}/gu, (marks) => {
    let common = 0;
    const kept = [...marks].filter((mark) => !/\p{Script=Inherited}/u.test(mark) || (common += 1) <= 3);
    return kept.slice(0, 6).join('');
  });
}

/** The same of every text in a value that goes to a screen. */
export function cappedTexts<T>(value: T): T {
  if (typeof value === 'string') return capMarks(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => cappedTexts(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cappedTexts(item)])) as T;
}

/** What a text that is too long should have been, for the `detail` of a refusal. */
export function atMost(most: number): string {
  return `at most ${most} characters`;
}

/** The limit that such a detail names; null where it is about something else. */
export function mostOf(detail: string): number | null {
  const most = Number(/^at most (\d+) characters$/.exec(detail)?.[1] ?? Number.NaN);
  return Number.isNaN(most) ? null : most;
}
