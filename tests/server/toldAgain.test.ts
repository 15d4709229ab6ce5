/** What one page told stays beside what the next one tells: of one day, of a session that went, of one typed anew. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { JobState, ReleaseCheck, StoredDocument } from '../../core/api.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ToldItem } from '../../core/recommendations/told.ts';
import { held } from '../support/archives.ts';
import { ended } from '../support/jobs.ts';
import { asked, unasked } from '../support/recommendations.ts';
import { toldServer, TODAY, type ToldServer } from '../support/told.ts';

const AT = '/api/consultations/shared';
let hall: ToldServer;
beforeEach(async () => {
  hall = await toldServer();
}, 60_000);
afterEach(() => hall?.server.stop());

async function edit(open: string, answerDue: string): Promise<void> {
  const { consultation, revision } = await hall.server.get<StoredDocument>(AT);
  const sent = { consultation: { ...consultation, open, answerDue }, revision };
  const done = await hall.server.send<StoredDocument>('PUT', AT, sent);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
const publish = () => hall.server.send('PUT', `${AT}/told`);
async function page(): Promise<string> {
  const html = await (await fetch(`${hall.server.url}/told/shared`)).text();
  return html
    .slice(html.indexOf('</style>'))
    .replaceAll(/<[^>]+>/gu, '|')
    .replaceAll(/[|\s]*\|[|\s]*/gu, '|');
}
const RING = asked('ring', { text: 'Ring back', to: 'The council', askedOn: '2027-01-12' });
const isFirst = (open: string, day: string) => [
  expect.stringContaining(`|You were told that this can still change|${open}|`),
  expect.stringContaining(`An answer was first promised by ${day}.`),
];
/** A session that was told other words than the consultation has. */
async function heldEarlier(): Promise<void> {
  const { session, ...rest } = held('dd', [1, 2, 3, 4, 5, 1], { groups: ['g1', 'g2'], date: '2026-11-01' });
  const told = [{ open: 'The letters', decided: '', part: '', answerDue: '20 June 2027' }];
  await hall.store.addSealed({ ...rest, session: { ...session, told } });
  await edit('The hours', '1 December 2027');
  await hall.ask(RING);
}

test('RC10 RC3 of two pages of one day the first one stays the first', async () => {
  await hall.ask(RING);
  await edit('The letters', '20 June 2027');
  await publish();
  await edit('The hours', '1 December 2027');
  await publish();
  await edit('The rooms', '24 December 2027');
  await publish();
  const now = await page();
  for (const words of isFirst('The letters', '20 June 2027')) expect(now).toEqual(words);
  expect(now).toContain('Now it is promised by 24 December 2027.');
  // Where nothing stands in its place, the last one does.
  await edit('', '');
  await publish();
  expect(await page()).toContain('|What can change is told otherwise now|The rooms|');
});

test('RC10 RC3 what a page told as the first stays when the session goes that was told it', async () => {
  await heldEarlier();
  await publish();
  for (const words of isFirst('The letters', '20 June 2027')) expect(await page()).toEqual(words);
  await hall.server.send('DELETE', '/api/sessions/dd');
  await publish();
  const now = await page();
  for (const words of isFirst('The letters', '20 June 2027')) expect(now).toEqual(words);
  expect(now).toContain('|What can change is told otherwise now|The hours|');
});

test('RC10 RC3 so does what a release told as the first', async () => {
  await heldEarlier();
  const check = await hall.server.send<ReleaseCheck>('POST', `${AT}/report/check`);
  const confirmed = check.flags.map(({ code }) => code);
  const order = { audience: 'release', formats: ['json'], confirmed, approvedBy: {}, hash: check.hash };
  const job = await hall.server.send<JobState>('POST', `${AT}/report/files`, order);
  expect((await ended(hall.server, job)).state).toBe('done');
  await hall.server.send('DELETE', '/api/sessions/dd');
  await publish();
  for (const words of isFirst('The letters', '20 June 2027')) expect(await page()).toEqual(words);
}, 60_000);

test('RC10 RC3 and what a page told that was put out before this was noted', async () => {
  await edit('The hours', '1 December 2027');
  await hall.ask(RING);
  const waits = { answerBy: '1 December 2027', answerFirst: '20 June 2027' };
  const item = { id: 'ring', raised: null, lone: false, ...waits } as ToldItem;
  const out = { title: '', sample: false, date: TODAY, floor: 5, change: [item], keep: [] };
  await hall.store.recommendations.publish('shared', {
    page: { ...out, before: { open: 'The hours', first: 'The letters', heard: null } },
    quotes: [],
  });
  await publish();
  for (const words of isFirst('The letters', '20 June 2027')) expect(await page()).toEqual(words);
});

test('RC6 a recommendation that is typed anew tells nothing of who has said something since', async () => {
  const answer = { answer: 'accepted', answeredOn: '2027-01-20' } as const;
  const first = asked('ring', { ...RING.set, ...answer, wordOn: '2027-02-25', wordYes: 5 });
  await hall.ask(first);
  await publish();
  expect(await page()).toContain('|Participants, asked on 25 February 2027: 5 said yes.|');
  await hall.ask(unasked(first), asked('anew', { ...first.set, text: 'Do ring back', wordNo: 1 }));
  await publish();
  const now = await page();
  expect(now).toContain('|Do ring back|');
  expect(now).toContain('|Participants were asked on 25 February 2027. What they said is not shown');
  expect(now).not.toContain('1 said no');
});
