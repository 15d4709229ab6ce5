/** The age program, from wherever the machine has it: installed, or from Debian when the tests run as root. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Throws a sentence that says what to do when there is none. */
export async function needAge(): Promise<void> {
  const there = () =>
    run('age', ['--version']).then(
      () => true,
      () => false,
    );
  if (await there()) return;
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env }).catch(() => undefined);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'age'], { env }).catch(
      () => undefined,
    );
    if (await there()) return;
  }
  throw new Error('The tests found no age program here. Install it (Debian: apt-get install age).');
}
