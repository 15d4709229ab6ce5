/** Rows of what people said of being heard: counts of each session, and what stopped people, of all together. */
import { CHANGED, SAID, TOLD, type Heard } from '../../core/heard.ts';
import type { Session } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';

/** Whether anybody was asked: a file without a row would only be in the way. */
export function hasHeard(sessions: readonly Session[]): boolean {
  return sessions.some(({ heard }) => heard !== undefined);
}

export function heardRows(sessions: readonly Session[], codes: Codes): Cell[][] {
  const counted = sessions.flatMap(({ id, heard }) =>
    heard === undefined ? [] : rowsOf(codes.session(id), heard),
  );
  // No session stands beside a text: of a small one it would be as good as a name.
  const texts = sessions.flatMap(({ heard }) => heard?.texts ?? []).toSorted();
  return [...counted, ...texts.map((text): Cell[] => [null, 'stopped', null, null, null, null, text])];
}

function rowsOf(session: Cell, { phone, paper, later }: Heard): Cell[][] {
  const rows: Cell[][] = [];
  for (const [way, counts] of Object.entries({ phone, paper })) {
    for (const answer of SAID) rows.push([session, 'said', way, null, answer, counts.said[answer], null]);
    for (const answer of TOLD) rows.push([session, 'told', way, null, answer, counts.told[answer], null]);
  }
  for (const { day, changed } of later)
    for (const answer of CHANGED) rows.push([session, 'changed', null, day, answer, changed[answer], null]);
  return rows;
}
