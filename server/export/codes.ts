/** Names of things in the files: readable codes for what is public to the team, random ids for people. */
import { createCipheriv, hash, randomBytes } from 'node:crypto';
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
  /** Ids of a board's responses, which stand in an order that is the same each time they are read. */
  responses(board: Pick<SealedBoard, 'session' | 'n'>, n: number): string[];
  /** Ids of a session's people. */
  persons(session: string): (person: string) => string;
  /** A random UUID that stands for a name; the same name has the same one within an export. */
  uuid(name: string): string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Two symbols for each ten bits. */
const PAIRS = Array.from({ length: 1024 }, (_, i) => `${ALPHABET[i >> 5]}${ALPHABET[i & 31]}`);

/** 80 bits as 16 symbols. A letter in front keeps a spreadsheet from reading a number. */
function idFrom(letter: string, bytes: Buffer, at: number): string {
  let text = letter;
  for (let i = at; i < at + 16; i += 2) text += PAIRS[bytes.readUInt16LE(i) & 1023];
  return text;
}

/**
 * Codes of one export. The key lives only as long as the export, so that two exports cannot be joined by
 * their ids; within one the same thing has the same id in every file.
 *
 * @param key 32 bytes; given only to make the samples that ship, which people did not answer
 */
export function codesFor(
  consultation: Consultation,
  sessions: readonly Session[],
  key: Buffer = randomBytes(32),
): Codes {
  const secret = key.toString('hex');
  const digest = (name: string): Buffer => hash('sha256', `${secret} ${name}`, 'buffer');
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
    responses({ session, n: board }, n) {
      // A stream of random bytes for each board, from the place in it that only the key can tell.
      const start = digest(`board ${session} ${board}`).subarray(0, 16);
      const bytes = createCipheriv('aes-256-ctr', key, start).update(Buffer.alloc(16 * n));
      return Array.from({ length: n }, (_, i) => idFrom('r', bytes, 16 * i));
    },
    persons(session) {
      const ids = new Map<string, string>();
      return (person) => {
        const before = ids.get(person);
        if (before !== undefined) return before;
        const made = idFrom('p', digest(`person ${session} ${person}`), 0);
        ids.set(person, made);
        return made;
      };
    },
    uuid(name) {
      const bytes = digest(`uuid ${name}`);
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
  };
}
