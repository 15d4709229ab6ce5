/** What leaves of recommendations: the page and the posters, what is not on them, and taking it back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JobState } from '../../../core/api.ts';
import type { DueItem, RecommendationsPage, Telling } from '../../../core/recommendations/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Release } from '../../../server/store/store.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { plain, readPdf } from '../../support/readReport.ts';
import { asked, reword } from '../../support/recommendations.ts';
import { point, removal } from '../../support/talk.ts';
import { TODAY, toldServer, type ToldServer } from '../../support/told.ts';
import { aRelease, aReview } from '../store/made.ts';

let hall: ToldServer;
beforeAll(async () => {
  hall = await toldServer();
}, 60_000);
afterAll(() => hall?.server.stop());

const AT = '/api/consultations/shared';
const read = async (): Promise<{ status: number; html: string; policy: string }> => {
  const answer = await fetch(`${hall.server.url}/told/shared`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  return { status: answer.status, html: await answer.text(), policy };
};
const publish = () => hall.server.send<Telling | Refusal>('PUT', `${AT}/told`);
const QUOTED = { session: 'aa', board: 1, tag: 'aa-1' };

test('RC7 RC3 nobody reads it before it is published, and nothing to tell is said so', async () => {
  const none = await read();
  expect(none).toMatchObject({ status: 404, policy: expect.stringContaining("default-src 'none'") });
  expect(none.html).toContain('>This page is not here, or not any more.<');
  expect(none.html).not.toContain('What we expect');
  expect(await hall.server.send('POST', `${AT}/told/files`)).toMatchObject({ refusal: 'nothing-to-tell' });
  expect(
    await hall.server.send('POST', `${AT}/told/files`, { address: 'http://192.168.0.7/told' }),
  ).toMatchObject({ refusal: 'bad-file', where: 'address' });
  expect(await hall.server.get(`${AT}/told`)).toMatchObject({ publishedOn: '', changed: false });
});

test('RC8 P5 the page of recommendations, what waits, and a wrong change with its place', async () => {
  await hall.ask(
    asked('ring', {
      text: 'Ring back within two working days <b>& tell "why"</b>',
      points: 'A text counts\nNobody waits over a weekend',
      evidence: ['theme.calls', 'postit.aa.1.aa-1', 'statement.s1'],
      to: 'The council',
      owner: 'Sam Owner-Private',
      askedOn: '2027-01-12',
      answer: 'part',
      answerWords: 'We ring back in five days.',
      why: 'There are too few of us.',
      answeredOn: '2027-02-01',
      promises: ['2027-02-01>2027-02-15', '2027-02-20>2027-06-30'],
      wordYes: 9,
      wordPartly: 3,
      wordOn: '2027-02-20',
    }),
    asked('idea', {
      text: 'A wall with photos',
      evidence: ['point.bb.idea'],
      askedOn: '2027-01-12',
      to: 'The trust',
      order: 2,
    }),
    asked('hidden', { text: 'Not for others yet', told: false }),
    asked('done', {
      text: 'Say who is away',
      order: 3,
      answer: 'accepted',
      done: 'A board by the door says it.',
      doneOn: '2027-02-10',
      toldOn: '2027-02-12',
      wordYes: 2,
      wordOn: '2027-02-20',
    }),
    asked('keep', { text: 'The family mornings', kind: 'keep', answer: 'no', why: 'There is no room.' }),
  );
  const page = await hall.server.get<RecommendationsPage>(`${AT}/recommendations`);
  expect(page).toMatchObject({
    today: TODAY,
    floor: 5,
    answeredBy: 'The council',
    answerDue: '15 February 2027',
  });
  expect(page.list).toHaveLength(5);
  const due = await hall.server.get<DueItem[]>('/api/due');
  expect(due.map(({ recommendation, why }) => `${recommendation} ${why}`).toSorted()).toEqual([
    'hidden ask',
    'idea promised',
    'keep tell',
    'ring tell',
  ]);
  const wrong = { changes: [reword('ring', { why: 'There are too few of us.' }, { why: '' })] };
  expect(await hall.server.send('POST', `${AT}/recommendations`, wrong)).toMatchObject({
    refusal: 'why-needed',
    where: 'changes.0.set.why',
  });
});

test('RC6 RC7 P7 the page has what may leave and nothing else, and runs and asks for nothing', async () => {
  // A post-it that a report has not printed is no quote, whatever its writer agreed to.
  await hall.store.saveReview(aReview({ ...QUOTED, chosen: true, checked: true, published: null }), null);
  expect(await publish()).toMatchObject({ publishedOn: TODAY, changed: false });
  expect((await read()).html).not.toContain('five different people');
  const entry: Release['entry'] = {
    number: 1,
    date: TODAY,
    floor: 5,
    boards: [],
    quotes: [{ ...QUOTED, said: null }],
  };
  await hall.store.addRelease(aRelease(1, { consultation: 'shared', entry }));
  expect(await hall.server.get(`${AT}/told`)).toMatchObject({ publishedOn: TODAY, changed: true });
  expect(await publish()).toMatchObject({ changed: false });
  const { status, html, policy } = await read();
  expect(status).toBe(200);
  for (const words of [
    'Ring back within two working days &lt;b&gt;&amp; tell &quot;why&quot;&lt;/b&gt;',
    'Nobody waits over a weekend',
    'Raised in both sessions of 5 people or more.',
    'My social worker listens to me',
    'I had to tell my story to five different people',
    'In part. We ring back in five days.',
    'There are too few of us.',
    'First promised by 15 February 2027. Now promised by 30 June 2027.',
    '9 said yes and 3 said partly',
    'Raised by one person in the sessions.',
    'No answer yet. Asked on 12 January 2027.',
    'An answer was promised by 15 February 2027.',
    'A board by the door says it.',
    'Fewer than 5 participants were asked',
    'What works and should stay',
    'There is no room.',
  ])
    expect(html).toContain(words);
  for (const words of [
    'Owner-Private',
    'Not for others yet',
    'aa-1',
    'Youth club',
    'At home',
    'Nobody rings',
  ])
    expect(html).not.toContain(words);
  expect(html).not.toMatch(/<script|<link|<img|src="http|href=|@import|url\((?!data:)/iu);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
});

test('RC2 a promised day can be corrected until it has gone out, and stays from then on', async () => {
  const slip = '2027-02-20>2072-07-31';
  const mend = (promise: string, by: string) => ({ ...reword('ring', {}, {}), mend: { promise, by } });
  const promises = async (): Promise<readonly string[] | undefined> =>
    (await hall.store.recommendations.read('shared')).list.find(({ id }) => id === 'ring')?.promises;
  const gone = ['2027-02-01>2027-02-15', '2027-02-20>2027-06-30'];
  const page = await hall.server.get<RecommendationsPage>(`${AT}/recommendations`);
  expect(page.promised).toEqual(gone.map((promise) => `ring ${promise}`));
  await hall.ask(reword('ring', { promises: [] }, { promises: [slip] }), mend(slip, '2027-07-31'));
  expect(await promises()).toEqual([...gone, '2027-02-20>2027-07-31']);
  await hall.ask(mend('2027-02-20>2027-07-31', ''));
  await hall.ask(mend(gone[0] ?? '', '2027-02-16'), mend(gone[1] ?? '', ''));
  expect(await promises()).toEqual([gone[0], '2027-02-01>2027-02-16', gone[1]]);
  await hall.ask(mend('2027-02-01>2027-02-16', ''));
  expect(await promises()).toEqual(gone);
});

test('RC6 counts that went out stand until enough people more have said something', async () => {
  await hall.ask(reword('ring', { wordYes: 9 }, { wordYes: 10 }));
  await publish();
  expect((await read()).html).toContain('9 said yes');
  await hall.ask(reword('ring', { wordYes: 10 }, { wordYes: 14 }));
  await publish();
  expect((await read()).html).toContain('14 said yes');
});

test('RC6 that somebody took back what they had said shows on no later page', async () => {
  const said = [
    point('p2', { text: 'We wait by the phone', themes: ['calls'] }, 'bb'),
    point('idea', { text: 'A wall with photos', stance: 'idea', themes: ['story'] }, 'bb'),
  ];
  await hall.talk(...said.map(removal));
  expect(await hall.server.get(`${AT}/told`)).toMatchObject({ changed: false });
  await publish();
  const { html } = await read();
  expect(html).toContain('Raised in both sessions of 5 people or more.');
  expect(html).toContain('Raised by one person in the sessions.');
  await hall.talk(...said);
});

test('RC7 F11 F16 the posters are tagged PDFs in A4 and A3 with the same words', async () => {
  const job = await ended(
    hall.server,
    await hall.server.send<JobState | Refusal>('POST', `${AT}/told/files`),
  );
  expect(job.state).toBe('done');
  const names = job.files.map(({ name }) => name);
  expect(names.map((name) => name.replace(/^.*_/u, ''))).toEqual([
    'you-said-we-did.html',
    'poster-A4.pdf',
    'poster-A3.pdf',
  ]);
  const bytes = await Promise.all(
    names.map(async (name) => new Uint8Array(await (await fileOf(hall.server, job, name)).arrayBuffer())),
  );
  expect(Buffer.from(bytes[0] ?? []).toString()).toBe((await read()).html);
  for (const [i, size] of [
    [1, '595'],
    [2, '841'],
  ] as const) {
    const pdf = bytes[i] ?? new Uint8Array();
    mkdirSync('tests/screenshots/out', { recursive: true });
    writeFileSync(`tests/screenshots/out/poster-${i === 1 ? 'a4' : 'a3'}.pdf`, pdf);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('pdfuaid:part');
    expect(raw).toMatch(new RegExp(`/MediaBox ?\\[0 0 ${size}`, 'u'));
    const { text } = await readPdf(pdf);
    for (const words of [
      'You said, we did, or why not',
      'Ring back within two working days',
      'First promised by 15 February 2027.',
      'No answer yet. Asked on 12 January 2027.',
      'Raised by one person in the sessions.',
      '14 said yes',
      'I had to tell my story',
    ])
      expect(plain(text)).toContain(plain(words));
    expect(text).not.toContain('Owner-Private');
  }
});

test('RC5 W3 a quote that is taken back is gone from the page at once, words and all', async () => {
  expect((await read()).html).toContain('five different people');
  await hall.store.removeSession('aa');
  const { html } = await read();
  expect(html).not.toContain('five different people');
  // What it rests on is less as well, once it is published again.
  await publish();
  expect((await read()).html).not.toContain('Raised in');
  const answer = await hall.server.send<Telling>('DELETE', `${AT}/told`);
  expect(answer.publishedOn).toBe('');
  expect((await read()).status).toBe(404);
});
