import { describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { COLUMNS } from '../../../server/export/columns.ts';
import { formulaSafe } from '../../../server/export/csv.ts';
import { writeExport } from '../../../server/export/writeExport.ts';
import { SAMPLES, samples } from './samples.ts';
import {
  files,
  MARK,
  NASTY,
  nastySource as source,
  wantedFiles,
  withConsultation,
  written,
} from './sources.ts';

const TRIGGER = /^[=+\-@\t\r\n＝＋－＠]/u;

type Rec = Record<string, string>;
const rows = (all: Record<string, string>, name: string): Rec[] =>
  parse(all[`${MARK}${name}.csv`] ?? '', {
    columns: true,
    bom: true,
    record_delimiter: '\r\n',
  });

describe('the files for researchers', () => {
  test('F5 hold every response once, exactly, and add up', async () => {
    const { source: from, all } = await source();
    const out = await files(from);
    const long = rows(out, 'responses_long_data');
    expect(long).toHaveLength(all.length);
    expect(
      long
        .map((r) => r['comment'] ?? '')
        .filter((c) => c !== '')
        .toSorted(),
    ).toEqual(
      all
        .map((r) => r.comment)
        .filter((c) => c !== '')
        .toSorted(),
    );
    const count = (answer: string): number =>
      long.filter((r) => (r['answer_code'] || r['declined']) === answer).length;
    for (const answer of [1, 2, 3, 4, 5, 'n', 'x'])
      expect(count(String(answer))).toBe(all.filter((r) => r.answer === answer).length);
    expect(long.filter((r) => r['answer_code'] === '' && r['declined'] === '')).toEqual([]);
    const sessions = rows(out, 'sessions_data');
    expect(sessions.reduce((sum, s) => sum + Number(s['responses']), 0)).toBe(all.length);
    const boards = rows(out, 'boards_data');
    expect(boards.reduce((sum, b) => sum + Number(b['answered']) + Number(b['declined']), 0)).toBe(
      all.length,
    );
    expect(
      rows(out, 'attendance_data')
        .filter((a) => a['kind'] === 'participant')
        .reduce((sum, a) => sum + Number(a['n']), 0),
    ).toBe(46);
    expect(rows(out, 'groups_data').map((g) => g['attended'])).toEqual(['14', '32']);
    expect(out[`${MARK}responses_long_data.csv`]?.startsWith('response_id,')).toBe(true);
    expect(out[`${MARK}README.txt`]).toMatch(/^SAMPLE: /);
    expect(out[`${MARK}README.txt`]).toContain('CONFIDENTIAL: TEAM ONLY');
    expect(out[`${MARK}README.txt`]).toContain(`Responses: ${all.length}.`);
  });

  test('F5 have ids and an order that are new in each export and tell nothing', async () => {
    const { source: from } = await source();
    const [one, two] = [
      rows(await files(from), 'responses_long_data'),
      rows(await files(from), 'responses_long_data'),
    ];
    for (const column of ['response_id', 'participant_id'] as const) {
      const ids = new Set(one.map((r) => r[column]).filter((id) => id !== ''));
      expect(two.some((r) => ids.has(r[column] ?? ''))).toBe(false);
    }
    expect(new Set(one.map((r) => r['response_id'])).size).toBe(one.length);
    const text = JSON.stringify(await files(from, 'all,polis-votes,polis-import'));
    expect(text).not.toMatch(/tag-\d|person-\d/);
    for (const statement of from.consultation.statements) expect(text).not.toContain(statement.id);
    const order = (list: Rec[]): string =>
      list
        .filter((r) => r['comment'] !== '')
        .map((r) => r['comment'])
        .join('|');
    expect(order(one)).not.toBe(order(two));
    const perBoard = (list: Rec[]): string[] =>
      list.map((r) => `${r['session_id']} ${r['round']} ${r['statement_id']} ${r['response_id']}`);
    expect(perBoard(one)).toEqual(perBoard(one).toSorted());
  });

  test('F5 unlinked sessions get no participant, even if a number slipped in; rehearsals are left out', async () => {
    const unlinked = await files((await source({ mode: 'unlinked' })).source);
    expect(rows(unlinked, 'responses_long_data').every((r) => r['participant_id'] === '')).toBe(true);
    expect(Object.keys(unlinked).some((name) => name.includes('wide'))).toBe(false);
    const rehearsed = await files((await source({ rehearsal: true })).source);
    expect(rows(rehearsed, 'sessions_data')).toHaveLength(5);
  });

  test('F5 consent to be quoted stands only beside a comment: alone it would tie answers together', async () => {
    const out = await files((await source()).source);
    for (const r of rows(out, 'responses_long_data'))
      expect(r['comment'] === '').toBe(
        [r['may_quote'], r['comment_audience'], r['shown']].every((c) => c === ''),
      );
  });

  test('F5 linked sessions have a wide file that says the same as the long one', async () => {
    const out = await files((await source()).source);
    const wide = rows(out, 'responses_wide_data');
    expect(wide).toHaveLength(NASTY.length);
    for (const r of rows(out, 'responses_long_data').filter((row) => row['participant_id'] !== '')) {
      const person = wide.find((w) => w['participant_id'] === r['participant_id']);
      const column = `${r['statement_id']}_r${r['round']}`;
      expect(person?.[column]).toBe(r['answer_code']);
      expect(person?.[`${column}_declined`]).toBe(r['declined']);
      expect(person?.['group_id']).toBe('g01+g02');
    }
  });

  test('F6 for Excel no cell can act as a formula, whatever the separator, and nothing else changes', async () => {
    const out = await files((await source()).source);
    for (const [name, text] of Object.entries(out)) {
      if (!name.endsWith('_excel.csv')) continue;
      expect(text.startsWith('\ufeff')).toBe(true);
      const cells = parse(text, { bom: true, record_delimiter: '\r\n' }).flat();
      expect(cells.filter((c) => TRIGGER.test(c))).toEqual([]);
      // As a spreadsheet splits it where semicolons, bars or tabs are usual: no quote opens in mid-cell there.
      for (const piece of text.split(/[;|\t\r\n]/)) expect(piece.replace(/^[\s"]+/, '')).not.toMatch(TRIGGER);
      // And by spaces, as LibreOffice can: a sign that is alone in its cell does nothing.
      for (const piece of text.split(/\s/u))
        if (piece.length > 1) expect(piece.replace(/^"+/, '')).not.toMatch(TRIGGER);
      const plain = (list: Rec[]): string => JSON.stringify(list).replaceAll("'", '');
      const stem = name.slice(MARK.length, -'_excel.csv'.length);
      expect(plain(rows(out, `${stem}_excel`))).toBe(plain(rows(out, `${stem}_data`)));
    }
    expect(formulaSafe('mum, dad - and me = us')).toBe('mum, dad - and me = us');
  });

  test('F6 for Excel a sign after a space is a cell’s first where spaces separate cells, unless it stands alone', () => {
    for (const [text, safe] of [
      ['x =1+1', "x '=1+1"],
      ['I scored -5 @home', "I scored '-5 '@home"],
      ['a - b = c', 'a - b = c'],
      ['"no" - she said', '"no" - she said'],
      ['x " = 1"', `x " '= 1"`],
      ['x \n= 1', "x \n'= 1"],
      ['ends in =', "ends in '="],
      ['x\u00a0＝1', "x\u00a0'＝1"],
      ['x =\u00a0"y"', `x '=\u00a0"y"`],
      ['a=b, self-help, me@home', 'a=b, self-help, me@home'],
    ] as const)
      expect(formulaSafe(text)).toBe(safe);
  });

  test('F5 a comment with CR, LF or both comes back byte for byte', async () => {
    const out = await files((await source()).source);
    const comments = new Set(rows(out, 'responses_long_data').map((r) => r['comment']));
    for (const comment of NASTY) expect(comments).toContain(comment);
  });

  test('F5 the codebook has every column of every file and the labels of every scale', async () => {
    const { source: from } = await source();
    const empty = withConsultation({ ...from, sessions: [] }, () => ({ statements: [] }));
    for (const out of [await files(from), await files(empty)])
      for (const [name, text] of Object.entries(out)) {
        if (!name.endsWith('_data.csv')) continue;
        const file = name.slice(MARK.length, -'_data.csv'.length);
        const listed = rows(out, 'codebook_data').filter((c) => c['file'] === file);
        expect([...new Set(listed.map((c) => c['variable']))]).toEqual(parse(text, { to: 1 })[0]);
      }
    const codebook = rows(await files(from), 'codebook_data');
    const answers = codebook.filter((c) => c['file'] === 'responses_long' && c['variable'] === 'answer_code');
    expect(answers.map((c) => `${c['scale']} ${c['value']} ${c['value_label']}`)).toContain(
      'agreement-5 5 Strongly agree',
    );
    // Only sealed sessions are exported.
    const states = codebook.filter((c) => c['file'] === 'sessions' && c['variable'] === 'state');
    expect(states.map((c) => c['value'])).toEqual(['sealed']);
  });

  test('P6 docs/EXPORTS.md has exactly these files and columns', async () => {
    const text = await readFile(new URL('../../../docs/EXPORTS.md', import.meta.url), 'utf8');
    const sections = text.split(/^## /m).slice(1);
    for (const [file, columns] of Object.entries(COLUMNS)) {
      const section = sections.find((s) => s.startsWith(`${file}\n`)) ?? '';
      expect([...section.matchAll(/^\| `([a-z_]+)` \|/gm)].map((m) => m[1])).toEqual(
        columns.map((c) => c.name),
      );
    }
  });

  test('P6 docs/samples are what is written now, and docs/EXPORTS.md names each of them', async () => {
    const page = await readFile(new URL('../../../docs/EXPORTS.md', import.meta.url), 'utf8');
    const there = (await readdir(SAMPLES, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
    const made = await samples();
    expect(there.filter((name) => /\.[A-Za-z]+$/.test(name)).toSorted()).toEqual([...made.keys()].toSorted());
    for (const [name, text] of made) {
      expect((await readFile(`${SAMPLES}/${name}`, 'utf8')).replace(/\r\n/g, '\n')).toBe(
        text.replace(/\r\n/g, '\n'),
      );
      expect(page).toContain(`samples/${name}`);
    }
  });

  test('F5 stops with an error when the reader goes away', async () => {
    const out = new PassThrough({ highWaterMark: 16 });
    out.on('error', () => undefined);
    const writing = writeExport((await source()).source, wantedFiles('all'), out);
    out.once('readable', () => out.destroy());
    await expect(writing).rejects.toThrow(/gone|premature/i);
  });

  test('F5 comments are those of responses_long, each with its answer', async () => {
    const out = await files((await source()).source);
    const long = rows(out, 'responses_long_data').filter((r) => r['comment'] !== '');
    const names = COLUMNS.comments.map((c) => c.name);
    expect(rows(out, 'comments_data')).toEqual(
      long.map((r) => Object.fromEntries(names.map((name) => [name, r[name]]))),
    );
  });

  test('F5 one table by itself is that file of the zip, ids apart', async () => {
    const { source: from } = await source();
    const whole = await files(from);
    for (const form of ['data', 'excel'] as const) {
      const alone = (await written(from, { table: 'statements', form })).toString('utf8');
      expect(alone).toBe(whole[`${MARK}statements_${form}.csv`]);
    }
    const long = await written(from, { table: 'responses_long', form: 'data' });
    expect(parse(long).length).toBe(parse(whole[`${MARK}responses_long_data.csv`] ?? '').length);
  });
});
