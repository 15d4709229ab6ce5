/** docs/report-model.md against the model that is really made: fields, kinds of blocks, cover, figures, and its example. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildReport } from '../../core/report/build.ts';
import { BLOCK_KINDS, type Block, type ReportModel } from '../../core/report/model.ts';
import { blocksOf, figuresOf, sampleInput } from '../core/report/made.ts';

const doc = readFileSync(new URL('../../docs/report-model.md', import.meta.url), 'utf8');
let model: ReportModel;
let blocks: Block[];
beforeAll(async () => {
  const input = await sampleInput({ approvedBy: { lead: 'A. Lead', panel: 'The panel' } });
  const picture = { id: 'p', type: 'image/png' as const, data: '', alt: 'A', credit: 'B', consent: true };
  const chapter = { id: 'c', title: 'Our own', text: 'One.', place: 'before' as const, pictures: [picture] };
  model = buildReport({ ...input, document: { ...input.document, chapters: [chapter] } });
  blocks = blocksOf(model);
});

/** The cells of the row of a table under a heading whose first cell has this name. */
function cellsOf(heading: string, name: string): string[] {
  const part = doc.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const row = part.split('\n').find((line) => line.startsWith('| `') && firstOf(line).includes(name));
  return row?.split('|').slice(1, -1) ?? [];
}

const names = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/gu)].map((m) => m[1] ?? '');
const firstOf = (row: string): string[] => names(row.split('|')[1] ?? '');

/** Names in the first column of the table under a heading. */
function named(heading: string): string[] {
  const part = doc.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return part.split('\n').flatMap((line) => (line.startsWith('| `') ? firstOf(line) : []));
}

describe('docs/report-model.md', () => {
  test('P6 the kinds of blocks it lists are those of the code, and each is in the report that is looked at', () => {
    expect(named('Blocks').filter((name) => name !== 'kind')).toEqual([...BLOCK_KINDS]);
    expect(new Set(blocks.map((b) => b.kind))).toEqual(new Set(BLOCK_KINDS));
  });

  test('P6 the fields it lists are those of a report, its words, its sections, and a figure’s picture', () => {
    expect(named('The whole')).toEqual(Object.keys(model));
    expect(names(cellsOf('The whole', 'words')[1] ?? '')).toEqual(Object.keys(model.words));
    const section = names(cellsOf('The whole', 'sections')[1] ?? '');
    for (const own of model.sections) expect(section).toEqual(expect.arrayContaining(Object.keys(own)));
    for (const { picture } of figuresOf(model)) {
      expect(named('The picture of a figure').toSorted()).toEqual(Object.keys(picture).toSorted());
      const row = names(cellsOf('The picture of a figure', 'rows')[1] ?? '');
      for (const { figure } of picture.rows) expect(row).toEqual(['label', 'figure', ...Object.keys(figure)]);
    }
  });

  test('P6 the fields it lists for a block are those that such a block has', () => {
    for (const block of blocks) {
      // What stands after "of" are fields of the items.
      const [own = ''] = (cellsOf('Blocks', block.kind)[1] ?? '').split(' of ');
      const sometimes = [...own.matchAll(/`(\w+)`\?/gu)].map((m) => m[1] ?? '');
      const keys = Object.keys(block).filter((k) => k !== 'kind');
      expect(names(own)).toEqual(expect.arrayContaining(keys));
      expect([...keys, ...sometimes]).toEqual(expect.arrayContaining(names(own)));
    }
  });

  test('P6 the lines of the cover are those it names, in their order', () => {
    const listed = /each a `name` and a `value`: ([^;|]+)/u.exec(cellsOf('The whole', 'cover')[1] ?? '')?.[1];
    expect(listed?.split(/, (?:and where they approved it )?/u).map((line) => line.trim())).toEqual(
      model.cover.map((line) => line.name),
    );
  });

  test('P6 F15 a caption has question, n and dates, and the lines of a picture are those it describes', () => {
    expect(cellsOf('Blocks', 'figure')[2]).toContain('its caption with question, n and the days');
    expect(cellsOf('The picture of a figure', 'subtitle')[1]).toContain('how many people answered, and when');
    for (const { caption, picture } of figuresOf(model)) {
      expect(caption).toContain(picture.title.replace(/\.$/u, ''));
      const [people, when, ...more] = picture.subtitle;
      expect(people).toMatch(/\d+ people answered/u);
      expect(when).toMatch(/^Sessions from \d+ \w+ \d{4} to \d+ \w+ \d{4}\.$/u);
      expect(more).toEqual([]);
      expect(caption).toContain(people);
      expect(caption).toContain(when);
      expect([picture.footer, picture.captioned]).toEqual(['', true]);
    }
  });

  test('P6 its example has the fields of a report', () => {
    const example: unknown = JSON.parse(/```json\n([\s\S]*?)\n```/u.exec(doc)?.[1] ?? '');
    expect(Object.keys(example as object)).toEqual(Object.keys(model));
    expect(Object.keys((example as typeof model).words)).toEqual(Object.keys(model.words));
  });
});
