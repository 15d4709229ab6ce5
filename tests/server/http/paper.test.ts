/** Ordering a printed pack over HTTP: what is refused, its files, and the codes that are made for it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JobState, StoredDocument } from '../../../core/api.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { PaperOrder } from '../../../core/paper.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { clockAt } from '../../support/clock.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { pagesOf, type Page } from '../../support/paper.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clockAt('2026-11-22') });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const ORDER: PaperOrder = {
  session: null,
  paper: 'a4',
  print: 'usual',
  parts: ['statements'],
  lang: 'en',
  people: [{ group: null, n: 2 }],
};
const order = (id: string, change: object = {}): Promise<JobState | Refusal> =>
  server.send('POST', `/api/consultations/${id}/paper`, { ...ORDER, ...change });

async function pages(id: string, change: object, name: string | RegExp = /paper-pack/): Promise<Page[]> {
  const job = await ended(server, await order(id, change));
  expect(job).toMatchObject({ state: 'done', refusal: null });
  const file = job.files.find((one) => one.name.search(name) >= 0)?.name ?? '';
  return pagesOf(new Uint8Array(await (await fileOf(server, job, file)).arrayBuffer()));
}

const codesIn = (found: readonly Page[]): string[] =>
  found.flatMap(({ text }) =>
    [...text.matchAll(/[2-9B-Z]{4} [2-9B-Z]{4} [2-9B-Z]{4}/g)].map(([code]) => code),
  );

describe('an order', () => {
  test('PR8 what cannot be printed is refused with its reason, and no work begins', async () => {
    const { document, session } = await openSession(server, ['One', 'Two']);
    const other = await openSession(server);
    const { id } = document.consultation;
    const bad = (where: string) => ({ refusal: 'bad-message', where });
    expect(await order('nowhere')).toEqual({ refusal: 'no-such-consultation' });
    expect(await order(id, { paper: 'a5' })).toEqual(bad('paper'));
    expect(await order(id, { parts: [] })).toEqual(bad('parts'));
    expect(await order(id, { parts: ['poster'] })).toEqual(bad('parts.0'));
    expect(await order(id, { extra: 1 })).toEqual(bad('extra'));
    expect(await order(id, { lang: 'cy' })).toEqual(bad('lang'));
    for (const n of [0, 1.5, LIMITS.peopleWithoutPhone + 1])
      expect(await order(id, { people: [{ group: null, n }] })).toMatchObject({ refusal: 'bad-message' });
    const twice = [ORDER.people[0], ORDER.people[0]];
    expect(await order(id, { people: twice })).toEqual(bad('people'));
    const group = { refusal: 'group-unknown', where: 'people' };
    expect(await order(id, { people: [{ group: 'none', n: 1 }] })).toEqual(group);
    const gone = { refusal: 'no-such-session', where: 'session' };
    expect(await order(id, { session: 'none' })).toEqual(gone);
    expect(await order(id, { session: other.session.id })).toEqual(gone);
    // Nobody could open what a card says.
    expect(await order(id, { parts: ['alone'] })).toMatchObject({ refusal: 'no-lead', where: 'parts.alone' });
    const noCodes = { refusal: 'wrong-state', where: 'parts.codes' };
    expect(await order(id, { parts: ['codes'] })).toEqual(noCodes);
    const draft = await server.send<Session>('POST', `/api/consultations/${id}/sessions`, {});
    expect(await order(id, { parts: ['codes'], session: draft.id })).toEqual(noCodes);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'start' });
    await desk.do({ do: 'end' });
    expect(await order(id, { parts: ['codes'], session: session.id })).toEqual(noCodes);
    desk.close();
  });

  test('PR8 more answers than a pack holds, and a consultation without statements, are refused', async () => {
    const many = Array.from({ length: 31 }, (_, i) => `Statement ${i}`);
    const { document } = await openSession(server, many);
    const people = [{ group: null, n: LIMITS.peopleWithoutPhone }];
    const { id } = document.consultation;
    expect(await order(id, { parts: ['slips'], people })).toMatchObject({
      refusal: 'too-large',
      where: 'people',
    });
    expect(await order(id, { people })).toMatchObject({ state: 'running' });
    const empty = await server.send<StoredDocument>('POST', '/api/consultations', { template: 'empty' });
    const bare = { ...empty.consultation, statements: [] };
    await server.send('PUT', `/api/consultations/${bare.id}`, { ...empty, consultation: bare });
    expect(await order(bare.id)).toEqual({ refusal: 'nothing-to-place' });
  });

  test('PR8 PR6 statements in letters that no font has are refused with their numbers and what they are called; others are printed', async () => {
    const printed = ['Zażółć', 'Ελληνικά', 'Привіт', 'سنڌي اردو', 'हिन्दी', 'বাংলা', 'ਪੰਜਾਬੀ', 'ไทย', 'Fine 👍🏽'];
    const { document } = await openSession(server, printed);
    const [list, ...sheets] = await pages(document.consultation.id, {});
    expect(sheets).toHaveLength(printed.length);
    expect(list?.text).not.toContain('none of the fonts');
    const texts = ['One', 'ગુજરાતી', 'Two தமிழ்', 'Three', 'አማርኛ', 'עברית'];
    const { id } = (
      await openSession(server, texts, {}, (doc) => {
        doc.languages = ['en', 'pl'];
        for (const one of doc.statements) one.wordings.push({ group: null, lang: 'pl', text: 'Jeden' });
      })
    ).document.consultation;
    expect(await order(id)).toEqual({
      refusal: 'no-letters',
      where: 'statements 2, 3, 5, 6',
      detail: 'Amharic or Tigrinya, Gujarati, Hebrew, Tamil',
    });
    expect(await order(id, { parts: ['slips'] })).toHaveProperty('refusal', 'no-letters');
    for (const other of [{ lang: 'pl' }, { parts: ['consent', 'help'] }])
      expect(await ended(server, await order(id, other))).toMatchObject({ state: 'done', refusal: null });
    const answers = await openSession(server, ['One'], {}, (doc) => {
      doc.scale = { kind: 'own', labels: ['ના', 'હા'], declines: [] };
    });
    expect(await order(answers.document.consultation.id, { parts: ['headings'] })).toEqual({
      refusal: 'no-letters',
      where: 'statements 1',
      detail: 'Gujarati',
    });
  });

  test('PR8 files are named by day, title, session and content; a pack for sixty has sixty slips', async () => {
    const { document, session } = await openSession(server, ['One', 'Two'], { name: 'Adults 1' });
    const { id } = document.consultation;
    const parts = [
      'statements',
      'headings',
      'cards',
      'slips',
      'tally',
      'consent',
      'help',
      'heard',
      'script',
      'codes',
    ];
    const whole = { parts, paper: 'a3', session: session.id, people: [{ group: null, n: 60 }] };
    const job = await ended(server, await order(id, whole));
    expect(job.files.map(({ name }) => name)).toEqual(
      ['paper-pack', 'wall-sheets-A3', 'code-cards-DELETE-WHEN-PRINTED'].map(
        (name) => `2026-11-22_What-we-expect_Adults-1_${name}.pdf`,
      ),
    );
    const bytes = new Uint8Array(await (await fileOf(server, job, job.files[0]?.name ?? '')).arrayBuffer());
    const slips = (await pagesOf(bytes)).filter(({ text }) => text.startsWith('Slip '));
    expect(slips).toHaveLength(60);
  }, 60_000);

  test('PR8 work that is cancelled leaves no file', async () => {
    const { document } = await openSession(server);
    const begun = await order(document.consultation.id);
    if (!('id' in begun)) throw new Error('not begun');
    const job = await server.send<JobState>('DELETE', `/api/jobs/${begun.id}`);
    expect(await ended(server, job)).toMatchObject({ state: 'cancelled', files: [] });
  });
});

describe('what is printed for a session', () => {
  test('PR5 is what its people are told, and what it asks since it has begun', async () => {
    const { document, session } = await openSession(server, ['As it was'], { mode: 'linked' }, (doc) => {
      doc.withdrawDays = 14;
    });
    const { id } = document.consultation;
    const statement = document.consultation.statements[0]?.id ?? '';
    const desk = await connectConsole(server, session.id);
    const phone = await joinPhone(server, session.code);
    for (const command of [{ do: 'start' }, { do: 'open', board: 1 }] as const) await desk.do(command);
    await phone.place(1, 1, 4);
    const corrected = await server.send<StoredDocument>('POST', `/api/consultations/${id}/correct`, {
      revision: document.revision,
      statement,
    });
    corrected.consultation.withdrawDays = 3;
    for (const one of corrected.consultation.statements)
      one.wordings = [{ group: null, lang: 'en', text: 'As it is now' }];
    expect(await server.send('PUT', `/api/consultations/${id}`, corrected)).toMatchObject({
      consultation: { withdrawDays: 3 },
    });
    const parts = ['statements', 'consent'];
    const text = (await pages(id, { parts, session: session.id })).map((page) => page.text).join(' ');
    expect(text).toContain('1 As it was');
    expect(text).toContain('until 6 December 2026');
    expect(text).toContain('confidential, not anonymous');
    const any = (await pages(id, { parts })).map((page) => page.text).join(' ');
    expect(any).toContain('1 As it is now');
    expect(any).toContain('for 3 days after the session');
    phone.close();
    desk.close();
  });

  test('PR4 codes on cards find their card in that session, are new each time, and tie nothing', async () => {
    const { document, session } = await openSession(server);
    const { id } = document.consultation;
    const want = { parts: ['slips', 'codes'], session: session.id };
    const codes = codesIn(await pages(id, want, /code-cards/));
    const again = codesIn(await pages(id, want, /code-cards/));
    expect(new Set([...codes, ...again]).size).toBe(4);
    expect(codesIn(await pages(id, { ...want, parts: ['slips'] }))).toEqual([]);
    for (const code of [...codes, ...again])
      expect(await server.send('POST', '/j/code', { code })).toEqual({ is: 'card', join: session.code });
    // Nobody has used one yet, so that there is nobody's answer to take out.
    const taken = await server.send('POST', '/api/takeout', { code: codes[0], what: 'all' });
    expect(taken).toEqual({ refusal: 'code-unknown', where: 'code' });
  });
});
