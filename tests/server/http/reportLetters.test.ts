/** A report in letters that no font here has: said in the check, the PDF refused, the other forms made. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConsultationListItem, JobState, ReleaseCheck, ReportPage } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { unprintedIn } from '../../../server/use/unprintedReport.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { sampleReport } from '../../support/report.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let path = '';
beforeAll(async () => {
  server = await startServer({ sample: true });
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  path = `/api/consultations/${sample?.id}`;
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const check = () => server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
const order = (change: object) =>
  server.send<JobState | Refusal>('POST', `${path}/report/files`, {
    audience: 'team',
    confirmed: [],
    approvedBy: {},
    ...change,
  });
const write = async (notHeard: string): Promise<void> => {
  const { revision, document } = await server.get<ReportPage>(`${path}/report`);
  await server.send('PUT', `${path}/report`, { revision, document: { ...document, notHeard } });
};

test('F12 P5 the check says it, the PDF alone is refused by its part and its letters, the others have the words', async () => {
  await write('ማንም አልተጠየቀም, and fathers.');
  const [note] = (await check()).notes;
  expect(note).toMatchObject({ code: 'letters' });
  expect(note?.words).toContain('Amharic or Tigrinya');
  expect(note?.words).not.toContain('charts');
  const refused = { refusal: 'no-letters', where: expect.any(String), detail: 'Amharic or Tigrinya' };
  const only = await order({ formats: ['pdf'] });
  expect(only).toEqual(refused);
  expect(note?.words).toContain((only as Refusal).where);
  const job = await ended(server, await order({ formats: ['pdf', 'html', 'docx'] }));
  expect(job.refusal).toEqual(refused);
  expect(job.files.map(({ name }) => name.split('.').at(-1))).toEqual(['html', 'docx']);
  const page = await (await fileOf(server, job, job.files[0]?.name ?? '')).text();
  expect(page).toContain('ማንም አልተጠየቀም');
}, 60_000);

test('F10 F12 a release of the PDF alone is not registered; one with other forms is, without it', async () => {
  await write('ማንም');
  const { hash, flags } = await check();
  const release = { audience: 'release', hash, confirmed: flags.map(({ code }) => code) };
  expect(await order({ ...release, formats: ['pdf'] })).toMatchObject({ refusal: 'no-letters' });
  expect(await server.get(`${path}/releases`)).toEqual([]);
  const job = await ended(server, await order({ ...release, formats: ['json', 'pdf'] }));
  expect(job).toMatchObject({ refusal: { refusal: 'no-letters' }, files: [{}] });
  expect(await server.get(`${path}/releases`)).toMatchObject([{ number: 1, formats: ['json'] }]);
  const again = await server.send<Refusal>('POST', `${path}/releases/1/files`, {
    formats: ['pdf'],
    confirmed: false,
  });
  expect(again).toMatchObject({ refusal: 'no-letters' });
}, 60_000);

test('F12 the name of a group in a chart is told apart, since web page and Word have that picture too', async () => {
  const whole = JSON.stringify(sampleReport());
  expect(await unprintedIn(sampleReport())).toBeNull();
  const report = JSON.parse(whole.replaceAll('Everyone', 'བོད་ཡིག')) as ReturnType<typeof sampleReport>;
  expect(await unprintedIn(report)).toMatchObject({ letters: ['Tibetan'], charts: true });
  const fine = ['العربية اردو', 'বাংলা', 'ภาษาไทย', 'ਪੰਜਾਬੀ', 'Știință Zażółć', '👨‍👩‍👧‍👦 👍🏽'];
  for (const text of fine)
    expect(
      await unprintedIn(JSON.parse(whole.replaceAll('Everyone', text)) as ReturnType<typeof sampleReport>),
    ).toBeNull();
});
