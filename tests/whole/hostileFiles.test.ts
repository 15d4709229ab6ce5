/** The same texts in every file: the report in its forms, files for researchers, pictures, archive, consultation file. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext } from 'playwright-core';
import type {
  ArchiveResult,
  CommentItem,
  ConsultationPage,
  JobState,
  ReleaseCheck,
  StoredDocument,
} from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { renderReport } from '../../server/report/render.ts';
import { printable } from '../../server/report/text.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectHarmless, folded, harmless, watch } from '../support/harmless.ts';
import { CORPUS, INNOCENT, LONG } from '../support/hostileCorpus.ts';
import { hostileDocument, holdBoth, sure } from '../support/hostilePeople.ts';
import { choose, writeReport } from '../support/hostileReport.ts';
import { BOARDS, dealer, shown } from '../support/hostileRoom.ts';
import { ended, fileOf } from '../support/jobs.ts';
import { picture, row } from '../support/picture.ts';
import { missingInPdf, pdfActions, plain, readPdf, readWord, unsoundParts } from '../support/readReport.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let of: Consultation;
let path = '';
let comments: CommentItem[];
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  // A file that was sent on is opened from a folder, which has no origin.
  await watch(context, 'null');
  of = await hostileDocument(server, BOARDS);
  path = `/api/consultations/${of.id}`;
  await holdBoth(server, of);
  await writeReport(server, path);
  comments = await choose(server, path, LONG ? 1 : 12);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());

/** What a drawing has no use for. */
const RUNS = new Set(
  'script foreignObject image a style animate animateMotion animateTransform set'.split(' '),
);
/** Each stands in the report at least once, as it was kept. */
const asPrinted = CORPUS.map((text) => plain(printable(shown(text))));

/** Of those, what the PDF's fonts have; other letters are replaced there, and a note says so. A page ends no text. */
const inFonts = asPrinted.filter(
  (text) =>
    text.length <= 150 &&
    !text.startsWith('U+') &&
    /^[ -~\p{Script=Arabic}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Thai}\p{RGI_Emoji}।،]*$/v.test(
      text,
    ),
);

async function filesOf(audience: 'team' | 'release'): Promise<Map<string, Uint8Array>> {
  const { line } = dealer(90);
  const check = await server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
  const begun = await server.send<JobState | Refusal>('POST', `${path}/report/files`, {
    audience,
    formats: ['html', 'pdf', 'docx', 'json'],
    confirmed: check.flags.map((flag) => flag.code),
    approvedBy: { lead: `Ann ${line(150)}`, panel: `Panel ${line(150)}` },
    ...(audience === 'release' ? { hash: check.hash } : {}),
  });
  const job = await ended(server, begun);
  // There is no font for some of what is in it, so that the PDF alone is refused.
  expect(job.refusal).toMatchObject({ refusal: 'no-letters' });
  const files = new Map<string, Uint8Array>();
  for (const { name } of job.files)
    files.set(name.split('.').at(-1) ?? '', await bytesOf(await fileOf(server, job, name)));
  // What it prints of the rest is seen where it is set.
  const model = JSON.parse(strFromU8(files.get('json') ?? new Uint8Array())) as ReportModel;
  const hooks = { step: () => undefined, cancelled: () => false };
  for await (const { bytes } of renderReport(model, ['pdf'], hooks)) files.set('pdf', bytes);
  return files;
}

// A chapter has them all. As quotes they all stand there once more, for the team too, in `npm run test:hostile`.
for (const audience of LONG ? (['release', 'team'] as const) : (['release'] as const))
  test(`P7 F11 F12 the report for ${audience}: web page, Word file and PDF have every text as letters, and nothing else`, async () => {
    const files = await filesOf(audience);
    const none = new Uint8Array();
    const page = await context.newPage();
    await page.setContent(strFromU8(files.get('html') ?? none), { waitUntil: 'load' });
    await harmless(page, `file-${audience}`);
    const web = plain(await page.evaluate(() => document.body.textContent ?? ''));
    expect(asPrinted.filter((text) => !web.includes(text))).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    await harmless(page, `file-${audience}-phone`);

    const word = files.get('docx') ?? none;
    const told = readWord(word).text;
    expect(asPrinted.filter((text) => !told.includes(text))).toEqual([]);
    const { parts, unsound } = await unsoundParts(await context.newPage(), word);
    expect(unsound).toEqual([]);
    const xml = parts.map(([, text]) => text).join('');
    expect(xml.match(/TargetMode="External"|<w:altChunk|<w:object|macroEnabled/g)).toBeNull();
    expect(
      [...new Set(xml.match(/<w:instrText[^>]*>\s*\w+/g))].filter(
        (t) => !/(?:PAGE|NUMPAGES|TOC|PAGEREF|REF)$/.test(t),
      ),
    ).toEqual([]);

    const pdf = files.get('pdf') ?? none;
    const { text } = await readPdf(pdf);
    expect(missingInPdf(text, inFonts)).toEqual([]);
    expect(text.includes('root:x:0')).toBe(false);
    expect(inFonts.length).toBeGreaterThan(400);
    expect(pdfActions(pdf)).toEqual([]);
    expectHarmless(2);
  }, 400_000);

test('P7 F5 F6 files for researchers: every comment exactly in the data, and no cell a formula', async () => {
  const files = unzipSync(await bytesOf(await server.fetch(`${path}/export`)));
  const written = comments.map((c) => c.comment);
  const long = Object.keys(files).find((name) => name.endsWith('responses_long_data.csv')) ?? '';
  const rows = parse<Record<string, string>>(strFromU8(files[long] ?? new Uint8Array()), { columns: true });
  const kept = new Set(rows.map((r) => r['comment']));
  expect(written.filter((text) => !kept.has(text))).toEqual([]);
  const page = await context.newPage();
  let sheets = 0;
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('.json')) expect(() => JSON.parse(strFromU8(bytes))).not.toThrow();
    if (!name.endsWith('.xlsx')) continue;
    const { parts, unsound } = await unsoundParts(page, bytes);
    expect(unsound).toEqual([]);
    expect(
      parts
        .map(([, xml]) => xml)
        .join('')
        .match(/<f[ >]|<hyperlink|TargetMode="External"/g),
    ).toBeNull();
    sheets += 1;
  }
  expect(sheets).toBeGreaterThan(0);
});

test('P7 F15 a figure as a picture: hostile names and titles are drawn, and the SVG holds nothing that runs', async () => {
  const { line } = dealer(120);
  const page = await context.newPage();
  for (let turn = 0; turn < 12; turn += 1) {
    const wanted = picture({
      title: line(400),
      subtitle: [line(400), line(400)],
      footer: line(200),
      rows: [line(200), line(200), line(80)].map((label) => row(label, [1, 2, 3, 4, 5])),
    });
    const svg = await server.fetch('/api/picture', {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify({ format: 'svg', picture: wanted }),
    });
    expect(svg.status).toBe(200);
    const told = await page.evaluate(
      (text) => {
        const { documentElement: top } = new DOMParser().parseFromString(text, 'image/svg+xml');
        const all = [top, ...top.querySelectorAll('*')];
        return {
          names: [...new Set(all.map((el) => el.localName))],
          asked: all
            .flatMap((el) => [el.getAttribute('href'), el.getAttribute('xlink:href')])
            .filter((to) => to !== null && !to.startsWith('#')),
          attributes: [...new Set(all.flatMap((el) => el.getAttributeNames()))],
        };
      },
      await svg.text(),
    );
    expect(told.names).not.toContain('parsererror');
    expect(told.names.filter((name) => RUNS.has(name))).toEqual([]);
    expect(told.attributes.filter((name) => /^on|^src/i.test(name))).toEqual([]);
    expect(told.asked).toEqual([]);
    const png = await server.fetch('/api/picture', {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify({ format: 'png', picture: wanted }),
    });
    expect(Buffer.from(await bytesOf(png)).toString('latin1', 1, 4)).toBe('PNG');
  }
});

test('P7 F7 F8 the consultation file and the archive come back on another laptop with every text as it was', async () => {
  const other = await startServer();
  try {
    const file: unknown = await (await server.fetch(`${path}/file`)).json();
    const copy = sure(await other.send<StoredDocument | Refusal>('POST', '/api/consultations', { file }));
    expect({ ...copy.consultation, id: of.id }).toEqual(of);
    const archive = await bytesOf(await server.fetch(`${path}/archive`));
    const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
    const opened = await other.fetch('/api/archives', {
      method: 'POST',
      headers,
      body: Buffer.from(archive),
    });
    const result = sure((await opened.json()) as ArchiveResult | Refusal);
    const back = await other.get<ConsultationPage>(`/api/consultations/${result.consultation}`);
    expect({ ...back.consultation, id: of.id }).toEqual(of);
    const theirs = await other.get<CommentItem[]>(`/api/consultations/${result.consultation}/comments`);
    const texts = (list: CommentItem[]) => list.map((c) => c.comment).toSorted();
    expect(texts(theirs)).toEqual(texts(comments));
    // Words of people are there to the letter, not only by the product's own account.
    const all = new Set(theirs.map((c) => folded(c.comment)));
    expect(INNOCENT.filter((text) => !all.has(folded(text.normalize('NFC')))).length).toBeLessThanOrEqual(1);
  } finally {
    await other.stop();
  }
});
