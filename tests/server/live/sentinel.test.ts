/**
 * A consultation from its first page to its report, by a phone, a projector and a console with an address and
 * a browser that nobody else has; then a search of every byte that the program has kept, printed or handed out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import type { JobState, ReleaseCheck, StoredDocument } from '../../../core/api.ts';
import type { Session } from '../../../core/session.ts';
import { newToken } from '../../../server/random.ts';
import { KINDS } from '../../../server/export/kinds.ts';
import { asks, cookieOf, type Answer } from '../../support/asks.ts';
import { readPdf } from '../../support/readReport.ts';
import { startProgram, type Program } from '../../support/program.ts';
import { connected } from '../../support/server.ts';
import { point, theme } from '../../support/talk.ts';
import { formsOf, unpacked } from '../../support/unpacked.ts';

const ADDRESS = '127.0.0.77';
/** What a browser tells of itself and of where it comes from. */
const BROWSER = {
  'User-Agent': 'SENTINEL-DEVICE/7.7',
  'Accept-Language': 'SENTINEL-LANGUAGE',
  Referer: 'http://127.0.0.1/SENTINEL-REFERRER',
  'X-Forwarded-For': 'SENTINEL-FORWARDED',
  'Sec-CH-UA-Model': 'SENTINEL-MODEL',
  'X-Device-Id': 'SENTINEL-ID',
};
const COOKIE = 'visitor=SENTINEL-COOKIE';
const COMMENT = 'what the sentinel wrote';

let program: Program;
let at: string;
let cookie = COOKIE;
beforeAll(async () => {
  program = await startProgram('--no-sample');
  at = `http://127.0.0.1:${new URL(program.url).port}`;
});
afterAll(() => program.stop());

const headers = (): Record<string, string> => ({ ...BROWSER, Cookie: cookie });
/** Everything that was handed out, by where it came from. */
const handedOut = new Map<string, Buffer>();

async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await asks(at + path, { method, headers: headers(), from: ADDRESS, body });
  handedOut.set(`${method} ${path}`, answer.bytes);
  return answer;
}

async function sure<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await ask(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text.slice(0, 200)}`);
  return answer.json as T;
}

/** A socket of one of the three screens, from the sentinel's address. */
async function screen(namespace: string, auth: object): Promise<Socket> {
  const from = { localAddress: ADDRESS } as object;
  const socket = io(at + namespace, {
    auth,
    extraHeaders: headers(),
    transports: ['websocket'],
    forceNew: true,
    ...from,
  });
  await connected(socket);
  return socket;
}

const tokens: string[] = [];
const codes: string[] = [];

/** A session of six people, one of them with a code; leaves it when it has ended. */
async function held(consultation: string, mode: 'linked' | 'unlinked'): Promise<Session> {
  const wanted = { mode, style: 'walk-around' };
  const draft = await sure<Session>('POST', `/api/consultations/${consultation}/sessions`, wanted);
  const session = await sure<Session>('POST', `/api/sessions/${draft.id}/lobby`, {});
  await ask('GET', `/j/${session.code}`);
  await ask('GET', `/projector/${session.id}`);
  const desk = await screen('/console', { session: session.id });
  const wall = await screen('/projector', { session: session.id });
  await wall.emitWithAck('hello');
  await desk.emitWithAck('do', { do: 'next' });
  await desk.emitWithAck('do', { do: 'openAll', round: 1 });
  for (let i = 0; i < 6; i += 1) {
    const token = newToken();
    tokens.push(token);
    const phone = await screen('/', { code: session.code, token });
    await phone.emitWithAck('hello');
    expect(await phone.emitWithAck('join', { groups: [], quote: true })).toMatchObject({ joined: true });
    for (const board of [1, 2])
      expect(await phone.emitWithAck('place', board, 1, 4, `${COMMENT} ${i}`, 0)).toBe(1);
    if (i === 0) {
      const { code } = (await phone.emitWithAck('code', {})) as { code: string };
      codes.push(code);
      expect((await ask('POST', '/j/code', { code })).json).toMatchObject({ is: 'person' });
      handedOut.delete('POST /j/code');
    }
    phone.disconnect();
  }
  await desk.emitWithAck('do', { do: 'closeAll' });
  await desk.emitWithAck('do', { do: 'notes', board: 1, to: 'show' });
  await desk.emitWithAck('do', { do: 'reveal', board: 1 });
  await desk.emitWithAck('do', { do: 'end' });
  for (const socket of [desk, wall]) socket.disconnect();
  return session;
}

/** Everything in the data folder now, by name. */
function kept(): Map<string, Buffer> {
  const entries = readdirSync(program.folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return new Map(files.map((file) => [file.slice(program.folder.length + 1), readFileSync(file)]));
}

/** Files with all that is packed in them. */
function opened(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  return new Map([...files].flatMap(([file, bytes]) => [...unpacked(file, bytes)]));
}

/** Where any of these is, in whatever form. */
function hits(places: ReadonlyMap<string, Buffer>, texts: readonly string[], forms = formsOf): string[] {
  const wanted = texts.map((text) => ({ text, forms: forms(text) }));
  return [...places].flatMap(([place, bytes]) =>
    wanted.filter((w) => w.forms.some((form) => bytes.includes(form))).map((w) => `${w.text} in ${place}`),
  );
}

test('H2 T4 no address, device, language, referrer, cookie or token of anybody is in any byte that is kept, printed or handed out', async () => {
  const link = new URL(await program.link());
  const secret = link.hash.replace('#start=', '');
  const signedIn = await ask('POST', '/api/staff/start', { secret });
  expect(signedIn.json).toMatchObject({ place: 'laptop' });
  cookie = `${cookieOf(signedIn)}; ${COOKIE}`;
  await ask('GET', '/console');
  await ask('GET', '/nothing/SENTINEL-PATH');
  await ask('POST', '/api/consultations', 'no consultation');
  // Another device joins, so that there are a certificate and a key too.
  const { pin, url } = await sure<{ pin: string; url: string }>('POST', '/api/staff/pairing', {
    role: 'scribe',
  });
  const tls = `https://127.0.0.1:${new URL(url).port}/api/staff/pair`;
  const joined = await asks(tls, {
    method: 'POST',
    headers: headers(),
    from: ADDRESS,
    body: { pin, name: 'A tablet' },
  });
  expect(joined.status).toBe(200);

  const fresh = { title: 'Expectations', statements: 'One is true\nTwo is true' };
  const { consultation } = await sure<StoredDocument>('POST', '/api/consultations', fresh);
  const path = `/api/consultations/${consultation.id}`;
  const sessions = [await held(consultation.id, 'unlinked'), await held(consultation.id, 'linked')];
  const live = opened(kept());
  for (const { id } of sessions) await sure('POST', `/api/sessions/${id}/seal`, {});
  expect((await ask('POST', '/j/takeout', { code: codes[0], what: 'quote' })).json).toEqual({ ok: true });
  const sealed = opened(kept());

  // What was said, for the files that have that.
  const changes = [theme('t'), point('p', { themes: ['t'] }, sessions[0]?.id)];
  await sure('POST', `${path}/themes`, { changes });
  const linked = `sessions=${sessions[1]?.id}`;
  for (const kind of [...KINDS, 'all'])
    await sure('GET', `${path}/export?files=${kind}${kind.startsWith('polis-') ? `&${linked}` : ''}`);
  await sure('GET', `${path}/export?table=responses_long&form=data`);
  for (const end of [
    'archive',
    'file',
    'analysis',
    'comments',
    'concerns',
    'alone',
    'report',
    'sheets/privacy',
  ])
    await sure('GET', `${path}/${end}`);
  await sure('GET', '/api/staff/log.csv');
  await sure('GET', '/api/staff/devices');
  for (const audience of ['team', 'release']) {
    const { hash, flags } = await sure<ReleaseCheck>('POST', `${path}/report/check`, {});
    const order = { hash, audience, formats: ['html', 'docx', 'pdf', 'json'], approvedBy: {} };
    const confirmed = flags.map((flag) => flag.code);
    let job = await sure<JobState>('POST', `${path}/report/files`, { ...order, confirmed });
    while (job.state === 'running') job = await sure<JobState>('GET', `/api/jobs/${job.id}`);
    expect(job.state).toBe('done');
    for (const { name } of job.files ?? []) {
      const file = `/api/jobs/${job.id}/files/${encodeURIComponent(name)}`;
      const { bytes } = await ask('GET', file);
      // Letters stand in a PDF by their number in its fonts.
      if (name.endsWith('.pdf')) handedOut.set(`${file} read`, Buffer.from((await readPdf(bytes)).text));
    }
  }
  await program.kill();
  const printed = new Map([['what it printed', Buffer.from(program.printed())]]);
  const files = opened(handedOut);
  // The search itself finds what is there: in a live file, in a database, and in every packed form.
  const written = [
    ...hits(live, [`${COMMENT} 3`]),
    ...hits(sealed, [`${COMMENT} 3`]),
    ...hits(files, [`${COMMENT} 3`, 'Expectations']),
  ].join('\n');
  for (const place of [
    'live/',
    'standpoint.db',
    'backup/',
    '.xlsx/',
    '.csv',
    'archive/',
    '.docx/',
    '.pdf read',
  ])
    expect(written).toContain(place);
  for (const file of ['staff.db', 'keys/', 'tls-cert.pem', 'tls-key.pem', 'local-key'])
    expect([...sealed.keys()].join('\n')).toContain(file);

  const texts = [ADDRESS, 'SENTINEL-', ...Object.values(BROWSER), COOKIE];
  const all = [live, sealed, opened(kept()), files];
  for (const places of [...all, printed]) expect(hits(places, texts)).toEqual([]);
  for (const places of [...all, printed]) expect(hits(places, [...tokens, ...codes])).toEqual([]);
  // Of a sign-in its hash is kept, by which it is known again.
  const secrets = [cookieOf(signedIn).split('=')[1] ?? '', secret];
  for (const places of all) expect(hits(places, secrets, (text) => [Buffer.from(text)])).toEqual([]);
}, 120_000);
