import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { consultationFile, readConsultationFile } from '../../../core/consultationFile.ts';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { figureOf } from '../../../core/results.ts';
import type { TallyRow } from '../../../core/tally.ts';
import { readFolder } from '../../../server/import/readFolder.ts';
import { readPolis } from '../../../server/import/polis.ts';
import type { Imported } from '../../../server/import/toSealed.ts';
import { toSealed } from '../../../server/import/toSealed.ts';

const root = new URL('../../..', import.meta.url).pathname;
const real = join(root, '..', 'shared', 'real');

let made = 0;
const next = (): string => `id-${(made += 1)}`;

function imported(files: Record<string, string>): Imported {
  const polis = readPolis(files);
  if (isRefusal(polis)) throw new Error(`${polis.where}: ${polis.detail}`);
  return toSealed(polis, next, next);
}

async function folder(path: string): Promise<Record<string, string>> {
  const files = await readFolder(path);
  if (isRefusal(files)) throw new Error(files.detail);
  return files;
}

/** Counts of each statement, the way the product makes all its figures. */
function figures({ consultation, sealed }: Imported) {
  return consultation.statements.map((statement, i) => {
    const rows = sealed.responses
      .filter((r) => r.board === i + 1)
      .map((r): TallyRow => ({
        session: sealed.session.id,
        statement: statement.id,
        round: 1,
        version: 1,
        membership: r.membership,
        answer: r.answer,
        n: 1,
      }));
    const selection = { sessions: [], groups: [], statement: statement.id, round: 1 as const };
    return figureOf(rows, sealed.eligible, selection, consultation.scale);
  });
}

describe('a real consultation', () => {
  const cases: [name: string, statements: number, people: number, pairs: number][] = [
    ['london.youth.policing', 39, 26, 638],
    ['15-per-hour-seattle', 54, 339, 2872],
    ['bg2050-volunteers', 371, 126, 14_283],
  ];
  const there = existsSync(real);
  if (!there) console.warn(`Skipped: no real consultations in ${real}.`);
  const run = there ? test : test.skip;

  for (const [name, statements, people, pairs] of cases)
    run(`F8 ${name} has the figures of its own matrix`, async () => {
      const files = await folder(join(real, name));
      const result = imported(files);
      expect(result.warnings).toEqual([]);
      expect(result.consultation.statements).toHaveLength(statements);
      expect(result.sealed.responses).toHaveLength(pairs);
      expect(new Set(result.sealed.responses.map((r) => r.person)).size).toBe(people);
      const stamps = (files['votes.csv'] ?? '').match(/^\d+/gm)?.map(Number) ?? [];
      const day = (stamp: number): string => new Date(stamp).toISOString().slice(0, 10);
      const date = day(Math.max(...stamps));
      const span = { from: 'polis', first: day(Math.min(...stamps)) };
      expect(result.sealed.session).toMatchObject({ mode: 'linked', state: 'sealed', date, imported: span });

      const rows = parse<Record<string, string>>(files['participants-votes.csv'] ?? '', { columns: true });
      const ids = parse<Record<string, string>>(files['comments.csv'] ?? '', { columns: true })
        .map((row) => Number(row['comment-id']))
        .toSorted((a, b) => a - b);
      const counted = (id: number, vote: string): number =>
        rows.filter((row) => row[String(id)] === vote).length;
      expect(figures(result).map((f) => f.counts)).toEqual(
        ids.map((id) => [counted(id, '-1'), counted(id, '0'), counted(id, '1')]),
      );
      expect(figures(result).map((f) => f.n + (f.notAnswered ?? 0))).toEqual(ids.map(() => people));
      expect(readConsultationFile(consultationFile(result.consultation))).toEqual(result.consultation);
    });
});

const header = 'comment-id,agrees,disagrees,moderated,comment-body';
const made2 = (bodies: string[]): Record<string, string> => ({
  'comments.csv': [
    header,
    ...bodies.map((body, i) => `${i},${i === 0 ? 1 : 0},0,${i === 1 ? -1 : 1},${body}`),
  ].join('\n'),
  'votes.csv': 'timestamp,comment-id,voter-id,vote\n1700000000,0,777001,1',
  'summary.csv': 'topic,T\nvoters,1',
  'participant-votes.csv': 'participant,0\n777001,1',
});

describe('an imported statement', () => {
  test('F8 may be long, empty, doubled, rejected or hold control characters, and this is told', () => {
    const long = 'word '.repeat(120).trim();
    const { consultation, warnings } = imported(made2(['Same', 'Same', long, '""', '"a\u0007b\n c"']));
    const texts = consultation.statements.map((s) => s.wordings[0]?.text ?? '');
    expect(texts[0]).toBe('Same');
    expect([...(texts[2] ?? '')]).toHaveLength(LIMITS.statementText);
    expect(consultation.statements[2]?.notes).toContain(long);
    expect(texts[3]).toBe('(Number 3 has no text.)');
    expect(texts[4]).toBe('a b c');
    expect(consultation.statements[1]?.notes).toContain('rejected');
    expect(warnings).toHaveLength(3);
    expect(isRefusal(readConsultationFile(consultationFile(consultation)))).toBe(false);
  });

  test('F8 comes with the days on which people answered, and where they did', () => {
    const { session } = imported(made2(['One', 'Two'])).sealed;
    expect(session.date).toBe('2023-11-14');
    expect(session.imported).toEqual({ from: 'polis', first: '2023-11-14' });
  });

  test('F8 nothing of the source’s numbers of people or times of votes is kept', () => {
    const text = JSON.stringify(imported(made2(['One', 'Two'])));
    expect(text).not.toContain('777001');
    expect(text).not.toContain('1700000000');
  });
});

describe('a folder', () => {
  test('P5 is refused when it is not there, a file is too large, or not UTF-8', async () => {
    const path = await mkdtemp(join(tmpdir(), 'standpoint-'));
    try {
      expect(await readFolder(join(path, 'nowhere'))).toMatchObject({ refusal: 'bad-file' });
      await writeFile(join(path, 'votes.csv'), Buffer.from([0x61, 0xff, 0x62]));
      expect(await readFolder(path)).toMatchObject({ refusal: 'bad-file', where: 'votes.csv' });
      await truncate(join(path, 'votes.csv'), LIMITS.polisFileBytes + 1);
      expect(await readFolder(path)).toMatchObject({ refusal: 'too-large', where: 'votes.csv' });
      await writeFile(join(path, 'votes.csv'), 'a,b');
      await writeFile(join(path, 'notes.txt'), 'not read');
      expect(await readFolder(path)).toEqual({ 'votes.csv': 'a,b' });
    } finally {
      await rm(path, { recursive: true });
    }
  });
});
