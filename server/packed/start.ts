/**
 * Starts a pack: finds the place of its data, or the Standpoint that runs on them already, and a free port;
 * the rest is `main.js`. What was typed behind the name of the script goes before all of that.
 */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { isRefusal } from '../../core/refusal.ts';
import { openBrowser } from '../browser.ts';
import { callServer, runningServer } from '../cli/callServer.ts';
import { Stop } from '../cli/common.ts';
import { askPlace } from './ask.ts';
import { choosePlace, NoPlace } from './place.ts';
import { freePort, PORTS } from './ports.ts';
import { WORDS } from './words.ts';

const pack = resolve(import.meta.dirname, '../../..');
const given = process.argv.slice(2);
const isGiven = (flag: string): boolean => given.some((a) => a === flag || a.startsWith(`${flag}=`));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** A new start link of the Standpoint that runs on a folder; null: none does. A killed one left its key. */
async function linkOfRunning(folder: string): Promise<string | null> {
  try {
    const made = await callServer<{ link: string }>(
      await runningServer(folder),
      'POST',
      '/api/staff/link',
      {},
    );
    return isRefusal(made) ? null : made.link;
  } catch (error) {
    if (error instanceof Stop) return null;
    throw error;
  }
}

async function place(): Promise<string> {
  const { stdin, stdout } = process;
  const ask = stdin.isTTY ? (beside: string, own: string) => askPlace(stdin, stdout, beside, own) : null;
  try {
    return await choosePlace({ pack, home: homedir(), ask, say });
  } catch (error) {
    if (error instanceof NoPlace) fail(error.message);
    throw error;
  }
}

/** A closed window is how most people stop a program. On Windows this comes a few seconds before the end. */
process.on('SIGHUP', () => process.emit('SIGTERM') || process.exit(1));

if (!isGiven('--data') && process.env['DATA_DIR'] === undefined) {
  const folder = await place();
  const link = await linkOfRunning(folder);
  if (link !== null) {
    say(WORDS.running(folder));
    say((await openBrowser(link)) ? WORDS.opened : WORDS.notOpened(link));
    process.exit(0);
  }
  process.argv.push('--data', folder);
}
if (!isGiven('--port') && process.env['PORT'] === undefined) {
  const port = await freePort();
  if (port === null) fail(WORDS.noPort(PORTS.first, PORTS.last));
  if (port !== PORTS.first) say(WORDS.otherPort(PORTS.first, port));
  process.argv.push('--port', String(port));
}
if (!isGiven('--open') && !isGiven('--no-open') && process.env['OPEN'] === undefined)
  process.argv.push('--open');
await import('../main.js');
