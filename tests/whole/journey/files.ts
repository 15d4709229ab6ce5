/** What comes out of it: the report in three forms, and the researchers' files, each taken from its page. */
import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { plain, readPdf, readWeb, readWord } from '../../support/readReport.ts';
import type { Hall } from './hall.ts';
import { QUOTE } from './said.ts';
import { STORY } from './answered.ts';

type Row = Record<string, string>;

/** Chooses the story and a quote, and takes the report for those who asked in three forms: their texts. */
export async function makeReport(hall: Hall): Promise<Record<'word' | 'web' | 'pdf', string>> {
  const { page, saved, openMake, download, dialog, button } = hall;
  await hall.go('report#studies');
  await page
    .locator('#studies li')
    .filter({ hasText: STORY.title })
    .getByLabel('Print it in the report')
    .check();
  const talk = page.locator('#talk');
  await talk.locator('summary').first().click();
  const quote = talk.getByRole('listitem').filter({ hasText: QUOTE });
  await quote.getByLabel('Quote it in the report').check();
  await quote.getByLabel('I have read it for names').check();
  await saved();
  await openMake();
  const word = await download(() => button('Word file', dialog()).click());
  await button('Close', dialog()).click();
  const again = async (form: string): Promise<Uint8Array> => {
    const { bytes } = await download(() => button(`${form} of release 1`).click());
    await button('Close', dialog()).click();
    return bytes;
  };
  return {
    word: plain(readWord(word.bytes).text),
    web: plain(readWeb(await again('Web page')).text),
    pdf: plain((await readPdf(await again('PDF'))).text),
  };
}

export interface Files {
  /** A table of the researchers' CSV files. */
  csv: (table: string) => Row[];
  /** The same table as a sheet of the workbook. */
  sheet: (table: string) => Row[];
  /** The project for qualitative analysis: what it says, and its texts by their path in it. */
  project: { xml: string; texts: { name: string; text: string }[] };
}

/** Takes the zip, the workbook and the project from the results page. */
export async function takeFiles(hall: Hall): Promise<Files> {
  const { page, download } = hall;
  await hall.go('results');
  const all = await download(() => page.getByRole('link', { name: 'Download all in one zip' }).click());
  await page.getByText('One kind of file by itself').click();
  const take = (name: string) => download(() => page.getByRole('link', { name }).click());
  const [book, project] = [await take('Excel workbook'), await take('REFI-QDA project')];
  const zip = unzipSync(all.bytes);
  const parts = unzipSync(project.bytes);
  return {
    csv: (table) => {
      const name = Object.keys(zip).find((one) => one.endsWith(`_${table}_data.csv`));
      if (name === undefined) throw new Error(`There is no ${table} among the files.`);
      return parse<Row>(strFromU8(zip[name] ?? new Uint8Array()), { columns: true });
    },
    sheet: sheets(book.bytes),
    project: {
      xml: strFromU8(parts['project.qde'] ?? new Uint8Array()),
      texts: Object.entries(parts)
        .filter(([name]) => name.startsWith('sources/'))
        .map(([name, bytes]) => ({ name: name.replace('sources/', ''), text: strFromU8(bytes) })),
    },
  };
}

const decode = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Rows of a workbook's sheets by the names of their columns. */
function sheets(bytes: Uint8Array): (table: string) => Row[] {
  const parts = unzipSync(bytes);
  const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(([, name]) => name);
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/gu)].map(([, text = '']) =>
    decode(text.replace(/<[^>]+>/gu, '')),
  );
  const cellsOf = (row: string): Map<string, string> =>
    new Map(
      [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu)].map(
        ([, column = '', marks = '', inner = '']) => {
          const text = decode(inner.replace(/<[^>]+>/gu, ''));
          return [column, marks.includes('t="s"') ? (shared[Number(text)] ?? '') : text];
        },
      ),
    );
  return (table) => {
    const sheet = xml(`xl/worksheets/sheet${names.indexOf(table) + 1}.xml`);
    const [head, ...rows] = [...sheet.matchAll(/<row [\s\S]*?<\/row>/gu)].map(([row]) => cellsOf(row));
    expect(head?.size ?? 0).toBeGreaterThan(0);
    return rows.map((cells) =>
      Object.fromEntries([...(head ?? [])].map(([column, name]) => [name, cells.get(column) ?? ''])),
    );
  };
}
