/** A release of two rounds that differ by one person, over the real check. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck } from '../../../core/api.ts';
import type { Answer } from '../../../core/scale.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { SealedSession } from '../../../server/store/store.ts';
import { archiveOf, consultation, held, laptop } from '../../support/archives.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** The same statement in both rounds. */
function twice(first: readonly Answer[], second: readonly Answer[]): SealedSession {
  const [one, two] = [held('one', first), held('one', second, {}, 'again')];
  return {
    ...one,
    boards: [...one.boards, ...two.boards.map((b) => ({ ...b, n: 2, round: 2 as const }))],
    eligible: [...one.eligible, ...two.eligible.map((e) => ({ ...e, round: 2 as const }))],
    responses: [...one.responses, ...two.responses.map((r) => ({ ...r, board: 2 }))],
  };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('F10 where the rounds differ by one person alone, that has to be confirmed before it goes out', async () => {
  const stays: Answer[] = [4, 4, 4, 2, 4, 5, 4, 4, 1];
  const store = await laptop(consultation({ rounds: 2 }), twice([...stays, 3], stays));
  const body = new Uint8Array(await archiveOf(store, 'shared'));
  await store.close();
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
  await server.fetch('/api/archives', { method: 'POST', headers, body });

  const path = '/api/consultations/shared/report';
  const check = await server.send<ReleaseCheck>('POST', `${path}/check`, {});
  const flag = check.flags.find((f) => f.words.startsWith('The rounds differ'));
  expect(flag).toMatchObject({
    words: expect.stringContaining('The rounds differ by 1 person alone.'),
    statements: [1],
  });
  const order = await server.send<JobState | Refusal>('POST', `${path}/files`, {
    hash: check.hash,
    audience: 'release',
    formats: ['json'],
    confirmed: check.flags.filter((f) => f !== flag).map((f) => f.code),
    approvedBy: {},
  });
  expect(order).toMatchObject({ refusal: 'confirm-first' });
});
