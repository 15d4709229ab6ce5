import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ReleaseItem } from '../../core/api.ts';
import type { Answer } from '../../core/scale.ts';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openDesk, wordText } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';

const STATEMENT = 'I expect my social worker to listen to me';
/** Twelve people on both sides: nothing to point out, nothing to merge. */
const MIXED: readonly Answer[] = [1, 2, 2, 3, 4, 4, 4, 5, 5, 5, 4, 2];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const report = (id: string) => `${server.url}/console/c/${id}/report`;
const releases = (id: string) => server.get<ReleaseItem[]>(`/api/consultations/${id}/releases`);

test('F10 E1 what was merged is told first, a group of one mind is read before it goes out, and approvals are asked for', async () => {
  const { page: desk, button, dialog, download, openMake } = await openDesk(browser, server.app.startLink());
  const { id } = await consult(server, 'Small groups', [STATEMENT], (c) => ({
    ...c,
    floor: 5,
    groups: ['Parents', 'Carers', 'Workers', 'Leavers'].map((label) => ({
      id: label.toLowerCase(),
      label,
      roomLabel: '',
    })),
    approvals: ['lead', 'panel'],
  }));
  const people = [
    ...crowd(MIXED, 'parents'),
    ...crowd([1, 2, 4], 'carers'),
    ...crowd([1, 2, 3, 4, 4, 5], 'workers'),
    ...crowd([5, 5, 5, 5, 5, 5, 5, 5], 'leavers'),
  ];
  const groups = ['parents', 'carers', 'workers', 'leavers'];
  await finish(server, await hold(server, id, people, { groups }));
  await desk.goto(report(id));
  await openMake();
  const word = button('Word file', dialog());
  await dialog().getByText('Shown together because one of them is small: Carers and Workers').waitFor();
  await look(desk, 'console-report-check');
  await desk.setViewportSize({ width: 390, height: 844 });
  await look(desk, 'console-report-check-narrow');
  await desk.setViewportSize({ width: 1366, height: 768 });
  expect(await releases(id)).toEqual([]);
  expect(await word.isDisabled()).toBe(true);
  await dialog().getByLabel('Approved by the lead').fill('Ann, lead');
  await dialog().getByLabel('Approved by the participants’ panel').fill('The parents’ panel');
  await dialog().getByText('Everyone gave the same answer, so the figure tells').waitFor();
  await dialog().getByLabel('Approved by the participants’ panel').fill(' ');
  expect(await word.isDisabled()).toBe(true);
  await dialog().getByLabel('Approved by the participants’ panel').fill('The parents’ panel');
  const { name, bytes } = await download(() => word.click());
  expect(name).toMatch(/_Small-groups_report_v1\.docx$/);
  expect(wordText(bytes)).toContain('Ann, lead');
  await button('Close', dialog()).click();

  const sent = desk.getByRole('article', { name: /Release 1/ });
  await sent.getByText('Approved by the participants’ panel: The parents’ panel').waitFor();
  await sent.getByText('What is in it').click();
  await sent
    .getByText(/Carers/)
    .first()
    .waitFor();
  await sent.getByText('Read and confirmed before it went out').waitFor();
  const read = sent.getByRole('group', { name: 'Everyone gave the same answer' });
  expect(await read.getByRole('listitem').innerText()).toMatch(new RegExp(`1\\s+${STATEMENT}\\s+Leavers`));
  await look(desk, 'console-report-register');
  const [release] = await releases(id);
  expect(release).toMatchObject({ number: 1, approvedBy: { lead: 'Ann, lead' }, formats: ['docx'] });
  const again = await download(() => button('Web page of release 1').click());
  expect(again.name).toMatch(/_report_v1\.html$/);
  expect((await releases(id)).length).toBe(1);
  await button('Close', dialog()).click();

  // The same once more asks for nothing; the team's own is complete and says what it is.
  await openMake();
  await dialog().getByText('Release 1 once more').waitFor();
  expect(await word.isDisabled()).toBe(false);
  await dialog()
    .getByRole('radio', { name: /For the team only/ })
    .check();
  await look(desk, 'console-report-team');
  const team = await download(() => word.click());
  expect(team.name).toContain('CONFIDENTIAL-TEAM-ONLY');
  expect(wordText(team.bytes)).toContain('CONFIDENTIAL: TEAM ONLY');
  expect((await releases(id)).length).toBe(1);
  expectNothingFound();
}, 180_000);

test('F10 E1 much to be read is read kind by kind: one box under each list, and the forms are always in sight', async () => {
  const { page: desk, button, dialog, download, openMake } = await openDesk(browser, server.app.startLink());
  const statements = Array.from({ length: 6 }, (_, i) => `Sentence ${i + 1} of a wall`);
  const { id } = await consult(server, 'Of one mind', statements);
  const people = Array.from({ length: 6 }, (_, i) => ({
    answers: statements.map((_s, n): Answer => (n % 2 === 0 ? 5 : 1 + (i % 3))),
  }));
  await finish(server, await hold(server, id, people));
  await desk.goto(report(id));
  await openMake();
  const word = button('Word file', dialog());
  const inSight = () =>
    word.evaluate((el) => {
      const { top, bottom } = el.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  expect([await word.isDisabled(), await inSight()]).toEqual([true, true]);
  await look(desk, 'console-report-many-flags');
  const boxes = dialog().getByRole('checkbox', { name: /I have read these/ });
  expect(await boxes.count()).toBe(2);
  await boxes.first().check();
  expect(await word.isDisabled()).toBe(true);
  await boxes.last().check();
  expect(await inSight()).toBe(true);
  await download(() => button('Data (JSON)', dialog()).click());
  await button('Close', dialog()).click();
  const [release] = await releases(id);
  expect(release?.confirmed.map(({ kind, lines }) => [kind, lines.flatMap((l) => l.statements)])).toEqual([
    ['one-answer', [1, 3, 5]],
    ['none-agree', [2, 4, 6]],
  ]);
  expectNothingFound();
}, 120_000);

test('F10 E1 what could be subtracted from an earlier release is stopped, with the reason and a way out', async () => {
  const {
    page: desk,
    button,
    dialog,
    download,
    saved,
    openMake,
  } = await openDesk(browser, server.app.startLink());
  const { id } = await consult(server, 'Twice', [STATEMENT]);
  for (const [name, answers] of [
    ['Many', MIXED],
    ['Few', [1, 5, 3]],
  ] as const)
    await finish(server, await hold(server, id, crowd(answers), { name }));
  await desk.goto(report(id));
  await openMake();
  await download(() => button('Word file', dialog()).click());
  await button('Close', dialog()).click();
  await desk.getByRole('checkbox', { name: /Few/ }).uncheck();
  await saved();
  await openMake();
  await dialog().getByText('This cannot be sent out as it is').waitFor();
  await look(desk, 'console-report-stopped');
  expect(await button('Word file', dialog()).isDisabled()).toBe(true);
  await dialog()
    .getByRole('radio', { name: /For the team only/ })
    .check();
  expect(await button('Word file', dialog()).isDisabled()).toBe(false);
  await button('Cancel', dialog()).click();
  await desk.getByRole('checkbox', { name: /Few/ }).check();
  await saved();
  await openMake();
  await dialog().getByText('Release 1 once more').waitFor();
  expect((await releases(id)).length).toBe(1);
  expectNothingFound();
}, 120_000);
