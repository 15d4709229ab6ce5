/** Groups and statements that are taken out of a consultation while sessions of it are planned or were held. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConsultationPage, NewSession } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { consult, finish, hold } from '../../support/held.ts';
import { connectPhone, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const GROUPS = ['g1', 'g2', 'g3'].map((id) => ({ id, label: `Group ${id}`, roomLabel: '' }));

async function prepared(): Promise<Consultation> {
  return consult(server, 'Groups', ['One', 'Two'], (c) => ({ ...c, groups: GROUPS }));
}

function page(id: string): Promise<ConsultationPage> {
  return server.get(`/api/consultations/${id}`);
}

async function change(id: string, edit: Partial<Consultation>): Promise<ConsultationPage | Refusal> {
  const { revision, consultation } = await page(id);
  return server.send('PUT', `/api/consultations/${id}`, {
    revision,
    consultation: { ...consultation, ...edit },
  });
}

function draft(id: string, wanted: NewSession): Promise<Session> {
  return server.send('POST', `/api/consultations/${id}/sessions`, wanted);
}

function groupsBut(...gone: string[]): Partial<Consultation> {
  return { groups: GROUPS.filter((g) => !gone.includes(g.id)) };
}

const heads = [{ group: 'g2', gender: '', ageBand: '', n: 4 }];

describe('a group that is removed', () => {
  test('L1 is out of the drafts that had it, and in them again when that is undone', async () => {
    const { id } = await prepared();
    await draft(id, { groups: ['g1', 'g2'], attendance: heads });
    await change(id, groupsBut('g2'));
    const counted = [{ group: null, gender: '', ageBand: '', n: 4 }];
    expect((await page(id)).sessions).toMatchObject([{ groups: ['g1'], attendance: counted }]);
    await change(id, groupsBut());
    expect((await page(id)).sessions).toMatchObject([{ groups: ['g1', 'g2'], attendance: heads }]);
  });

  test('P5 does not keep a draft that had it from being saved, as the form last saw it', async () => {
    const { id } = await prepared();
    const { id: session } = await draft(id, { groups: ['g1', 'g2'] });
    await change(id, groupsBut('g2'));
    const sent = { groups: ['g1', 'g2'], attendance: heads, place: 'Hall' };
    const saved = await server.send('PUT', `/api/sessions/${session}`, sent);
    expect(saved).toMatchObject({ groups: ['g1'], place: 'Hall' });
    expect(await server.send('PUT', `/api/sessions/${session}`, { groups: ['g9'] })).toMatchObject({
      refusal: 'group-unknown',
    });
  });

  test('F4 is not asked for in a lobby that opens afterwards, and nobody can join it', async () => {
    const { id } = await prepared();
    const { id: session } = await draft(id, { groups: ['g1', 'g2', 'g3'] });
    await change(id, groupsBut('g2'));
    const opened = await server.send<Session>('POST', `/api/sessions/${session}/lobby`, {});
    expect(opened.groups).toEqual(['g1', 'g3']);
    const phone = await connectPhone(server, opened.code);
    expect(await phone.join(['g2'])).toMatchObject({ refusal: 'group-unknown' });
    phone.close();
    const counts = { attendance: [{ group: 'g1', gender: '', ageBand: '', n: 1 }] };
    expect(await server.send('PUT', `/api/sessions/${session}`, counts)).toMatchObject(counts);
  });

  test('P5 keeps a lobby shut that was for it alone, while there are others to ask for', async () => {
    const { id } = await prepared();
    const { id: session } = await draft(id, { groups: ['g2'] });
    await change(id, groupsBut('g2'));
    const open = (): Promise<Session | Refusal> => server.send('POST', `/api/sessions/${session}/lobby`, {});
    expect(await open()).toEqual({ refusal: 'group-unknown', where: 'groups' });
    await server.send('PUT', `/api/sessions/${session}`, { groups: ['g3'] });
    expect(await open()).toMatchObject({ state: 'lobby', groups: ['g3'] });
  });
});

describe('what a held session needs', () => {
  const nobody = [{ groups: ['g1'], answers: [null, null] }];
  const held = async (id: string): Promise<Session> =>
    finish(server, await hold(server, id, nobody, { groups: ['g1', 'g2'] }));

  test('F13 stays though nobody answered: its groups and its statements', async () => {
    const { id, statements } = await prepared();
    const session = await held(id);
    await server.send('PUT', `/api/sessions/${session.id}`, {
      attendance: [{ group: 'g3', gender: '', ageBand: '', n: 1 }],
    });
    for (const gone of ['g1', 'g2', 'g3'])
      expect(await change(id, groupsBut(gone))).toEqual({ refusal: 'held-already', where: 'groups' });
    const fewer = { statements: statements.slice(1) };
    expect(await change(id, fewer)).toEqual({ refusal: 'held-already', where: 'statements' });
    await server.send('DELETE', `/api/sessions/${session.id}`);
    expect(await change(id, { ...groupsBut('g1'), ...fewer })).not.toHaveProperty('refusal');
  });

  test('L4 stays: earlier versions of a statement, with the words they had', async () => {
    const { id, statements } = await prepared();
    await finish(server, await hold(server, id, [{ groups: ['g1'], answers: [1, 2] }]));
    const { revision } = await page(id);
    const statement = statements[0]?.id ?? '';
    await server.send('POST', `/api/consultations/${id}/correct`, { revision, statement });
    const [first, ...rest] = (await page(id)).consultation.statements;
    if (first === undefined) throw new Error('no statement');
    const words = [{ group: null, lang: 'en', text: 'Never said' }];
    const refusal = { refusal: 'wording-frozen', where: 'statements.0.earlier' };
    for (const wrong of [
      { ...first, earlier: [] },
      { ...first, version: 1, earlier: [], wordings: words },
      { ...first, earlier: [{ version: 1, wordings: words }] },
    ])
      expect(await change(id, { statements: [wrong, ...rest] })).toEqual(refusal);
    const better = { ...first, wordings: words };
    expect(await change(id, { statements: [better, ...rest] })).not.toHaveProperty('refusal');
  });

  test('F7 a statement is corrected no more often than a file can hold', async () => {
    const { id, statements } = await prepared();
    const correct = async (): Promise<object> => {
      const { revision } = await page(id);
      const body = { revision, statement: statements[0]?.id ?? '' };
      return server.send('POST', `/api/consultations/${id}/correct`, body);
    };
    for (let n = 0; n < 50; n += 1) expect(await correct()).not.toHaveProperty('refusal');
    expect(await correct()).toMatchObject({ refusal: 'bad-file', where: 'statements.0.earlier' });
    expect((await page(id)).consultation.statements[0]?.earlier).toHaveLength(50);
  });
});
