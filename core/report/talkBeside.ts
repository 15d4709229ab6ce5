/**
 * The number of sessions in which a theme was raised, held against what pages, posters and releases told of
 * recommendations that rest on it: what was told there of a session stands here as well, until as many points as the
 * floor have come or gone (core/recommendations/raisedHeld.ts). Numbers of points were told nowhere but in releases.
 */
import { holdRaised, type HoldFacts, type Moved } from '../recommendations/raisedHeld.ts';
import { themeEvidence } from '../recommendations/rests.ts';
import type { TalkCell } from '../release/stories.ts';
import type { EntryTalk } from '../release/types.ts';
import type { ToldRow } from './talkHeld.ts';
import { union } from './talkRows.ts';

export interface Beside {
  /** What was told before, each held against what is there now. */
  since: readonly Moved[];
  facts: HoldFacts;
}

const WHOLE = ['', 'few', 'one', 'not'];

/**
 * Ids of sessions of which it was told that something behind a recommendation was said there: else the number of those
 * in which anything was said would tell that it was taken back.
 */
export function saidBeside(beside?: Beside): string[] {
  return (beside?.since ?? []).flatMap(({ was }) =>
    was.of === null
      ? []
      : [...was.sessions].flatMap(([id, { told, raised }]) => (told && raised ? [id] : [])),
  );
}

/**
 * @param row as it would be told; null: not at all
 * @param entry for the register: what is told in its place is noted in it
 */
export function rowBeside(
  theme: string,
  row: ToldRow | null,
  { beside, date }: { beside?: Beside; date: string },
  entry: EntryTalk,
): ToldRow | null {
  // What stands with its date is told of the sessions of that day, whatever was told since.
  if (beside === undefined || (row !== null && row.again !== null)) return row;
  const { since, facts } = beside;
  const { stays, lone } = holdRaised(facts.rests({ evidence: [themeEvidence(theme)] }), since, facts);
  // What a release told of it last is in the row.
  const told = [...stays].filter(
    ([session, { was }]) => was.of !== null && entry.counted?.includes(session) === true,
  );
  const comes = told.flatMap(([session, { raised }]) => (raised ? [session] : []));
  const goes = told.flatMap(([session, { raised }]) => (raised ? [] : [session]));
  const all = [...comes, ...(row?.sessions ?? []).filter((id) => !goes.includes(id) && !comes.includes(id))];
  if (all.length === 0) return row;
  const points = pointsOf(row, lone);
  const sessions = points === 'one' ? all.slice(0, 1) : all;
  const cell = entry.cells.find((one) => one.theme === theme && WHOLE.includes(one.by));
  // Where it is told of a session that it was not raised there, that is what the next release has.
  const noted = (cell?.sessions ?? []).filter(({ session }) => !goes.includes(session));
  const more = sessions.filter((id) => !noted.some(({ session }) => session === id));
  const next: TalkCell = {
    // Of which sessions: what stands in the next release says of how many it was told.
    ...(cell ?? { theme, date, of: [...(entry.sessions ?? [])] }),
    by: typeof points === 'string' ? points : (cell?.by ?? ''),
    n: typeof points !== 'string' ? points.n : points === 'not' ? (cell?.n ?? 0) : Number(points === 'one'),
    sessions: [...noted, ...more.map((session) => ({ session, n: 0 }))],
  };
  if (cell === undefined) entry.cells.push(next);
  else Object.assign(cell, next);
  const dissent = row?.dissent ?? false;
  const same =
    row !== null &&
    sessions.length === row.sessions.length &&
    sessions.every((id) => row.sessions.includes(id));
  // Of others than was told then it is told of all that are counted, in which something was said there after all.
  return same
    ? { ...row, points }
    : { dissent, sessions, points, of: union(entry.sessions ?? [], sessions).length, again: null };
}

function pointsOf(row: ToldRow | null, lone: boolean | null): ToldRow['points'] {
  if (row?.points === 'not') return 'not';
  if (lone === true) return 'one';
  if (row === null || (row.points === 'one' && lone === false)) return 'few';
  return row.points;
}
