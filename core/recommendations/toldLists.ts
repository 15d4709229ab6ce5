/**
 * What may be told of a consultation's recommendations, the same for the page, the poster and the report: of evidence
 * and of participants' word nothing is said in one of them that is not said in the others.
 */
import { wordingFor, type Consultation } from '../consultation.ts';
import type { Session } from '../session.ts';
import type { EntryTalk } from '../release/types.ts';
import { peopleIn } from '../sessionSize.ts';
import { codebook } from '../talk/themes.ts';
import type { Passage, TextSource } from '../talk/sources.ts';
import type { Coding, Point, Theme } from '../talk/types.ts';
import type { EligibleRow } from '../tally.ts';
import { movedSince, type HoldFacts, type Moved } from './raisedHeld.ts';
import { toldOfOne, toldOfParts, toldOfThemes } from './raisedTold.ts';
import {
  makeRests,
  themeEvidence,
  themesInSessions,
  themesOf,
  type EvidencePostit,
  type Rests,
} from './rests.ts';
import { relatedThemes } from '../report/themesRelated.ts';
import { firstAndNow, inTurn } from '../wordsTold.ts';
import { isFrom, promisedIn, toldItem, wordsIn, type ToldItem, type ToldOut } from './told.ts';
import { countedIn, fromToTell, type FromOut, type FromSource } from './toldFrom.ts';
import { inTeamsOrder, KINDS, readEvidence, type Recommendation, type RecommendationKind } from './types.ts';

export interface ToldSource {
  consultation: Consultation;
  /** Those that are to be told. */
  list: readonly Recommendation[];
  /** What went out before of participants' word. */
  out: readonly ToldOut[];
  /** Every sealed session, since a recommendation is the consultation's and not a session's. */
  sessions: readonly (Pick<Session, 'id' | 'attendance'> & Partial<Pick<Session, 'date' | 'told'>>)[];
  /** Of these sessions, or of more. */
  eligible: readonly EligibleRow[];
  talk: {
    themes: readonly Theme[];
    points: readonly Point[];
    codings: readonly Coding[];
    /** All interviews and documents: a recommendation is the consultation's. */
    sources: readonly TextSource[];
    passages: readonly Passage[];
  };
  /** Comments of these sessions. */
  postits: readonly EvidencePostit[];
  /** What each release told of themes, oldest first. */
  releases: readonly (EntryTalk | undefined)[];
  /** 0: for the team, which sees everything. */
  floor: number;
}

export interface ToldLists extends Record<RecommendationKind, ToldItem[]> {
  rests: (one: Pick<Recommendation, 'evidence'>) => Rests;
  /** What is told of where each comes from: noted before anybody has it. */
  from: ToldOut[];
  /** What was promised on each, likewise. */
  promised: ToldOut[];
}

/** Each list in the team's order. */
export function toldLists(source: ToldSource): ToldLists {
  const { consultation, list, out, sessions, floor } = source;
  const { book, said, rests, linksNow } = makeFacts(source);
  const statementText = (statement: string): string => {
    const wordings = consultation.statements.find((one) => one.id === statement)?.wordings ?? [];
    return wordingFor(wordings, [], consultation.languages[0] ?? 'en')?.text ?? '';
  };
  const told = inTurn(sessions, wordsIn(out));
  const answerDue = firstAndNow(told, 'answerDue', consultation.answerDue);
  const facts = { answerDue, statementText, floor, list, out };
  const inSessions = themesInSessions(said);
  const worked: Omit<FromSource, 'rests'> = {
    book,
    linksNow,
    sessions: sessions.map(({ id }) => id),
    large: new Set([...largeOf(source), ...countedIn(out.flatMap(fromOf), floor)]),
    floor,
    releases: source.releases.length,
  };
  const since = sinceTold(source, { ...worked, rests });
  const outBefore = since.flatMap(({ was }) => was.links);
  /**
   * One that was raised in interviews alone would tell by its name what somebody said there. One that was named stays
   * so: that nothing is under it any more would tell that somebody took something back.
   */
  const namedBeside =
    (before: readonly FromOut[]) =>
    (one: Pick<Recommendation, 'evidence'>): Rests => {
      const on = rests(one);
      if (floor === 0) return on;
      const links = themesOf(book, [...outBefore, ...linksNow(before.flatMap((counts) => counts.links))]);
      // What was said of one was said of those above it.
      const named = new Set([...links].flatMap((id) => [id, ...(book.get(id)?.above ?? [])]));
      return { ...on, themes: on.themes.filter(({ id }) => inSessions.has(id) || named.has(id)) };
    };
  const by = new Map(
    list.map((one): [string, { rests: Rests; from: FromOut }] => {
      const before = out.flatMap((was) => (was.recommendation === one.id ? fromOf(was) : []));
      const named = namedBeside(before);
      const others = since.filter(({ was }) => was.of !== one.id || was.part === true);
      return [
        one.id,
        { rests: named(one), from: fromToTell(one, before, { ...worked, rests: named, others }) },
      ];
    }),
  );
  const [change, keep] = KINDS.map((kind) =>
    inTeamsOrder(list, kind).flatMap((one) => {
      const of = by.get(one.id);
      return of === undefined ? [] : [toldItem(one, { ...facts, ...of })];
    }),
  );
  const from = [...by].flatMap(([recommendation, { from: counts }]): ToldOut[] =>
    counts.voices === 0 ? [] : [{ recommendation, counts }],
  );
  return { change: change ?? [], keep: keep ?? [], rests, from, promised: promisedIn(list) };
}

/** What evidence is looked up in: of a session that is not counted nothing leaves. */
function makeFacts({ consultation, sessions, talk, postits, releases }: ToldSource) {
  const held = new Set(sessions.map(({ id }) => id));
  const book = codebook(talk.themes);
  const said = {
    book,
    points: talk.points.filter(({ session }) => held.has(session)),
    codings: talk.codings.filter(({ session }) => held.has(session)),
  };
  const find = makeRests({
    ...said,
    postits,
    sources: talk.sources,
    passages: talk.passages,
    statements: consultation.statements.map((statement) => statement.id),
  });
  // Page after page rests on the same.
  const found = new Map<string, Rests>();
  const rests = (one: Pick<Recommendation, 'evidence'>): Rests => {
    const key = one.evidence.join(' ');
    const known = found.get(key) ?? find(one);
    found.set(key, known);
    return known;
  };
  const { madeAnew } = relatedThemes(
    talk.themes,
    releases.flatMap((one) => one ?? []),
  );
  const linksNow = (links: readonly string[]): string[] =>
    links.flatMap((link) => {
      const is = readEvidence(link);
      const now = is?.of === 'theme' ? madeAnew(is.id) : [];
      return now.length === 0 ? [link] : now.map(themeEvidence);
    });
  return { book, said, rests, linksNow };
}

/** For the chapter on themes: what was told, held against what is there now. */
export function toldBeside(source: ToldSource): { since: Moved[]; facts: HoldFacts } {
  const { book, rests, linksNow } = makeFacts(source);
  const facts = { book, rests, linksNow, sessions: source.sessions.map(({ id }) => id), floor: source.floor };
  return { since: sinceTold(source, facts), facts };
}

function fromOf({ counts }: ToldOut): FromOut[] {
  return isFrom(counts) ? [counts] : [];
}

/**
 * What went out of where recommendations come from, and of themes in releases, each held against what is there now.
 * What was linked to another recommendation itself is not known here.
 */
function sinceTold(
  { out, releases, floor }: Pick<ToldSource, 'out' | 'releases' | 'floor'>,
  facts: Omit<HoldFacts, 'floor'>,
): Moved[] {
  if (floor === 0) return [];
  const told = out.flatMap((one) =>
    fromOf(one).flatMap((counts) =>
      counts.voices === 0
        ? []
        : [toldOfOne(one.recommendation, counts) ?? [], toldOfParts(one.recommendation, counts)].flat(),
    ),
  );
  return [...told.filter(({ direct }) => !direct), ...toldOfThemes(releases)].map((was) =>
    movedSince(was, { ...facts, floor }),
  );
}

/** Counts of participants' word that are told: noted before anybody has them. */
export function countsIn(items: readonly ToldItem[]): ToldOut[] {
  return items.flatMap(({ id, word }) =>
    word === null || word === 'few' || 'near' in word ? [] : [{ recommendation: id, counts: word }],
  );
}

/** Sessions in which at least as many people could answer, or were counted, as the floor. For the team each is. */
function largeOf({ sessions, eligible, floor }: ToldSource): Set<string> {
  // Of one with no board and no head-count it is not known how many there were.
  if (floor === 0) return new Set(sessions.map(({ id }) => id));
  return new Set([...peopleIn(sessions, eligible)].flatMap(([id, n]) => (n >= floor ? [id] : [])));
}
