/** What a release says of how it was done, after one person has taken something back. */
import { afterEach, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck, ReportPage } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { newId } from '../../server/random.ts';
import type { Release, SealedSession, Store } from '../../server/store/store.ts';
import { archiveOf, take } from '../support/archives.ts';
import { ended } from '../support/jobs.ts';
import { copyingRenderer } from '../support/renderer.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { second } from '../support/second.ts';
import { question, source } from '../support/sources.ts';
import { point, theme } from '../support/talk.ts';
import { sitting, statement } from '../support/waves.ts';
import { aConsultation, newFolder, opened } from './store/made.ts';

const AT = '/api/consultations/shared';
const CONSULTATION: Consultation = {
  ...aConsultation('shared'),
  floor: 5,
  groups: [{ id: 'g1', label: 'Parents', roomLabel: '' }],
  statements: [statement('s1', 'My social worker listens to me')],
};
/** Five answered on their phones and ten on paper; or one of the five has taken theirs out. */
function room(takenOut: boolean): SealedSession {
  const made = sitting(CONSULTATION, 'aa', '2026-11-01', { s1: { g1: [3, 3, 3, 3, 3] } });
  const responses = made.responses.map((one, i) => ({
    ...one,
    channel: i < 5 ? ('phone' as const) : ('paper' as const),
  }));
  return {
    ...made,
    session: { ...made.session, ...(takenOut ? { takenOut: 1, generation: 1 } : {}) },
    responses: takenOut ? responses.slice(1) : responses,
  };
}

let server: TestServer;
afterEach(() => server.stop());

test('F10 RT7 ways of answering, who asked, and that there are interviews stay as they were told when one person goes', async () => {
  const stores: Store[] = [];
  const day = { now: '2027-03-01' };
  server = await startServer({
    clock: { today: () => day.now, everyHour: () => () => undefined },
    renderer: copyingRenderer,
    wrap: (own) => {
      stores.push(own);
      return own;
    },
  });
  const store = stores.at(-1) as Store;
  await store.saveConsultation(CONSULTATION, null);
  await store.addSealed(room(false));
  const asked = source('i0', { interviewer: 'peer' });
  await store.talk.change('shared', [
    theme('a', { name: 'Ring back' }),
    ...Array.from({ length: 6 }, (_, i) => point(`x${i}`, { themes: ['a'] }, 'aa')),
    asked,
    question('q', { proposedBy: 'participants' }),
  ]);
  const { revision, document } = await server.get<ReportPage>(`${AT}/report`);
  const checklists = { coreq: true, gripp2: true };
  await server.send('PUT', `${AT}/report`, { revision, document: { ...document, checklists } });
  const before = await release(store);
  expect(told(before.model)).toEqual([
    'Own phone and paper or the wall, entered by the facilitator',
    expect.stringContaining('Interviews and documents are not counted here'),
    'Interviews were held by peers.',
    'Participants proposed questions of the interviews.',
  ]);
  expect(before.entry).toMatchObject({
    channels: [{ session: 'aa', ways: [{ n: 5 }, { n: 10 }] }],
    how: { texts: [{ id: 'i0' }] },
  });

  const other = await opened(newFolder());
  await other.saveConsultation(CONSULTATION, null);
  await other.addSealed(room(true));
  await take(store, await archiveOf(other, 'shared'));
  await other.close();
  await store.talk.change('shared', [{ ...asked, id: newId(), was: asked.set, set: null }]);
  day.now = '2027-04-05';
  const after = await release(store);
  expect(after.number).toBe(2);
  expect(told(after.model)).toEqual([
    'Own phone and paper or the wall, entered by the facilitator (counted on 1 March 2027)',
    expect.stringContaining('Interviews and documents are not counted here'),
    'Interviews were held by peers. Interviews and documents are counted as on 1 March 2027.',
    'Participants proposed questions of the interviews.',
  ]);
  // An archive brings all of it to another laptop.
  const third = await opened(newFolder());
  await take(third, await archiveOf(store, 'shared'));
  expect((await third.releases('shared')).map(({ entry }) => entry)).toEqual([before.entry, after.entry]);
  await third.close();
});

test('SC5 RT3 RT7 the register has what a release says, and nothing that is printed in no checklist of it', async () => {
  const stores: Store[] = [];
  server = await startServer({
    renderer: copyingRenderer,
    wrap: (own) => {
      stores.push(own);
      return own;
    },
  });
  const store = stores.at(-1) as Store;
  await store.saveConsultation(CONSULTATION, null);
  await store.addSealed(room(false));
  const six = (n: number) => Array.from({ length: 6 }, (_, i) => `x${n}-${i}`);
  await store.talk.change('shared', [
    theme('a'),
    ...six(1).map((key) => point(key, { themes: ['a'] }, 'aa')),
    ...six(1).map((key) => second(key, ['a'], 'aa')),
  ]);
  const first = await release(store);
  expect(first.entry.twice).toBeUndefined();
  // Nobody is quoted in it, and it is no release from before that was noted.
  expect(first.entry.persons).toEqual({ salt: expect.stringMatching(/./u), list: [] });
  const { revision, document } = await server.get<ReportPage>(`${AT}/report`);
  const checklists = { coreq: true, gripp2: false };
  await server.send('PUT', `${AT}/report`, { revision, document: { ...document, checklists } });
  expect((await release(store)).entry.twice?.sessions).toEqual(['aa']);
});

async function release(store: Store): Promise<Release> {
  const check = await server.send<ReleaseCheck>('POST', `${AT}/report/check`);
  expect(check.refusals).toEqual([]);
  const order = {
    audience: 'release',
    formats: ['json'],
    confirmed: check.flags.map(({ code }) => code),
    approvedBy: {},
    hash: check.hash,
  };
  const job = await server.send<JobState>('POST', `${AT}/report/files`, order);
  expect(await ended(server, job)).toMatchObject({ state: 'done' });
  return (await store.releases('shared')).at(-1) as Release;
}

/** What it says of the ways, of texts that are not counted, and of who asked. */
function told({ sections }: ReportModel): string[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) => {
    if (block.kind === 'facts')
      return block.items
        .filter(({ name }) => name === 'How answers were collected')
        .map(({ value }) => value);
    if (block.kind === 'note') return block.text.startsWith('Interviews and documents') ? [block.text] : [];
    if (block.kind !== 'table') return [];
    return block.rows.flat().filter((cell) => /^Interviews were|questions of the interviews/.test(cell));
  });
}
