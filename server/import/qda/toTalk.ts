/**
 * A project as part of a consultation: codes are themes. A discussion of ours is a session that was held elsewhere, and
 * what is marked in it are its points; every other text is a document with passages (toTexts.ts). A discussion that
 * came from here goes back to where it was: what is marked in it is put under its themes and nothing is added, so that
 * what was removed or taken back meanwhile stays away.
 */
import type { Consultation } from '../../../core/consultation.ts';
import { LIMITS } from '../../../core/limits.ts';
import { readMarks } from '../../../core/qda/marks.ts';
import type { QdaProject, QdaSelection, QdaSource } from '../../../core/qda/types.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { Passage, TextSource } from '../../../core/talk/sources.ts';
import { codebook } from '../../../core/talk/themes.ts';
import { NEW_POINT, type Coding, type Point, type Theme } from '../../../core/talk/types.ts';
import { CODER_NAMES, TEXT_ATTRIBUTES } from '../../export/qdaTexts.ts';
import type { StoredTalk } from '../../store/talk.ts';
import { cleaned, cut, pieces } from './clean.ts';
import { casesBy, groupsOf, speakerOf, type People } from './people.ts';
import { isOfSession, textsIn, withThemes } from './toTexts.ts';
import { themesOf } from './toThemes.ts';
import type { Told } from './told.ts';
import type { Here, KnownText } from './known.ts';

export interface Into {
  consultation: Consultation;
  talk: StoredTalk;
  /** Texts of this consultation that may be in the file, by the id their source has there. */
  known: ReadonlyMap<string, KnownText>;
  /** Groups that the file names may be added: the consultation is new. */
  fresh: boolean;
  /** Ids that sessions have here, of whatever consultation. */
  taken: ReadonlySet<string>;
  /** YYYY-MM-DD. */
  today: string;
  newId: () => string;
}

export interface BroughtIn {
  consultation: Consultation;
  sessions: Session[];
  /** New and changed ones only. */
  themes: Theme[];
  points: Point[];
  codings: Coding[];
  sources: TextSource[];
  passages: Passage[];
  told: Told[];
}

/** Attributes of our own texts, which say nothing that is not known otherwise. */
const OURS = new Set(['Session', 'Place', 'Groups', ...Object.values(TEXT_ATTRIBUTES)]);

/** @returns what is to be kept, or a refusal that names the limit; nothing has changed then */
export function bringIn(project: QdaProject, into: Into): BroughtIn | Refusal {
  const told: Told[] = [];
  const { talk, newId } = into;
  const themes = themesOf(project.codes, talk.themes, talk.gone, newId, told);
  if (isRefusal(themes)) return themes;
  const groups = groupsOf(project, into, told);
  const people: People = { cases: casesBy(project.cases), groups: groups.byLabel };
  const isHeld = (source: QdaSource): boolean => into.known.has(source.id) || isOfSession(source);
  const texts = textsIn(
    project.sources.filter((source) => !isHeld(source)),
    { talk, byCode: themes.byCode, people, language: into.consultation.languages[0] ?? 'en', newId, told },
  );
  if (isRefusal(texts)) return texts;
  const made: Pick<BroughtIn, 'sessions' | 'points' | 'codings'> = { sessions: [], points: [], codings: [] };
  const recoded = new Set<Here>();
  const by = { book: codebook(talk.themes), byCode: themes.byCode };
  const added: Point[] = [];
  for (const source of project.sources.filter(isHeld)) {
    const all = together(source);
    const known = into.known.get(source.id);
    const marked = known === undefined ? all : recode(known, all, by, recoded);
    if (known !== undefined && !known.grows) {
      if (marked.length > 0)
        told.push({ code: 'left.notHere', slots: { n: marked.length, name: source.name } });
      continue;
    }
    if (all.length === 0) told.push({ code: 'left.unmarked', slots: { name: source.name } });
    if (marked.length === 0) continue;
    const session = known === undefined ? sessionOf(source, project, into) : null;
    const around = { session: known?.session ?? session?.id ?? '', people, into, told };
    const points = pointsOf(source, marked, around, themes.byCode);
    const before = talk.points.filter((point) => point.session === known?.session).length;
    if (before + points.length > LIMITS.points)
      return refuse('too-large', `points of ${source.name.slice(0, 40)}`, `at most ${LIMITS.points}`);
    added.push(...points);
    if (session === null) continue;
    session.groups = [...new Set(points.flatMap(({ group }) => (group === '' ? [] : group)))].toSorted();
    made.sessions.push(session);
  }
  for (const here of recoded)
    if ('point' in here) made.points.push({ ...here.point, themes: here.themes });
    else made.codings.push(here);
  made.points.push(...added);
  const under = recoded.size + texts.recoded;
  if (under > 0) told.push({ code: 'told.recoded', slots: { n: under } });
  if (added.length > 0) told.push({ code: 'told.quoting', slots: {} });
  const other = [...project.sources, ...project.cases].flatMap((one) =>
    one.attributes.map(({ name }) => name),
  );
  const names = [...new Set(other)].filter((name) => !OURS.has(name));
  if (names.length > 0)
    told.push({ code: 'left.variables', slots: { names: names.slice(0, 20).join(', ') } });
  const { sources, passages } = texts;
  return { ...made, sources, passages, consultation: groups.consultation, themes: themes.added, told };
}

interface Marked {
  ids: string[];
  text: string;
  description: string;
  codes: string[];
}

/** Programs write one mark for each code: what is marked from and to the same place is one thing. */
function together(source: QdaSource): Marked[] {
  const points = [...source.text];
  const by = new Map<string, QdaSelection[]>();
  for (const one of source.selections) {
    const key = `${one.from} ${one.to}`;
    const list = by.get(key);
    if (list === undefined) by.set(key, [one]);
    else list.push(one);
  }
  return [...by.values()].map((list) => ({
    ids: list.map(({ id }) => id),
    text: points.slice(list[0]?.from, list[0]?.to).join(''),
    description: list.find(({ description }) => description !== '')?.description ?? '',
    // What a second coder said of points is for agreement alone: it is not put among the team's themes.
    codes: [
      ...new Set(
        list.flatMap(({ codings }) =>
          codings.flatMap(({ code, coder }) => (coder === CODER_NAMES.second ? [] : [code])),
        ),
      ),
    ],
  }));
}

/**
 * Puts what is here under the themes that it is under in the file.
 *
 * @param recoded gathers what is under more than before
 * @returns what is marked on nothing that is here
 */
function recode(
  known: KnownText,
  marked: readonly Marked[],
  by: Parameters<typeof withThemes>[2],
  recoded: Set<Here>,
): Marked[] {
  return marked.filter((one) => {
    const here = known.find(one.ids, one.text);
    if (here === null) return true;
    const before = here.themes.length;
    // What is marked twice in one text is put under the themes of both.
    here.themes = withThemes(here.themes, one.codes, by);
    if (here.themes.length > before) recoded.add(here);
    return false;
  });
}

function sessionOf(source: QdaSource, project: QdaProject, into: Into): Session {
  const { consultation, today, newId } = into;
  const place = source.attributes.find(({ name }) => name === 'Place')?.value ?? '';
  const date = source.day || project.day || today;
  return {
    // Under its own id it is known again when the file comes a second time.
    id: into.taken.has(source.id) ? newId() : source.id,
    consultation: consultation.id,
    name: cut(cleaned(source.name, true), LIMITS.label).text,
    date,
    place: cut(cleaned(place, true), LIMITS.title).text,
    mode: 'unlinked',
    style: 'guided',
    state: 'sealed',
    groups: [],
    twoGroups: false,
    code: '',
    attendance: [],
    others: [],
    rehearsal: false,
    imported: { from: 'qda', first: date },
  };
}

interface Around {
  session: string;
  people: People;
  into: Into;
  told: Told[];
}

function pointsOf(
  source: QdaSource,
  marked: readonly Marked[],
  { session, people, into, told }: Around,
  byCode: ReadonlyMap<string, string>,
): Point[] {
  let split = 0;
  const points = marked.flatMap((one): Point[] => {
    const parts = pieces(cleaned(one.text, false), LIMITS.pointText);
    split += parts.length > 1 ? 1 : 0;
    const marks = readMarks(one.description);
    return parts.map((text) => ({
      ...NEW_POINT,
      // A passage of a text is as it was said.
      ...(marks ?? { kind: 'quote' as const }),
      id: into.newId(),
      session,
      source: 'discussion',
      place: 0,
      text,
      ...speakerOf(one.ids, source, people),
      themes: one.codes.flatMap((code) => byCode.get(code) ?? []).slice(0, LIMITS.themesPerPoint),
    }));
  });
  if (split > 0) told.push({ code: 'told.split', slots: { n: split, most: LIMITS.pointText } });
  const letters = (text: string): number => text.replace(/\s/gu, '').length;
  const all = marked.reduce((sum, one) => sum + letters(one.text), 0);
  if (all < letters(source.text)) told.push({ code: 'left.unmarked', slots: { name: source.name } });
  return points.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
