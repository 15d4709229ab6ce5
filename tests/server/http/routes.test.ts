import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSession, root, startServer, type TestServer } from '../../support/server.ts';

/** Every route of the console, from the routers themselves. */
function routes(): [method: string, path: string][] {
  return server.app.routes
    .filter((route) => route.includes(' /api/'))
    .map((route) => route.split(' ') as [string, string]);
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

function ask(
  host: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const req = request({ host, port: server.app.port, method, path, headers }, (res) => {
      let body = '';
      res.on('data', (chunk: Buffer) => (body += chunk.toString()));
      res.on('end', () => done({ status: res.statusCode ?? 0, body }));
    });
    req.once('error', fail);
    req.end();
  });
}

describe('every route of the console', () => {
  test('P6 stands in docs/PROTOCOL.md, and nothing else does', () => {
    const page = readFileSync(join(root, 'docs/PROTOCOL.md'), 'utf8');
    const told = [...page.matchAll(/^\| (GET|POST|PUT|DELETE) \| `([^`]+)` \|$/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    const real = routes().map(([method, path]) => `${method} ${path}`);
    expect(told.toSorted()).toEqual(real.toSorted());
    expect(real.length).toBeGreaterThan(30);
  });

  test('P2 is refused to everyone who is not on the machine, whatever its method', async () => {
    const lan = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find((a) => a.family === 'IPv4' && !a.internal)?.address;
    if (lan === undefined) throw new Error('this machine has no address but the loopback one');
    for (const [method, path] of routes()) {
      const concrete = path.replace(':id', 'some-id');
      const headers = { 'X-Standpoint': '1', Cookie: server.cookie };
      // What everyone may ask tells and does nothing to whoever is not signed in; tests/server/http/access*.
      const everyone = path === '/api/staff/me' || path === '/api/staff/pair';
      const answer = await ask(lan, method, concrete, headers);
      if (!everyone) expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
  });

  test('P3 that changes something is refused without our header', async () => {
    for (const [method, path] of routes()) {
      if (method === 'GET') continue;
      const headers = { Cookie: server.cookie };
      const answer = await ask('127.0.0.1', method, path.replace(':id', 'some-id'), headers);
      expect([method, path, answer.status]).toEqual([method, path, 403]);
      expect(JSON.parse(answer.body)).toEqual({ refusal: 'wrong-origin', where: 'X-Standpoint' });
    }
  });

  test('P5 answers an unknown id with a refusal and never a fault', async () => {
    for (const [method, path] of routes()) {
      if (!path.includes(':id')) continue;
      const answer = await ask('127.0.0.1', method, path.replace(':id', 'some-id'), {
        'X-Standpoint': '1',
        Cookie: server.cookie,
      });
      expect([method, path, answer.status >= 400 && answer.status < 500]).toEqual([method, path, true]);
      expect(JSON.parse(answer.body)).toHaveProperty('refusal');
    }
    expect(server.faults).toEqual([]);
  });
});

describe('pages', () => {
  test('P3 the phone’s page allows nothing from outside, and is never kept', async () => {
    const response = await fetch(`${server.url}/j`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(response.headers.get('permissions-policy')).toContain('camera=(), ');
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
  });

  test('P5 a code in the address is put into the page only when it is one', async () => {
    const page = await (await fetch(`${server.url}/j/${encodeURIComponent('"><script>')}`)).text();
    expect(page).toContain('data-code=""');
    expect(await (await fetch(`${server.url}/j/bcd-234`)).text()).toContain('data-code="BCD234"');
  });

  test('P5 a picture of a running session is there for phones by its hash, and nothing else is', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
    const { session, document } = await openSession(server, ['One'], {}, (doc) => {
      const statement = doc.statements[0];
      if (statement) statement.picture = { type: 'image/png', data: png, alt: 'A dot' };
    });
    expect(session.state).toBe('lobby');
    const { createHash } = await import('node:crypto');
    // It is drawn anew when it comes in, and its address is the hash of what is kept.
    const kept = document.consultation.statements[0]?.picture?.data ?? '';
    const hash = createHash('sha256').update(kept, 'base64').digest('hex').slice(0, 32);
    const found = await fetch(`${server.url}/pictures/${hash}`);
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(`${server.url}/pictures/none`)).status).toBe(404);
  });
});

describe('checking the room', () => {
  test('P5 an address is green only after another device has loaded the phone page by it', async () => {
    type Check = { addresses: { url: string; proved: boolean; chosen: boolean }[] };
    const before = await server.get<Check>('/api/room?watch=1');
    expect(before.addresses.length).toBeGreaterThan(0);
    expect(before.addresses.filter((a) => a.chosen).length).toBe(1);
    // This machine itself, even by its own network address, is no other device.
    await fetch(`${before.addresses[0]?.url}/j`);
    const after = await server.get<Check>('/api/room');
    expect(after.addresses.some((a) => a.proved)).toBe(false);
    expect(await server.send('POST', '/api/room/address', { url: 'http://10.0.0.99' })).toMatchObject({
      refusal: 'address-unknown',
    });
    const [first] = before.addresses;
    expect(await server.send<Check>('POST', '/api/room/address', { url: first?.url })).toMatchObject({
      addresses: expect.arrayContaining([expect.objectContaining({ url: first?.url, chosen: true })]),
    });
  });
});
