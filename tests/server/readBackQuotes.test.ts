/** Words of people on the pages that are read back: of discussions, interviews and post-its, and whose may be there. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommentItem, ConsultationListItem, JobState, ReportPage } from '../../core/api.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../server/store/store.ts';
import { ended, fileOf } from '../support/jobs.ts';
import { pagesOf } from '../support/paper.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { editSource, passage, source } from '../support/sources.ts';
import { point, theme } from '../support/talk.ts';

let server: TestServer;
let store: Store;
let path = '';
beforeAll(async () => {
  server = await startServer({ sample: true, wrap: (of) => (store = of) });
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  path = `/api/consultations/${sample?.id}`;
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const order = (...quotes: object[]) =>
  server.send<JobState | Refusal>('POST', `${path}/read-back`, {
    session: null,
    themes: [],
    quotes,
    caseStudies: [],
  });
/** The words on the pages, in one line. */
async function printed(begun: JobState | Refusal): Promise<string> {
  const job = await ended(server, begun);
  const file = await fileOf(server, job, job.files[0]?.name ?? '');
  const pages = await pagesOf(new Uint8Array(await file.arrayBuffer()));
  return pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}
const talk = (...changes: object[]) => server.send('POST', `${path}/themes`, { changes });

test('RB1 IV3 words of an interview are read back with that person’s yes to being quoted, and not without', async () => {
  await talk(
    theme('late', { name: 'Too late' }),
    source('open', { mayQuote: true }),
    source('closed'),
    passage('yes', 'open', 'They came on Monday.', { themes: ['late'] }),
    passage('no', 'closed', 'too late', { themes: ['late'] }),
    passage('loose', 'open', 'on Friday'),
  );
  expect(await order({ of: 'passage', id: 'no' })).toEqual({ refusal: 'not-ready', where: 'quotes.0' });
  expect(await order({ of: 'passage', id: 'loose' })).toEqual({ refusal: 'not-ready', where: 'quotes.0' });
  expect(await order({ of: 'passage', id: 'none' })).toEqual({ refusal: 'bad-message', where: 'quotes.0' });
  const text = await printed(await order({ of: 'passage', id: 'yes' }));
  expect(text).toContain('“They came on Monday.”');
  // Nothing tells it from what was said in a session.
  expect(text).not.toMatch(/interview/i);
  await talk(editSource('open', { mayQuote: true }, { mayQuote: false }));
  expect(await order({ of: 'passage', id: 'yes' })).toEqual({ refusal: 'not-ready', where: 'quotes.0' });
});

test('RB1 F16 pages are set anew where words on them are mended while they are set, and not at all once the yes is gone', async () => {
  await talk(
    source('late', { mayQuote: true }),
    passage('mended', 'late', 'They came on Monday.', { themes: ['late'] }),
  );
  /** Does something once what was set is looked at again. */
  const meanwhile = (work: () => Promise<unknown>): void => {
    const own = store.writtenSoFar.bind(store);
    let looked = false;
    store.writtenSoFar = async () => {
      if (looked) {
        store.writtenSoFar = own;
        await work();
      }
      looked = true;
      return own();
    };
  };
  meanwhile(async () => {
    const { revision, document } = await server.get<ReportPage>(`${path}/report`);
    const points = [
      { session: '', point: 'mended', chosen: true, checked: true, published: 'They came late.' },
    ];
    await server.send('PUT', `${path}/report`, { revision, document: { ...document, points } });
  });
  expect(await printed(await order({ of: 'passage', id: 'mended' }))).toContain('“They came late.”');
  meanwhile(() => talk(editSource('late', { mayQuote: true }, { mayQuote: false })));
  expect(await ended(server, await order({ of: 'passage', id: 'mended' }))).toMatchObject({
    state: 'failed',
    files: [],
    refusal: { refusal: 'not-ready', where: 'quotes.0' },
  });
});

test('RB1 RT3 what a report prints in other words is read back in these, of discussions and interviews', async () => {
  const report = await server.get<ReportPage>(`${path}/report`);
  const { sessions } = (await server.get<TalkPage>(`${path}/themes`)).about ?? { sessions: [] };
  const session = sessions[0]?.id ?? '';
  await talk(
    point('named', { kind: 'quote', mayQuote: true, text: 'Anna Berg never rang me back' }, session),
    point('out', { kind: 'quote', mayQuote: true, text: 'She lives in Hill Street' }, session),
    source('told', { mayQuote: true }),
    passage('heard', 'told', 'They came on Monday.', { themes: ['late'] }),
  );
  const review = { session, chosen: true, checked: true };
  const points = [
    { ...review, point: 'named', published: '[somebody] never rang me back' },
    { ...review, point: 'out', published: '' },
    { ...review, session: '', point: 'heard', published: 'They came on [a day].' },
  ];
  const { document } = report;
  await server.send('PUT', `${path}/report`, {
    revision: report.revision,
    document: { ...document, points: [...(document.points ?? []), ...points] },
  });
  const of = { of: 'point', session, id: 'named' };
  const text = await printed(await order(of, { of: 'passage', id: 'heard' }));
  expect(text).toContain('“[somebody] never rang me back”');
  expect(text).toContain('“They came on [a day].”');
  expect(text).not.toContain('Anna Berg');
  expect(text).not.toContain('Monday');
  expect(await order({ ...of, id: 'out' })).toEqual({ refusal: 'not-ready', where: 'quotes.0' });
  // The page where they are picked has the same; whoever notes in one session has none of it.
  const page = await server.get<TalkPage>(`${path}/themes`);
  expect(page.about?.reworded).toContainEqual({
    session,
    point: 'named',
    published: '[somebody] never rang me back',
  });
});

test('RB1 words of a post-it are read back once somebody has read and chosen them, as they may be published', async () => {
  const all = await server.get<CommentItem[]>(`${path}/comments`);
  const open = all.find(({ quote, audience, review }) => quote && audience === 'room' && review === null);
  const closed = all.find(({ quote, audience }) => !quote || audience !== 'room');
  if (open === undefined || closed === undefined) throw new Error('The sample has no such comments.');
  const decide = async ({ session, board, tag }: CommentItem, change: object) => {
    const items = await server.get<CommentItem[]>(`${path}/comments`);
    const was = items.find((one) => one.session === session && one.board === board && one.tag === tag);
    const review = { session, board, tag, chosen: true, checked: true, published: null, replacements: [] };
    await server.send('PUT', `${path}/comments`, {
      review: { ...review, ...change },
      was: was?.review ?? null,
    });
  };
  const of = ({ session, board, tag }: CommentItem) => ({ of: 'postit', session, board, tag });
  const no = { refusal: 'not-ready', where: 'quotes.0' };
  expect(await order(of(open))).toEqual(no);
  await decide(open, { checked: false });
  expect(await order(of(open))).toEqual(no);
  await decide(open, { chosen: false });
  expect(await order(of(open))).toEqual(no);
  await decide(open, { published: 'Without the name' });
  const text = await printed(await order(of(open)));
  expect(text).toContain('“Without the name”');
  expect(text).not.toContain(open.comment);
  await decide(closed, {});
  expect(await order(of(closed))).toEqual(no);
  expect(await order({ ...of(open), tag: 'none' })).toEqual({ refusal: 'bad-message', where: 'quotes.0' });
});
