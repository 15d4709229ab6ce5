/** Changes to a consultation, each from one whole document to the next. */
import type {
  Consultation,
  FromParticipants,
  Group,
  Statement,
  Wording,
} from '../../../core/consultation.ts';
import { LIMITS } from '../../../core/limits.ts';
import { decidedOnce } from '../../../core/proposals.ts';
import type { Scale, ScaleKind } from '../../../core/scale.ts';
import { labelsOf } from '../../../core/scale.ts';

const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id of 26 symbols of base 32 from 26 random bytes; the five low bits of each are even. */
export function idFrom(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 26), (byte) => ID_ALPHABET[byte & 31] ?? '').join('');
}

/** A new random id for a statement or group. */
export function newId(): string {
  return idFrom(crypto.getRandomValues(new Uint8Array(26)));
}

/** The list with one entry moved to another place; a place outside the list is its nearest end. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [entry] = next.splice(from, 1);
  if (entry === undefined) return [...list];
  next.splice(Math.max(0, Math.min(next.length, to)), 0, entry);
  return next;
}

export function newStatement(id: string, lang: string, text: string): Statement {
  return {
    id,
    notes: '',
    picture: null,
    scale: null,
    version: 1,
    wordings: [{ group: null, lang, text }],
    earlier: [],
  };
}

/** The default language: the first. */
export function mainLanguage(doc: Consultation): string {
  return doc.languages[0] ?? 'en';
}

/** Puts statements in at a place. More than fit are left out. */
export function insertStatements(doc: Consultation, at: number, added: readonly Statement[]): Consultation {
  const statements = [...doc.statements];
  statements.splice(at, 0, ...added);
  return { ...doc, statements: statements.slice(0, LIMITS.statements) };
}

export function changeStatement(
  doc: Consultation,
  id: string,
  change: (statement: Statement) => Statement,
): Consultation {
  return { ...doc, statements: doc.statements.map((s) => (s.id === id ? change(s) : s)) };
}

export function removeStatement(doc: Consultation, id: string): Consultation {
  return { ...doc, statements: doc.statements.filter((s) => s.id !== id) };
}

/** Sets the text for a group and language; a wording that was not there is added. */
export function setWording(statement: Statement, wording: Wording): Statement {
  const same = (w: Wording): boolean => w.group === wording.group && w.lang === wording.lang;
  const wordings = statement.wordings.some(same)
    ? statement.wordings.map((w) => (same(w) ? wording : w))
    : [...statement.wordings, wording];
  return { ...statement, wordings };
}

/** Takes a wording out; the last one of a statement stays. */
export function removeWording(statement: Statement, index: number): Statement {
  if (statement.wordings.length < 2) return statement;
  return { ...statement, wordings: statement.wordings.filter((_, i) => i !== index) };
}

/** Where an earlier entry of a list says the same but for case and spaces, or null; nothing is not the same. */
export function sameBefore(texts: readonly string[], index: number): number | null {
  const plain = (text: string | undefined): string =>
    (text ?? '').trim().replace(/\s+/gu, ' ').toLocaleLowerCase();
  const own = plain(texts[index]);
  const at = own === '' ? -1 : texts.findIndex((text) => plain(text) === own);
  return at === -1 || at >= index ? null : at;
}

/** For whom a statement can still get a wording of its own: each group and language without one. */
export function missingWordings(
  doc: Consultation,
  statement: Statement,
): { group: Group | null; lang: string }[] {
  return doc.languages.flatMap((lang) =>
    [null, ...doc.groups]
      .filter((group) => !statement.wordings.some((w) => w.group === (group?.id ?? null) && w.lang === lang))
      .map((group) => ({ group, lang })),
  );
}

/** Takes a group out, with the wordings that were its own; a statement left without any keeps its first for everyone. */
export function removeGroup(doc: Consultation, id: string): Consultation {
  const statements = doc.statements.map((s) => {
    if (!s.wordings.some((w) => w.group === id)) return s;
    const left = s.wordings.filter((w) => w.group !== id);
    const wordings = left.length > 0 ? left : s.wordings.slice(0, 1).map((w) => ({ ...w, group: null }));
    return { ...s, wordings };
  });
  return { ...doc, groups: doc.groups.filter((g) => g.id !== id), statements };
}

/**
 * Takes a language out. Its wordings become the new default language's where that has none, so that
 * a wrong tag can be put right without losing a text; the others go. The last language stays.
 */
export function removeLanguage(doc: Consultation, lang: string): Consultation {
  const languages = doc.languages.filter((one) => one !== lang);
  const [main] = languages;
  if (main === undefined) return doc;
  const statements = doc.statements.map((s) => {
    const has = (group: string | null): boolean =>
      s.wordings.some((w) => w.group === group && w.lang === main);
    const wordings = s.wordings.flatMap((w) =>
      w.lang !== lang ? [w] : has(w.group) ? [] : [{ ...w, lang: main }],
    );
    return { ...s, wordings };
  });
  return { ...doc, languages, statements };
}

/** A scale of another kind; own labels begin as the words that were there. */
export function scaleOfKind(before: Scale, kind: ScaleKind): Scale {
  return {
    kind,
    declines: before.declines,
    ...(kind === 'own' ? { labels: [...labelsOf(before)] } : {}),
  };
}

/** A statement made of what participants proposed, at the end of the list. */
export function acceptProposals(
  doc: Consultation,
  statement: Statement,
  from: FromParticipants,
): Consultation {
  return decidedOnce(insertStatements(doc, doc.statements.length, [{ ...statement, from }]));
}

/** A proposal that becomes no statement, where none was made of it; `why` null: it waits again. */
export function refuseProposal(doc: Consultation, point: string, why: string | null): Consultation {
  const others = (doc.notTaken ?? []).filter((one) => one.point !== point);
  return decidedOnce({ ...doc, notTaken: why === null ? others : [...others, { point, why }] });
}
