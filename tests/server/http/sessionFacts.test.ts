/** Facts of a session on their way in, by route and by socket: clean, within the limits, and of known groups. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewSession } from '../../../core/api.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { consult } from '../../support/held.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const heads = (gender: string, group: string | null = null) => [{ group, gender, ageBand: '', n: 3 }];

async function make(wanted: NewSession): Promise<Session | Refusal> {
  const { id } = await consult(server, 'Facts', ['One']);
  return server.send('POST', `/api/consultations/${id}/sessions`, wanted);
}

describe('facts of a session', () => {
  const untidy: [string, NewSession, Partial<Session>][] = [
    ['spaces about', { name: ' A  b ', place: 'Hall ' }, { name: 'A b', place: 'Hall' }],
    ['head-counts', { attendance: heads('Woman  or girl ') }, { attendance: heads('Woman or girl') }],
    ['roles', { others: [{ role: 'cafe\u0301\n', n: 1 }] }, { others: [{ role: 'caf\u00e9', n: 1 }] }],
  ];
  test.each(untidy)('F13 are kept clean, as archives have them: %s', async (_, wanted, kept) => {
    expect(await make(wanted)).toMatchObject(kept);
  });

  const wrong: [string, NewSession, Partial<Refusal>][] = [
    ['a name too long', { name: 'x'.repeat(81) }, { where: 'name', detail: 'at most 80 characters' }],
    ['a place too long', { place: 'x'.repeat(201) }, { where: 'place', detail: 'at most 200 characters' }],
    ['a day that there is not', { date: '2026-02-31' }, { where: 'date', detail: 'a day that there is' }],
    ['a role too long', { others: [{ role: 'x'.repeat(81), n: 1 }] }, { where: 'others.0.role' }],
    ['a control character', { attendance: heads('a\u0000') }, { where: 'attendance.0.gender' }],
    [
      'nobody’s group',
      { attendance: heads('', 'g9') },
      { refusal: 'group-unknown', where: 'attendance.0.group' },
    ],
  ];
  test.each(wrong)('P5 name the field of %s', async (_, wanted, refusal) => {
    expect(await make(wanted)).toMatchObject(refusal);
  });

  test('F13 come as clean from the attendance dialog of a running session', async () => {
    const { session } = await openSession(server);
    const desk = await connectConsole(server, session.id);
    const entry = { attendance: heads('Woman '), others: [{ role: ' Officer', n: 1 }] };
    expect(await desk.socket.emitWithAck('attendance', entry)).toEqual({ ok: true });
    const { session: seen } = await desk.until((view) => view.session.others.length > 0);
    expect(seen).toMatchObject({ attendance: heads('Woman'), others: [{ role: 'Officer', n: 1 }] });
    const long = { attendance: heads('x'.repeat(81)), others: [] };
    expect(await desk.socket.emitWithAck('attendance', long)).toMatchObject({ where: 'attendance.0.gender' });
    const strange = { attendance: heads('', 'g9'), others: [] };
    expect(await desk.socket.emitWithAck('attendance', strange)).toMatchObject({ refusal: 'group-unknown' });
    desk.close();
  });

  test('F4 a group that is named twice is there once', async () => {
    const groups = [{ id: 'g1', label: 'Parents', roomLabel: '' }];
    const { id } = await consult(server, 'Twice', ['One'], (c) => ({ ...c, groups }));
    const path = `/api/consultations/${id}/sessions`;
    const made = await server.send<Session | Refusal>('POST', path, { groups: ['g1', 'g1'] });
    expect(isRefusal(made) ? made : made.groups).toEqual(['g1']);
  });
});
