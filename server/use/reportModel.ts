/** The report as it would be printed now: complete for the team, or planned as a release. */
import { buildReport } from '../../core/report/build.ts';
import type { ReportInput } from '../../core/report/input.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { releasedStatements, teamStatements } from '../../core/report/published.ts';
import { releasedQuotes, teamQuotes } from '../../core/report/quotes.ts';
import { askedReport } from '../../core/report/asked.ts';
import { twiceTold } from '../../core/report/codedTwice.ts';
import { prints } from '../../core/report/document.ts';
import { howAsked } from '../../core/report/how.ts';
import { heardReport, type HeardSource } from '../../core/report/heard.ts';
import { betweenReport } from '../../core/report/between.ts';
import { readBackReport } from '../../core/report/readBack.ts';
import { studiesReport } from '../../core/report/studies.ts';
import { speechOf } from '../../core/report/words.ts';
import { talkReport, textsOfReport } from '../../core/report/talk.ts';
import { planRelease } from '../../core/release/plan.ts';
import { wordsIn } from '../../core/recommendations/told.ts';
import { toldBeside } from '../../core/recommendations/toldLists.ts';
import { peopleIn } from '../../core/sessionSize.ts';
import type { ReleasePlan, ReleaseUnit } from '../../core/release/types.ts';
import { pairedRows, staysPut } from '../../core/release/paired.ts';
import { unitsFor } from '../../core/release/units.ts';
import { noteWords, sayRelease, type Names } from '../../core/release/words.ts';
import { comparePaired } from '../../core/statistics/compare.ts';
import { inTurn } from '../../core/wordsTold.ts';
import type { Release } from '../store/store.ts';
import { hashOf } from './boundTo.ts';
import { waveOfRelease, waveOfTeam } from './earlierWave.ts';
import { movedOf, pairsIn } from './moved.ts';
import { channelsHeld, howHeld, talkTold } from './heldHow.ts';
import { personsTold } from './personsTold.ts';
import { teamHeads, withHeads, type Planned } from './releasedHeads.ts';
import type { ReportSource } from './reportSource.ts';

/** What a release is printed with. */
export type Imprint = Pick<Release, 'number' | 'date' | 'approvedBy'>;

/** What notes and flags of a release take names and numbers from. */
export function namesOf({ consultation, all, document }: ReportSource): Names {
  return { consultation, sessions: all, floor: document.floor };
}

/** What may leave the team of this report, beside everything that has left it before. */
export function planOf(source: ReportSource): Planned {
  const { consultation, document, figures } = source;
  const plan = planRelease({
    date: source.today,
    floor: document.floor,
    breakdowns: consultation.breakdowns,
    statements: consultation.statements.map((s) => s.id),
    allSessions: source.all.map((s) => s.id),
    sessions: source.sessions.map((s) => s.id),
    units: unitsOf(source, document.parts),
    boards: figures.boards,
    poolVersions: true,
    tallies: figures.tallies,
    eligible: figures.eligible,
    paired: pairedRows((source.linked ?? []).flatMap(({ people }) => people)),
    earlier: source.releases.map((r) => r.entry),
  });
  return withHeads(source, plan);
}

function unitsOf(source: ReportSource, parts: ReportSource['document']['parts']): ReleaseUnit[] {
  const groups = source.consultation.groups.map(({ id, label }) => ({ id, name: label }));
  return unitsFor(parts, groups, source.sessions, source.document.units);
}

/** What the builder is given for a release. */
export function releaseInput(source: ReportSource, plan: Planned, imprint: Imprint): ReportInput {
  const names = namesOf(source);
  const { boards } = source.figures;
  const chosen = new Set(source.sessions.map((s) => s.id));
  const quotes = releasedQuotes(source.comments, source, plan);
  const persons = personsTold(source.releases);
  const talk = talkReport({
    ...talkSource(source),
    earlier: talkTold(source),
    persons,
    beside: toldBeside(askedSource(source)),
    quoted: quotes.flatMap(({ entry }) => entry ?? []),
    date: imprint.date,
    audience: 'release',
  });
  const channels = channelsHeld(source, plan, imprint);
  return {
    ...common(source),
    statements: releasedStatements(
      boards.filter((b) => chosen.has(b.session)),
      plan,
      source.consultation,
      names,
    ),
    sessions: plan.sessions,
    heads: plan.heads,
    channels: channels.counts,
    channelsOn: channels.on,
    how: howHeld(source, imprint),
    ...waveOfRelease({ ...source, sessions: plan.sessions, date: imprint.date }, plan),
    notes: plan.notes.filter((n) => n.statement === null).map((n) => noteWords(n, names)),
    moved: movedIn(source, plan),
    quotes,
    talk,
    between: betweenReport({
      ...talkSource(source),
      seconds: source.talk.seconds,
      told: talk,
      earlier: source.releases.flatMap(({ entry }) => entry.coders ?? []),
      earlierTwice: source.releases.flatMap((one) => twiceTold(speechOf(source.document.language), one)),
      date: imprint.date,
      audience: 'release',
    }),
    asked: askedReport(askedSource(source), 'release'),
    heard: heardIn({
      document: source.document,
      sessions: plan.sessions,
      earlier: source.releases.flatMap(({ entry }) => entry.heard ?? []),
      date: imprint.date,
      audience: 'release',
    }),
    studies: studiesReport({
      ...studiesSource(source),
      earlier: persons,
      audience: 'release',
    }),
    readBack: readBackReport({
      corrections: source.studies.corrections,
      sessions: plan.sessions,
      floor: source.document.floor,
      earlier: source.releases.flatMap(({ entry }) => entry.readBack ?? []),
      readings: source.releases.flatMap(({ entry }) => entry.readings ?? []),
      date: imprint.date,
      audience: 'release',
    }),
    number: imprint.number,
    date: imprint.date,
    approvedBy: imprint.approvedBy,
    audience: 'release',
  };
}

/** Who moved, of those statements of which the release may tell it, and of those people that it is about. */
function movedIn({ linked }: ReportSource, { moved }: ReleasePlan): ReportInput['moved'] {
  if (linked === null) return null;
  return linked.map(({ statement, people }) => {
    const told = moved.find((m) => m.statement === statement);
    const own = people.filter((p) => told?.sessions.includes(p.session) === true && staysPut(p));
    return { statement, result: comparePaired(own.flatMap(pairsIn)) };
  });
}

/** What the builder is given for the team: every group, unmerged. */
export function teamInput(source: ReportSource): ReportInput {
  const { consultation, document, figures } = source;
  const chosen = new Set(source.sessions.map((s) => s.id));
  const own = <T extends { session: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => chosen.has(row.session));
  const counted = {
    boards: own(figures.boards),
    tallies: own(figures.tallies),
    eligible: own(figures.eligible),
  };
  // A team's report is complete: where the release tells nobody apart, it still tells the groups.
  const units = unitsOf(source, document.parts === 'none' ? 'groups' : document.parts);
  const statements = teamStatements(consultation, counted, units);
  const talk = talkReport({
    ...talkSource(source),
    earlier: [],
    quoted: [],
    date: source.today,
    audience: 'team',
  });
  return {
    ...common(source),
    statements,
    ...waveOfTeam({ ...source, date: source.today }, statements, units),
    heads: teamHeads(source),
    notes: [],
    moved: source.linked === null ? null : movedOf(source.linked),
    quotes: teamQuotes(source.comments, source),
    talk,
    between: betweenReport({
      ...talkSource(source),
      seconds: source.talk.seconds,
      told: talk,
      earlier: [],
      earlierTwice: [],
      date: source.today,
      audience: 'team',
    }),
    asked: askedReport(askedSource(source), 'team'),
    heard: heardIn({
      document,
      sessions: source.sessions,
      earlier: [],
      date: source.today,
      audience: 'team',
    }),
    studies: studiesReport({ ...studiesSource(source), earlier: [], audience: 'team' }),
    readBack: readBackReport({
      corrections: source.studies.corrections,
      sessions: source.sessions,
      floor: 0,
      earlier: [],
      readings: [],
      date: source.today,
      audience: 'team',
    }),
    date: source.today,
    number: null,
    approvedBy: {},
    audience: 'team',
  };
}

function talkSource(source: ReportSource) {
  const { consultation, document, sessions, all, talk: stored, postits, figures } = source;
  const talk = { ...stored, sources: textsOfReport(stored.sources, sessions, all) };
  const own = new Set(talk.sources.map(({ id }) => id));
  const otherTexts = new Set(stored.sources.flatMap(({ id }) => (own.has(id) ? [] : [id])));
  const people = peopleIn(all, figures.eligible);
  return { consultation, document, sessions, all, talk, otherTexts, postits, people };
}

function studiesSource({ consultation, document, sessions, studies }: ReportSource) {
  return { consultation, document, sessions, caseStudies: studies.caseStudies };
}

/** Every sealed session, as on the page for participants: what is told of a recommendation is told once. */
function askedSource(source: ReportSource) {
  const { consultation, document, recommendations, all, figures, talk, postits } = source;
  const { list, out } = recommendations;
  const { floor } = document;
  const releases = source.releases.map(({ entry }) => entry.talk);
  return {
    consultation,
    list,
    out,
    sessions: all,
    eligible: figures.eligible,
    talk,
    postits,
    releases,
    floor,
  };
}

/** What is not printed is not in the register either. */
function heardIn({
  document,
  ...source
}: Omit<HeardSource, 'floor'> & Pick<ReportSource, 'document'>): ReportInput['heard'] {
  return prints(document, 'heard') ? heardReport({ ...source, floor: document.floor }) : null;
}

function common({ consultation, document, sessions, all, channels, talk, recommendations }: ReportSource) {
  const how = howAsked({ ...talk, sources: textsOfReport(talk.sources, sessions, all) });
  const told = inTurn(all, wordsIn(recommendations.out));
  return { consultation, document, sessions, channels, how, questions: talk.questions, told };
}

/** The next release, or the last one once more where nothing has changed since. */
export interface Drafted {
  plan: Planned;
  input: ReportInput;
  imprint: Imprint;
  model: ReportModel;
  /** The release that it is the same as, but for number, date and who approved. */
  same: Release | null;
}

/**
 * Plans and builds the next release.
 *
 * @param approvedBy printed on it and part of it; a last release that is the same keeps its own
 */
export function draftRelease(source: ReportSource, approvedBy: Release['approvedBy']): Drafted {
  const plan = planOf(source);
  const last = source.releases.at(-1) ?? null;
  // One that lacks an approval which is asked for now is made anew, with that approval.
  if (last !== null && source.consultation.approvals.every((who) => (last.approvedBy[who] ?? '') !== '')) {
    const { number, date, approvedBy: by } = last;
    const before = { number, date, approvedBy: by };
    const input = releaseInput(source, plan, before);
    if (hashOf(buildReport(input)) === last.hash)
      return { plan, input, imprint: before, model: last.model, same: last };
  }
  const imprint = { number: (last?.number ?? 0) + 1, date: source.today, approvedBy };
  const input = releaseInput(source, plan, imprint);
  return { plan, input, imprint, model: buildReport(input), same: null };
}

/** What is written on a model that only looks like a release. */
export function draftMark({ mark }: ReportModel): string {
  return [sayRelease('preview.mark'), mark].filter((m) => m !== '').join(' · ');
}
