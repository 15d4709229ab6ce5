/** Places that show by their form: a house number with a street, the name of a house, a school, a prison. */
import { foldWord } from './fold.ts';
import { matchesOf } from './matches.ts';
import { INSTEAD, type Suggestion } from './types.ts';
import { NO_NAME } from './words.ts';

const START = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*`;

const STREET = 'street|st|road|rd|lane|avenue|ave|close|drive|crescent|terrace|gardens|grove|square|mews';
/** In small letters too: nothing else is a number, a word or two and one of these. */
const ADDRESS = new RegExp(
  String.raw`${START}(?:(?:flat|no\.?|number)[ \t]+)?\d{1,4}[a-z]?,?[ \t]+(?:the[ \t]+)?(?<name>[\p{L}\p{M}'’-]{3,}(?:[ \t]+[\p{L}\p{M}'’-]{3,})?)[ \t]+(?:${STREET})${END}`,
  'giu',
);

const KIND =
  'Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Gardens|Grove|Square|Estate|House|Lodge|Hostel|School|Primary|Academy|College|Nursery|Hospital|Surgery|Clinic|Prison|Centre|Church|Mosque';
const NAMED = new RegExp(
  String.raw`${START}(?:St\.?[ \t]+)?(?<name>${NAME}(?:[ \t]+${NAME}){0,2})[ \t]+(?:${KIND})${END}`,
  'gu',
);
const PRISON = new RegExp(
  String.raw`${START}(?:hmp(?:[ \t]*(?:&|and|\/)[ \t]*yoi)?|hm[ \t]?yoi|yoi)[ \t]+(?<name>[\p{L}\p{M}'’-]{3,})${END}`,
  'giu',
);

/** What stands before one of these kinds and names none: "the Family Centre", "my Primary School". */
const NO_PLACE = new Set(
  `family families children childrens childs day health medical leisure community contact youth high main
  primary secondary nursery special boarding grammar sunday sixth form big full care nursing court council
  open local new old first public private state foster group halfway jobs job shopping city town whole
  street road house home school staff service officer officers times justice minute minutes hour hours mile
  miles day days week weeks month months year years people more`.split(/\s+/u),
);

/** Addresses, named houses and institutions, prisons. */
export function findPlaces(text: string): Suggestion[] {
  const place = (from: number, to: number): Suggestion => ({
    from,
    to,
    kind: 'place',
    suggestion: INSTEAD.place,
  });
  const found = [...matchesOf(text, ADDRESS), ...matchesOf(text, PRISON)]
    .filter(({ groups }) => names(groups?.['name'] ?? '').length > 0)
    .map((match) => place(match.index, match.index + match[0].length));
  // In a text of capitals every word looks like a name.
  if (!/\p{Ll}/u.test(text)) return found;
  for (const match of matchesOf(text, NAMED)) {
    const all = match.groups?.['name'] ?? '';
    const own = names(all);
    const [first] = own;
    if (first === undefined) continue;
    // "And Oakwood School": the sentence's own first word is no part of it.
    const before = all.slice(0, first.index);
    const from = before === '' ? match.index : match.index + match[0].indexOf(all) + first.index;
    found.push(place(from, match.index + match[0].length));
  }
  return found;
}

/** The words that may be a name, from the first on. */
function names(all: string): RegExpExecArray[] {
  return [...all.matchAll(/[\p{L}\p{M}'’-]+/gu)].filter((word) => {
    const folded = foldWord(word[0]).replace(/['’]/gu, '');
    return !NO_NAME.has(folded) && !NO_PLACE.has(folded);
  });
}
