import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { AnalysisPage, ConsultationListItem } from '../../core/api.ts';
import { figureIn } from '../support/figures.ts';
import { startProgram, type Program } from '../support/program.ts';
import { root } from '../support/server.ts';

const real = join(root, '../shared/real');
const there = existsSync(real);
if (!there) process.stderr.write('Skipped: the real consultations are not beside the project.\n');

let program: Program;
beforeAll(async () => {
  program = await startProgram('--no-sample');
});
afterAll(() => program?.stop());

const run = promisify(execFile);
/** The command line as `npx standpoint` runs it. */
const standpoint = async (...args: string[]): Promise<string> =>
  (await run(process.execPath, ['server/cli.ts', ...args], { cwd: root })).stdout;

type Counts = Record<string, [disagree: number, pass: number, agree: number]>;

/** Counts of each comment's column in the source's own matrix. */
function matrixCounts(folder: string): Counts {
  const text = readFileSync(join(real, folder, 'participants-votes.csv'), 'utf8');
  const counts: Counts = {};
  for (const row of parse<Record<string, string>>(text, { columns: true, bom: true }))
    for (const [column, vote] of Object.entries(row)) {
      if (!/^\d+$/.test(column)) continue;
      const own = (counts[column] ??= [0, 0, 0]);
      if (vote !== '') own[Number(vote) + 1] = (own[Number(vote) + 1] ?? 0) + 1;
    }
  return counts;
}

async function get<T>(path: string): Promise<T> {
  return (await (await program.fetch(path)).json()) as T;
}

/** The newest consultation's counts by the number that each statement has in the source. */
async function countsOf(id: string): Promise<Counts> {
  const page = await get<{ consultation: { statements: { id: string; notes: string }[] } }>(
    `/api/consultations/${id}`,
  );
  const number = new Map(
    page.consultation.statements.map((s) => [s.id, /Number (\d+) in Polis/.exec(s.notes)?.[1] ?? '']),
  );
  const results = await get<AnalysisPage>(`/api/consultations/${id}/analysis`);
  return Object.fromEntries(
    results.statements.map((s, i) => [number.get(s.id) ?? '', figureIn(results, i).counts as Counts[string]]),
  );
}

/** Columns without a vote are left out of some matrices. */
const voted = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, c]) => c.some((n) => n > 0)));

async function newest(): Promise<ConsultationListItem> {
  const list = await get<ConsultationListItem[]>('/api/consultations');
  const last = list.at(-1);
  if (last === undefined) throw new Error('there is no consultation');
  return last;
}

(there ? describe : describe.skip)('real consultations', () => {
  test.each(['london.youth.policing', '15-per-hour-seattle', 'bg2050-volunteers'])(
    'F8 %s, imported by the command line, has the figures of its own matrix',
    async (folder) => {
      await standpoint(
        'import',
        'polis',
        join(real, folder),
        '--server',
        program.url,
        '--data',
        program.folder,
      );
      const { id, sessions } = await newest();
      expect(sessions.map((s) => s.state)).toEqual(['sealed']);
      const matrix = voted(matrixCounts(folder));
      expect(voted(await countsOf(id))).toEqual(matrix);
      const pairs = Object.values(matrix)
        .flat()
        .reduce((a, b) => a + b, 0);
      expect(pairs).toBe(
        { 'london.youth.policing': 638, '15-per-hour-seattle': 2872, 'bg2050-volunteers': 14283 }[folder],
      );
    },
    120_000,
  );

  test('F8 F5 S2 london.youth.policing, replayed live by 26 phones and 640 placements: results and the exported file give its matrix', async () => {
    const folder = 'london.youth.policing';
    const said = await standpoint(
      'replay',
      join(real, folder),
      '--server',
      program.url,
      '--data',
      program.folder,
    );
    expect(said).toContain('26 phones, 640 placements acknowledged');
    const { id, sessions } = await newest();
    expect(sessions.map((s) => s.state)).toEqual(['sealed']);
    const matrix = voted(matrixCounts(folder));
    expect(voted(await countsOf(id))).toEqual(matrix);
    const out = join(program.folder, 'out.zip');
    await standpoint(
      'export',
      '--server',
      program.url,
      '--data',
      program.folder,
      '--consultation',
      id,
      '--out',
      out,
    );
    const files = unzipSync(new Uint8Array(await readFile(out)));
    const table = (name: string) =>
      parse<Record<string, string>>(strFromU8(files[`CONFIDENTIAL_TEAM_ONLY_${name}`] ?? new Uint8Array()), {
        columns: true,
      });
    const number = new Map<string, string>();
    for (const row of table('statements_data.csv')) {
      const found = /Number (\d+) in Polis/.exec(Object.values(row).join(' '));
      if (found?.[1] !== undefined) number.set(row['statement_id'] ?? '', found[1]);
    }
    const counts: Counts = {};
    const long = table('responses_long_data.csv');
    for (const row of long) {
      const own = (counts[number.get(row['statement_id'] ?? '') ?? ''] ??= [0, 0, 0]);
      const code = Number(row['answer_code']);
      own[code - 1] = (own[code - 1] ?? 0) + 1;
    }
    expect(long.length).toBe(638);
    expect(counts).toEqual(matrix);
    expect(new Set(long.map((r) => r['participant_id'])).size).toBe(26);
  }, 120_000);
});

test('P5 an export of a folder that is in use, and an unknown command, say what to do', async () => {
  const failed = async (...args: string[]) =>
    run(process.execPath, ['server/cli.ts', ...args], { cwd: root }).then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    );
  const busy = await failed('export', '--data', program.folder);
  expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining('--server')]);
  const unknown = await failed('publish');
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('Usage:')]);
  const nobody = await failed('export', '--server', 'http://localhost:1');
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('npm start')]);
});
