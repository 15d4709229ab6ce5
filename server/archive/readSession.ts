/** One session of an archive with its responses: all of it checked against the archive's consultation. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import { faultOf } from '../../core/schemaParts.ts';
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { offers } from '../../core/scale.ts';
import {
  archivedResponseSchema,
  archivedSessionSchema,
  type ArchivedSession,
} from '../../core/schemaArchive.ts';
import { groupsOf, membershipOf, withKnownGroups, type Session } from '../../core/session.ts';
import type { SealedBoard, SealedResponse, SealedSession } from '../store/store.ts';

/** Lines of responses between which the rooms that are open get a turn. */
const LINES_PER_TURN = 2000;

/**
 * @param value the parsed JSON of the session
 * @param responses the bytes of its responses, a list in JSON on each line; undefined: there are none
 * @returns the session, or a refusal that names the place in it
 */
export async function readSession(
  value: unknown,
  responses: Uint8Array | undefined,
  consultation: Consultation,
): Promise<SealedSession | Refusal> {
  const parsed = v.safeParse(archivedSessionSchema, value);
  if (!parsed.success) return faultOf(parsed.issues);
  const { boards, eligible } = parsed.output;
  // Earlier versions left a removed group in the drafts that it was planned for.
  const session = withKnownGroups(parsed.output.session, consultation.groups);
  const fault = faultIn({ session, boards, eligible }, consultation);
  if (fault !== null) return refuse('bad-file', fault.where, fault.expected);
  const known = (membership: string): boolean => fits(membership, session);
  if (session.state === 'sealed' && responses === undefined)
    return refuse('bad-file', '', 'its responses beside it');
  const full = boards.map((b) => ({ session: session.id, ...b }));
  const rows = await readRows(responses ?? new Uint8Array(), session.mode === 'linked', known, full);
  if (isRefusal(rows)) return rows;
  return {
    session,
    boards: full,
    eligible: eligible.map((e) => ({ session: session.id, ...e })),
    responses: rows,
  };
}

/** Whether people of this session could be of these groups. */
function fits(membership: string, { groups, twoGroups }: Session): boolean {
  const own = groupsOf(membership);
  return (
    own.length <= (twoGroups ? 2 : 1) &&
    own.every((g) => groups.includes(g)) &&
    membershipOf(own) === membership
  );
}

/** What in the session does not agree with the consultation, or with itself. */
function faultIn(
  { session, boards, eligible }: Omit<ArchivedSession, 'session'> & { session: Session },
  consultation: Consultation,
): { where: string; expected: string } | null {
  const groups = new Set(consultation.groups.map((g) => g.id));
  const versions = new Map(
    consultation.statements.map((s) => [s.id, new Set([...s.earlier.map((e) => e.version), s.version])]),
  );
  if (session.consultation !== consultation.id)
    return { where: 'session.consultation', expected: 'the archive’s own consultation' };
  if (session.groups.some((g) => !groups.has(g)))
    return { where: 'session.groups', expected: 'groups of the consultation' };
  const counted = session.attendance.findIndex((a) => a.group !== null && !groups.has(a.group));
  if (counted >= 0)
    return { where: `session.attendance.${counted}.group`, expected: 'a group of the consultation' };
  const strange = boards.findIndex((b) => versions.get(b.statement)?.has(b.version) !== true);
  if (strange >= 0)
    return {
      where: `boards.${strange}`,
      expected: 'a statement of the consultation and one of its versions',
    };
  const keys = new Set<string>();
  for (const [i, e] of eligible.entries()) {
    const key = `${e.statement} ${e.round} ${e.membership}`;
    const asked = boards.some((b) => b.statement === e.statement && b.round === e.round);
    if (!asked || keys.has(key) || !fits(e.membership, session))
      return { where: `eligible.${i}`, expected: 'a board and groups of this session, each once' };
    keys.add(key);
  }
  return null;
}

async function readRows(
  bytes: Uint8Array,
  linked: boolean,
  known: (membership: string) => boolean,
  boards: readonly SealedBoard[],
): Promise<SealedResponse[] | Refusal> {
  const rows: SealedResponse[] = [];
  const byNumber = new Map(boards.map((b) => [b.n, b]));
  const seen = new Set<string>();
  for (const [i, text] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (text === '') continue;
    const line = `line ${i + 1} of its responses`;
    const row = readRow(text, linked, known, byNumber);
    if (isRefusal(row)) return { ...row, where: row.where === '' ? line : `${line}, ${row.where}` };
    const key = `${row.board} ${row.tag}`;
    if (seen.has(key)) return refuse('bad-file', line, 'each tag once on a board');
    seen.add(key);
    const person = `${row.board} person ${row.person ?? ''}`;
    if (row.person !== null && seen.has(person))
      return refuse('bad-file', `${line}, person`, 'each participant once on a board');
    seen.add(person);
    rows.push(row);
    if (i % LINES_PER_TURN === LINES_PER_TURN - 1) await nextTurn();
  }
  return rows;
}

function readRow(
  text: string,
  linked: boolean,
  known: (membership: string) => boolean,
  boards: ReadonlyMap<number, SealedBoard>,
): SealedResponse | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('bad-file', '', 'a list in JSON');
  }
  const parsed = v.safeParse(archivedResponseSchema, value);
  if (!parsed.success) return faultOf(parsed.issues);
  const [board, tag, membership, answer, comment, audience, quote, shown, channel, person] = parsed.output;
  const scale = boards.get(board)?.scale;
  if (scale === undefined) return refuse('bad-file', 'board', 'a board of this session');
  if (!offers(scale, answer)) return refuse('bad-file', 'answer', 'an answer of the board’s scale');
  if (!known(membership)) return refuse('bad-file', 'groups', 'groups of the session');
  if (!linked && person !== null)
    return refuse('bad-file', 'person', 'nobody’s number in an unlinked session');
  const flags = { quote: quote === 1, shown: shown === 1 };
  return { board, tag, membership, answer, comment, audience, ...flags, channel, person };
}
