/** The files for single programs; tests/programs/files.ts opens them there. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { workbook } from '../../../server/export/xlsx.ts';
import { COLUMNS } from '../../../server/export/columns.ts';
import type { ExportSource } from '../../../server/export/source.ts';
import { alikeSource } from './alike.ts';
import {
  files,
  MARK,
  NASTY,
  nastySource,
  sampleSource,
  wantedFiles,
  withConsultation,
  written,
} from './sources.ts';

type Rec = Record<string, string>;

const decode = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

async function sheets(from?: ExportSource): Promise<{ names: string[]; xml: string[]; first: string[] }> {
  const source = from ?? (await nastySource()).source;
  const bytes = unzipSync(await written(source, wantedFiles('xlsx')));
  const text = (name: string): string => Buffer.from(bytes[name] ?? []).toString('utf8');
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((m) => m[1] ?? '');
  const xml = names.map((_, i) => text(`xl/worksheets/sheet${i + 1}.xml`));
  // Texts of the first sheet, cell by cell: they stand in the list of strings that cells share.
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)];
  const cells = [...(xml[0] ?? '').matchAll(/<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g)];
  return { names, xml, first: cells.map((m) => decode(shared[Number(m[1])]?.[1] ?? '')) };
}

describe('the workbook', () => {
  test('F12 has a README sheet and every table, each header frozen and bold', async () => {
    const { names, xml } = await sheets();
    expect(names).toEqual([
      'README',
      'responses_long',
      'responses_wide',
      'comments',
      'statements',
      'sessions',
      'groups',
      'attendance',
      'boards',
      'codebook',
    ]);
    expect(
      xml
        .slice(1)
        .every((sheet) => sheet.includes('state="frozen"') && /<row r="1"[^>]*><c [^>]*s="/.test(sheet)),
    ).toBe(true);
  });

  test('F5 says on the first line of its first sheet that it is confidential, and that it is a sample', async () => {
    const { source } = await nastySource();
    for (const sample of [true, false]) {
      const { names, first } = await sheets(withConsultation(source, () => ({ sample })));
      expect(names[0]).toBe('README');
      expect(first[0]).toBe(`${sample ? 'SAMPLE. ' : ''}CONFIDENTIAL: TEAM ONLY`);
      expect(first.some((text) => text.startsWith(source.consultation.title))).toBe(true);
      expect(first.join(' ')).toContain('small groups are not merged');
    }
  });

  test('F6 F12 has every text as it was typed, and no formula', async () => {
    const { names, xml } = await sheets();
    expect(xml.join('')).not.toMatch(/<f[ >]/);
    const comments = xml[names.indexOf('comments')] ?? '';
    const texts = [...comments.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map((m) =>
      decode(m[1] ?? ''),
    );
    for (const text of NASTY) expect(texts).toContain(text);
    expect(xml.join('')).not.toContain('\r');
  });

  test('F12 ends a sheet that is full, rather than break the file', async () => {
    const table = {
      name: 'groups' as const,
      columns: COLUMNS.groups,
      pages: () => [Array.from({ length: 9 }, () => ['g', '', '', 1, 2])],
    };
    const parts: Uint8Array[] = [];
    for await (const part of workbook([table], ['mark'], '2026-11-22', 4)) parts.push(part);
    const sheet = Buffer.from(unzipSync(Buffer.concat(parts))['xl/worksheets/sheet2.xml'] ?? []).toString();
    expect(sheet.match(/<row /g)).toHaveLength(5);
    expect(sheet).toContain('</sheetData>');
  });
});

interface Descriptor {
  profile: string;
  resources: {
    name: string;
    path: string;
    schema: {
      fields: { name: string; type: string; constraints?: { enum?: (string | number)[] } }[];
      missingValues: string[];
      primaryKey?: string[];
      foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
    };
  }[];
}

/** Reads an export by its descriptor, whose types and keys must hold in the data; gives the foreign keys. */
async function keysOf(source: ExportSource): Promise<Record<string, string[]>> {
  const out = await files(source, 'datapackage');
  const descriptor = JSON.parse(out['datapackage.json'] ?? '') as Descriptor;
  expect(descriptor.profile).toBe('tabular-data-package');
  const data = new Map<string, Rec[]>(
    descriptor.resources.map((r) => [
      r.name,
      parse(out[r.path] ?? '', { columns: true, record_delimiter: '\r\n' }),
    ]),
  );
  for (const { name, path, schema } of descriptor.resources) {
    const rows = data.get(name) ?? [];
    expect(schema.fields.map((f) => f.name)).toEqual(parse(out[path] ?? '', { to: 1 })[0]);
    expect(schema.missingValues).toEqual(['']);
    for (const field of schema.fields) {
      const values = rows.map((r) => r[field.name] ?? '').filter((v) => v !== '');
      if (field.type === 'integer') expect(values.filter((v) => !/^\d+$/.test(v))).toEqual([]);
      const allowed = field.constraints?.enum?.map(String);
      if (allowed !== undefined) expect(values.filter((v) => !allowed.includes(v))).toEqual([]);
    }
    if (schema.primaryKey !== undefined) {
      const keys = rows.map((r) => schema.primaryKey?.map((k) => r[k]).join(' '));
      expect(new Set(keys).size).toBe(rows.length);
      expect(keys).not.toContain('');
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = new Set((data.get(reference.resource) ?? []).map((r) => r[reference.fields]));
      const lost = rows.filter((r) => r[fields] !== '' && !there.has(r[fields]));
      expect([name, fields, ...lost]).toEqual([name, fields]);
    }
  }
  return Object.fromEntries(
    descriptor.resources.map((r) => [r.name, r.schema.foreignKeys?.map((k) => k.fields) ?? []]),
  );
}

describe('the data package', () => {
  test('F12 describes every column of every file, and its keys hold in the data', async () => {
    const keys = await keysOf((await nastySource()).source);
    expect(keys['responses_long']).toEqual(['session_id', 'statement_id']);
  });

  test('F12 a session of several groups has no key to one of them, what each person belongs to has', async () => {
    const keys = await keysOf(await alikeSource());
    expect(keys['sessions']).toEqual([]);
    for (const name of ['responses_long', 'comments', 'boards'])
      expect(keys[name]?.toSorted()).toEqual(['group_id', 'session_id', 'statement_id']);
    expect((await keysOf(await sampleSource()))['sessions']).toEqual(['group_id']);
  });

  test('F12 a group that was taken out of the consultation after a session was planned breaks no key', async () => {
    const source = withConsultation(await alikeSource(), ({ groups }) => ({ groups: groups.slice(1) }));
    expect((await keysOf(source))['responses_long']).toEqual(['session_id', 'statement_id']);
  });
});

describe('the files for SPSS and R', () => {
  test('F12 the long file for SPSS has one line a row and loses nothing by it', async () => {
    const out = await files((await nastySource()).source, 'spss');
    const text = out[`${MARK}responses_long_spss.csv`] ?? '';
    const rows: Rec[] = parse(text, { columns: true });
    expect(text.split(/\r\n|\r|\n/).length - 2).toBe(rows.length);
    const back = rows.map((r) =>
      (r['comment'] ?? '').replace(/\\(.)/g, (_, sign: string) => ({ n: '\n', r: '\r' })[sign] ?? sign),
    );
    for (const comment of NASTY) expect(back).toContain(comment);
  });

  test('F12 the syntax names every column, in a width that holds it, and no line begins with a command', async () => {
    const out = await files((await nastySource()).source, 'spss');
    const syntax = out[`${MARK}read.sps`] ?? '';
    const variables = [...syntax.matchAll(/\/VARIABLES=([^]*?)\r\n {2}\./g)].map(
      (m) => m[1]?.trim().split(/\s+/) ?? [],
    );
    const names = (file: string): string[] => parse(out[file] ?? '', { to: 1, bom: true })[0] ?? [];
    expect(variables[0]?.filter((_, i) => i % 2 === 0)).toEqual(names(`${MARK}responses_long_spss.csv`));
    expect(variables[1]?.filter((_, i) => i % 2 === 0)).toEqual(names(`${MARK}responses_wide_data.csv`));
    const rows: Rec[] = parse(out[`${MARK}responses_long_spss.csv`] ?? '', {
      columns: true,
    });
    for (const [i, name] of (variables[0] ?? []).entries()) {
      const width = Number(/^A(\d+)$/.exec(variables[0]?.[i + 1] ?? '')?.[1] ?? Infinity);
      if (i % 2 === 0)
        for (const row of rows) expect(Buffer.byteLength(row[name] ?? '')).toBeLessThanOrEqual(width);
    }
    expect(syntax).not.toMatch(/^\s+comment /m);
    expect(syntax).toContain('VARIABLE LEVEL answer_code (ORDINAL).');
    expect(syntax.split('\r\n').every((line) => Buffer.byteLength(line) <= 250)).toBe(true);
  });

  test('F12 the script for R is ASCII and reads files that are beside it', async () => {
    const out = await files((await nastySource()).source, 'r');
    expect(out[`${MARK}read.R`]).toMatch(/^[\t\n -~]+$/);
    for (const name of ['responses_long', 'statements', 'codebook'])
      expect(Object.keys(out)).toContain(`${MARK}${name}_data.csv`);
  });
});
