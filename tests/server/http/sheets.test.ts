/** Sheets to print: what they say follows from the consultation, and they need nothing but themselves. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Consultation } from '../../../core/consultation.ts';
import type { StoredDocument } from '../../../core/api.ts';
import { clockAt } from '../../support/clock.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const HOSTILE = '<script>alert(1)</script>{{aim}}"&';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clockAt('2026-11-22') });
});
afterAll(() => server.stop());

async function made(part: Partial<Consultation> = {}): Promise<string> {
  const fresh = { title: 'What we expect', statements: 'One' };
  const { consultation, revision } = await server.send<StoredDocument>('POST', '/api/consultations', fresh);
  const edit = { revision, consultation: { ...consultation, ...part } };
  await server.send('PUT', `/api/consultations/${consultation.id}`, edit);
  return consultation.id;
}
const page = async (id: string, name: string): Promise<string> =>
  (await server.fetch(`/api/consultations/${id}/sheets/${name}`)).text();
/** What is read: without tags, white space as one space. */
const read = (html: string): string =>
  (/<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ');

test('W10 what is promised on them differs between linked and unlinked, and follows the days', async () => {
  const id = await made({ withdrawDays: 0 });
  for (const name of ['privacy', 'consent', 'impact']) {
    const text = read(await page(id, name));
    expect(text).toContain('nothing shows which answers come from one person');
    expect(text).not.toContain('onfidential, not anonymous');
    expect(text).toContain('cannot be taken out any more');
  }
  await server.send('POST', `/api/consultations/${id}/sessions`, { mode: 'linked', name: 'Panel' });
  for (const name of ['privacy', 'consent', 'impact']) {
    const text = read(await page(id, name));
    expect(text).toContain('Confidential, not anonymous');
    expect(text).not.toContain('nothing shows which answers');
  }
  await server.send('POST', `/api/consultations/${id}/sessions`, { mode: 'unlinked' });
  const both = read(await page(id, 'privacy'));
  expect(both).toContain('In sessions that are not linked: nothing that is kept');
  expect(both).toContain('In linked sessions (Panel): confidential, not anonymous');

  const dated = await made({ withdrawDays: 1, keepUntil: '2027-11-30', floor: 10, approvals: ['panel'] });
  const impact = read(await page(dated, 'impact'));
  expect(impact).toContain('The key for 1 day after it');
  expect(impact).toContain('until 30 November 2027');
  expect(impact).toContain('never of fewer than 10 people'.replace('never of', 'no figure is of'));
  expect(impact).toContain('approved first by a panel of participants');
});

test('WH7 the part that people have is told before they say yes, in plain words, where it was declared', async () => {
  const told = 'You decide. What you decide is done.';
  expect(read(await page(await made({ involvement: 'empower' }), 'consent'))).toContain(`Your part${told}`);
  expect(read(await page(await made(), 'consent'))).not.toContain('Your part');
});

test('W9 W10 they have whom to turn to, and leave a line where that is not filled in', async () => {
  const words = {
    dangerTo: 'Ann Lee',
    helpFrom: 'Ring 116 123',
    complainTo: 'The director',
    withdrawUntil: 'Ask us how.',
    consent: 'Lunch is there.',
    rights: 'Travel is paid.',
  };
  const id = await made({ words, aim: 'To learn', ledBy: 'The panel', under18: true });
  const consent = read(await page(id, 'consent'));
  for (const text of [...Object.values(words), 'To learn', 'The panel', 'If you are under 18'])
    expect(consent).toContain(text);
  const empty = await made();
  const blanks = async (of: string, name: string) => (await page(of, name)).split('class="blank"').length - 1;
  expect(await blanks(empty, 'privacy')).toBeGreaterThan(await blanks(id, 'privacy'));
  expect(await blanks(id, 'consent')).toBe(0);
});

test('P3 P5 no text becomes markup, nothing runs and nothing is asked for from outside', async () => {
  const words = { dangerTo: HOSTILE, helpFrom: HOSTILE, complainTo: HOSTILE };
  const full = { ...words, withdrawUntil: HOSTILE, consent: HOSTILE, rights: HOSTILE };
  const id = await made({ title: HOSTILE, aim: HOSTILE, ledBy: HOSTILE, decided: HOSTILE, words: full });
  for (const name of ['privacy', 'consent', 'impact']) {
    const response = await server.fetch(`/api/consultations/${id}/sheets/${name}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    const html = await response.text();
    expect(html).not.toMatch(/<script|https?:\/\/|@import|url\(/);
    expect(html).toContain('&lt;script&gt;');
  }
  expect((await server.fetch(`/api/consultations/${id}/sheets/other`)).status).toBe(404);
  expect((await server.fetch('/api/consultations/none/sheets/privacy')).status).toBe(404);
  expect(server.faults).toEqual([]);
});
