/** Names of things in the files: readable codes for what is public to the team, random ids for people. */
import { hash, randomBytes } from 'node:crypto';
import type { Consultation } from '../../core/consultation.ts';
import type { Scale } from '../../core/scale.ts';
import { scaleKey } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import type { SealedBoard } from '../store/store.ts';

export interface Codes {
  /** Whether the consultation has this statement; boards that nobody answered may outlive theirs. */
  knows(statement: string): boolean;
  statement(id: string): string;
  session(id: string): string;
  /** Code of one group; of several, joined by `+` in the order of the groups. */
  groups(ids: readonly string[]): string;
  groupLabels(ids: readonly string[]): string;
  scale(scale: Scale): string;
  /** Own scales in the order of their codes, the usual ones under their names. */
  scales(): { code: string; scale: Scale }[];
  response(board: SealedBoard, tag: string): string;
  person(session: string, person: string): string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * 80 bits of SHA-256 over a secret key and a name, as 16 symbols. Cutting the digest keeps anyone without
 * the key from extending it. A letter in front keeps a spreadsheet from reading a number.
 */
function keyed(key: string, letter: string, name: string): string {
  const digest = hash('sha256', `${key} ${letter} ${name}`, 'buffer');
  let text = letter;
  for (let i = 0; i < 16; i += 1) text += ALPHABET[(digest[i] ?? 0) & 31];
  return text;
}

/**
 * Codes of one export. The key lives only as long as the export, so that two exports cannot be joined by
 * their ids; within one the same thing has the same id in every file.
 */
export function codesFor(consultation: Consultation, sessions: readonly Session[]): Codes {
  const key = randomBytes(32).toString('hex');
  const numbered = (prefix: string, ids: readonly string[]): Map<string, string> => {
    const width = Math.max(2, String(ids.length).length);
    return new Map(ids.map((id, i) => [id, prefix + String(i + 1).padStart(width, '0')]));
  };
  const statements = numbered(
    's',
    consultation.statements.map((s) => s.id),
  );
  const sessionCodes = numbered(
    'session',
    sessions.map((s) => s.id),
  );
  const groupIds = [
    ...new Set([...consultation.groups.map((g) => g.id), ...sessions.flatMap((s) => s.groups)]),
  ];
  const groups = numbered('g', groupIds);
  const labels = new Map(consultation.groups.map((g) => [g.id, g.label]));
  const scales = new Map<string, { code: string; scale: Scale }>();
  const known = (map: Map<string, string>, id: string): string => {
    const code = map.get(id);
    if (code === undefined) throw new Error('the export met something that its consultation does not have');
    return code;
  };
  const inOrder = (ids: readonly string[]): readonly string[] =>
    ids.length < 2 ? ids : ids.toSorted((a, b) => groupIds.indexOf(a) - groupIds.indexOf(b));
  return {
    knows: (id) => statements.has(id),
    statement: (id) => known(statements, id),
    session: (id) => known(sessionCodes, id),
    groups: (ids) =>
      inOrder(ids)
        .map((id) => known(groups, id))
        .join('+'),
    groupLabels: (ids) =>
      inOrder(ids)
        .map((id) => labels.get(id) ?? '')
        .join(' + '),
    scale(scale) {
      const name = scaleKey(scale);
      const own = [...scales.values()].filter((s) => s.scale.kind === 'own').length;
      const entry = scales.get(name) ?? { code: scale.kind === 'own' ? `own-${own + 1}` : name, scale };
      scales.set(name, entry);
      return entry.code;
    },
    scales: () => [...scales.values()],
    response: (board, tag) => keyed(key, 'r', `${board.session} ${board.n} ${tag}`),
    person: (session, person) => keyed(key, 'p', `${session} ${person}`),
  };
}
