/**
 * Whether the files of a Polis export agree with each other. Servers of late 2024 wrote the database's
 * sign (agree -1) into votes.csv, so an inverted file is told, never turned round in silence.
 */
import type { Refusal } from '../../core/refusal.ts';
import { cell, faultAt, quoted, readTable, wholeNumber } from './csvTable.ts';
import type { PolisComment, PolisVote } from './polisVote.ts';
import { pairKey, readVote } from './polisVote.ts';

/** Compares agrees and disagrees of comments.csv with the vote events of votes.csv. */
export function compareCounts(
  comments: readonly PolisComment[],
  cast: readonly PolisVote[],
  warnings: string[],
): void {
  const counted = new Map<number, { agree: number; disagree: number }>();
  for (const { comment, vote } of cast) {
    const row = counted.get(comment) ?? { agree: 0, disagree: 0 };
    if (vote === 1) row.agree += 1;
    if (vote === -1) row.disagree += 1;
    counted.set(comment, row);
  }
  let straight = 0;
  let turned = 0;
  const off: string[] = [];
  for (const { id, agrees, disagrees, line } of comments) {
    const { agree, disagree } = counted.get(id) ?? { agree: 0, disagree: 0 };
    const gap = Math.abs(agree - agrees) + Math.abs(disagree - disagrees);
    straight += gap;
    turned += Math.abs(agree - disagrees) + Math.abs(disagree - agrees);
    if (gap > 0)
      off.push(
        `comments.csv line ${line} has ${agrees} agrees and ${disagrees} disagrees, votes.csv ${agree} and ${disagree}`,
      );
  }
  if (straight === 0) return;
  if (turned < straight)
    warnings.push(
      'Agree and disagree look exchanged: the counts in comments.csv fit votes.csv better the other way round. ' +
        'Nothing was turned round. Find out which is right before you use the figures.',
    );
  warnings.push(
    `${off.length} of ${comments.length} statements have other counts in comments.csv than votes in votes.csv; the first: ${off[0]}.`,
  );
}

/**
 * Compares the matrix of participants with the last votes. A cell that keeps an earlier vote of someone
 * who changed their mind is told apart from one that votes.csv cannot explain.
 *
 * @returns a refusal when the matrix itself is broken, else null
 */
export function compareMatrix(
  file: { name: string; text: string } | undefined,
  comments: ReadonlyMap<number, PolisComment>,
  cast: readonly PolisVote[],
  last: ReadonlyMap<string, PolisVote>,
  warnings: string[],
): Refusal | null {
  if (file === undefined) {
    warnings.push('participants-votes.csv is missing: the votes could not be compared with it.');
    return null;
  }
  const table = readTable(file.name, file.text, ['participant']);
  if ('refusal' in table) return table;
  const columns = [...table.columns.keys()].filter((name) => /^\d+$/.test(name));
  const stranger = columns.find((name) => !comments.has(Number(name)));
  if (stranger !== undefined)
    return faultAt(file.name, 1, `columns of comments in comments.csv, not ${quoted(stranger)}`);
  const ever = new Set(cast.map((e) => `${pairKey(e.voter, e.comment)} ${e.vote}`));
  const tally = { cells: 0, same: 0, earlier: 0, opposite: 0, other: 0, unknown: 0, first: 0 };
  const seen = new Map<number, number>();
  for (const row of table.rows) {
    const text = cell(table, row, 'participant');
    const participant = wholeNumber(text);
    if (participant === null)
      return faultAt(file.name, row.line, `a whole number as participant, not ${quoted(text)}`);
    const twin = seen.get(participant);
    if (twin !== undefined)
      return faultAt(file.name, row.line, `each participant once, but ${participant} is on line ${twin} too`);
    seen.set(participant, row.line);
    for (const column of columns) {
      const raw = cell(table, row, column).trim();
      if (raw === '') continue;
      const vote = readVote(raw);
      if (vote === null)
        return faultAt(file.name, row.line, `1, 0, -1 or nothing under ${column}, not ${quoted(raw)}`);
      const key = pairKey(participant, Number(column));
      const counts = last.get(key)?.vote;
      tally.cells += 1;
      if (counts === vote) {
        tally.same += 1;
        continue;
      }
      if (counts === undefined) tally.unknown += 1;
      else if (ever.has(`${key} ${vote}`)) tally.earlier += 1;
      else if (vote === -counts) tally.opposite += 1;
      else tally.other += 1;
      if (tally.first === 0) tally.first = row.line;
    }
  }
  tellMatrix(file.name, tally, last.size, warnings);
  return null;
}

function tellMatrix(
  name: string,
  tally: {
    cells: number;
    same: number;
    earlier: number;
    opposite: number;
    other: number;
    unknown: number;
    first: number;
  },
  pairs: number,
  warnings: string[],
): void {
  if (tally.opposite > tally.same)
    warnings.push(
      `Agree and disagree look exchanged between votes.csv and ${name}: ${tally.opposite} cells are the opposite. ` +
        'Nothing was turned round. Find out which is right before you use the figures.',
    );
  if (tally.earlier > 0)
    warnings.push(
      `${tally.earlier} cells of ${name} keep an earlier vote of someone who voted again; the last vote by time counts here.`,
    );
  const odd = tally.opposite + tally.other;
  if (odd > 0)
    warnings.push(`${odd} cells of ${name} differ from votes.csv, the first on line ${tally.first}.`);
  if (tally.unknown > 0)
    warnings.push(`${tally.unknown} cells of ${name} have no vote in votes.csv; they are not counted.`);
  const missing = pairs - (tally.cells - tally.unknown);
  if (missing > 0) warnings.push(`${missing} votes of votes.csv are not in ${name}; they are counted.`);
}
