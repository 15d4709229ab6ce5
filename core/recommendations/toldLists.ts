/**
 * What may be told of a consultation's recommendations, the same for the page, the poster and the report: of evidence
 * and of participants' word nothing is said in one of them that is not said in the others.
 */
import { wordingFor, type Consultation } from '../consultation.ts';
import type { Session } from '../session.ts';
import { peopleIn } from '../sessionSize.ts';
import { codebook } from '../talk/themes.ts';
import type { Passage, TextSource } from '../talk/sources.ts';
import type { Coding, Point, Theme } from '../talk/types.ts';
import type { EligibleRow } from '../tally.ts';
import { makeRests, themeEvidence, themesInSessions, type EvidencePostit, type Rests } from './rests.ts';
import { isFrom, toldItem, type ToldItem, type ToldOut } from './told.ts';
import { fromNow, fromToTell, type FromOut } from './toldFrom.ts';
import { inTeamsOrder, KINDS, type Recommendation, type RecommendationKind } from './types.ts';

export interface ToldSource {
  consultation: Consultation;
  /** Those that are to be told. */
  list: readonly Recommendation[];
  /** What went out before of participants' word. */
  out: readonly ToldOut[];
  /** Every sealed session, since a recommendation is the consultation's and not a session's. */
  sessions: readonly Pick<Session, 'id' | 'attendance'>[];
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
  const { consultation, list, out, sessions, talk, postits, floor } = source;
  const held = new Set(sessions.map(({ id }) => id));
  const said = {
    book: codebook(talk.themes),
    // Of a session that is not counted nothing leaves.
    points: talk.points.filter(({ session }) => held.has(session)),
    codings: talk.codings.filter(({ session }) => held.has(session)),
  };
  const rests = makeRests({
    ...said,
    postits,
    sources: talk.sources,
    passages: talk.passages,
    statements: consultation.statements.map((statement) => statement.id),
  });
  const large = largeOf(source);
  const statementText = (statement: string): string => {
    const wordings = consultation.statements.find((one) => one.id === statement)?.wordings ?? [];
    return wordingFor(wordings, [], consultation.languages[0] ?? 'en')?.text ?? '';
  };
  const { answerDue } = consultation;
  const facts = { answerDue, large, sessions: held.size, statementText, floor, out };
  const fromOut = (one: Recommendation): FromOut[] =>
    out.flatMap(({ recommendation, counts }) =>
      recommendation === one.id && isFrom(counts) ? [counts] : [],
    );
  const inSessions = themesInSessions(said);
  /**
   * One that was raised in interviews alone would tell by its name what somebody said there. One that was named stays
   * so: that nothing is under it any more would tell that somebody took something back.
   */
  const named = (one: Recommendation): Rests => {
    const on = rests(one);
    if (floor === 0) return on;
    const before = new Set(fromOut(one).flatMap(({ links }) => links));
    return {
      ...on,
      themes: on.themes.filter(({ id }) => inSessions.has(id) || before.has(themeEvidence(id))),
    };
  };
  const [change, keep] = KINDS.map((kind) =>
    inTeamsOrder(list, kind).map((one) => toldItem(one, { ...facts, rests: named(one) })),
  );
  const from = list.flatMap((one): ToldOut[] => {
    const counts = fromToTell(fromNow(named(one), facts), fromOut(one), floor);
    return counts.voices === 0 ? [] : [{ recommendation: one.id, counts }];
  });
  const promised = list.flatMap(({ id, promises }): ToldOut[] =>
    promises.length === 0 ? [] : [{ recommendation: id, counts: { promises } }],
  );
  return { change: change ?? [], keep: keep ?? [], rests, from, promised };
}

/** Counts of participants' word that are told: noted before anybody has them. */
export function countsIn(items: readonly ToldItem[]): ToldOut[] {
  return items.flatMap(({ id, word }) =>
    word === null || word === 'few' ? [] : [{ recommendation: id, counts: word }],
  );
}

/** Sessions in which at least as many people could answer, or were counted, as the floor. */
function largeOf({ sessions, eligible, floor }: ToldSource): Set<string> {
  return new Set([...peopleIn(sessions, eligible)].flatMap(([id, n]) => (n >= floor ? [id] : [])));
}
