/** Names that show by what stands before them: a title, or a relation. */
import { foldWord } from './fold.ts';
import { matchesOf } from './matches.ts';
import { INSTEAD, type PersonalKind, type Suggestion } from './types.ts';
import { NO_NAME } from './words.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*`;
/** One to three capitalised words, on one line. */
const NAMES = String.raw`(?<name>${NAME}(?:[ \t]+${NAME}){0,2})`;
/** Where a word may begin. */
export const START = String.raw`(?<![\p{L}\p{M}\p{N}])`;

const TITLES =
  '[Mm][Rr][Ss]?|[Mm][Ss]|[Mm][Xx]|Miss|MISS|[Dd][Rr]|Prof(?:essor)?|Doctor|Sir|Lady|Lord|Dame|Rev(?:erend)?|Father|Sister|Imam|Rabbi|Judge|Justice|Councillor|Cllr|PC|DC|DS|Sgt|Sergeant|Constable|Officer|Governor|Nurse|Aunt(?:ie|y)?|Uncle';
const TITLE = new RegExp(String.raw`${START}(?:${TITLES})\.?[ \t]+${NAMES}`, 'gu');
/** Nothing but a name follows these, even in a text without capitals. */
const SMALL_TITLE = new RegExp(String.raw`${START}(?:mr|mrs)\.?[ \t]+(?<name>[\p{L}\p{M}'’-]{2,})`, 'gu');

/** What people are to somebody, for a pattern. */
export const KIN =
  'sons?|daughters?|child(?:ren)?|kids?|bab(?:y|ies)|boys?|girls?|twins?|lad|mum|mom|mother|mam|dad|father|parents?|brothers?|sisters?|siblings?|partner|husband|wife|ex|nan|nana|gran|granny|grandad|grandma|grandson|granddaughter|nephews?|nieces?|cousins?|aunt(?:ie|y)?|uncle|step-?(?:son|daughter|dad|mum)|foster (?:carer|mum|dad)|friends?|mates?|boyfriend|girlfriend|social worker|key ?worker|support worker|solicitor|teacher|probation officer|health visitor|carer|manager';
/** Whom people have to do with at work, whose bare word tells nothing of a case study's person. */
const WORKERS =
  'workers?|case ?worker|counsellor|therapist|advocate|mentor|guardian|tutor|nurse|doctor|officer|judge';
const WHOSE = '[Mm]y|MY|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Yy]our|[Tt]he';
const AND = String.raw`(?:[ \t]*(?:,|and|&)[ \t]+${NAME})`;
const RELATIVE = new RegExp(
  String.raw`${START}(?:${WHOSE})[ \t]+(?:[\p{Ll}-]+[ \t]+){0,2}?(?:${KIN}|${WORKERS})[ \t]*,?[ \t]+(?:(?:is[ \t]+|was[ \t]+)?(?:called|named)[ \t]+)?(?!(?:${TITLES})\.?[ \t])(?<name>${NAME}(?:[ \t]+${NAME})?${AND}*)`,
  'gu',
);
const CALLED = new RegExp(
  String.raw`${START}(?:(?:boy|girl|man|woman|lady|guy|worker|person|officer|baby|lad|kid|child|someone)[ \t]+(?:called|named)|[Mm]y name(?:['’]s|[ \t]+is))[ \t]+${NAMES}`,
  'gu',
);

/** Capitalised words after a title or a relation. */
export function findWritten(text: string): Suggestion[] {
  const found = [...namesIn(text, TITLE, 'titled'), ...namesIn(text, SMALL_TITLE, 'titled')];
  // In a text of capitals every word looks like a name.
  if (!/\p{Ll}/u.test(text)) return found;
  return [...found, ...namesIn(text, RELATIVE, 'relative'), ...namesIn(text, CALLED, 'relative')];
}

function namesIn(text: string, pattern: RegExp, kind: PersonalKind): Suggestion[] {
  return matchesOf(text, pattern).flatMap((match) => {
    const all = match.groups?.['name'] ?? '';
    const start = match.index + match[0].length - all.length;
    return runs(all, start, kind);
  });
}

/** Runs of words up to the first that is no name; "Adam and Bilal" are two. */
function runs(all: string, start: number, kind: PersonalKind): Suggestion[] {
  const found: Suggestion[] = [];
  let open: Suggestion | null = null;
  for (const word of all.matchAll(/[\p{L}\p{M}'’-]+/gu)) {
    if (word[0] === 'and') {
      open = null;
      continue;
    }
    const bare = word[0].replace(/['’]s$/u, '');
    if (NO_NAME.has(foldWord(bare).replace(/'/gu, ''))) break;
    const from = start + word.index;
    const apart: boolean = open === null || all.slice(open.to - start, word.index).includes(',');
    if (open === null || apart) {
      open = { from, to: from + bare.length, kind, suggestion: INSTEAD[kind] };
      found.push(open);
    } else open.to = from + bare.length;
    if (bare !== word[0]) break;
  }
  return found;
}
