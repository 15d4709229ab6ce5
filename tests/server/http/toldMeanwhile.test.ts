/** What is taken back or changed while a page is published, or a poster set, is on neither. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState } from '../../../core/api.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../server/store/store.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { asked, reword } from '../../support/recommendations.ts';
import { ONLY_MINE, sealedWithCode } from '../../support/sealedCode.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let store: Store;
let path = '';
let held: Awaited<ReturnType<typeof sealedWithCode>>;
beforeAll(async () => {
  server = await startServer({ wrap: (of) => (store = of) });
  held = await sealedWithCode(server, new Date().toISOString().slice(0, 10));
  path = `/api/consultations/${held.id}`;
}, 60_000);
afterAll(async () => {
  await server?.stop();
  expect(server?.faults).toEqual([]);
});

/** Does something just before what was read and made is written, once. */
function before(verb: 'publish' | 'wentOut', work: () => Promise<unknown>): void {
  const { recommendations } = store;
  const own = recommendations[verb].bind(recommendations) as (...of: unknown[]) => Promise<never>;
  recommendations[verb] = async (...of: unknown[]) => {
    recommendations[verb] = own;
    await work();
    return own(...of);
  };
}
async function posters(): Promise<JobState> {
  const job = await server.send<JobState | Refusal>('POST', `${path}/told/files`, { address: '' });
  if (isRefusal(job)) throw new Error(JSON.stringify(job));
  return ended(server, job);
}
const change = (...changes: Parameters<Store['recommendations']['change']>[1]) =>
  store.recommendations.change(held.id, changes);
const [SLIP, MEANT] = ['2027-01-20>2027-02-20', '2027-01-20>2027-08-20'];

test('RC5 W3 words that their writer takes out while the page is being published are not on it', async () => {
  await change(asked('idea', { text: ONLY_MINE, to: 'The council', askedOn: '2026-11-01' }));
  before('publish', () => store.takeOut(held.session.id, held.code));
  expect(isRefusal(await server.send('PUT', `${path}/told`, {}))).toBe(false);
  const page = await (await fetch(`${server.url}/told/${held.id}`)).text();
  expect(page).toContain('[Taken out by whoever wrote it]');
  expect(page).not.toContain(ONLY_MINE);
});

test('RC7 RC2 a poster is set anew where a text or a promised day on it was mended meanwhile, and only that day has gone out', async () => {
  const answer = {
    to: 'The council',
    askedOn: '2027-01-12',
    answer: 'accepted',
    answeredOn: '2027-01-20',
  } as const;
  await change(asked('ring', { ...answer, text: 'Ring Hamida back', promises: [SLIP] }));
  before('wentOut', () =>
    change(reword('ring', { text: 'Ring Hamida back' }, { text: 'Ring people back' }), {
      ...reword('ring', {}, {}),
      mend: { promise: SLIP, by: '2027-08-20' },
    }),
  );
  const job = await posters();
  expect(job).toMatchObject({ state: 'done', files: [{}, {}, {}] });
  const name = job.files.find((file) => file.name.endsWith('html'))?.name ?? '';
  const html = await (await fileOf(server, job, name)).text();
  expect(html).toContain('Ring people back');
  expect(html).not.toContain('Hamida');
  const { list } = await store.recommendations.read(held.id);
  expect(list.find(({ id }) => id === 'ring')?.promises).toEqual([MEANT]);
});

test('RC7 where there is nothing to tell any more no poster is there, and none where it never comes to rest', async () => {
  const hidden = ['idea', 'ring'].map((key) => reword(key, { told: true }, { told: false }));
  before('wentOut', () => change(...hidden));
  expect(await posters()).toMatchObject({
    state: 'failed',
    files: [],
    refusal: { refusal: 'nothing-to-tell' },
  });
  await change(...['idea', 'ring'].map((key) => reword(key, { told: false }, { told: true })));
  let n = 0;
  const again = async (): Promise<void> => {
    n += 1;
    await change(reword('ring', {}, { owner: `Owner ${n}` }));
    before('wentOut', again);
  };
  before('wentOut', again);
  expect(await posters()).toMatchObject({ state: 'failed', files: [], refusal: { refusal: 'taken-back' } });
});
