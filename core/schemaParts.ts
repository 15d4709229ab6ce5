/** The parts that the schemas of documents share: texts with their limits, objects, faults with their place. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import { atMost, cleanEdited, cleanLine, cleanText, codePoints } from './text.ts';

/** What a fault in an object's fields is called: a field too many, one missing, or not an object at all. */
const fieldFault = (issue: v.StrictObjectIssue): string =>
  issue.expected === 'never'
    ? 'no field of this name'
    : issue.expected === 'Object'
      ? 'an object in braces'
      : 'this field, which is missing';
/** An object with these fields and no other; a fault names what was expected in the place. */
export const object = <const E extends v.ObjectEntries>(entries: E) => v.strictObject(entries, fieldFault);
export const yesNo = v.boolean('true or false');

/**
 * Lengths are those of the text as it stands in the file, in code points, so that the JSON Schema can
 * say the same; cleaning hardly ever lengthens a text (NFC of some scripts), and then it counts again.
 */
const text = (most: number, clean: (text: string) => string | null) => {
  const short = (t: string): boolean => codePoints(t) <= most;
  return v.pipe(
    v.string('a text'),
    v.check(short, atMost(most)),
    v.check((t) => clean(t) !== null, 'a text without control characters'),
    v.transform((t) => clean(t) ?? ''),
    v.check(short, atMost(most)),
  );
};
/** One line of at most so many characters, cleaned; control characters are refused. */
export const line = (most: number) => text(most, cleanLine);
/** A text of several lines, else like `line`. */
export const paragraph = (most: number = LIMITS.paragraph) => text(most, cleanText);
/** A text that the program made, and perhaps somebody changed: what is isolated in it stays so. */
export const edited = (most: number) => text(most, cleanEdited);
/** The same on one line. */
export const made = (most: number) =>
  text(most, (words) => cleanEdited(words)?.replace(/\s+/gu, ' ') ?? null);
/** A line that is not empty. */
export const needed = (most: number) =>
  v.pipe(
    line(most),
    v.check((t) => t !== '', 'some text'),
  );

export const idSchema = v.pipe(v.string('an id'), v.regex(/^[a-z0-9-]{1,40}$/, '1 to 40 of a-z, 0-9 and -'));
export const langSchema = v.pipe(
  v.string('a language tag'),
  v.maxLength(35, 'a language tag such as en or pa-Guru'),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or pa-Guru'),
);

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/;

/** A picture's type and content, of at most so many bytes. */
export const pictureEntries = (most: number) => ({
  type: v.picklist(['image/png', 'image/jpeg', 'image/webp'], 'image/png, image/jpeg or image/webp'),
  data: v.pipe(
    v.string('a picture in base64'),
    v.maxLength(Math.ceil(most / 3) * 4, `at most ${most} bytes`),
    v.regex(BASE64, 'a picture in base64'),
  ),
});

/** The first fault of a parse as a refusal that names its place (`statements.2.wordings.0.text`). */
export function faultOf(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  const issue = issues[0];
  const path = issue === undefined ? null : v.getDotPath(issue);
  return refuse('bad-file', path ?? '', issue?.message ?? '');
}
