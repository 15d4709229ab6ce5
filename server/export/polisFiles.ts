/**
 * The layout in which Polis exports its own conversations (`reportExport`, since 2021): seconds, free
 * text in quotes and nothing else, LF, no byte order mark. One folder for each round and grouping.
 */
import { stringify } from 'csv-stringify/sync';
import type { Consultation } from '../../core/consultation.ts';
import { wordingFor } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';
import { codePoints } from '../../core/text.ts';
import type { Grouping, PolisRound, Votes } from './polisCounts.ts';
import { sumOf } from './polisCounts.ts';
import type { Matrix } from './polisMatrix.ts';

/** A text that is no one's words and is not quoted. */
interface Bare {
  bare: string;
}
export type PolisCell = string | number | Bare | null;

const bare = (text: string): Bare => ({ bare: text });

/** Readers of this layout take a topic of at most this many characters. */
const TOPIC = 140;

/** Rows as CSV. Texts are quoted; numbers, empty cells and bare texts are not. */
export function polisCsv(rows: readonly PolisCell[][]): string {
  return stringify(rows as PolisCell[][], {
    record_delimiter: 'unix',
    quoted_string: true,
    quoted_match: /[\r\n]/,
    cast: { object: (cell) => (cell as unknown as Bare).bare },
  });
}

const header = (names: readonly string[]): string => polisCsv([names.map(bare)]);

/** Noon of the day: the finest time that is kept of a session is its date. */
export function secondsOf(date: string): number {
  return Math.floor(Date.parse(`${date}T12:00:00Z`) / 1000);
}

/** As `Date.toString()` writes it where the clock is set to universal time. */
function datetime(seconds: number): Bare {
  const [week = '', day, month, year, time] = new Date(seconds * 1000).toUTCString().split(' ');
  return bare(`${week.slice(0, 3)} ${month} ${day} ${year} ${time} GMT+0000 (Coordinated Universal Time)`);
}

/** The common wording of each statement in the first language. */
export function bodies(consultation: Consultation): string[] {
  const [lang = 'en'] = consultation.languages;
  return consultation.statements.map((s) => wordingFor(s.wordings, [], lang)?.text ?? '');
}

export interface Folder {
  consultation: Consultation;
  sessions: readonly Session[];
  round: PolisRound;
  grouping: Grouping;
  /** All of the round. */
  groupings: readonly Grouping[];
  /** Null: the votes of single people are not part of it. */
  matrix: Matrix | null;
}

/** Key and value in rows, without a line end after the last. */
export function summaryCsv({ consultation, round, grouping, matrix }: Folder): string {
  const { title, aim, statements } = consultation;
  const topic = codePoints(title) <= TOPIC ? title : `${[...title].slice(0, TOPIC - 1).join('')}…`;
  const voters = matrix?.voters.length ?? round.leastVoters;
  const grouped = matrix?.voters.filter((v) => grouping.of(v.membership) !== null).length ?? voters;
  return polisCsv([
    [bare('topic'), topic],
    [bare('url'), null],
    [bare('voters'), voters],
    [bare('voters-in-conv'), grouped],
    [bare('commenters'), statements.length === 0 ? 0 : 1],
    [bare('comments'), statements.length],
    [bare('groups'), grouping.labels.length],
    [bare('conversation-description'), aim],
  ]).replace(/\n$/, '');
}

/** The statements are the team's (author 0) and were all put to the vote (moderated 1). */
export function commentsCsv({ consultation, sessions, round }: Folder): string {
  const first = sessions.map((s) => s.date).toSorted()[0] ?? '1970-01-01';
  const at = secondsOf(first);
  const rows = bodies(consultation).map((body, i): PolisCell[] => {
    const { agree, disagree } = votesOf(round, i, () => true);
    return [at, datetime(at), i, 0, agree, disagree, 1, body];
  });
  return (
    header([
      'timestamp',
      'datetime',
      'comment-id',
      'author-id',
      'agrees',
      'disagrees',
      'moderated',
      'comment-body',
    ]) + polisCsv(rows)
  );
}

function votesOf(round: PolisRound, statement: number, test: (membership: string) => boolean): Votes {
  return sumOf(round.counts[statement] ?? new Map<string, Votes>(), test);
}

/** Totals are of the people who are in a group, as Polis counts them. */
export function commentGroupsCsv({ consultation, round, grouping }: Folder): string {
  const letters = grouping.labels.map((_, i) => `group-${String.fromCharCode(97 + i)}`);
  const names = letters.flatMap((g) => [`${g}-votes`, `${g}-agrees`, `${g}-disagrees`, `${g}-passes`]);
  const four = ({ agree, disagree, pass }: Votes): number[] => [
    agree + disagree + pass,
    agree,
    disagree,
    pass,
  ];
  const rows = bodies(consultation).map((body, i): PolisCell[] => [
    i,
    body,
    ...four(votesOf(round, i, (m) => grouping.of(m) !== null)),
    ...letters.flatMap((_, g) => four(votesOf(round, i, (m) => grouping.of(m) === g))),
  ]);
  return (
    header([
      'comment-id',
      'comment',
      'total-votes',
      'total-agrees',
      'total-disagrees',
      'total-passes',
      ...names,
    ]) + polisCsv(rows)
  );
}

/** One vote each, by statement and then voter; none is cast twice, since a response is a set. */
export function* votesCsv({ consultation }: Folder, matrix: Matrix): Generator<string> {
  yield header(['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']);
  const times = matrix.voters.map(({ session }) => secondsOf(session.date));
  const words = new Map([...new Set(times)].map((t) => [t, datetime(t)]));
  for (const statement of consultation.statements.keys()) {
    const rows: PolisCell[][] = [];
    for (const [voter, time] of times.entries()) {
      const vote = matrix.voteAt(voter, statement);
      if (vote !== null) rows.push([time, words.get(time) ?? null, statement, voter, vote]);
    }
    yield polisCsv(rows);
  }
}

const BATCH = 500;

/** People in rows, statements in columns. */
export function* matrixCsv({ consultation, grouping }: Folder, matrix: Matrix): Generator<string> {
  const numbers = [...consultation.statements.keys()];
  const fixed = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];
  yield header([...fixed, ...numbers.map(String)]);
  for (let from = 0; from < matrix.voters.length; from += BATCH) {
    const rows = matrix.voters.slice(from, from + BATCH).map(({ membership }, i): PolisCell[] => {
      const votes = numbers.map((statement) => matrix.voteAt(from + i, statement));
      const count = (vote: number): number => votes.filter((v) => v === vote).length;
      const all = count(1) + count(0) + count(-1);
      return [from + i, grouping.of(membership), 0, all, count(1), count(-1), ...votes];
    });
    yield polisCsv(rows);
  }
}
