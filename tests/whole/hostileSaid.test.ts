/** The same texts in every file of what was said: for programs, for spreadsheets, on paper, in a report. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { CHECKS } from '../../core/session.ts';
import { capMarks, cleanLine } from '../../core/text.ts';
import { formulaSafe } from '../../server/export/csv.ts';
import { safeText } from '../../core/qda/text.ts';
import { setReadBack } from '../../server/paper/readBack.ts';
import { tooMuchIn } from '../../server/paper/readBackFit.ts';
import { printable } from '../../server/report/text.ts';
import type { Store } from '../../server/store/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectHarmless, harmless, watch } from '../support/harmless.ts';
import { crowd, finish, hold } from '../support/held.ts';
import { DESCRIPTIONS, KEPT, QUESTIONS, sayAll, STUDIES, TEXTS } from '../support/hostileAfter.ts';
import { LONG } from '../support/hostileCorpus.ts';
import { hostileDocument } from '../support/hostilePeople.ts';
import { selected } from '../support/qda.ts';
import { schemaFaults } from '../support/qdaSchema.ts';
import {
  allForms,
  missingInPdf,
  pdfActions,
  plain,
  readPdf,
  readWord,
  unsoundParts,
} from '../support/readReport.ts';
import { startServer, type TestServer } from '../support/server.ts';
import type { ReportPage } from '../../core/api.ts';

let server: TestServer;
let store: Store;
let browser: Browser;
let context: BrowserContext;
let of: Consultation;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: (made) => (store = made) }), launchBrowser()]);
  of = await hostileDocument(server, 2);
  const people = crowd([1, 2, 3, 4, 5, 1], 'young');
  const session = await finish(server, await hold(server, of.id, people, { groups: ['young'] }, CHECKS));
  await sayAll(store, of, session.id);
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await watch(context, 'null');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const unpacked = async (query: string): Promise<Record<string, Uint8Array>> => {
  const answer = await server.fetch(`/api/consultations/${of.id}/export?${query}`);
  expect(answer.status).toBe(200);
  return unzipSync(new Uint8Array(await answer.arrayBuffer()));
};

const named = (files: Record<string, Uint8Array>, end: string): Uint8Array => {
  const name = Object.keys(files).find((one) => one.endsWith(end));
  if (name === undefined) throw new Error(`no file ${end}`);
  return files[name] ?? new Uint8Array();
};
const rows = (bytes: Uint8Array): Record<string, string>[] =>
  parse<Record<string, string>>(strFromU8(bytes), { columns: true, bom: true });

test('P7 F5 F6 QX1 QX2 files for researchers and other programs: each text to the letter, each selection its words, no cell a formula', async () => {
  const files = await unpacked('files=all');
  const column = (table: string, name: string): Set<string> =>
    new Set(rows(named(files, `_${table}_data.csv`)).map((row) => row[name] ?? `no column ${name}`));
  const whole: [Set<string>, readonly string[]][] = [
    [column('contributions', 'text'), KEPT],
    [column('passages', 'text'), KEPT],
    [column('case_studies', 'text'), STUDIES.map(({ text }) => text)],
    [column('corrections', 'words'), KEPT.slice(0, 60)],
    [column('interview_questions', 'text'), QUESTIONS],
    [column('themes', 'description'), DESCRIPTIONS],
  ];
  expect(whole.map(([kept, wanted]) => wanted.filter((text) => !kept.has(text)))).toEqual(
    whole.map(() => []),
  );
  const formulas = Object.entries(files)
    .filter(([name]) => name.endsWith('_excel.csv'))
    .flatMap(([name, bytes]) =>
      rows(bytes).flatMap((row) => Object.entries(row).map(([head, cell]) => ({ name, head, cell }))),
    )
    .filter(({ cell }) => !/^-?[\d.]+$/u.test(cell) && formulaSafe(cell) !== cell);
  expect(formulas).toEqual([]);

  const project = unzipSync(named(files, '.qdpx'));
  const { 'project.qde': qde = new Uint8Array(), ...sources } = project;
  const [xml, codes] = [strFromU8(qde), strFromU8(named(files, '.qdc'))];
  expect(await schemaFaults('project', xml)).toEqual([]);
  expect(await schemaFaults('codebook', codes)).toEqual([]);
  const texts = Object.entries(sources).map(([path, bytes]) => ({
    name: path.slice('sources/'.length),
    text: strFromU8(bytes),
  }));
  const safe = (text: string): string => safeText(text).text;
  for (const text of TEXTS) expect(texts.some((one) => one.text === safe(text))).toBe(true);
  const marked = selected(xml, texts);
  expect(marked).toHaveLength(2 * KEPT.length);
  const words = new Set(marked);
  expect(KEPT.filter((text) => !words.has(safe(text)))).toEqual([]);
  const tags = parse(strFromU8(named(files, '_tags_taguette.csv')));
  expect(new Set(tags.map(([, description]) => description))).toEqual(
    new Set(['description', ...DESCRIPTIONS]),
  );
}, 60_000);

const line = (text: string): string => (cleanLine(text) ?? '').slice(0, 200);

/** Two pages each; what is more than that is parted. */
function twoPages(texts: readonly string[]): [texts: readonly string[], pdf: Uint8Array][] {
  const base = { title: KEPT[3] ?? '', sample: false, session: KEPT[4] ?? '', today: '2026-11-20' };
  const [themes, quotes] = [texts.slice(2, 5), texts.slice(5)];
  const caseStudies = texts.slice(0, 2).map((text) => ({ title: line(text), text }));
  try {
    return [[texts, setReadBack({ ...base, themes, quotes, caseStudies, changed: 'none' })]];
  } catch (fault) {
    if (tooMuchIn(fault) === null || texts.length === 1) throw fault;
    const half = Math.ceil(texts.length / 2);
    return [...twoPages(texts.slice(0, half)), ...twoPages(texts.slice(half))];
  }
}

test(
  'P7 RB1 two pages to read back: every text as letters, and nothing that runs or asks',
  async () => {
    const EACH = 8;
    // One of 76 lines is refused, as it has to be.
    const short = KEPT.filter((text) => text.split('\n').length < 60 || text.includes('\n\n'));
    for (let at = 0; at < short.length; at += LONG ? EACH : EACH * 12)
      for (const [texts, pdf] of twoPages(short.slice(at, at + EACH))) {
        expect(pdfActions(pdf)).toEqual([]);
        const { text } = await readPdf(pdf);
        const inFonts = texts
          .filter((one) => /^[ -~]{1,150}$/u.test(one))
          .map((one) => plain(printable(one)));
        expect(missingInPdf(text, inFonts)).toEqual([]);
        expect(text).not.toContain('root:x:0');
      }
  },
  LONG ? 300_000 : 60_000,
);

for (const audience of LONG ? (['release', 'team'] as const) : (['team'] as const))
  test(`P7 F11 RT4 what people talked about in a report for ${audience}: web page, Word file and PDF have every quote as letters`, async () => {
    const path = `/api/consultations/${of.id}/report`;
    const { revision, document, talk } = await server.get<ReportPage>(path);
    // All of them in `npm run test:hostile`.
    const some = talk.points.filter(({ text }) => LONG || KEPT.indexOf(text) % 9 === 1);
    const points = some.map(({ session, point }) => ({
      session,
      point,
      chosen: true,
      checked: true,
      published: null,
    }));
    await server.send('PUT', path, { revision, document: { ...document, points, parts: 'none' } });
    const model = await server.send<ReportModel>('POST', `${path}/model`, { audience });
    const { html, docx, pdf } = await allForms(model);
    const page = await context.newPage();
    await page.setContent(strFromU8(html), { waitUntil: 'load' });
    await harmless(page, `talk-${audience}`);
    const quoted = some.map(({ text }) => text);
    const printed = quoted.map((text) => plain(printable(capMarks(text))));
    const web = plain(await page.evaluate(() => globalThis.document.body.textContent ?? ''));
    expect(printed.filter((text) => !web.includes(text))).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    await harmless(page, `talk-${audience}-phone`);
    const word = readWord(docx).text;
    expect(printed.filter((text) => !word.includes(text))).toEqual([]);
    const { parts, unsound } = await unsoundParts(page, docx);
    expect(unsound).toEqual([]);
    expect(
      parts
        .map(([, xml]) => xml)
        .join('')
        .match(/TargetMode="External"|<w:altChunk|<w:object|macroEnabled/g),
    ).toBeNull();
    const { text } = await readPdf(pdf);
    // What has several lines may go on on the next page, below what stands at the foot of this one.
    const inFonts = printed.filter(
      (one, i) => /^[ -~]{1,150}$/u.test(quoted[i] ?? '') && !one.startsWith('U+'),
    );
    expect(inFonts.length).toBeGreaterThan(LONG ? 350 : 30);
    expect(missingInPdf(text, inFonts)).toEqual([]);
    expect(pdfActions(pdf)).toEqual([]);
    expectHarmless(2);
  }, 200_000);
