/** From a discussion to the report and to another program, and back: in a real browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import type { ConsultationListItem, ReleaseItem, ReportPage } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import type { Answer } from '../../core/scale.ts';
import type { Store } from '../../server/store/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { allForms, readPdf, readWeb } from '../support/readReport.ts';
import { openDesk, wordText } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { passage, SAID, source } from '../support/sources.ts';
import { edit, editTheme, point, removal, theme } from '../support/talk.ts';

const MIXED: readonly Answer[] = [1, 2, 2, 3, 4, 4, 4, 5, 5, 5, 4, 2];
const QUOTE = 'I told Zeinab three times 👩‍👩‍👧, and she wrote while I talked.';

let server: TestServer;
let browser: Browser;
let store: Store;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: (made) => (store = made) }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('RT3 RT4 RT5 QX5 QX6 E1 a quote is chosen, read and printed in all three forms; the project goes out and comes back', async () => {
  const { id } = await consult(server, 'What we expect of each other', ['They listen to me']);
  const session = await hold(server, id, crowd(MIXED), { name: 'Adults' });
  const mine = (key: string, fields: Parameters<typeof point>[1]) => point(key, fields, session.id);
  const quoted = mine('q', { text: QUOTE, kind: 'quote', mayQuote: true, themes: ['listen'] });
  const against = mine('d', {
    text: 'Mine always listened.',
    kind: 'quote',
    mayQuote: true,
    stance: 'disagree',
    themes: ['listen', 'time'],
  });
  const changes = [
    theme('listen', {
      name: 'Being listened to',
      description: 'Whether somebody hears what is said to them.',
    }),
    theme('time', { name: 'Time', parent: 'listen', colour: 'plum' }),
    quoted,
    against,
    ...Array.from({ length: 12 }, (_, i) =>
      mine(`p${i}`, { text: `They do not listen, example ${i}`, themes: i < 3 ? ['time'] : ['listen'] }),
    ),
  ];
  await server.send('POST', `/api/sessions/${session.id}/talk`, { changes });
  await finish(server, session);
  // Two interviews about the same; the second person said no.
  await server.send('POST', `/api/consultations/${id}/themes`, {
    changes: [
      source('s', { title: 'A father', session: session.id }),
      passage('one', 's', 'on Friday', { themes: ['time'] }),
      passage('two', 's', 'on Friday, too late', { themes: ['time'] }),
      source('no', { title: 'A mother', mayUse: false }),
    ],
  });

  const {
    page: desk,
    button,
    dialog,
    saved,
    openMake,
    download,
  } = await openDesk(browser, server.app.startLink());
  await desk.goto(`${server.url}/console/c/${id}/report#talk`);
  const part = desk.locator('#talk');
  await part.locator('summary').filter({ hasText: 'Being listened to' }).click();
  await look(desk, 'console-report-talk');
  const item = part.getByRole('listitem').filter({ hasText: QUOTE });
  await item.getByLabel('Quote it in the report').check();
  await saved();
  // Chosen and not read yet: the check says so, and it would be left out. So it does of a name that two devices made.
  await server.send('POST', `/api/consultations/${id}/themes`, {
    changes: [theme('twin', { name: 'time' })],
  });
  await openMake();
  await dialog().getByText('1 name is that of more than one theme: “Time”.').waitFor();
  const way = await dialog().getByRole('link', { name: 'Go to the themes' }).getAttribute('href');
  expect(way).toBe(`/console/c/${id}/themes`);
  await dialog().getByText('1 quote out of what was said was chosen and not read for names yet.').waitFor();
  await button('Cancel', dialog()).click();
  await server.send('POST', `/api/consultations/${id}/themes`, {
    changes: [editTheme('twin', { into: '' }, { into: 'time' })],
  });
  await item.getByLabel('As it may be printed').fill(QUOTE.replace('Zeinab', '[name]'));
  await item.getByLabel('I have read it for names').check();
  await desk.getByLabel('Saturation, in your words').fill('The last session brought nothing new.');
  await saved();
  await item.scrollIntoViewIfNeeded();
  await look(desk, 'console-report-talk-chosen');
  await desk.setViewportSize({ width: 390, height: 844 });
  await item.scrollIntoViewIfNeeded();
  await look(desk, 'console-report-talk-narrow');
  await desk.setViewportSize({ width: 1366, height: 768 });
  const { document } = await server.get<ReportPage>(`/api/consultations/${id}/report`);
  expect(document.points).toEqual([
    {
      session: session.id,
      point: 'q',
      chosen: true,
      checked: true,
      published: QUOTE.replace('Zeinab', '[name]'),
    },
  ]);

  // The checklists, and what the team declares of the consultation.
  await desk.getByLabel('Interviews and focus groups (after COREQ)').check();
  await desk.getByText('What you can add to: Interviews and focus groups').click();
  await desk.getByLabel('How many people put points under themes').fill('Two, apart from each other');
  await saved();
  await desk.locator('#checklists').scrollIntoViewIfNeeded();
  await look(desk, 'console-report-checklists');
  await desk.goto(`${server.url}/console/c/${id}#rules`);
  await desk.getByLabel('Consult: people are asked').check();
  await saved();
  await look(desk, 'console-editor-involvement');
  await desk.getByLabel('Show a checklist before each lobby opens').check();
  await desk.getByLabel('Where could they speak safely').fill('At the youth centre');
  await saved();
  await desk.getByLabel('Where could they speak safely').scrollIntoViewIfNeeded();
  await look(desk, 'console-editor-voice');
  await desk.goto(`${server.url}/console/c/${id}/report`);

  await openMake();
  await dialog().getByText('Under the theme “Being listened to” somebody disagreed').waitFor();
  const { bytes } = await download(() => button('Word file', dialog()).click());
  // The other two are drawn from the model that was registered.
  const [release] = await store.releases(id);
  if (release === undefined) throw new Error('No release was registered.');
  const { html, pdf } = await allForms(release.model);
  const told = [wordText(bytes), readWeb(html).text, (await readPdf(pdf)).text];
  for (const text of told.map((words) => words.replace(/\s+/gu, ' '))) {
    expect(text).toContain('What people talked about');
    expect(text).toMatch(/Raised in the one session, 14\spoints\./);
    expect(text).toContain('Often is not the same as important');
    expect(text).toContain('and she wrote while I talked.');
    expect(text).not.toContain('Zeinab');
    expect(text).toContain('Nobody who disagreed is quoted here.');
    expect(text).toContain('fewer than 5');
    expect(text).toContain('Interviews and documents are not counted here');
    expect(text).toContain('The last session brought nothing new.');
    expect(text).toContain('Appendix: themes and what they mean');
    expect(text).toContain('Two, apart from each other');
    expect(text).toContain('Consult: people are asked, and told how');
    expect(text).toContain('At the youth centre');
  }
  const team = await server.send<ReportModel>('POST', `/api/consultations/${id}/report/model`, {
    audience: 'team',
  });
  expect(JSON.stringify(team.sections)).toContain(
    'Raised in the one session and in the one interview or document, 4 points.',
  );
  await button('Close', dialog()).click();
  expect(await server.get<ReleaseItem[]>(`/api/consultations/${id}/releases`)).toHaveLength(1);

  // The project goes out from the results, and comes back into the consultation it is from.
  await desk.goto(`${server.url}/console/c/${id}/results`);
  await desk.getByText('One kind of file by itself').click();
  const project = await download(() => desk.getByRole('link', { name: 'REFI-QDA project' }).click());
  expect(project.name).toMatch(/\.qdpx$/);
  const parts = Object.values(unzipSync(project.bytes)).map((file) => strFromU8(file));
  expect(parts.join('\n')).toContain('name="Being listened to"');
  expect(parts).toContain(SAID);
  expect(parts.join('\n')).not.toContain('A mother');
  await look(desk, 'console-files-qda');
  const talked = async () => server.get<TalkPage>(`/api/consultations/${id}/themes`);
  const before = await talked();
  await desk.goto(`${server.url}/console`);
  await button('Open a file').click();
  await desk
    .getByLabel('Consultation file or archive')
    .setInputFiles({ name: 'back.qdpx', mimeType: 'application/zip', buffer: Buffer.from(project.bytes) });
  await desk.getByLabel('Bring it into').waitFor();
  await look(desk, 'console-import-qda');
  await button('Open this file').click();
  await desk.getByText('2 themes were here already, and stand as they did.').waitFor();
  await look(desk, 'console-imported-qda');
  const { points, sources, passages } = await talked();
  expect({ points, sources, passages }).toEqual({
    points: before.points,
    sources: before.sources,
    passages: before.passages,
  });
  expect(await server.get<ConsultationListItem[]>('/api/consultations')).toHaveLength(1);
  await desk.getByLabel('Consultation file or archive').waitFor({ state: 'detached' });

  // A point whose words are changed has to be read again; one that is removed is in no release that is kept.
  await server.send('POST', `/api/sessions/${session.id}/talk`, {
    changes: [
      edit('d', { text: 'Mine always listened.' }, { text: 'Mine did.' }, session.id),
      removal(quoted),
    ],
  });
  const after = await server.get<ReportPage>(`/api/consultations/${id}/report`);
  expect(after.document.points).toEqual([]);
  expect(JSON.stringify(await store.releases(id))).not.toContain('she wrote while I talked');
  expect(server.faults).toEqual([]);
  expectNothingFound();
}, 180_000);
