/** What no keyboard types is refused with its field, wherever it comes in, and nothing is kept of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConsultationPage, ReportPage, StoredDocument } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { REFUSED } from '../../support/hostileCorpus.ts';
import { hostileConsultation } from '../../support/hostileRoom.ts';
import { hostileReport } from '../../support/hostileReport.ts';
import { joinPhone, openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let of: StoredDocument;
let path = '';
beforeAll(async () => {
  server = await startServer();
  const fresh = { title: 'What we expect', statements: 'One' };
  of = await server.send<StoredDocument>('POST', '/api/consultations', fresh);
  path = `/api/consultations/${of.consultation.id}`;
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

type Part = Record<string, unknown> | unknown[];
/** The places of all texts of a document that people write; ids, tags and choices are not theirs. */
function places(value: unknown, at: string[] = []): string[][] {
  const own = new Set('id lang kind type data declines languages group floor place from'.split(' '));
  if (typeof value === 'string') return value.length > 12 ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (own.has(key) ? [] : places(item, [...at, key])));
}
function withText<T>(whole: T, at: readonly string[], text: string): T {
  const copy = structuredClone(whole);
  let part = copy as Part;
  for (const key of at.slice(0, -1)) part = (part as Record<string, Part>)[key] ?? {};
  (part as Record<string, unknown>)[at.at(-1) ?? ''] = text;
  return copy;
}

test('P7 P5 a control character in any field of a consultation or its file is refused by the name of the field', async () => {
  const whole = hostileConsultation(of.consultation);
  const consultation: Consultation = { ...whole, statements: whole.statements.slice(0, 3) };
  const all = places(consultation);
  expect(all.length).toBeGreaterThan(30);
  for (const [i, at] of all.entries()) {
    const text = REFUSED[i % REFUSED.length] ?? '';
    const edit = { revision: of.revision, consultation: withText(consultation, at, text) };
    const told = await server.send<Refusal>('PUT', path, edit);
    expect([at, told]).toEqual([at, expect.objectContaining({ refusal: 'bad-file', where: at.join('.') })]);
    const file = { format: 'standpoint-consultation', version: 1, consultation: edit.consultation };
    const opened = await server.send<Refusal>('POST', '/api/consultations', { file });
    expect(opened).toMatchObject({ refusal: 'bad-file', where: `consultation.${at.join('.')}` });
  }
  const now = await server.get<ConsultationPage>(path);
  expect([now.revision, now.consultation]).toEqual([of.revision, of.consultation]);
});

test('P7 P5 so it is in a report, in a comment, and in the name of a lead', async () => {
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  const whole = hostileReport(document, ['s1']);
  for (const [i, at] of places(whole).entries()) {
    const edit = { revision, document: withText(whole, at, REFUSED[i % REFUSED.length] ?? '') };
    const told = await server.send<Refusal>('PUT', `${path}/report`, edit);
    expect([at, told]).toEqual([at, expect.objectContaining({ where: at.join('.') })]);
  }
  expect((await server.get<ReportPage>(`${path}/report`)).revision).toBe(revision);
  const lead = { name: REFUSED[3], contact: '', passphrase: 'a passphrase that is long enough' };
  expect(await server.send('PUT', `${path}/concerns/lead`, lead)).toMatchObject({ where: 'name' });

  const { session } = await openSession(server, ['One'], { style: 'walk-around' });
  const phone = await joinPhone(server, session.code);
  for (const text of REFUSED.slice(0, 15)) {
    const told = await phone.place(1, 1, 4, text);
    expect(told).toMatchObject({ where: 'comment' });
  }
  phone.close();
});

test('P5 what a new consultation cannot be made from is refused with the place of the fault', async () => {
  const long = 'x'.repeat(5000);
  for (const [body, where] of [
    [{}, 'title'],
    [[], 'title'],
    [{ title: 'Only that' }, 'statements'],
    [{ title: long, statements: 'One' }, 'title'],
    [{ title: 'A', statements: 'One', more: 1 }, 'more'],
    [{ template: 5 }, 'template'],
    [{ copy: null }, 'copy'],
    [{ file: {}, copy: 'x' }, 'copy'],
  ] as const)
    expect([body, await server.send('POST', '/api/consultations', body)]).toMatchObject([
      body,
      { refusal: 'bad-file', where },
    ]);
});
