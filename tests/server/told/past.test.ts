/** A day that was promised and has passed says so, on the page and on the poster; and the console says that the page is old. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { publishTold, telling } from '../../../server/use/told.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { plain, readPdf } from '../../support/readReport.ts';
import { asked, reword } from '../../support/recommendations.ts';
import { TODAY, toldServer, type ToldServer } from '../../support/told.ts';

const PAST = 'That day has passed. It is not marked as done.';
const OWED = 'An answer was promised by 15 February 2027.';

let hall: ToldServer;
beforeAll(async () => {
  hall = await toldServer();
}, 60_000);
afterAll(() => hall?.server.stop());

const page = async (): Promise<string> => {
  const html = await (await fetch(`${hall.server.url}/told/shared`)).text();
  return html
    .slice(html.indexOf('</style>'))
    .replaceAll(/<[^>]+>/gu, '|')
    .replaceAll(/[|\s]*\|[|\s]*/gu, '|');
};
const publish = async (on: string): Promise<string> => {
  await publishTold(hall.store, 'shared', on);
  return page();
};

test('RC2 a promised day that has passed says so, on the page and on the poster, until it is marked as done', async () => {
  const first = { promises: ['2027-01-20>2027-02-28'] };
  await hall.ask(asked('ring', { text: 'Ring back', to: 'The council', answer: 'accepted', ...first }));
  const kept = 'Promised by 28 February 2027.';
  const onTheDay = await publish('2027-02-28');
  expect(onTheDay).toContain(kept);
  expect(onTheDay).not.toContain(PAST);
  // Nobody touched anything, and the page that is out reads otherwise than one of today would.
  expect(await telling(hall.store, 'shared', '2027-02-28', '')).toMatchObject({ changed: false });
  expect(await telling(hall.store, 'shared', TODAY, '')).toMatchObject({ changed: true });
  expect(await publish(TODAY)).toContain(`|${kept}|${PAST}|`);
  expect(await telling(hall.store, 'shared', TODAY, '')).toMatchObject({ changed: false });
  const order = await hall.server.send<JobState | Refusal>('POST', '/api/consultations/shared/told/files');
  const job = await ended(hall.server, order);
  const poster = job.files.find(({ name }) => name.endsWith('poster-A4.pdf'))?.name ?? '';
  const bytes = await (await fileOf(hall.server, job, poster)).arrayBuffer();
  expect(plain((await readPdf(new Uint8Array(bytes))).text)).toContain(PAST);
  const more = { promises: [...first.promises, '2027-03-01>2027-04-30'] };
  await hall.ask(reword('ring', first, more));
  expect(await publish(TODAY)).not.toContain(PAST);
  expect(await publish('2027-05-01')).toContain(PAST);
  await hall.ask(reword('ring', { doneOn: '' }, { doneOn: '2027-05-01' }));
  expect(await publish('2027-05-02')).not.toContain(PAST);
});

test('RC3 so does the day by which an answer was promised, as long as there is none', async () => {
  await hall.ask(asked('idea', { text: 'A wall with photos', to: 'The council', askedOn: '2027-01-12' }));
  expect(await publish('2027-02-15')).not.toContain(`${OWED}|That`);
  expect(await publish(TODAY)).toContain(`|${OWED}|That day has passed.|`);
  await hall.ask(reword('idea', { answer: '' }, { answer: 'accepted' }));
  expect(await publish(TODAY)).not.toContain('passed');
});
