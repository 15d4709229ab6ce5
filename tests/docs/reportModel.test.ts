/** docs/report-model.md against the code: fields, kinds of blocks, and its example. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { BLOCK_KINDS } from '../../core/report/model.ts';
import { sampleReport } from '../support/report.ts';

const doc = readFileSync(new URL('../../docs/report-model.md', import.meta.url), 'utf8');
const model = sampleReport();
const blocks = model.sections.flatMap((s) => s.blocks);

/** Names in the first column of the table under a heading. */
function named(heading: string): string[] {
  const part = doc.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const first = part.split('\n').flatMap((line) => /^\| (`[^|]*) \|/u.exec(line)?.[1] ?? []);
  return first
    .filter((cell) => cell !== '`kind`')
    .flatMap((cell) => [...cell.matchAll(/`(\w+)`/gu)].map((m) => m[1] ?? ''));
}

describe('docs/report-model.md', () => {
  test('P6 the kinds of blocks it lists are those of the code', () => {
    expect(named('Blocks')).toEqual([...BLOCK_KINDS]);
  });

  test('P6 the fields it lists are those of a report, and of a figure’s picture', () => {
    expect(named('The whole')).toEqual(Object.keys(model));
    const figure = blocks.find((b) => b.kind === 'figure');
    expect(named('The picture of a figure').toSorted()).toEqual(
      Object.keys(figure?.picture ?? {}).toSorted(),
    );
  });

  test('P6 the fields it lists for a block are those that such a block has', () => {
    for (const kind of BLOCK_KINDS) {
      const row =
        doc
          .split('\n')
          .find((line) => line.startsWith(`| \`${kind}\` |`))
          ?.split('|')[2] ?? '';
      const fields = [...row.matchAll(/`(\w+)`/gu)].map((m) => m[1] ?? '');
      for (const block of blocks.filter((b) => b.kind === kind))
        expect(fields).toEqual(expect.arrayContaining(Object.keys(block).filter((k) => k !== 'kind')));
    }
  });

  test('P6 its example has the fields of a report', () => {
    const example: unknown = JSON.parse(/```json\n([\s\S]*?)\n```/u.exec(doc)?.[1] ?? '');
    expect(Object.keys(example as object)).toEqual(Object.keys(model));
    expect(Object.keys((example as typeof model).words)).toEqual(Object.keys(model.words));
  });
});
