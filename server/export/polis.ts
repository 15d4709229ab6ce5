/** The folders in the layout of Polis, and the pair of files that Polis itself imports. */
import type { Codes } from './codes.ts';
import type { Part } from './part.ts';
import { groupingsOf, polisRounds } from './polisCounts.ts';
import { formatJson } from './polisFormat.ts';
import type { Folder } from './polisFiles.ts';
import {
  bodies,
  commentGroupsCsv,
  commentsCsv,
  matrixCsv,
  polisCsv,
  secondsOf,
  summaryCsv,
  votesCsv,
} from './polisFiles.ts';
import type { Matrix } from './polisMatrix.ts';
import { matrixOf } from './polisMatrix.ts';
import type { ExportSource } from './source.ts';

/**
 * Folders `round-1/everyone` and so on: statements and counts of all sessions, or, `personal`, of the
 * linked ones alone with the votes of each person. So that the files of a folder agree with each other,
 * the two are not mixed.
 */
export async function polisParts(
  given: ExportSource,
  codes: Codes,
  root: string,
  personal: boolean,
): Promise<Part[]> {
  const source = personal ? onlyLinked(given) : given;
  const parts: Part[] = [];
  for (const round of await polisRounds(source, codes)) {
    const matrix = personal ? await matrixOf(source, round, codes) : null;
    const groupings = groupingsOf(round, codes);
    for (const grouping of groupings) {
      const { consultation, sessions } = source;
      const folder: Folder = { consultation, sessions, round, grouping, groupings, matrix };
      const path = `${root}/${round.folder}/${grouping.folder}`;
      const add = (name: string, chunks: Part['chunks']): void =>
        void parts.push({ name: `${path}/${name}`, chunks });
      add('summary.csv', () => [summaryCsv(folder)]);
      add('comments.csv', () => [commentsCsv(folder)]);
      if (matrix !== null) {
        add('votes.csv', () => votesCsv(folder, matrix));
        // Some readers look for the one name, some for the other.
        add('participant-votes.csv', () => matrixCsv(folder, matrix));
        add('participants-votes.csv', () => matrixCsv(folder, matrix));
      }
      add('comment-groups.csv', () => [commentGroupsCsv(folder)]);
      add('format.json', () => [formatJson(folder)]);
    }
  }
  return parts;
}

/** `comments.csv` and `votes.csv` as Polis takes them in, for each round of the linked sessions. */
export async function polisImportParts(given: ExportSource, codes: Codes, root: string): Promise<Part[]> {
  const source = onlyLinked(given);
  const parts: Part[] = [];
  for (const round of await polisRounds(source, codes)) {
    const matrix = await matrixOf(source, round, codes);
    const path = `${root}/${round.folder}`;
    const ids = source.consultation.statements.map((s) => codes.uuid(`statement ${s.id}`));
    const texts = bodies(source.consultation).map((text, i) => [text, { bare: ids[i] ?? '' }]);
    parts.push(
      {
        name: `${path}/comments.csv`,
        chunks: () => [`comment_text,original_id\n${polisCsv(texts)}`],
      },
      { name: `${path}/votes.csv`, chunks: () => importVotes(matrix, ids, round.folder, codes) },
    );
  }
  return parts;
}

function* importVotes(
  matrix: Matrix,
  ids: readonly string[],
  folder: string,
  codes: Codes,
): Generator<string> {
  yield 'vote_id,user_id,vote_value,timestamp,comment_id\n';
  const users = matrix.voters.map((_, i) => ({ bare: codes.uuid(`voter ${folder} ${i}`) }));
  for (const [statement, id] of ids.entries()) {
    const rows = matrix.voters.flatMap(({ session }, i) => {
      const vote = matrix.voteAt(i, statement);
      if (vote === null) return [];
      const own = { bare: codes.uuid(`vote ${folder} ${i} ${statement}`) };
      const time = { bare: new Date(secondsOf(session.date) * 1000).toISOString() };
      return [[own, users[i] ?? null, vote, time, { bare: id }]];
    });
    yield polisCsv(rows);
  }
}

function onlyLinked(source: ExportSource): ExportSource {
  return { ...source, sessions: source.sessions.filter((s) => s.mode === 'linked') };
}
