/** Signs that have a form of their own: addresses, numbers, dates. */
import { matchesOf } from './matches.ts';
import { INSTEAD, type PersonalKind, type Suggestion } from './types.ts';

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}])`;
const whole = (source: string, flags = 'gu'): RegExp => new RegExp(`${BEFORE}(?:${source})${AFTER}`, flags);

const EMAIL = /[\p{L}\p{N}][\p{L}\p{M}\p{N}._%+'’-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const LINK =
  /(?<![\p{L}\p{N}@])(?:https?:\/\/[^\s<>"”]+|www\.[^\s<>"”]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|co\.uk|org\.uk|gov\.uk|ac\.uk|nhs\.uk|uk|io|info|me|tv)(?:\/[^\s<>"”]*)?(?![\p{L}\p{N}.@-]*[\p{L}\p{N}@]))/giu;
const HANDLE = /(?<![\p{L}\p{N}@./])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?/gu;
const POSTCODE = whole(String.raw`(?:[A-Z]{1,2}\d[A-Z\d]?[ \t]*\d[ABD-HJLNP-UW-Z]{2}|GIR[ \t]*0AA)`, 'giu');
const NI = whole(String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ \t-]*(?:\d{2}[ \t-]*){3}[A-D]`, 'giu');
const NO_NI = /^(?:BG|GB|KN|NK|NT|TN|ZZ)/iu;
const TEN = /(?<![\d+])\d{3}[ \t-]?\d{3}[ \t-]?\d{4}(?!\d)/gu;
const PHONE = /(?<![\p{L}\p{N}+])(?:(?:\+|00)44[ \t.-]*(?:\(0\))?|\(?0)(?:[ \t.()-]*\d){9,10}(?!\d)/gu;
const FOREIGN = /(?<![\p{L}\p{N}+])(?:\+|00)(?!44)[1-9](?:[ \t.()-]*\d){7,13}(?!\d)/gu;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Those that are written with a full stop. */
const SHORT = '(?:jan|feb|mar|apr|june?|july?|aug|sept?|oct|nov|dec)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = "(?:(?:19|20)\\d\\d|[’']?\\d\\d)";
const DATES = [
  // A full stop is of "Jan. 2026"; else it ends the sentence.
  whole(String.raw`${DAY}[ \t]*(?:of[ \t]+)?${MONTH}(?:\.,?[ \t]+(?:19|20)\d\d|,?[ \t]+${YEAR})?`, 'giu'),
  whole(String.raw`(?:${MONTH}|${SHORT}\.)[ \t]+${DAY}(?:,?[ \t]+${YEAR})?`, 'giu'),
  whole(String.raw`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`),
  whole(String.raw`(?:0?[1-9]|[12]\d|3[01])(?<s>[/.-])(?:0?[1-9]|1[0-2])\k<s>(?:(?:19|20)\d\d|\d\d)`),
];
const BORN = /(?<=\b(?:born|dob|d\.o\.b\.?|birthday|date of birth)[^\d.\n]{0,12})(?:19|20)\d\d(?!\d)/giu;

/** Email and web addresses, phone, National Insurance and NHS numbers, postcodes, user names and dates. */
export function findNumbers(text: string): Suggestion[] {
  // Thousands of comments are looked through while a room waits, and most have nothing that these need.
  const at = text.includes('@');
  return [
    ...(at ? all(text, EMAIL, 'email') : []),
    ...(/[.:]/u.test(text) ? all(text, LINK, 'link').map((s) => trimmed(text, s)) : []),
    ...(at ? all(text, HANDLE, 'handle') : []),
    ...(/\d/u.test(text) ? digits(text) : []),
  ];
}

function digits(text: string): Suggestion[] {
  return [
    ...all(text, POSTCODE, 'postcode').filter((s) => !/\d(?:st|nd|rd|th)$/u.test(text.slice(s.from, s.to))),
    ...all(text, NI, 'ni').filter((s) => !NO_NI.test(text.slice(s.from, s.to))),
    ...all(text, TEN, 'nhs').filter((s) => isNhsNumber(text.slice(s.from, s.to))),
    ...all(text, PHONE, 'phone'),
    ...all(text, FOREIGN, 'phone'),
    ...[...DATES, BORN].flatMap((pattern) => all(text, pattern, 'date')),
  ];
}

/**
 * Whether ten digits are an NHS number: weights 10 to 2, and the check digit is 11 less the sum modulo
 * 11, where 11 stands for 0 and 10 is none (NHS Data Dictionary, NHS NUMBER).
 */
export function isNhsNumber(text: string): boolean {
  const ten = text.replace(/\D/gu, '');
  if (ten.length !== 10) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(ten[i]) * (10 - i);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(ten[9]);
}

function all(text: string, pattern: RegExp, kind: PersonalKind): Suggestion[] {
  return matchesOf(text, pattern).map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind,
    suggestion: INSTEAD[kind],
  }));
}

/** A full stop or a bracket after an address belongs to the sentence. */
function trimmed(text: string, found: Suggestion): Suggestion {
  const tail = /[.,;:!?)\]'’]+$/u.exec(text.slice(found.from, found.to))?.[0] ?? '';
  return { ...found, to: found.to - tail.length };
}
