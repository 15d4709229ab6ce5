/** One session of an archive with its responses: all of it checked against the archive's consultation. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import { faultOf } from '../../core/schemaParts.ts';
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { offers } from '../../core/scale.ts';
import { archivedResponseSchema, archivedSessionSchema } from '../../core/schemaArchive.ts';
import { groupsOf, membershipOf } from '../../core/session.ts';
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
  const { session, boards, eligible } = parsed.output;
  const groups = new Set(consultation.groups.map((g) => g.id));
  const statements = new Set(consultation.statements.map((s) => s.id));
  if (session.consultation !== consultation.id)
    return refuse('bad-file', 'session.consultation', 'the archive’s own consultation');
  if (session.groups.some((g) => !groups.has(g)))
    return refuse('bad-file', 'session.groups', 'groups of the consultation');
  const strange = boards.findIndex((b) => !statements.has(b.statement));
  if (strange >= 0)
    return refuse('bad-file', `boards.${strange}.statement`, 'a statement of the consultation');
  const known = (membership: string): boolean =>
    groupsOf(membership).every((g) => groups.has(g)) && membershipOf(groupsOf(membership)) === membership;
  const lost = eligible.findIndex(
    (e) => !known(e.membership) || !boards.some((b) => b.statement === e.statement && b.round === e.round),
  );
  if (lost >= 0) return refuse('bad-file', `eligible.${lost}`, 'a board and groups of this session');
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
  if (!known(membership)) return refuse('bad-file', 'groups', 'groups of the consultation');
  if (!linked && person !== null)
    return refuse('bad-file', 'person', 'nobody’s number in an unlinked session');
  const flags = { quote: quote === 1, shown: shown === 1 };
  return { board, tag, membership, answer, comment, audience, ...flags, channel, person };
}
