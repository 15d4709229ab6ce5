import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RoomCheck } from '../../core/address.ts';
import { lanAddress, startProgram, type Program } from '../support/program.ts';

/**
 * A second device is a network namespace of this machine with a cable of its own; making one needs root. Our end of the
 * cable gets no address, also none of IPv6: browsers of other tests let go of what they are loading at each address that
 * comes or goes.
 */
const space = `standpoint-${process.pid}`;
const [here, there] = [lanAddress(), '10.213.77.2'];
const [end, other] = [`sp${process.pid % 100_000}a`, `sp${process.pid % 100_000}b`];

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: 'ignore' });
}

function plugIn(): boolean {
  try {
    ip('netns', 'add', space);
    ip('link', 'add', end, 'type', 'veth', 'peer', 'name', other, 'netns', space);
    withoutAddress();
    ip('link', 'set', end, 'up');
    ip('route', 'add', there, 'dev', end);
    ip('-n', space, 'addr', 'add', there, 'dev', other);
    ip('-n', space, 'link', 'set', other, 'up');
    ip('-n', space, 'route', 'add', here, 'dev', other);
    return true;
  } catch {
    unplug();
    return false;
  }
}

function withoutAddress(): void {
  try {
    ip('link', 'set', end, 'addrgenmode', 'none');
  } catch {
    // A machine without IPv6 gives none.
  }
}

function unplug(): void {
  for (const args of [
    ['link', 'del', end],
    ['netns', 'del', space],
  ])
    try {
      ip(...args);
    } catch {
      // It was not made.
    }
}

const possible = plugIn();
if (!possible) process.stderr.write('Skipped: a second device needs root and the program ip.\n');

let program: Program;
beforeAll(async () => {
  if (possible) program = await startProgram('--no-sample');
});
afterAll(async () => {
  await program?.stop();
  unplug();
});

/** The status of a page as the other device gets it. */
async function fromThere(path: string): Promise<number> {
  const url = `http://${here}:${new URL(program.url).port}${path}`;
  const { stdout } = await promisify(execFile)('ip', [
    'netns',
    'exec',
    space,
    process.execPath,
    '--eval',
    `fetch(${JSON.stringify(url)}).then((r) => process.stdout.write(String(r.status)))`,
  ]);
  return Number(stdout);
}

async function room(): Promise<RoomCheck> {
  return (await (await program.fetch('/api/room')).json()) as RoomCheck;
}

(possible ? describe : describe.skip)('another device on the network', () => {
  test('P2 P5 it turns the address green by loading the phone page, and gets nothing of the facilitator’s', async () => {
    const mine = (check: RoomCheck) => check.addresses.find((a) => a.url.includes(here));
    expect(mine(await room())?.proved).toBe(false);
    for (const path of ['/console', '/api/consultations', '/projector/any', '/api/room'])
      expect([path, await fromThere(path)]).toEqual([path, 403]);
    expect(mine(await room())?.proved).toBe(false);
    expect(await fromThere('/j')).toBe(200);
    const check = await room();
    // What is proved is also what the QR code shows from now on.
    expect(mine(check)).toMatchObject({ proved: true, chosen: true });
    expect(check.waited).toBe(0);
  });
});
