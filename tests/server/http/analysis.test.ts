import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnalysisPage, ConsultationListItem, MovedPage, OpinionPage } from '../../../core/api.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { figureIn } from '../../support/figures.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ sample: true });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** Holds a session of one statement in two rounds; each row is one person's two answers. */
async function held(mode: 'linked' | 'unlinked', people: readonly (readonly [number, number])[]) {
  const { session, document } = await openSession(server, ['One'], { mode }, (doc) => {
    doc.rounds = 2;
  });
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(people.map(() => joinPhone(server, session.code)));
  for (const round of [1, 2] as const) {
    await desk.do({ do: 'next' });
    await desk.do({ do: 'open', board: round });
    for (const [i, phone] of phones.entries())
      expect(await phone.place(round, 1, people[i]?.[round - 1] ?? 1)).toBe(1);
    await desk.do({ do: 'close', board: round });
  }
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  for (const socket of [...phones, desk]) socket.close();
  return { session, path: `/api/consultations/${document.consultation.id}` };
}

describe('looking at the answers', () => {
  test('F1 F4 the sample’s counts come compact, and make the same figures for any union', async () => {
    const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
    const page = await server.get<AnalysisPage>(`/api/consultations/${sample?.id}/analysis`);
    expect(page).toMatchObject({ sample: true, unfinished: [] });
    expect(page.sessions.length).toBe(5);
    for (const [i, statement] of page.statements.entries()) {
      expect(statement).toMatchObject({ number: i + 1, rounds: [1], apart: 0 });
      const whole = figureIn(page, i);
      const bySession = page.sessions.map((s) => figureIn(page, i, 1, { sessions: [s.id] }).n);
      expect(bySession.reduce((a, b) => a + b, 0)).toBe(whole.n);
    }
    const [first] = page.sessions;
    const one = await server.get<AnalysisPage>(
      `/api/consultations/${sample?.id}/analysis?sessions=${first?.id}`,
    );
    expect(figureIn(one, 0)).toEqual(figureIn(page, 0, 1, { sessions: [first?.id ?? ''] }));
  });

  test('P5 a session that cannot be one is refused, and not taken for all of them', async () => {
    const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
    const path = `/api/consultations/${sample?.id}`;
    for (const query of ['sessions=No%20id', 'sessions=,', 'sessions=a&sessions=b'])
      for (const route of [`analysis?${query}`, `export?table=statements&form=data&${query}`])
        expect([route, await server.get(`${path}/${route}`)]).toMatchObject([
          route,
          { refusal: 'no-such-session', where: 'sessions' },
        ]);
  });

  test('F9 who moved is told where answers are linked, and refused where they are not', async () => {
    const people = [
      [2, 4],
      [3, 5],
      [1, 1],
      [4, 5],
      [2, 3],
    ] as const;
    const linked = await held('linked', people);
    const { statements } = await server.get<MovedPage>(`${linked.path}/moved`);
    expect(statements).toEqual([
      {
        statement: expect.any(String),
        result: expect.objectContaining({ kind: 'paired', n: 5, up: 4, same: 1 }),
      },
    ]);
    const [one] = statements;
    expect(await server.get(`${linked.path}/moved?statement=${one?.statement}`)).toEqual({ statements });
    expect(await server.get(`${linked.path}/moved?statement=none`)).toMatchObject({
      refusal: 'no-such-board',
    });
    expect(await server.get(`${linked.path}/moved?sessions=none`)).toMatchObject({
      refusal: 'no-such-session',
    });
    const unlinked = await held('unlinked', people);
    expect(await server.get(`${unlinked.path}/moved`)).toMatchObject({ refusal: 'needs-linking' });
    expect(await server.get(`${unlinked.path}/opinion`)).toMatchObject({ refusal: 'needs-linking' });
    // Too few for groups is an answer, not a refusal.
    expect(await server.get<OpinionPage>(`${linked.path}/opinion`)).toMatchObject({
      kind: 'none',
      reason: 'too-few-people',
    });
  });
});
