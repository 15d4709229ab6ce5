/** What a report tells of promises that were made in the wave before has gone out there as well. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { promisesOf } from '../../core/recommendations/types.ts';
import type { Store } from '../../server/store/store.ts';
import { ended, fileOf } from '../support/jobs.ts';
import { asked, reword } from '../support/recommendations.ts';
import { copyingRenderer } from '../support/renderer.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { holdWaves } from '../support/waves.ts';

let server: TestServer;
let store: Store;
beforeAll(async () => {
  server = await startServer({
    renderer: copyingRenderer,
    wrap: (one) => {
      store = one;
      return one;
    },
  });
  await holdWaves(store, [1, 2]);
}, 60_000);
afterAll(() => server?.stop());

/** The words of the section on what was recommended then, in a release of the second wave. */
async function released(): Promise<string> {
  const at = '/api/consultations/wave2/report';
  const check = await server.send<ReleaseCheck>('POST', `${at}/check`, {});
  const order = {
    audience: 'release',
    formats: ['json'],
    confirmed: check.flags.map(({ code }) => code),
    hash: check.hash,
    approvedBy: {},
  };
  const job = await ended(server, await server.send<JobState>('POST', `${at}/files`, order));
  expect(job.state).toBe('done');
  const model = (await (await fileOf(server, job, job.files[0]?.name ?? '')).json()) as ReportModel;
  return JSON.stringify(model.sections.filter(({ id }) => id === 'recommendation-since'));
}

test('RC2 RC3 WA6 a promise that the next wave’s report told stays, and it tells by when an answer was promised', async () => {
  const slip = '2024-12-10>2025-03-31';
  await store.recommendations.change('wave1', [
    asked('ring', { askedOn: '2024-12-02', answer: 'accepted', promises: [slip] }),
    asked('wait', { askedOn: '2024-12-02', order: 2 }),
    asked('hidden', { askedOn: '2024-12-02', told: false, promises: ['2024-12-03>2025-01-01'] }),
  ]);
  const first = await released();
  expect(first).toContain('Promised by 31 March 2025.');
  expect(first).toContain('An answer was promised by 1 December 2024.');
  const { out } = await store.recommendations.read('wave1');
  const [words, ring, ...more] = out;
  expect(words).toMatchObject({ counts: { words: { answerDue: '2024-12-01', open: '' } } });
  expect(ring).toEqual({ recommendation: 'ring', counts: { promises: [slip] } });
  expect(more).toEqual([]);
  expect((await store.recommendations.read('wave2')).out).not.toContainEqual(ring);
  await store.recommendations.change('wave1', [
    { ...reword('ring', {}, {}), mend: { promise: slip, by: '2026-12-31' } },
  ]);
  const { list } = await store.recommendations.read('wave1');
  expect(list.filter(({ id }) => id === 'ring').flatMap(promisesOf)).toHaveLength(2);
  expect(await released()).toContain('First promised by 31 March 2025. Now promised by 31 December 2026.');
}, 120_000);
