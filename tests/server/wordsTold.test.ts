/** What people were told can change is kept as it was told, and stays on the page when the words are edited. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StoredDocument } from '../../core/api.ts';
import { NO_COUNTS, NOT_HEARD } from '../../core/heard.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ToldItem } from '../../core/recommendations/told.ts';
import type { Session } from '../../core/session.ts';
import type { Release } from '../../server/store/store.ts';
import { archiveOf, held, take } from '../support/archives.ts';
import { asked } from '../support/recommendations.ts';
import { connectConsole, openSession } from '../support/server.ts';
import { toldServer, type ToldServer } from '../support/told.ts';
import { aRelease, newFolder, opened } from './store/made.ts';

let hall: ToldServer;
beforeAll(async () => {
  hall = await toldServer();
}, 60_000);
afterAll(() => hall?.server.stop());

async function edit(id: string, change: Partial<StoredDocument['consultation']>): Promise<void> {
  const { consultation, revision } = await hall.server.get<StoredDocument>(`/api/consultations/${id}`);
  const sent = { consultation: { ...consultation, ...change }, revision };
  const done = await hall.server.send<StoredDocument>('PUT', `/api/consultations/${id}`, sent);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
const publish = () => hall.server.send('PUT', '/api/consultations/shared/told');
const page = async (of = 'shared'): Promise<string> => {
  const html = await (await fetch(`${hall.server.url}/told/${of}`)).text();
  return html
    .slice(html.indexOf('</style>'))
    .replaceAll(/<[^>]+>/gu, '|')
    .replaceAll(/[|\s]*\|[|\s]*/gu, '|');
};

test('RC10 a session keeps what its people were told as its lobby opened, and what they were told in the end', async () => {
  const typed = { open: 'The letters', decided: 'The building', answerDue: '15 February 2027' };
  const first = { ...typed, part: '' };
  const { document, session } = await openSession(hall.server, ['One'], {}, (of) => Object.assign(of, typed));
  const told = async (): Promise<Session['told']> => (await hall.store.session(session.id))?.told;
  expect(await told()).toEqual([first]);
  const { id } = document.consultation;
  await edit(id, { title: 'Another' });
  expect(await told()).toEqual([first]);
  await edit(id, { open: 'The roo' });
  await edit(id, { open: 'The rooms', involvement: 'consult' });
  expect(await told()).toEqual([first, { ...first, open: 'The rooms', part: expect.stringMatching(/./u) }]);
});

test('RC10 a page says of nothing that people were told it where it was typed after they had come', async () => {
  const { document, session } = await openSession(hall.server, ['One']);
  const { id } = document.consultation;
  const desk = await connectConsole(hall.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'end' });
  desk.close();
  await hall.server.send('POST', `/api/sessions/${session.id}/seal`, {});
  expect((await hall.store.session(session.id))?.told).toMatchObject([{ open: '', answerDue: '' }]);
  await edit(id, { open: 'The opening hours', answerDue: '31 January 2027' });
  const changes = [
    asked('late', { text: 'Open later' }),
    asked('sent', { text: 'Open earlier', askedOn: '2027-01-12' }),
  ];
  await hall.server.send('POST', `/api/consultations/${id}/recommendations`, { changes });
  await hall.server.send('PUT', `/api/consultations/${id}/told`);
  const words = await page(id);
  expect(words).toContain('Open later');
  expect(words).not.toMatch(/told|The opening hours|first promised/u);
  // Whoever was asked has promised it.
  expect(words.match(/31 January 2027/gu)).toHaveLength(1);
  expect(words).toContain('An answer was promised by 31 January 2027.');
});

test('RC3 RC10 an edit of what was promised, and of what can change, leaves what went out on a page', async () => {
  await edit('shared', { open: 'The opening hours' });
  await hall.ask(asked('ring', { text: 'Ring back', to: 'The council', askedOn: '2027-01-12' }));
  await publish();
  expect(await page()).toContain('|An answer was promised by 15 February 2027.|');
  await edit('shared', { open: 'The waiting room', answerDue: '1 December 2027' });
  // Also where nobody can read that page any more, and what was promised is taken out.
  await hall.server.send('DELETE', '/api/consultations/shared/told');
  await publish();
  const now = await page();
  expect(now).toContain(
    'An answer was first promised by 15 February 2027. Now it is promised by 1 December 2027.',
  );
  expect(now).toContain('|You were told that this can still change|The opening hours|');
  expect(now).toContain('|What can change is told otherwise now|The waiting room|');
  await edit('shared', { answerDue: '' });
  await publish();
  expect(await page()).toContain(
    'first promised by 15 February 2027. Now it is promised by 1 December 2027.',
  );
});

test('RC3 RC10 of a page that was put out before its words were noted they are read from it', async () => {
  const { id } = (await openSession(hall.server, ['Two'])).document.consultation;
  const item = { id: 'r', raised: null, lone: false, answerBy: '1 May 2027' } as ToldItem;
  const out = { title: '', sample: false, date: '2027-02-01', floor: 5, change: [item], keep: [] };
  await hall.store.recommendations.publish(id, {
    page: { ...out, before: { open: 'The hours', heard: null } },
    quotes: [],
  });
  const words = { on: '2027-02-01', open: 'The hours', decided: '', part: '', answerDue: '1 May 2027' };
  const noted = { recommendation: 'all', counts: { words } };
  expect((await hall.store.recommendations.read(id)).out).toEqual([noted]);
  await hall.store.recommendations.withdraw(id);
  expect((await hall.store.recommendations.read(id)).out).toEqual([noted]);
});

test('RC10 F12 what people said of whether it was true stands beside the words that they were told, on another laptop too', async () => {
  const told = { ...NO_COUNTS.told, yes: 5, no: 2 };
  await hall.store.addSealed({
    ...held('dd', [1, 2, 3, 4, 5, 1, 2], { groups: ['g1', 'g2'], date: '2026-12-01' }),
    session: {
      ...held('dd', [], { groups: ['g1', 'g2'], date: '2026-12-01' }).session,
      told: [{ open: 'The letters', decided: '', part: '', answerDue: '1 January 2027' }],
      heard: { ...NOT_HEARD, paper: { ...NO_COUNTS, told } },
    },
  });
  const other = await opened(newFolder());
  try {
    await take(other, await archiveOf(hall.store, 'shared'));
    expect((await other.session('dd'))?.told).toEqual((await hall.store.session('dd'))?.told);
    const words = ({ out }: Awaited<ReturnType<typeof other.recommendations.read>>) =>
      out
        .filter(({ counts }) => 'words' in counts)
        .map(({ counts }) => JSON.stringify(counts))
        .toSorted();
    const here = words(await hall.store.recommendations.read('shared'));
    expect(here.length).toBeGreaterThan(1);
    expect(words(await other.recommendations.read('shared'))).toEqual(here);
  } finally {
    await other.close();
  }
  const entry: Release['entry'] = {
    number: 1,
    date: '2027-03-01',
    floor: 5,
    boards: [],
    heard: [{ question: 'told', date: '2027-03-01', sessions: [{ session: 'dd', cells: [5, 0, 2, 0] }] }],
  };
  await hall.store.addRelease(aRelease(1, { consultation: 'shared', entry }));
  await publish();
  const now = await page();
  expect(now).toContain('|You were told that this can still change|The letters|');
  expect(now).toContain('first promised by 1 January 2027.');
  expect(now).toContain(
    'Of 7 people, 5 said yes and 2 said no. So it stands in the report of 1 March 2027.|',
  );
  // Not under a floor that was raised since.
  await edit('shared', { floor: 8 });
  await publish();
  expect(await page()).toContain('|You were told that this can still change|The letters|');
  expect(await page()).not.toContain('Was that true?');
});
