/** What is removed while an archive is being written: it is written whole all the same, and can be opened. */
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { archiveConsultation } from '../../server/use/archives.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { point, theme } from '../support/talk.ts';
import { aReview, newFolder, opened } from './store/made.ts';

const stores: Store[] = [];
const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function begun(): Promise<Store> {
  const store = await kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [1, 2, 3])));
  for (const session of ['aa', 'bb']) {
    const review = aReview({ session, tag: `${session}-0` });
    if (isRefusal(await store.saveReview(review, null))) throw new Error('no review');
  }
  await store.talk.change('shared', [theme('t'), point('p', { themes: ['t'] }, 'bb')]);
  return store;
}

/** An archive, and something that happens after it was ordered and once its first bytes are there. */
async function archived(
  store: Store,
  ordered: () => Promise<unknown>,
  beginning: () => Promise<unknown>,
): Promise<Buffer> {
  const job = await archiveConsultation(store, 'shared', '2026-11-22');
  if (isRefusal(job)) throw new Error(job.refusal);
  await ordered();
  const whole = new PassThrough();
  let first = true;
  // Nothing more is read before what it was given is taken.
  const out = new Writable({
    highWaterMark: 1,
    write: (chunk, _encoding, done) => {
      whole.write(chunk);
      const work = first ? beginning() : Promise.resolve();
      first = false;
      work.then(() => done(), done);
    },
    final: (done) => void whole.end(done),
  });
  const [bytes] = await Promise.all([buffer(whole), job.write(out)]);
  return bytes;
}
const nothing = (): Promise<void> => Promise.resolve();
const elsewhere = (): Promise<Store> => kept(opened(newFolder()));

test('F13 an archive is of one moment: a session that is removed before it is not in it, one that is removed while it is written is whole', async () => {
  const one = await begun();
  const two = await elsewhere();
  const { added } = await take(two, await archived(one, nothing, () => one.removeSession('bb')));
  expect(added).toEqual(['Session aa', 'Session bb']);
  expect((await two.talk.read('shared')).points.map(({ id }) => id)).toEqual(['p']);
  expect(
    (await two.comments('shared', null)).map(({ session, review }) => [session, review !== null]),
  ).toEqual([
    ['aa', true],
    ['bb', true],
  ]);
  expect((await one.sessions('shared')).map(({ id }) => id)).toEqual(['aa']);
  const three = await elsewhere();
  const last = await begun();
  const before = await archived(last, () => last.removeSession('bb'), nothing);
  expect((await take(three, before)).added).toEqual(['Session aa']);
});

test('F13 W3 answers that are taken out as an archive is ordered are not in it, and its reviews are of what is', async () => {
  const one = await begun();
  const all = held('bb', [1, 2, 3], { takenOut: 1, generation: 1 });
  const less = await kept(laptop(consultation(), { ...all, responses: all.responses.slice(1) }));
  const without = await archiveOf(less, 'shared');
  const two = await elsewhere();
  await take(two, await archived(one, () => take(one, without), nothing));
  expect((await two.comments('shared', null)).map(({ session }) => session)).toEqual(['aa']);
});

test('F13 whoever stops taking an archive leaves nothing open', async () => {
  const one = await begun();
  const job = await archiveConsultation(one, 'shared', '2026-11-22');
  if (isRefusal(job)) throw new Error(job.refusal);
  const out = new Writable({ highWaterMark: 1, write: () => void out.destroy() });
  await expect(job.write(out)).rejects.toThrow('has gone');
  await job.write(new PassThrough().resume());
  await one.removeConsultation('shared');
  await expect(job.write(new PassThrough())).rejects.toThrow('removed');
});
