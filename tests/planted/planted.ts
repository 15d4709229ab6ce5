/**
 * Plants faults in a copy of the project, one at a time, runs the tests that should notice, and demands
 * that they go red. A suite that stays green over one of them ends this with 1.
 *
 *     npm run test:planted
 *     npm run test:planted -- --sound FILE   how the tests ended on the sound code is read from Jest's reports
 *     npm run test:planted -- --of 3         each third one; which ones goes by the commit
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { buildIfChanged } from '../../build/both.ts';
import { readReports, type Suite } from '../jest/reports.ts';
import { FAULTS, type Fault } from './faults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The parts of Jest's report that are read here. */
interface Report {
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: Suite[];
}

/** A copy of what git knows, with the packages and the built pages of the original. */
async function copied(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-planted-'));
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  for (const file of stdout.split('\0').filter((name) => name !== ''))
    await cp(join(root, file), join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      // Deleted and not committed yet.
      if (error.code !== 'ENOENT') throw error;
    });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  return folder;
}

/** @param only what titles begin with; undefined: all of them */
async function tested(
  folder: string,
  tests: readonly string[],
  only: string | undefined,
  how: readonly string[] = [],
): Promise<Report> {
  const report = join(folder, 'planted.json');
  await rm(report, { force: true });
  const running = spawn(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...tests,
      ...(only === undefined ? [] : ['-t', only]),
      '--json',
      `--outputFile=${report}`,
      '--forceExit',
      ...how,
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  await once(running, 'exit');
  return JSON.parse(await readFile(report, 'utf8')) as Report;
}

/** Runs the tests of these faults on sound code, each file once; gives how each of them ended, by file and title. */
async function testedSound(folder: string, faults: readonly Fault[]): Promise<Suite[]> {
  const whole = new Set(faults.flatMap(({ tests, only }) => (only === undefined ? tests : [])));
  const parts = new Map<string, Set<string>>();
  for (const { tests, only } of faults)
    for (const test of tests)
      if (only !== undefined && !whole.has(test)) parts.set(test, (parts.get(test) ?? new Set()).add(only));
  const titles = new Set([...parts.values()].flatMap((some) => [...some]));
  const reports = [
    ...(whole.size === 0 ? [] : [await tested(folder, [...whole], undefined)]),
    ...(parts.size === 0 ? [] : [await tested(folder, [...parts.keys()], [...titles].join('|'))]),
  ];
  return reports.flatMap(({ testResults }) => testResults);
}

/** How many of the tests of a fault pass on sound code; null: one of them fails, and so would notice nothing. */
function passing(sound: Suite[], { tests, only = '' }: Fault): number | null {
  const asked = sound
    .filter(({ name }) => tests.some((test) => name.endsWith(`/${test}`)))
    .flatMap(({ assertionResults }) => assertionResults)
    // As Jest reads what it is told with -t.
    .filter(({ fullName }) => new RegExp(only, 'i').test(fullName));
  return asked.length > 0 && asked.every(({ status }) => status === 'passed') ? asked.length : null;
}

/** One that waits for what its fault keeps from coming is not waited for as long as on sound code. */
const HOW = ['--runInBand', '--testTimeout=30000'];

/** What the suite made of a fault: a sentence, and whether it is as it should be. */
async function judge(
  folder: string,
  fault: Fault,
  soundly: Suite[],
): Promise<{ well: boolean; said: string }> {
  const path = join(folder, fault.file);
  const sound = await readFile(path, 'utf8');
  const times = sound.split(fault.code).length - 1;
  if (times !== 1) return { well: false, said: `${fault.file} has the place ${times} times` };
  const good = passing(soundly, fault);
  if (good === null) return { well: false, said: 'the tests fail without it too' };
  await writeFile(
    path,
    sound.replace(fault.code, () => fault.fault),
  );
  const bad = await tested(folder, fault.tests, fault.only, HOW);
  await writeFile(path, sound);
  if (bad.numRuntimeErrorTestSuites > 0) return { well: false, said: 'the tests could not be run with it' };
  if (bad.numFailedTests === 0) return { well: false, said: 'nobody noticed' };
  return { well: true, said: `noticed by ${bad.numFailedTests} of ${good} tests` };
}

const { values: asked } = parseArgs({
  options: { sound: { type: 'string', multiple: true }, of: { type: 'string' } },
});

/** All of them, or those whose turn it is with this commit. */
async function whoseTurn(): Promise<Fault[]> {
  const of = Number(asked.of ?? 1);
  const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: root });
  const turn = Number.parseInt(stdout.slice(0, 8), 16) % of;
  return FAULTS.filter((_, i) => i % of === turn);
}

/** As many copies as there is work for: one test at a time leaves the other core idle. */
await buildIfChanged();
const folders = await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, copied));
const faults = await whoseTurn();
const left = [...faults];
let missed = 0;
const work = async (folder: string, sound: Suite[]): Promise<void> => {
  for (let fault = left.shift(); fault !== undefined; fault = left.shift()) {
    const { well, said } = await judge(folder, fault, sound);
    if (!well) missed += 1;
    process.stdout.write(`${well ? 'ok    ' : 'MISSED'} ${fault.name}: ${said}\n`);
  }
};
try {
  // Once for all: the same tests guard several places, and a start for each of them is dear.
  const sound =
    asked.sound === undefined ? await testedSound(folders[0] ?? '', faults) : readReports(asked.sound);
  await Promise.all(folders.map((folder) => work(folder, sound)));
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
const all = faults.length === FAULTS.length ? '' : `, of ${FAULTS.length} that take turns`;
process.stdout.write(`${faults.length - missed} of ${faults.length} faults were noticed${all}.\n`);
process.exitCode = missed === 0 ? 0 : 1;
