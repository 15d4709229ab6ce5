/**
 * Letters that are taken for a Latin one: typed by a keyboard of another script, or typed without its
 * stroke. After Unicode Technical Standard 39 (confusables), small letters only; where the two cases of a
 * letter look like different ones, the case that names have inside counts.
 */

const PAIRS = [
  // Cyrillic.
  'аa вb еe нh іi јj кk мm оo рp сc ѕs тt уy хx һh ԁd ԛq ԝw ӏl ѵv',
  // Greek.
  'αa βb εe ζz ηn ιi κk μm νv οo ρp τt υu χx ςσ',
  // Armenian.
  'հh ոn սu օo ցg զq',
  // Latin with a stroke, without a dot, or of phonetic writing.
  'ıi łl øo đd ħh ŧt ɑa ɡg ɩi',
].flatMap((row) => row.split(' '));

const LATIN = new Map<string, string>([
  ...PAIRS.map((pair): [string, string] => {
    const [other = '', latin = ''] = pair;
    return [other, latin];
  }),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

/** The Latin letter or letters that a small letter is taken for; itself where there is none. */
export function latinFor(letter: string): string {
  return LATIN.get(letter) ?? letter;
}
