/** Languages by their names: offered, read back from what somebody typed, and shown in the place of tags. */
import { LANGUAGE } from './words.ts';

/** Languages with tags of three letters that are asked for; those of two letters are gone through. */
const LONGER =
  `ckb kmr sdh hac zza prs haz aii syr bal brh phr skr syl yue hak nan cmn fil ceb ilo hmn rhg kar ksw
rom rmy sco gsw nds szl hsb crh luo luy kam mer ach nyn tig din nus fur kri pcm mos dyu men tem bem
tum zgh kab rif shi jam`.split(/\s+/u);

const names = new Intl.DisplayNames([LANGUAGE], { type: 'language', fallback: 'none' });

const nameIn = (speaker: Intl.DisplayNames, tag: string): string | undefined => {
  try {
    return speaker.of(tag);
  } catch {
    return undefined;
  }
};

/** "Urdu"; a tag that has no name, as it is. */
export function languageName(tag: string): string {
  return nameIn(names, tag) ?? tag;
}

/** "Urdu (ur)", since two tags may have one name. */
export function languageAndTag(tag: string): string {
  const name = languageName(tag);
  return name === tag ? tag : `${name} (${tag})`;
}

interface Offered {
  tag: string;
  name: string;
}
let offered: Offered[] | null = null;

/** Every language there is a name for, by name. */
export function languagesOffered(): readonly Offered[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  offered ??= [...letters.flatMap((a) => letters.map((b) => a + b)), ...LONGER]
    .flatMap((tag) => {
      const name = nameIn(names, tag);
      // An old tag for a newer one is not offered beside it.
      return name === undefined || Intl.getCanonicalLocales(tag)[0] !== tag ? [] : [{ tag, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, LANGUAGE));
  return offered;
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/**
 * The tag of what was typed: a name in the console's language, the language's own name for itself, or a tag.
 * Empty: it is none of them.
 */
export function tagOf(typed: string): string {
  const wanted = typed.trim().toLocaleLowerCase(LANGUAGE);
  if (wanted === '') return '';
  const same = (name: string | undefined): boolean => name?.toLocaleLowerCase(LANGUAGE) === wanted;
  const all = languagesOffered();
  const named = all.find(({ name }) => same(name));
  if (named !== undefined) return named.tag;
  // As it is offered: the name, and the tag after it.
  const tag = /\(([^()]+)\)$/u.exec(wanted)?.[1] ?? wanted;
  if (TAG.test(tag)) return Intl.getCanonicalLocales(tag)[0] ?? '';
  const own = all.find((one) =>
    same(nameIn(new Intl.DisplayNames([one.tag], { type: 'language' }), one.tag)),
  );
  return own?.tag ?? '';
}
