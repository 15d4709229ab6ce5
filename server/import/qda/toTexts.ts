/**
 * Texts as interviews and documents. One that is here gets the passages of the file, and those that are here their
 * themes; nothing is taken off, and what was removed stays away. One that is not here comes in whole, and with no yes:
 * who said yes to what is in no file, so somebody has to write it down before it counts.
 */
import * as v from 'valibot';
import { LIMITS } from '../../../core/limits.ts';
import { readPassage } from '../../../core/qda/marks.ts';
import type { QdaSource } from '../../../core/qda/types.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import { langSchema } from '../../../core/schemaParts.ts';
import { dateSchema } from '../../../core/schemaSession.ts';
import { movedPassages } from '../../../core/talk/passages.ts';
import {
  INTERVIEWERS,
  isLost,
  NEW_PASSAGE,
  NEW_SOURCE,
  type Passage,
  type TextSource,
} from '../../../core/talk/sources.ts';
import { codebook, type Codebook } from '../../../core/talk/themes.ts';
import { atMost, codePoints } from '../../../core/text.ts';
import { guid } from '../../export/qdaFiles.ts';
import { passageId, textId } from '../../export/qdaIds.ts';
import { TEXT_ATTRIBUTES } from '../../export/qdaTexts.ts';
import type { StoredTalk } from '../../store/talk.ts';
import { cleaned, cleanedWithPlaces, cut } from './clean.ts';
import { placesIn, type Place } from './places.ts';
import { speakerOf, type People } from './people.ts';
import type { Told } from './told.ts';

export interface IntoTexts {
  talk: StoredTalk;
  /** Id of a theme by the id of its code. */
  byCode: ReadonlyMap<string, string>;
  people: People;
  /** Tag of a text of which none is told. */
  language: string;
  newId: () => string;
  told: Told[];
}

export interface TextsIn {
  /** New ones. */
  sources: TextSource[];
  /** New ones, and those that are under more themes than before. */
  passages: Passage[];
  /** How many of those were here. */
  recoded: number;
}

const attributeOf = ({ attributes }: QdaSource, name: string): string =>
  attributes.find((own) => own.name === name)?.value ?? '';

/** Whether it is what was said in a session of ours, or on its post-its: that is no text of anybody's. */
export function isOfSession(source: QdaSource): boolean {
  return ['discussion', 'post-its'].includes(attributeOf(source, TEXT_ATTRIBUTES.kind));
}

/** Ids that texts of a consultation have in files, also of those that were removed from it. */
export function textIdsOf({ sources, gone }: Pick<StoredTalk, 'sources' | 'gone'>): Set<string> {
  return new Set([...sources.map(({ id }) => id), ...gone].map((id) => guid(textId(id))));
}

/** @returns what is to be kept, or a refusal that names the limit */
export function textsIn(sources: readonly QdaSource[], into: IntoTexts): TextsIn | Refusal {
  const { talk, told } = into;
  const here = new Map(talk.sources.map((one) => [guid(textId(one.id)), one]));
  const gone = new Set(talk.gone.flatMap((id) => [guid(textId(id)), guid(passageId(id))]));
  const own = Map.groupBy(talk.passages, ({ source }) => source);
  const around: Around = {
    ...into,
    gone,
    book: codebook(talk.themes),
    taken: new Set(
      [talk.sources, talk.passages, talk.questions, talk.themes, talk.points].flatMap((list) =>
        list.map(({ id }) => id),
      ),
    ),
    shortened: 0,
  };
  const made: TextsIn = { sources: [], passages: [], recoded: 0 };
  let put = 0;
  for (const source of sources) {
    const known = here.get(source.id);
    const { name } = source;
    if (known === undefined) {
      if (gone.has(source.id)) told.push({ code: 'left.removed', slots: { name } });
      else {
        const fresh = newText(source, around);
        if (isRefusal(fresh)) return fresh;
        if (fresh === null) told.push({ code: 'left.blank', slots: { name } });
        else {
          made.sources.push(fresh.text);
          made.passages.push(...fresh.passages);
        }
      }
      continue;
    }
    if (!known.mayUse) {
      told.push({ code: 'left.noYes', slots: { name } });
      continue;
    }
    const done = ontoText(source, known, own.get(known.id) ?? [], around);
    if (isRefusal(done)) return done;
    made.passages.push(...done.added, ...done.recoded);
    made.recoded += done.recoded.length;
    put += done.added.length;
  }
  if (talk.sources.length + made.sources.length > LIMITS.sources)
    return refuse('too-large', 'texts', `at most ${LIMITS.sources}`);
  if (put > 0) told.push({ code: 'told.passages', slots: { n: put } });
  if (around.shortened > 0) told.push({ code: 'told.titles', slots: { n: around.shortened } });
  if (made.sources.length > 0) told.push({ code: 'told.texts', slots: { n: made.sources.length } });
  return made;
}

interface Around extends IntoTexts {
  /** What was removed here, as it is called in files. */
  gone: ReadonlySet<string>;
  book: Codebook;
  /** Ids that are here already. */
  taken: Set<string>;
  /** How much was cut. */
  shortened: number;
}

/** Null: there is nothing in it. */
function newText(
  source: QdaSource,
  around: Around,
): { text: TextSource; passages: Passage[] } | Refusal | null {
  const places = placesIn(source);
  const { text, at } = cleanedWithPlaces(
    source.text,
    places.flatMap(({ from, to }) => [from, to]),
  );
  if (text === '') return null;
  if (codePoints(text) > LIMITS.sourceText)
    return refuse('too-large', `text of ${source.name.slice(0, 40)}`, atMost(LIMITS.sourceText));
  const attribute = (name: keyof typeof TEXT_ATTRIBUTES): string =>
    attributeOf(source, TEXT_ATTRIBUTES[name]);
  const [day, language] = [attribute('day'), attribute('language')];
  const made: TextSource = {
    ...NEW_SOURCE,
    id: freshId(source.id, around),
    form: attribute('kind') === 'interview' ? 'interview' : 'document',
    title: short(cleaned(source.name, true), LIMITS.label, around) || '?',
    text,
    // That of the file is when somebody brought it into a program.
    day: v.is(dateSchema, day) ? day : '',
    interviewer: INTERVIEWERS.find((one) => one === attribute('interviewer')) ?? '',
    language: v.is(langSchema, language) ? language : around.language,
    ...speakerOf([], source, around.people),
  };
  const moved = places.map((one) => ({ ...one, from: at.get(one.from) ?? 0, to: at.get(one.to) ?? 0 }));
  const marked = moved.filter((one) => !isLost(one));
  const { name } = source;
  if (marked.length < moved.length)
    around.told.push({ code: 'left.empty', slots: { n: moved.length - marked.length, name } });
  if (marked.length > LIMITS.passages) return tooMany(name);
  return { text: made, passages: marked.map((one) => newPassage(one, made.id, around)) };
}

/** Puts what is marked on a text that is here. */
function ontoText(
  source: QdaSource,
  text: TextSource,
  passages: readonly Passage[],
  around: Around,
): { added: Passage[]; recoded: Passage[] } | Refusal {
  const byId = new Map(passages.map((one) => [guid(passageId(one.id)), one]));
  const places = placesIn(source);
  const stand = (one: Place, i: number): Passage => ({
    ...NEW_PASSAGE,
    ...one,
    id: String(i),
    source: text.id,
  });
  const moved = new Map(movedPassages(source.text, text.text, places.map(stand)).map((one) => [one.id, one]));
  const [added, recoded] = [[] as Passage[], new Map<string, Passage>()];
  let [removed, lost] = [0, 0];
  for (const [i, one] of places.entries()) {
    const { from, to } = moved.get(String(i)) ?? one;
    const own =
      one.ids.flatMap((id) => byId.get(id) ?? [])[0] ??
      passages.find(
        (there) => there.from === from && there.to === to && (!one.sure || there.coder === one.coder),
      );
    if (own !== undefined) {
      const before = recoded.get(own.id) ?? own;
      const themes = withThemes(before.themes, one.codes, around);
      if (themes.length > before.themes.length) recoded.set(own.id, { ...before, themes });
    } else if (one.ids.some((id) => around.gone.has(id))) removed += 1;
    else if (from === to) lost += 1;
    else added.push(newPassage({ ...one, from, to }, text.id, around));
  }
  const { name } = source;
  if (removed > 0) around.told.push({ code: 'left.removedMarks', slots: { n: removed, name } });
  if (lost > 0) around.told.push({ code: 'left.notHere', slots: { n: lost, name } });
  if (passages.length + added.length > LIMITS.passages) return tooMany(name);
  return { added, recoded: [...recoded.values()] };
}

function newPassage(one: Place, source: string, around: Around): Passage {
  const { note, ...marks } = readPassage(cleaned(one.description, false));
  return {
    id: freshId(one.ids[0] ?? around.newId(), around),
    source,
    from: one.from,
    to: one.to,
    themes: withThemes([], one.codes, around),
    coder: one.coder,
    note: short(note, LIMITS.passageNote, around),
    ...marks,
  };
}

/** Those that it is under already, also by one that was merged, are not put on once more: merged themes can be parted. */
export function withThemes(
  themes: readonly string[],
  codes: readonly string[],
  { book, byCode }: Pick<Around, 'book' | 'byCode'>,
): string[] {
  const has = new Set([...themes, ...book.of(themes).map(({ theme }) => theme.id)]);
  const more = codes.flatMap((code) => byCode.get(code) ?? []).filter((id) => !has.has(id));
  return [...themes, ...new Set(more)].slice(0, LIMITS.themesPerPoint);
}

/** Under its own id it is known again when the file comes a second time. */
function freshId(id: string, { taken, talk, newId }: Around): string {
  const fresh = taken.has(id) || talk.gone.includes(id) ? newId() : id;
  taken.add(fresh);
  return fresh;
}

function short(text: string, most: number, around: Around): string {
  const made = cut(text, most);
  if (made.cut) around.shortened += 1;
  return made.text;
}

function tooMany(name: string): Refusal {
  return refuse('too-large', `passages of ${name.slice(0, 40)}`, `at most ${LIMITS.passages}`);
}
