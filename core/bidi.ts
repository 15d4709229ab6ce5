/**
 * Names and statements in a script that runs the other way than the sentence they stand in. Each is isolated
 * (Unicode Standard Annex 9, 2.4.2), or the numbers behind it would be drawn before it. The characters have
 * no width, and whoever draws text takes them.
 */
export const FSI = '\u2068';
export const PDI = '\u2069';

const CONTROL = /[\u202a-\u202e\u2066-\u2069]/u;
const RTL = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
/** A letter that runs from right to left; other letters run from left to right. */
const RTL_LETTER = new RegExp(`(?=\\p{L})[${RTL}]`, 'u');
const LTR_LETTER = new RegExp(`(?=\\p{L})[^${RTL}]`, 'u');
const RTL_LANGUAGE = /^(?:ar|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)(?:-|$)/u;

export type Direction = 'ltr' | 'rtl';

/**
 * A text as it can stand in a sentence of that language: isolated line by line where it has letters that run
 * the other way and are not isolated already.
 */
export function isolated(text: string, lang: string): string {
  const strange = directionIn(lang) === 'rtl' ? LTR_LETTER : RTL_LETTER;
  if (!strange.test(text)) return balanced(text);
  return balanced(text)
    .split('\n')
    .map((line) => (strange.test(outside(line)) ? `${FSI}${line}${PDI}` : line))
    .join('\n');
}

/**
 * A text whose isolates are closed in the line they were opened in, and without all other characters that
 * turn what stands after them: nothing in it reaches beyond its end.
 */
export function balanced(text: string): string {
  if (!CONTROL.test(text)) return text;
  return text.split('\n').map(balancedLine).join('\n');
}

function balancedLine(line: string): string {
  const letters = [...line];
  const open: number[] = [];
  const kept = new Set<number>();
  for (const [i, letter] of letters.entries()) {
    if (letter === FSI) open.push(i);
    const from = letter === PDI ? open.pop() : undefined;
    if (from !== undefined) kept.add(from).add(i);
  }
  return letters.filter((letter, i) => !CONTROL.test(letter) || kept.has(i)).join('');
}

/** A text without isolates, where it is kept as somebody's own words. */
export function bare(text: string): string {
  return text.replace(/[\u2068\u2069]/gu, '');
}

/** The direction of a paragraph: that of its first letter outside of isolates, or of its first letter at all. */
export function directionOf(text: string): Direction {
  const [first] = /\p{L}/u.exec(outside(text)) ?? /\p{L}/u.exec(text) ?? [''];
  return RTL_LETTER.test(first) ? 'rtl' : 'ltr';
}

/** The direction in which a language is written. */
export function directionIn(lang: string): Direction {
  return RTL_LANGUAGE.test(lang) ? 'rtl' : 'ltr';
}

/** What stands in no isolate. */
function outside(text: string): string {
  if (!text.includes(FSI)) return text;
  let depth = 0;
  let rest = '';
  for (const letter of text) {
    if (letter === FSI) depth += 1;
    else if (letter === PDI) depth = Math.max(0, depth - 1);
    else if (depth === 0) rest += letter;
  }
  return rest;
}

/**
 * Lines that were one before they were broken: an isolate that goes on is closed at the end of each and opened
 * again in the next.
 */
export function closedLines(lines: readonly string[]): string[] {
  let open = 0;
  return lines.map((line) => {
    const before = FSI.repeat(open);
    for (const letter of line) {
      if (letter === FSI) open += 1;
      else if (letter === PDI && open > 0) open -= 1;
    }
    return `${before}${line}${PDI.repeat(open)}`;
  });
}
