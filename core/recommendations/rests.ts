/** What a recommendation rests on, found among what is there now. */
import { usableOfTeam, type Passage, type TextSource } from '../talk/sources.ts';
import type { Codebook } from '../talk/themes.ts';
import { postitKey, type Coding, type Point, type Theme } from '../talk/types.ts';
import { evidenceKey, readEvidence, type Recommendation } from './types.ts';

/** A comment of a sealed session. */
export interface EvidencePostit {
  session: string;
  board: number;
  tag: string;
}

/** What evidence is looked up in. */
export interface EvidenceFacts {
  book: Codebook;
  points: readonly Point[];
  codings: readonly Coding[];
  postits: readonly EvidencePostit[];
  /** Interviews and documents; those without a yes to being used count for nothing. */
  sources: readonly TextSource[];
  passages: readonly Passage[];
  statements: readonly string[];
}

export interface Rests {
  themes: Theme[];
  /** Ids. */
  statements: string[];
  points: Point[];
  postits: EvidencePostit[];
  /** Of texts that may be used, whose words stand. */
  passages: Passage[];
  /** What it was linked to that is not there any more, or not to be seen yet. */
  missing: number;
  /** Sessions in which anything of it was said or written, those of what is under its themes among them. */
  sessions: ReadonlySet<string>;
  /** Ids of interviews and documents in which it was raised; each is one voice, however often it comes back to it. */
  interviews: ReadonlySet<string>;
  documents: ReadonlySet<string>;
  /** Points and post-its behind it, each once, by a name of their own. */
  behind: ReadonlyMap<string, { session: string; hands: number }>;
  /** Those, raised hands, interviews and documents. */
  voices: number;
  /** One point or post-it of one person, and nothing else. */
  lone: boolean;
  /**
   * Of sessions alone, whoever raised it in an interview: so it is told outside, where nothing may show what somebody
   * said in one.
   */
  saidOnce: boolean;
  /** Points, post-its and raised hands. */
  said: number;
  /**
   * One interview and nothing else. That is one person too, but only the team is told: outside it is known who was
   * interviewed, and in a session nobody knows who of all of them it was.
   */
  loneInterview: boolean;
}

export function makeRests(facts: EvidenceFacts): (one: Pick<Recommendation, 'evidence'>) => Rests {
  const { book } = facts;
  const points = new Map(facts.points.map((point) => [`${point.session} ${point.id}`, point]));
  const postits = new Map(
    facts.postits.map((one) => [`${one.session} ${postitKey(one.board, one.tag)}`, one]),
  );
  const statements = new Set(facts.statements);
  const read = usableOfTeam(facts.sources, facts.passages);
  const passages = new Map(read.map((one) => [one.passage.id, one]));
  const under = (ids: readonly string[], theme: string): boolean =>
    book.of(ids).some((placed) => placed.theme.id === theme || placed.above.includes(theme));
  return ({ evidence }) => {
    const found: Rests = {
      themes: [],
      statements: [],
      points: [],
      postits: [],
      passages: [],
      missing: 0,
      sessions: new Set(),
      interviews: new Set(),
      documents: new Set(),
      behind: new Map(),
      voices: 0,
      lone: false,
      saidOnce: false,
      said: 0,
      loneInterview: false,
    };
    for (const one of evidence.map(readEvidence)) {
      const point = one?.of === 'point' ? points.get(`${one.session} ${one.id}`) : undefined;
      const postit =
        one?.of === 'postit' ? postits.get(`${one.session} ${postitKey(one.board, one.tag)}`) : undefined;
      const passage = one?.of === 'passage' ? passages.get(one.id) : undefined;
      const theme = one?.of === 'theme' ? book.get(one.id)?.theme : undefined;
      if (point !== undefined) found.points.push(point);
      else if (postit !== undefined) found.postits.push(postit);
      else if (passage !== undefined) found.passages.push(passage.passage);
      else if (theme !== undefined) {
        // Two that were merged since are one.
        if (!found.themes.includes(theme)) found.themes.push(theme);
      } else if (one?.of === 'statement' && statements.has(one.id)) found.statements.push(one.id);
      else found.missing += 1;
    }
    const behind = new Map<string, { session: string; hands: number }>();
    const add = (name: string, session: string, hands: number): void =>
      void behind.set(name, { session, hands });
    const addPoint = (point: Point): void => add(`${point.session} ${point.id}`, point.session, point.hands);
    const isUnder = (ids: readonly string[]): boolean => found.themes.some(({ id }) => under(ids, id));
    for (const point of found.points) addPoint(point);
    for (const { session, board, tag } of found.postits)
      add(`${session} ${postitKey(board, tag)}`, session, 0);
    if (found.themes.length > 0) {
      for (const point of facts.points) if (isUnder(point.themes)) addPoint(point);
      for (const { session, postit, themes } of facts.codings)
        if (isUnder(themes)) add(`${session} ${postit}`, session, 0);
    }
    const texts = read.filter(
      ({ passage }) =>
        found.passages.includes(passage) || (found.themes.length > 0 && isUnder(passage.themes)),
    );
    const of = (form: TextSource['form']): Set<string> =>
      new Set(texts.flatMap(({ source }) => (source.form === form ? [source.id] : [])));
    found.interviews = of('interview');
    found.documents = of('document');
    const said = [...behind.values()].reduce((sum, { hands }) => sum + 1 + hands, 0);
    found.sessions = new Set([...behind.values()].map(({ session }) => session));
    found.behind = behind;
    found.voices = said + found.interviews.size + found.documents.size;
    const one = found.statements.length === 0 && found.voices === 1;
    found.lone = one && said === 1;
    found.saidOnce = found.statements.length === 0 && said === 1;
    found.said = said;
    found.loneInterview = one && found.interviews.size === 1;
    return found;
  };
}

/** Whether one theme of these is one of those, or above or under it. */
export function isRelated(book: Codebook, a: Pick<Rests, 'themes'>, b: Pick<Rests, 'themes'>): boolean {
  const upwards = ({ themes }: Pick<Rests, 'themes'>): Set<string> =>
    new Set(book.of(themes.map(({ id }) => id)).flatMap(({ theme, above }) => [theme.id, ...above]));
  const [withA, withB] = [upwards(a), upwards(b)];
  return a.themes.some(({ id }) => withB.has(id)) || b.themes.some(({ id }) => withA.has(id));
}

/** Every theme of these is one of those or under one; not so where there are none. */
export function isWithin(book: Codebook, a: Pick<Rests, 'themes'>, b: Pick<Rests, 'themes'>): boolean {
  const over = new Set(b.themes.map(({ id }) => id));
  const placed = book.of(a.themes.map(({ id }) => id));
  return (
    placed.length > 0 &&
    placed.every(({ theme, above }) => over.has(theme.id) || above.some((id) => over.has(id)))
  );
}

/** Recommendations that rest on it; for a theme also those that rest on one that was merged into it. */
export function restingOn(all: readonly Recommendation[], keys: readonly string[]): Recommendation[] {
  return all.filter(({ evidence }) => evidence.some((key) => keys.includes(key)));
}

/** The same for many things at once, each looked up by its key. */
export function restingByKey(all: readonly Recommendation[]): ReadonlyMap<string, readonly Recommendation[]> {
  const found = new Map<string, Recommendation[]>();
  for (const one of all) for (const key of one.evidence) found.set(key, [...(found.get(key) ?? []), one]);
  return found;
}

/** Themes that something said or written in a session is under, themselves or one that is nested under them. */
export function themesInSessions({
  book,
  points,
  codings,
}: Pick<EvidenceFacts, 'book' | 'points' | 'codings'>): ReadonlySet<string> {
  const said = [...points, ...codings].flatMap(({ themes }) => book.of(themes));
  return new Set(said.flatMap(({ theme, above }) => [theme.id, ...above]));
}

/** Ids of the themes of evidence that stand: one that was merged since goes on in what it was merged into. */
export function themesOf(book: Codebook, evidence: readonly string[]): ReadonlySet<string> {
  const links = evidence.map(readEvidence);
  return new Set(links.flatMap((link) => (link?.of === 'theme' ? (book.get(link.id)?.theme.id ?? []) : [])));
}

export const themeEvidence = (id: string): string => evidenceKey({ of: 'theme', id });
export const passageEvidence = (id: string): string => evidenceKey({ of: 'passage', id });
export const statementEvidence = (id: string): string => evidenceKey({ of: 'statement', id });
