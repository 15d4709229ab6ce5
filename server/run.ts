/** Reads the configuration, opens the store, listens, and closes on a signal; nothing else. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { showCode } from '../core/id.ts';
import { isRefusal, refuse, type Refusal } from '../core/refusal.ts';
import { REFUSALS } from '../core/refusals.ts';
import { buildClientIfChanged } from '../build/client.ts';
import { startApp } from './app.ts';
import type { App } from './appParts.ts';
import { openBrowser } from './browser.ts';
import { readConfig, type Config } from './config.ts';
import { diskLock } from './diskLock.ts';
import {
  CertificateFault,
  readOwnCertificate,
  type Certificate,
  type CertificatePaths,
} from './http/certificate.ts';
import { TakenHere } from './loopback.ts';
import { serveMend } from './mend.ts';
import { isDiskFull } from './store/diskFull.ts';
import { isStoreFault, openStore } from './store/open.ts';
import { goodCopy, isRestored, restoreStore } from './store/restore.ts';
import type { Store } from './store/store.ts';
import { isStaffFault, openStaff } from './store/openStaff.ts';
import { onEnter } from './terminal.ts';
import { offerSample } from './use/offerSample.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const NO_SPACE = 'The disk is full, so Standpoint could not start. Free some space and start it again.';

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function fail(...sentences: string[]): never {
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exit(1);
}

/** The team's own certificate; what is wrong with it ends the program. */
async function ownCertificate(paths: CertificatePaths): Promise<Certificate> {
  try {
    return await readOwnCertificate(paths);
  } catch (error) {
    if (error instanceof CertificateFault) fail(error.message);
    throw error;
  }
}

/** The stick that was named at the start. Its passphrase is printed once. */
async function nameStick(app: App, folder: string): Promise<void> {
  const named = await app.nameStick(folder).catch((error: unknown) => {
    fault(error);
    return refuse('stick-missing');
  });
  if (isRefusal(named)) say('', `  The stick at ${folder}: ${REFUSALS[named.refusal].wording}`);
  else if (named.passphrase !== null)
    say(
      '',
      `  Copies of running sessions go to ${folder} as well, locked. Write down the passphrase: it is told once.`,
      `  ${named.passphrase}`,
    );
}

/** Where devices that were added come in, or why they cannot. */
function devicesLine(devices: string | Refusal | null): string[] {
  if (devices === null) return [];
  if (typeof devices === 'string') return [`  Other devices of yours:   ${devices}/console`];
  return [`  Other devices of yours:   ${REFUSALS[devices.refusal].wording}`];
}

/** An unexpected error is told by its name and place only: its message may hold what people wrote. */
function fault(error: unknown): void {
  const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : '';
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  process.stderr.write(`Fault: ${error instanceof Error ? error.name : 'unknown'}${code}\n${place}\n`);
}

/** Everything is saved and closed. An exit waits for the threads, and one that a stick holds never comes back. */
function end(app: App, code: number): void {
  if (app.hangs()) process.kill(process.pid, 'SIGKILL');
  else process.exit(code);
}

/** What keeps the program from starting, in one sentence where it is known. Throws what is not. */
function failBy(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (error instanceof TakenHere)
    fail(
      `Port ${error.port} is taken at ${error.address}: the browser of this laptop would find another program there. Stop what uses it, or choose another port with --port (PORT).`,
    );
  if (code === 'EADDRINUSE')
    fail(`Port ${config.port} is taken. Stop what uses it, or choose another with --port (PORT).`);
  if (code === 'EACCES')
    fail(`Port ${config.port} may not be used by this user. Choose one above 1023 with --port (PORT).`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    fail(`--host (HOST) is "${config.host}", which is not an address of this machine.`);
  if (isDiskFull(error)) fail(NO_SPACE);
  throw error;
}

// Whoever read what we print may go away, a closed terminal for one; a room must not end with it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// What nobody foresaw ends the program, since nobody knows what holds after it: what was acknowledged is on the disk, and
// phones send the rest again. Node itself would print what the error says.
process.on('uncaughtException', (error) => {
  fault(error);
  process.exit(1);
});
const read = readConfig(process.argv.slice(2), process.env);
if ('faults' in read) fail(...read.faults);
const config: Config = read;

/** Where to listen; where the page had the port that the system chose, whoever pressed its button is there. */
let port = config.port;
/** Ends the program; while it starts there is nothing to close that a kill would not leave as well. */
let close = (): void => process.exit(0);
// npm starts us through a shell that does not pass SIGTERM on: it dies and leaves us behind. Then our parent is
// another process, and that is our signal; also while we wait for a button to be pressed.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] === 'start')
  setInterval(() => process.ppid === parent || close(), 200).unref();

if ((await buildClientIfChanged()) === 'built') say('The pages were built.');

/**
 * The store. Where its database is damaged and there is a good copy, this waits until somebody on the laptop
 * has pressed the button that puts the copy in its place.
 */
async function openOrMend(): Promise<Store> {
  const opened = await openStore(config.data);
  if (!isStoreFault(opened)) return opened;
  const copy = opened.storeFault === 'damaged' ? goodCopy(config.data) : null;
  if (copy === null) fail(opened.sentence);
  const mend = await serveMend({ root, port, made: copy.made }).catch((error: unknown) => {
    process.stderr.write(`${opened.sentence}\n`);
    return failBy(error);
  });
  say(
    '',
    opened.sentence,
    `A good copy was made at ${copy.made}. To put it in place, open this on this laptop:`,
    `  http://localhost:${mend.port}/`,
    'Or stop with Ctrl-C and run: npx standpoint restore',
  );
  if (config.open) await openBrowser(`http://localhost:${mend.port}/`);
  await mend.pressed;
  port = mend.port;
  const done = restoreStore(config.data);
  if (!isRestored(done)) fail(done.sentence);
  say(`The copy is in place. Set aside: ${done.aside.join(', ')}`);
  const again = await openStore(config.data);
  if (isStoreFault(again)) fail(again.sentence);
  again.carry.found({ is: 'database-restored', minute: done.made });
  return again;
}

const own = config.tls === null ? null : await ownCertificate(config.tls);
const store = await openOrMend();
const staff = await openStaff(config.data, (aside) =>
  say(`The file of sign-ins was damaged. It is kept as ${aside}, and a new one was begun.`),
);
if (isStaffFault(staff)) {
  await store.close();
  fail(staff.sentence);
}
// Asked while the server starts; it can take a moment.
const disk = diskLock(config.data);

try {
  await offerSample(store, config.sample);
  const { host, data, tlsPort } = config;
  const app = await startApp({
    store,
    staff,
    data,
    root,
    port,
    host,
    tls: { port: tlsPort, own },
    fault,
    watcherToken: config.metricsToken,
  });
  let closing = false;
  close = (): void => {
    if (closing) return;
    closing = true;
    app.close().then(
      () => end(app, 0),
      (error: unknown) => {
        fault(error);
        end(app, 1);
      },
    );
  };
  // Ctrl-C comes twice under npm, from the terminal and from npm; the second is passed over.
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  const link = app.startLink();
  say(
    '',
    'Standpoint is running.',
    '',
    config.open
      ? '  Your browser opens this link. It signs you in, once:'
      : '  Open this link on this laptop. It signs you in, once:',
    `  ${link}`,
    '',
    `  Your data are kept in:    ${data}`,
    `  Phones in the room:       ${app.address}/j`,
    ...devicesLine(app.devices),
    '',
    ...app.running.map(({ name, code }) => `  Code for phones:          ${showCode(code)}  ("${name}")`),
    '',
    ...app.notTakenUp.map(({ name, reason }) => `  "${name}" could not be opened: ${reason}`),
    'Every session gets a code of its own when you open its lobby.',
    ...(process.stdin.isTTY ? ['Press Enter for a new link, Ctrl-C to stop.'] : ['Press Ctrl-C to stop.']),
  );
  if (config.stick !== '') await nameStick(app, config.stick);
  if ((await disk) === 'plain')
    say(
      '',
      'The disk of this laptop is not encrypted: whoever gets hold of it can read what is on it.',
      'Turn its encryption on (BitLocker, FileVault, LUKS), or lock consultations away on the console.',
    );
  onEnter(process.stdin, () => say('  A new link, which signs you in once:', `  ${app.startLink()}`, ''));
  if (config.open && !(await openBrowser(link)))
    say('', 'The browser did not open by itself. Copy the link above into it.');
} catch (error) {
  await staff.close();
  await store.close();
  failBy(error);
}
