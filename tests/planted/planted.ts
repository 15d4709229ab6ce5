/**
 * Plants faults in a copy of the project, one at a time, runs the tests that should notice, and demands
 * that they go red. A suite that stays green over one of them ends this with 1.
 *
 *     npm run test:planted
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FAULTS, type Fault } from './faults.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

interface Counts {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
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
  await run(process.execPath, ['build/client.ts'], { cwd: folder });
  return folder;
}

async function tested(folder: string, { tests, only }: Fault): Promise<Counts> {
  const report = join(folder, 'planted.json');
  await rm(report, { force: true });
  const running = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      ...tests,
      ...(only === undefined ? [] : ['-t', only]),
      '--json',
      `--outputFile=${report}`,
      '--forceExit',
      '--runInBand',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  await once(running, 'exit');
  return JSON.parse(await readFile(report, 'utf8')) as Counts;
}

/** What the suite made of a fault: a sentence, and whether it is as it should be. */
async function judge(folder: string, fault: Fault): Promise<{ well: boolean; said: string }> {
  const path = join(folder, fault.file);
  const sound = await readFile(path, 'utf8');
  const times = sound.split(fault.code).length - 1;
  if (times !== 1) return { well: false, said: `${fault.file} has the place ${times} times` };
  await writeFile(
    path,
    sound.replace(fault.code, () => fault.fault),
  );
  const bad = await tested(folder, fault);
  await writeFile(path, sound);
  if (bad.numRuntimeErrorTestSuites > 0) return { well: false, said: 'the tests could not be run with it' };
  if (bad.numFailedTests === 0) return { well: false, said: 'nobody noticed' };
  // Tests that fail anyway notice nothing.
  const good = await tested(folder, fault);
  return good.numFailedTests + good.numRuntimeErrorTestSuites > 0 || good.numPassedTests === 0
    ? { well: false, said: 'the tests fail without it too' }
    : { well: true, said: `noticed by ${bad.numFailedTests} of ${good.numPassedTests} tests` };
}

/** As many copies as there is work for: one test at a time leaves the other core idle. */
const folders = await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, copied));
const left = [...FAULTS];
let missed = 0;
const work = async (folder: string): Promise<void> => {
  for (let fault = left.shift(); fault !== undefined; fault = left.shift()) {
    const { well, said } = await judge(folder, fault);
    if (!well) missed += 1;
    process.stdout.write(`${well ? 'ok    ' : 'MISSED'} ${fault.name}: ${said}\n`);
  }
};
try {
  await Promise.all(folders.map(work));
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${FAULTS.length - missed} of ${FAULTS.length} faults were noticed.\n`);
process.exitCode = missed === 0 ? 0 : 1;
