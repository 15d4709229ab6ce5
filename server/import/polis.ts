/**
 * Reading a consultation exported from Polis. Three generations of the layout are understood: the zip of
 * the old worker (milliseconds, `participants-votes.csv`), the single files of `reportExport` (seconds,
 * `participant-votes.csv`), and `polis-export/1` (the same with `format.json` and a declared sign).
 * In all of them agree is 1, disagree -1, pass 0, and an empty cell is no vote.
 */
import type { Refusal } from '../../core/refusal.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { LIMITS } from '../../core/limits.ts';
import { utf8Bytes } from '../../core/text.ts';
import { cell, faultAt, quoted, readTable, wholeNumber } from './csvTable.ts';
import { readFormat, readSummary } from './polisSummary.ts';
import type { PolisComment, PolisVote } from './polisVote.ts';
import { pairKey, readVote } from './polisVote.ts';
import { compareCounts, compareMatrix } from './polisChecks.ts';

export interface PolisConsultation {
  topic: string;
  description: string;
  /** Rising by id. */
  comments: PolisComment[];
  /** Every vote that was cast, in the order of its time; equal times in the order of the file. */
  events: PolisVote[];
  /** The last vote of each person on each comment. */
  votes: PolisVote[];
  /** People with at least one vote, rising. */
  voters: number[];
  /** What did not fit together but does not stop the import, in sentences. */
  warnings: string[];
}

/** From here on a timestamp is in milliseconds; as seconds it would be in the year 2603. */
const MILLISECONDS_FROM = 20_000_000_000;
/** The end of the year 9999; later is no time at all. */
const LATEST = Date.UTC(10_000, 0) - 1;

type Known = 'comments' | 'votes' | 'matrix' | 'summary' | 'format';

// Names as they were exported, or with the date and topic that a browser download puts before them.
const NAMES: readonly [Known, RegExp][] = [
  ['matrix', /(?:^|-)participants?-votes\.csv$/],
  ['comments', /(?:^|-)comments\.csv$/],
  ['votes', /(?:^|-)votes\.csv$/],
  ['summary', /(?:^|-)summary\.csv$/],
  ['format', /^format\.json$/],
];

/** Which of the files we read a name is of. */
function kindOf(path: string): Known | undefined {
  const name = path.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Which of the files that an export has are among these names. */
export function kindsAmong(names: readonly string[]): ReadonlySet<Known | undefined> {
  return new Set(names.map(kindOf));
}

interface Found {
  name: string;
  text: string;
}

/** The files we read, by what they are; others are passed over. */
function sortFiles(files: Readonly<Record<string, string>>): Map<Known, Found> | Refusal {
  const found = new Map<Known, Found>();
  for (const path of Object.keys(files).toSorted()) {
    const name = path.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
    const kind = kindOf(name);
    if (kind === undefined) continue;
    const text = files[path] ?? '';
    if (utf8Bytes(text) > LIMITS.polisFileBytes)
      return refuse('too-large', name, `at most ${LIMITS.polisFileBytes / 1_000_000} MB`);
    const other = found.get(kind);
    // Some exports carry the matrix under both of its names.
    if (other !== undefined && other.text !== text)
      return refuse('bad-file', name, `one file of this kind, but there is ${other.name} too`);
    found.set(kind, { name, text });
  }
  return found;
}

/**
 * Reads the files of one export.
 *
 * @param files texts by name; a folder in front of the name does not matter
 * @returns the consultation with warnings, or the first fault with its file and line
 */
export function readPolis(files: Readonly<Record<string, string>>): PolisConsultation | Refusal {
  const found = sortFiles(files);
  if (isRefusal(found)) return found;
  for (const kind of ['comments', 'votes'] as const)
    if (!found.has(kind)) return refuse('bad-file', `${kind}.csv`, 'this file, which is missing');
  const warnings: string[] = [];
  const format = readFormat(found.get('format'));
  if (isRefusal(format)) return format;
  const summary = readSummary(found.get('summary'), warnings);
  if (isRefusal(summary)) return summary;

  const comments = readComments(found.get('comments') as Found);
  if (isRefusal(comments)) return comments;
  const cast = readVotes(found.get('votes') as Found, comments);
  if (isRefusal(cast)) return cast;

  if (cast.length === 0) return refuse('bad-file', 'votes.csv', 'at least one vote');

  const last = new Map<string, PolisVote>();
  for (const vote of cast) {
    const key = pairKey(vote.voter, vote.comment);
    const before = last.get(key);
    if (before === undefined || vote.time >= before.time) last.set(key, vote);
  }
  compareCounts([...comments.values()], cast, warnings);
  const fault = compareMatrix(found.get('matrix'), comments, cast, last, warnings);
  if (fault !== null) return fault;
  const voters = [...new Set(cast.map((vote) => vote.voter))].toSorted((a, b) => a - b);
  if (summary.voters !== null && summary.voters !== voters.length)
    warnings.push(`summary.csv counts ${summary.voters} voters; votes.csv has ${voters.length}.`);
  return {
    topic: wholeTopic(summary.topic, format.topic),
    description: summary.description,
    comments: [...comments.values()].toSorted((a, b) => a.id - b.id),
    events: cast.toSorted((a, b) => a.time - b.time),
    votes: [...last.values()],
    voters,
    warnings,
  };
}

/** The topic as summary.csv has it, or the whole one that it is the beginning of. */
function wholeTopic(topic: string, whole: string | null): string {
  const cut = topic.endsWith('…') && whole?.startsWith(topic.slice(0, -1)) === true;
  return cut ? whole : topic;
}

function readComments({ name, text }: Found): Map<number, PolisComment> | Refusal {
  const table = readTable(name, text, ['comment-id', 'agrees', 'disagrees', 'moderated', 'comment-body']);
  if (isRefusal(table)) return table;
  const comments = new Map<number, PolisComment>();
  for (const row of table.rows) {
    const at = (column: string): string => cell(table, row, column).trim();
    const numbers = new Map<string, number>();
    for (const column of ['comment-id', 'agrees', 'disagrees']) {
      const value = wholeNumber(at(column));
      if (value === null)
        return faultAt(name, row.line, `a whole number as ${column}, not ${quoted(at(column))}`);
      numbers.set(column, value);
    }
    const moderated = readVote(at('moderated'));
    if (moderated === null)
      return faultAt(name, row.line, `-1, 0 or 1 as moderated, not ${quoted(at('moderated'))}`);
    const id = numbers.get('comment-id') ?? 0;
    const twin = comments.get(id);
    if (twin !== undefined)
      return faultAt(name, row.line, `each comment-id once, but ${id} is on line ${twin.line} too`);
    comments.set(id, {
      id,
      text: cell(table, row, 'comment-body'),
      moderated,
      agrees: numbers.get('agrees') ?? 0,
      disagrees: numbers.get('disagrees') ?? 0,
      line: row.line,
    });
  }
  if (comments.size > LIMITS.statements)
    return refuse('too-large', name, `at most ${LIMITS.statements} comments, not ${comments.size}`);
  return comments;
}

function readVotes(
  { name, text }: Found,
  comments: ReadonlyMap<number, PolisComment>,
): PolisVote[] | Refusal {
  const table = readTable(name, text, ['timestamp', 'comment-id', 'voter-id', 'vote']);
  if (isRefusal(table)) return table;
  const votes: PolisVote[] = [];
  for (const row of table.rows) {
    const numberAt = (column: string): number | null => wholeNumber(cell(table, row, column));
    const fault = (what: string, column: string): Refusal =>
      faultAt(name, row.line, `${what} as ${column}, not ${quoted(cell(table, row, column))}`);
    const stamp = numberAt('timestamp');
    if (stamp === null || stamp > LATEST) return fault('a time in seconds or milliseconds', 'timestamp');
    const comment = numberAt('comment-id');
    if (comment === null) return fault('a whole number', 'comment-id');
    if (!comments.has(comment)) return fault('a comment-id of comments.csv', 'comment-id');
    const voter = numberAt('voter-id');
    if (voter === null) return fault('a whole number', 'voter-id');
    const vote = readVote(cell(table, row, 'vote'));
    if (vote === null) return fault('1, 0 or -1', 'vote');
    votes.push({ voter, comment, vote, time: stamp > MILLISECONDS_FROM ? stamp : stamp * 1000 });
  }
  return votes;
}
