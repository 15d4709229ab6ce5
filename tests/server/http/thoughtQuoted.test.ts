/** A thought from a phone that a release quoted in edited words, taken out by its writer's code. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck, ReportPage } from '../../../core/api.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import type { Store } from '../../../server/store/store.ts';
import { holding } from '../../support/bytes.ts';
import { ended } from '../../support/jobs.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { edit, theme } from '../../support/talk.ts';
import { thoughtRoom } from '../../support/thoughtRoom.ts';

const EDITED = 'They came to my [daughter] at night, with dogs';

let store: Store | undefined;
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ wrap: (made) => (store = made) });
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** A room that said so at night, and a release that quotes one of them; with what that release says of persons. */
async function quoted(notHeard: string) {
  const said = (i: number): string => `They came to my Hamida at night, thought ${i}`;
  const { id, session, desk, phones } = await thoughtRoom(server, said);
  const path = `/api/consultations/${id}`;
  const made = await phones[2]?.code();
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  for (const socket of [desk, ...phones]) socket.close();
  const { points } = await server.get<TalkPage>(`/api/sessions/${session.id}/talk`);
  const mine = points.find(({ text }) => text.endsWith('thought 2'));
  const coded = points.map((one) => edit(one.id, { themes: [] }, { themes: ['a'] }, session.id));
  await store?.talk.change(id, [theme('a', { name: 'Visits' }), ...coded]);
  const page = await server.get<ReportPage>(`${path}/report`);
  const decided = { session: session.id, point: mine?.id, chosen: true, checked: true, published: EDITED };
  await server.send('PUT', `${path}/report`, {
    revision: page.revision,
    document: { ...page.document, points: [decided], notHeard },
  });
  const { flags, hash } = await server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
  const order = { audience: 'release', formats: ['json'], confirmed: flags.map(({ code }) => code), hash };
  const job = await server.send<JobState>('POST', `${path}/report/files`, { ...order, approvedBy: {} });
  expect(await ended(server, job)).toMatchObject({ state: 'done' });
  expect(JSON.stringify(await store?.releases(id))).toContain(EDITED);
  const persons = async () => (await store?.releases(id))?.flatMap(({ entry }) => entry.persons?.list ?? []);
  expect(await persons()).toMatchObject([{ of: 'point', id: mine?.id }]);
  const code = made !== undefined && 'code' in made ? made.code : '';
  const { id: key = '', text = '' } = mine ?? {};
  return {
    id,
    persons,
    remove: () => store?.talk.change(id, [{ ...edit(key, { text }, {}, session.id), set: null }]),
    takeOut: async () =>
      expect(await server.send('POST', '/j/takeout', { code, what: 'all' })).toEqual({ ok: true }),
  };
}

test('W3 TP5 RT4 a thought goes from the report, from releases and from recommendations in the words in which it was printed', async () => {
  const { id, persons, takeOut } = await quoted(`One of them: “${EDITED}”.`);
  await takeOut();
  expect(JSON.stringify(await store?.releases(id))).not.toContain(EDITED);
  expect(await persons()).toEqual([]);
  const report = await store?.report(id);
  expect(report?.document).toMatchObject({
    points: [],
    notHeard: 'One of them: “[Taken out by whoever wrote it]”.',
  });
  await store?.scrub();
  expect(holding(server.folder, EDITED)).toEqual([]);
});

test('W3 TP5 RT3 what a release said of its writer goes with the code also where the team had removed the thought before', async () => {
  const { id, persons, remove, takeOut } = await quoted('');
  await remove();
  expect(JSON.stringify(await store?.releases(id))).not.toContain(EDITED);
  expect(await persons()).toHaveLength(1);
  await takeOut();
  expect(await persons()).toEqual([]);
  // Both copies of the sitting are told apart by that.
  expect((await store?.sessions(id))?.map(({ takenOut }) => takenOut)).toEqual([1]);
});
