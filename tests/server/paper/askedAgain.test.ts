/** The sheet for asking people again what came of it, as it is ordered and read. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CheckSheetOrder } from '../../../core/schemaCheckSheet.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import { plain, readPdf } from '../../support/readReport.ts';
import { asked } from '../../support/recommendations.ts';
import { openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

test('WH6 RC6 a sheet asks again whether anything changed, and of what may be told and was asked for whether it happened', async () => {
  const { session, document } = await openSession(server, ['One'], { name: 'Family centre' });
  const at = `/api/consultations/${document.consultation.id}`;
  const order = (what: unknown) => server.send('POST', `${at}/check-sheet`, what);
  const sheet = async (what: CheckSheetOrder): Promise<string> => {
    const job = await ended(server, await server.send('POST', `${at}/check-sheet`, what));
    const [file] = job.files;
    expect(file?.name).toContain('asked-again');
    const pdf = await (await fileOf(server, job, file?.name ?? '')).arrayBuffer();
    return plain((await readPdf(new Uint8Array(pdf))).text);
  };
  const none = await sheet({ session: session.id, recommendations: [], again: true });
  expect(none).toContain('Did anything change? Family centre');
  expect(none).not.toContain('Did this happen?');
  await server.send('POST', `${at}/recommendations`, {
    changes: [
      asked('ring', { text: 'Ring back within two days', points: 'In person', askedOn: '2027-01-12' }),
      asked('letters', { text: 'Plain letters', askedOn: '2027-01-12', told: false }),
      asked('never', { text: 'Nobody was asked for this' }),
    ],
  });
  const again = await sheet({ session: null, recommendations: [], again: true });
  for (const words of ['1. Ring back within two days', 'In person', 'Partly', 'I do not know', 'no names'])
    expect(again).toContain(words);
  // What stays with the team is on no sheet; there is nothing to write on, no dots and no number of a sheet.
  expect(again).not.toMatch(/Plain letters|Nobody was asked|dots|What should it say|Family centre/u);
  expect(again.split('Did this happen?')).toHaveLength(2);
  expect(await order({ session: 'none', recommendations: [], again: true })).toMatchObject({
    refusal: 'no-such-session',
  });
  expect(await order({ session: null, recommendations: [] })).toMatchObject({ refusal: 'bad-message' });
});

test('CK5 a sheet with one recommendation does not speak of several', async () => {
  const { document } = await openSession(server, ['One']);
  const at = `/api/consultations/${document.consultation.id}`;
  await server.send('POST', `${at}/recommendations`, {
    changes: [asked('ring', { text: 'Ring back' }), asked('letters', { text: 'Plain letters' })],
  });
  const sheet = async (recommendations: string[]): Promise<string> => {
    const job = await ended(
      server,
      await server.send('POST', `${at}/check-sheet`, { session: null, recommendations }),
    );
    const pdf = await (await fileOf(server, job, job.files[0]?.name ?? '')).arrayBuffer();
    return plain((await readPdf(new Uint8Array(pdf))).text);
  };
  const several = /These are the things|For each one|same thing|What matters most/u;
  const one = await sheet(['ring']);
  expect(one).not.toMatch(several);
  expect(one).toContain('How much does it matter to you? You have three dots.');
  expect(await sheet(['ring', 'letters'])).toMatch(several);
});
