/** Pictures that come in with a report: saved, printed as JSON, registered and archived without their past. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { ConsultationListItem, ReportPage } from '../../../core/api.ts';
import { newReport, type ReportDocument, type ReportPicture } from '../../../core/report/document.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Store } from '../../../server/store/store.ts';
import { openArchiveFile } from '../../../server/use/archives.ts';
import { withCleanPictures } from '../../../server/use/reportPictures.ts';
import { archiveOf, consultation, held, laptop, rooms, take } from '../../support/archives.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { BOMB, fromCamera, jpeg, NO_PICTURES, PLACE, png, pngWithText } from '../../support/teamPictures.ts';
import { newFolder, opened } from '../store/made.ts';

type Saved = { revision: number; document: ReportDocument } | Refusal;

const picture = (id: string, file: Buffer, change: Partial<ReportPicture> = {}): ReportPicture => ({
  id,
  type: 'image/jpeg',
  data: file.toString('base64'),
  alt: 'A room',
  credit: '',
  consent: true,
  ...change,
});

const withPictures = (document: ReportDocument, ...pictures: ReportPicture[]): ReportDocument => ({
  ...document,
  chapters: [
    { id: 'c0', title: 'Before', text: 'Words.', pictures: [], place: 'before' },
    { id: 'c1', title: 'Who we are', text: 'Words.', pictures, place: 'before' },
  ],
});

/** Whether anything in a JSON text is a picture that still says where it was taken. */
function tells(json: string): boolean {
  const told = [...json.matchAll(/"data": ?"([^"]*)"/gu)].map(([, data = '']) => Buffer.from(data, 'base64'));
  if (told.length === 0) throw new Error('There is no picture.');
  return told.some((file) => file.includes(PLACE) || file.includes('Exif'));
}

describe('PUT report', () => {
  let server: TestServer;
  let path = '';
  beforeAll(async () => {
    server = await startServer({ sample: true });
    const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
    path = `/api/consultations/${sample?.id}`;
  });
  afterAll(() => server.stop());
  const page = () => server.get<ReportPage>(`${path}/report`);
  const save = async (...pictures: ReportPicture[]): Promise<Saved> => {
    const { revision, document } = await page();
    return server.send('PUT', `${path}/report`, { revision, document: withPictures(document, ...pictures) });
  };
  const picturesNow = async () => (await page()).document.chapters.flatMap((c) => c.pictures);

  test('F10 keeps only the pixels: neither page nor model says where a picture was taken', async () => {
    // One that may not be printed leaves with the archive all the same.
    const saved = await save(
      picture('p1', fromCamera()),
      picture('p2', pngWithText(), { type: 'image/webp' }),
      picture('p3', fromCamera(), { consent: false }),
    );
    expect(saved).not.toHaveProperty('refusal');
    expect(tells(JSON.stringify(saved))).toBe(false);
    const kept = await picturesNow();
    expect(kept.map((p) => p.type)).toEqual(['image/jpeg', 'image/png', 'image/jpeg']);
    expect(tells(JSON.stringify(kept))).toBe(false);
    for (const audience of ['team', 'release'] as const) {
      const model = await server.send<ReportModel>('POST', `${path}/report/model`, { audience });
      expect(tells(JSON.stringify(model))).toBe(false);
    }
  });

  test('F10 what was saved stays to the letter, sent as it is kept or as it was chosen', async () => {
    const chosen = [picture('p1', fromCamera()), picture('p2', pngWithText())];
    await save(...chosen);
    const kept = await picturesNow();
    await save(...kept);
    expect(await picturesNow()).toEqual(kept);
    await save(...chosen);
    expect(await picturesNow()).toEqual(kept);
  });

  test('P5 refuses what is no picture by its bytes with its place, and saves nothing of it', async () => {
    const before = await page();
    for (const [name, file] of Object.entries(NO_PICTURES)) {
      const refused = await save(picture('p1', png()), picture('p2', file, { type: 'image/png' }));
      expect([name, refused]).toMatchObject([
        name,
        { refusal: 'bad-file', where: 'chapters.1.pictures.1.data' },
      ]);
    }
    expect(await save(picture('p1', BOMB))).toMatchObject({
      refusal: 'too-large',
      where: 'chapters.1.pictures.0.data',
    });
    expect((await page()).document).toEqual(before.document);
    expect(server.faults).toEqual([]);
  });
});

describe('an archive that brings a report', () => {
  const laptopWith = async (...pictures: ReportPicture[]): Promise<Store> => {
    const store = await laptop(consultation(), held('one', [1, 2, 3, 4, 5]));
    // Straight into the store, as one would lie in an archive that somebody else had written.
    await store.saveReport('shared', withPictures(newReport(5, 'shown'), ...pictures), null);
    return store;
  };

  test('F13 is taken in with its pictures drawn anew, and goes on as it is', async () => {
    const [from, into] = [await laptopWith(picture('p1', fromCamera())), await opened(newFolder())];
    await take(into, await archiveOf(from, 'shared'));
    const archive = await archiveOf(into, 'shared');
    expect(tells(strFromU8(unzipSync(archive)['report.json'] ?? new Uint8Array()))).toBe(false);
    const third = await opened(newFolder());
    await take(third, archive);
    expect((await third.report('shared'))?.document).toEqual((await into.report('shared'))?.document);
    expect((await take(third, await archiveOf(into, 'shared'))).conflicts).toEqual([]);
    for (const store of [from, into, third]) await store.close();
  });

  test('F13 is refused whole when a picture in it is none', async () => {
    const from = await laptopWith(picture('p1', jpeg()), picture('p2', NO_PICTURES['svg'] ?? png()));
    const into = await opened(newFolder());
    expect(await openArchiveFile(into, rooms, await archiveOf(from, 'shared'))).toMatchObject({
      refusal: 'bad-file',
      where: 'chapters.1.pictures.1.data',
    });
    expect(await into.consultation('shared')).toBeNull();
    for (const store of [from, into]) await store.close();
  });
});

describe('pictures on their way in', () => {
  test('S2 what is kept already is not touched: the document comes back itself', async () => {
    const document = withPictures(newReport(5, 'shown'), picture('p1', png()));
    const clean = await withCleanPictures(document, null);
    expect(clean).toMatchObject({ chapters: [{}, { pictures: [{ type: 'image/png', alt: 'A room' }] }] });
    expect(await withCleanPictures(clean as ReportDocument, clean as ReportDocument)).toBe(clean);
  });
});
