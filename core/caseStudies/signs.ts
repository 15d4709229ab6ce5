/**
 * Signs of a person in a case study. A story names people again and again, so each sign stands once, for wherever its
 * words are, and a name that was found by what stands before it ("my son Jake") is found alone as well. Relatives and
 * other third persons without a name ("her sister") are signs here too: together with a story they may tell who it is.
 * So is what may be a name by its capital alone, which also keeps a name a sign when what it was found by is replaced.
 */
import { heardIn, isHeard } from '../personal/alike.ts';
import { KIN, START } from '../personal/written.ts';
import { findCapitals } from '../personal/capitals.ts';
import { findPersonal } from '../personal/findPersonal.ts';
import { fold, foldWord } from '../personal/fold.ts';
import { findListed } from '../personal/listed.ts';
import { matchesOf } from '../personal/matches.ts';
import { applyReplacements } from '../personal/replace.ts';
import { INSTEAD, SOMEBODY, type PersonalKind, type PersonalLists } from '../personal/types.ts';
import { hasCaseless, otherScripts, placesOf, type Named } from './otherScripts.ts';
import type { CaseStudyFields } from './types.ts';

export interface CaseSign {
  /** By which it is told from others, and passed. */
  key: string;
  /** As they stand where they stand first. */
  words: string;
  kind: PersonalKind | 'third' | 'capital' | 'script';
  /** How often. */
  n: number;
  /** What could stand there instead. */
  instead: string;
  /** The name of the same story that it may be in another script; null: none. */
  like: Named | null;
}

type Told = Pick<CaseStudyFields, 'title' | 'text' | 'names' | 'passed'>;

interface Found {
  from: number;
  to: number;
  kind: CaseSign['kind'];
  instead: string;
  key: string;
  /** "Aminas": the s is no part of the name. */
  plural: boolean;
  like?: Named;
}

const NAMED: readonly CaseSign['kind'][] = ['name', 'staff', 'titled', 'relative', 'capital', 'script'];
const THIRD = new RegExp(
  String.raw`${START}(?:my|our|his|her|their|your)[ \t]+(?:[\p{Ll}-]+[ \t]+)?(?:${KIN})(?![\p{L}\p{M}\p{N}])`,
  'giu',
);

/** Whether a sign is a name, or may be one, which a changed name can stand for. */
export function isNamed({ kind }: CaseSign): boolean {
  return NAMED.includes(kind);
}

/** @returns those that were neither replaced nor passed, in the order of the text */
export function openSigns(study: Told, lists: PersonalLists): CaseSign[] {
  const passed = new Set(study.passed.flatMap((entry) => readPassed(entry)?.key ?? []));
  return allSigns(study, lists).filter(({ key }) => !passed.has(key));
}

/** All of them, also those that were passed. Changed names are none, unless the team's own lists have them by now. */
export function allSigns(study: Told, lists: PersonalLists): CaseSign[] {
  const signs = new Map<string, CaseSign>();
  const search = searchFor(study, lists);
  for (const text of [study.title, study.text])
    for (const { from, to, kind, instead, key, like = null } of foundIn(text, search)) {
      const known = signs.get(key);
      if (known === undefined)
        signs.set(key, { key, words: text.slice(from, to), kind, n: 1, instead, like });
      else known.n += 1;
    }
  return [...signs.values()];
}

/**
 * What has to be settled before this sign may be replaced: the same name in another script, which nobody would know
 * again without it.
 */
export function settledFirst({ key }: CaseSign, open: readonly CaseSign[]): CaseSign[] {
  return open.filter(({ like }) => like?.key === key);
}

/** Title and text with other words wherever this sign stands; null: it stands nowhere, or another one comes first. */
export function replaceSign(
  study: Told,
  lists: PersonalLists,
  key: string,
  replacement: string,
): { title: string; text: string } | null {
  if (openSigns(study, lists).some(({ like }) => like?.key === key)) return null;
  const search = searchFor(study, lists);
  let n = 0;
  const replaced = (text: string): string => {
    const chosen = foundIn(text, search)
      .filter((found) => found.key === key)
      .map(({ from, to, kind, plural }) => ({
        from,
        to,
        kind,
        replacement: plural ? `${replacement}’s` : replacement,
      }));
    n += chosen.length;
    return applyReplacements(text, chosen)?.published ?? text;
  };
  const both = { title: replaced(study.title), text: replaced(study.text) };
  return n === 0 ? null : both;
}

interface Search {
  /** Changed names that are nobody's, folded. */
  own: ReadonlySet<string>;
  lists: PersonalLists;
  /** Names that show by their capitals. */
  capitals: readonly string[];
  /** Words that may be a name of the same story in another script. */
  scripts: ReadonlyMap<string, Named>;
}

/**
 * A changed name that somebody of the team's lists has, in whatever spelling or script, is a name like theirs. Names
 * that show by what stands before them are looked for everywhere.
 */
function searchFor({ title, text, names }: Told, { places, names: listed }: PersonalLists): Search {
  const heard = names.length === 0 ? null : heardIn(listed);
  const theirs = names.filter((name) => heard !== null && isHeard(name, heard));
  const own = new Set(names.filter((name) => !theirs.includes(name)).map(foldWord));
  const lists = { places, names: [...listed, ...theirs] };
  const found = [title, text].flatMap((part) =>
    findPersonal(part, lists)
      .filter(({ kind }) => kind === 'relative' || kind === 'titled')
      .map(({ from, to }) => part.slice(from, to)),
  );
  const shown = [...new Set(found)].filter((name) => !isChanged(name, own));
  const capitals = findCapitals([title, text], own);
  const search = {
    own,
    lists: { places, names: [...lists.names, ...shown] },
    capitals,
    scripts: new Map<string, Named>(),
  };
  if (!hasCaseless(`${title}${text}`)) return search;
  const named = [title, text].flatMap((part) =>
    foundIn(part, search).flatMap(({ from, to, kind, key }) =>
      NAMED.includes(kind) ? [{ key, words: part.slice(from, to) }] : [],
    ),
  );
  return { ...search, scripts: otherScripts([title, text], named) };
}

function foundIn(text: string, { own, lists, capitals, scripts }: Search): Found[] {
  const personal = findPersonal(text, lists).flatMap(({ from, to, kind, suggestion }): Found[] => {
    const words = text.slice(from, to);
    if ((kind === 'relative' || kind === 'titled') && isChanged(words, own)) return [];
    const plural = suggestion.endsWith('’s');
    const key = keyOf(plural ? words.slice(0, -1) : words);
    return [{ from, to, kind, instead: plural ? suggestion.slice(0, -2) : suggestion, key, plural }];
  });
  const third = matchesOf(text, THIRD).map(({ index, 0: words }): Found => ({
    from: index,
    to: index + words.length,
    kind: 'third',
    instead: SOMEBODY,
    key: keyOf(words),
    plural: false,
  }));
  // As places are looked for, as they stand: which of their words may be a name alone is in the list.
  const capital = findListed(text, fold(text), capitals, 'place')
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ from, to, suggestion }): Found => {
      const plural = suggestion.endsWith('’s');
      const words = text.slice(from, plural ? to - 1 : to);
      return { from, to, kind: 'capital', instead: INSTEAD.name, key: keyOf(words), plural };
    });
  const script = placesOf(text, scripts).map(({ from, to, like }): Found => {
    const key = keyOf(text.slice(from, to));
    return { from, to, kind: 'script', instead: INSTEAD.name, key, plural: false, like };
  });
  const kept: Found[] = [];
  for (const next of [...personal, ...third, ...capital, ...script])
    if (kept.every(({ from, to }) => next.to <= from || next.from >= to)) kept.push(next);
  return kept.toSorted((a, b) => a.from - b.from);
}

const isChanged = (name: string, changed: ReadonlySet<string>): boolean =>
  keyOf(name)
    .split(' ')
    .every((word) => changed.has(word));

function keyOf(words: string): string {
  return foldWord(words).replace(/\s+/gu, ' ').trim();
}

/** The sign and why it may stand, on a line each. */
export function passedEntry(key: string, why: string): string {
  return `${key}\n${why}`;
}

/** Null where it is none. */
export function readPassed(entry: string): { key: string; why: string } | null {
  const [key = '', why = '', ...more] = entry.split('\n');
  return key === '' || why === '' || more.length > 0 ? null : { key, why };
}
