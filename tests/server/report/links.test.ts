/** Ways between recommendations, what they rest on and what became of them, in the model and in the three forms. */
import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { askedReport } from '../../../core/report/asked.ts';
import { buildReport } from '../../../core/report/build.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import { NEW_POINT, NEW_THEME } from '../../../core/talk/types.ts';
import { sampleInput } from '../../core/report/made.ts';
import { talk } from '../../core/report/talkMade.ts';
import { allForms } from '../../support/readReport.ts';
import { recommendation } from '../../support/recommendations.ts';

async function report(): Promise<ReportModel> {
  const base = await sampleInput();
  const [one] = base.sessions;
  const statement = base.statements[1];
  const themes = [
    { ...NEW_THEME, id: 'calls', name: 'Being rung back', description: 'Somebody rings back, or does not.' },
    { ...NEW_THEME, id: 'old', name: 'Calls', into: 'calls' },
    { ...NEW_THEME, id: 'short', name: 'Food' },
    { ...NEW_THEME, id: 'never', name: 'Said by nobody' },
  ];
  const points = Array.from({ length: 12 }, (_, i) => ({
    ...NEW_POINT,
    id: `p${i}`,
    session: one?.id ?? '',
    source: 'discussion' as const,
    place: i,
    text: `Said ${i}`,
    themes: ['calls', 'short'],
  }));
  const own = { themes, points, codings: [], sources: [], passages: [] };
  const asked = askedReport(
    {
      consultation: base.consultation,
      list: [
        recommendation('ring', {
          evidence: ['theme.old', 'theme.never', `statement.${statement?.id}`],
          askedOn: '2027-01-12',
        }),
        recommendation('food', { evidence: ['theme.short'], order: 2 }),
        recommendation('none', { order: 3 }),
      ],
      out: [],
      sessions: base.sessions,
      eligible: [],
      talk: own,
      postits: [],
      releases: [],
      floor: 5,
    },
    'team',
  );
  return buildReport({
    ...base,
    audience: 'team',
    asked,
    talk: talk(points, { talk: own, audience: 'team', sessions: base.sessions, all: base.sessions }),
  });
}

const linksOf = ({ sections }: ReportModel) =>
  Object.fromEntries(
    sections.flatMap(({ id, links }) =>
      links === undefined ? [] : [[id, links.map(({ name, to }) => [name, ...to])]],
    ),
  );

test('RA1 RC5 a recommendation leads to what it rests on and what became of it, and each of them back', async () => {
  expect(linksOf(await report())).toEqual({
    'statement-2': [['Asked for because of it', 'recommendation-1']],
    talk: [['Asked for because of it', 'recommendation-2']],
    'theme-1': [['Asked for because of it', 'recommendation-1']],
    'recommendation-1': [
      ['Rests on', 'statement-2', 'theme-1'],
      ['What became of it', 'recommendation-1-after'],
    ],
    'recommendation-2': [['Rests on', 'talk']],
    'recommendation-1-after': [['What was asked for', 'recommendation-1']],
  });
  expect(linksOf(buildReport(await sampleInput()))).toEqual({});
});

test('F11 RC5 in each form a link has the heading of where it goes, and goes there', async () => {
  const model = await report();
  const { html, pdf, docx } = await allForms(model);
  const page = Buffer.from(html).toString();
  const found = [...page.matchAll(/<p class="ways">[\s\S]*?<\/p>/gu)].flatMap(([line]) => [
    ...line.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/gu),
  ]);
  expect(found.map(([, , words]) => words)).toEqual([
    'Recommendation 1',
    'Recommendation 2',
    'Recommendation 1',
    'Statement 2',
    'Being rung back',
    'Recommendation 1: No answer yet',
    'What people talked about',
    'Recommendation 1',
  ]);
  for (const [, anchor = '', words = ''] of found)
    expect(page).toMatch(new RegExp(`<h\\d id="${anchor}">${words}</h`, 'u'));

  const file = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const marks = [...file.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/gu)].map(([, name]) => name);
  const ways = [...file.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/gu)].map(([, name]) => name);
  const chapters = model.sections.filter(({ level }) => level < 3).length;
  expect(ways).toHaveLength(chapters + found.length);
  for (const way of ways) expect(marks).toContain(way);

  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  let inside = 0;
  // After the contents, each link of a page leads to another place of the document.
  for (let n = 3; n <= document.numPages; n += 1) {
    const notes = await (await document.getPage(n)).getAnnotations();
    inside += notes.filter(({ subtype, dest }) => subtype === 'Link' && dest !== null).length;
  }
  expect(inside).toBeGreaterThanOrEqual(found.length);
  await document.cleanup();
});
