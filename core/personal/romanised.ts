/**
 * Names of other scripts in Latin letters, roughly as people write them: enough to know a name again, not to spell it.
 * Arabic, which leaves vowels out, is looked for by a pattern instead (`alike.ts`).
 */

const pairs = (row: string): Map<string, string> =>
  new Map(
    row.split(/\s+/u).map((pair): [string, string] => {
      const [letter = '', ...latin] = pair;
      return [letter, latin.join('')];
    }),
  );

const CYRILLIC = pairs(
  'аa бb вv гg ґg дd еe ёio єie жzh зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu ўu фf хh цts чch шsh щsh ъ ыy ь эe юiu яia ђdj јj љl њn ћc џdzh қk ғg әa өo үu ұu ңn һh',
);
const GREEK = pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υi φf χh ψps ωo');
const GREEK_TWO = pairs('Μb Νd Γg Οu Εi Ιi Αe');
/** Two Greek letters that are one sound, as one that no small letter is. */
const GREEK_AS_ONE = [
  ['μπ', 'Μ'],
  ['ντ', 'Ν'],
  ['γκ', 'Γ'],
  ['ου', 'Ο'],
  ['ει', 'Ε'],
  ['οι', 'Ι'],
  ['αι', 'Α'],
] as const;

/** The scripts of India that Unicode lays out alike, from Devanagari to Malayalam: 128 places each. */
const [INDIC_FROM, INDIC_TO] = [0x0900, 0x0d7f];
/** By their place: consonants from 0x15, vowels by themselves from 0x05, and as signs from 0x3e. */
const INDIC_CONSONANTS =
  `k kh g gh n ch ch j jh n t th d dh n t th d dh n n p f b bh m y r r l l l v sh sh s h`.split(' ');
const INDIC_VOWELS = 'a a i i u u ri li e e e ai o o o au'.split(' ');
const INDIC_SIGNS = 'a i i u u ri ri e e e ai o o o au'.split(' ');
const NUKTA = new Map([
  ['j', 'z'],
  ['y', 'y'],
  ['k', 'k'],
  ['g', 'g'],
]);
/** A vowel that is not written and may not be spoken. */
const UNWRITTEN = 'ə';

/** @returns ways to write the word in Latin letters; the word itself where it is in no script that is known here */
export function romanised(word: string): string[] {
  const small = word.normalize('NFC').toLowerCase();
  if (/\p{Script=Cyrillic}/u.test(small)) {
    const latin = lettersOf(small.replace(/кс/gu, 'x'), CYRILLIC);
    // A foreign H is written as one or the other.
    return small.startsWith('г') ? [latin, `h${latin.slice(1)}`] : [latin];
  }
  if (/\p{Script=Greek}/u.test(small)) {
    const bare = small
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/^γι(?=[αεο])/u, 'y');
    const ones = GREEK_AS_ONE.reduce((text, [two, one]) => text.replaceAll(two, one), bare);
    return [lettersOf(lettersOf(ones, GREEK_TWO), GREEK)];
  }
  const spoken = indic(word.normalize('NFC'));
  if (spoken === null) return [small];
  const ended = spoken.replace(/ə$/u, '');
  return [...new Set([ended.replaceAll(UNWRITTEN, 'a'), ended.replaceAll(UNWRITTEN, '')])];
}

function lettersOf(word: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('');
}

function indic(word: string): string | null {
  let latin = '';
  let any = false;
  for (const sign of word) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < INDIC_FROM || code > INDIC_TO) return any ? latin : null;
    any = true;
    const place = code & 0x7f;
    const bare = latin.endsWith(UNWRITTEN) ? latin.slice(0, -1) : latin;
    if (place >= 0x15 && place <= 0x39) latin += (INDIC_CONSONANTS[place - 0x15] ?? '') + UNWRITTEN;
    else if (place >= 0x05 && place <= 0x14) latin += INDIC_VOWELS[place - 0x05] ?? '';
    else if (place >= 0x3e && place <= 0x4c) latin = bare + (INDIC_SIGNS[place - 0x3e] ?? '');
    else if (place === 0x4d) latin = bare;
    else if (place === 0x3c)
      latin = bare.slice(0, -1) + (NUKTA.get(bare.slice(-1)) ?? bare.slice(-1)) + UNWRITTEN;
    else if (place === 0x01 || place === 0x02 || place === 0x70) latin = `${latin.replace(/ə$/u, 'a')}n`;
  }
  return any ? latin : null;
}
