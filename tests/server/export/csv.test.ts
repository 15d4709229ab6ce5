/** The bytes of a CSV file. A forgiving reader takes a line break without quotes for part of a text; Excel and R do not. */
import { describe, expect, test } from '@jest/globals';
import type { Column } from '../../../server/export/columns.ts';
import { csvChunks, type Form } from '../../../server/export/csv.ts';
import { files, MARK, nastySource } from './sources.ts';

const COLUMNS: Column[] = [
  { name: 'id', label: '', type: 'id' },
  { name: 'comment', label: '', type: 'text', free: true },
  { name: 'n', label: '', type: 'integer' },
];

async function bytesOf(comments: readonly string[], form: Form): Promise<string> {
  let text = '';
  for await (const chunk of csvChunks(COLUMNS, [comments.map((c, i) => [`r${i}`, c, i])], form))
    text += chunk;
  return text;
}

const BREAKS = ['a\nb', 'c\rd', 'e\r\nf', '\n', '\r', 'said "no", twice', 'plain'];

describe('the bytes of a CSV file', () => {
  test('F5 F12 a text with a line break of any kind stands in quotes, each row ends in CRLF', async () => {
    const rows =
      'id,comment,n\r\nr0,"a\nb",0\r\nr1,"c\rd",1\r\nr2,"e\r\nf",2\r\nr3,"\n",3\r\nr4,"\r",4\r\nr5,"said ""no"", twice",5\r\nr6,plain,6\r\n';
    expect(await bytesOf(BREAKS, 'data')).toBe(rows);
    const safe = rows.replace('"\n",3', '"\'\n",3').replace('"\r",4', '"\'\r",4');
    expect(await bytesOf(BREAKS, 'excel')).toBe(`\ufeff${safe}`);
  });

  test('F12 the form for SPSS has no line break but the end of a row', async () => {
    expect(await bytesOf(BREAKS.slice(0, 3), 'spss')).toBe(
      'id,comment,n\r\nr0,a\\nb,0\r\nr1,c\\rd,1\r\nr2,e\\r\\nf,2\r\n',
    );
  });

  test('F5 F12 outside quotes no file of an export has a lone CR or LF', async () => {
    const out = await files((await nastySource()).source, 'csv,excel-csv,spss');
    const names = Object.keys(out).filter((name) => name.endsWith('.csv'));
    expect(names).toContain(`${MARK}responses_long_data.csv`);
    for (const name of names) {
      const outside = (out[name] ?? '').replace(/"(?:[^"]|"")*"/g, '');
      expect(outside.replaceAll('\r\n', '')).not.toMatch(/[\r\n"]/);
    }
  });
});
