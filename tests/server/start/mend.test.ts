/** A start on a damaged database: a page with a button in the place of the console, on this machine only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { asks } from '../../support/asks.ts';
import { lanAddress } from '../../support/program.ts';
import { root } from '../../support/server.ts';
import { aResponse, begun, newFolder, opened, reopened } from '../store/made.ts';

test('O3 a button puts the last good copy in place and the program goes on; nobody elsewhere can press it', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  await (await begun(store)).place(aResponse(1, 'a'));
  await store.close();
  writeFileSync(join(folder, 'standpoint.db'), 'no longer a database '.repeat(500));
  const child = spawn(process.execPath, ['server/main.ts', '--port', '0', '--data', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const until = async (what: RegExp): Promise<string> => {
    while (!what.test(printed)) await once(child.stdout, 'data');
    return what.exec(printed)?.[1] ?? '';
  };
  const url = await until(/(http:\/\/localhost:\d+)\/\n/);
  const page = await asks(url);
  expect([page.status, page.text.includes('Use the copy and start')]).toEqual([200, true]);
  expect((await asks(`${url}/ready`)).json).toEqual({ ready: false, reason: 'damaged' });
  const { port } = new URL(url);
  await expect(asks(`http://${lanAddress()}:${port}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const press = (headers: Record<string, string>) => asks(`${url}/mend`, { method: 'POST', headers });
  expect((await press({ Origin: 'http://evil.example' })).status).toBe(403);
  expect((await press({})).status).toBe(403);
  expect((await press({ Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` })).status).toBe(
    403,
  );
  expect(printed).not.toContain('in place. Set aside');
  expect((await press({ Origin: url })).text).toContain('put in place');
  await until(/Standpoint is running/);
  expect(printed).toContain('standpoint.damaged.db');
  child.kill('SIGTERM');
  await once(child, 'exit');
  const again = await opened(folder);
  expect((await reopened(again)).current(1, 'a')).toEqual(aResponse(1, 'a'));
  await again.close();
}, 30_000);
