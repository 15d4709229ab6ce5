/** `npx standpoint import qda`, and its own file out again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { qdpxFile } from '../../../server/export/qdaFiles.ts';
import { standpoint } from '../../support/cli.ts';
import { PROJECT } from '../../support/qda.ts';
import { newFolder } from '../store/made.ts';

test('QX6 QX7 QX8 the command line brings a project in, says what was left out, refuses a broken one, and writes it out', async () => {
  const folder = newFolder();
  const file = join(folder, 'from elsewhere.qdpx');
  const [first] = PROJECT.sources;
  const discussion = {
    ...first!,
    id: 'second',
    attributes: [{ name: 'Kind of text', type: 'Text' as const, value: 'discussion' }],
    selections: first!.selections.map((own) => ({ ...own, id: `${own.id} said` })),
  };
  writeFileSync(file, qdpxFile({ ...PROJECT, sources: [...PROJECT.sources, discussion] }));
  const data = ['--data', join(folder, 'data')];
  const taken = await standpoint(folder, 'import', 'qda', file, ...data);
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toMatch(/^\S+ {2}What we expect\n/);
  expect(taken.out).toContain('1 text came in as an interview or document.');
  expect(taken.out).toContain('Nothing that came in may be quoted before somebody ticks it');
  writeFileSync(file, qdpxFile(PROJECT).subarray(0, 200));
  const broken = await standpoint(folder, 'import', 'qda', file, ...data);
  expect(broken).toMatchObject({ code: 1, out: '' });
  expect(broken.err).toContain('a whole .qdpx file');
  const out = join(folder, 'out.qdpx');
  expect(await standpoint(folder, 'export', '--files', 'qdpx', '--out', out, ...data)).toMatchObject({
    code: 0,
  });
  const texts = Object.entries(unzipSync(readFileSync(out))).flatMap(([name, bytes]) =>
    name.startsWith('sources/') ? [strFromU8(bytes)] : [],
  );
  // The document has no yes yet, and so is in no file.
  expect(texts).toHaveLength(1);
  expect(texts.join('\n')).toContain('She came back “twice” 👩‍👩‍👧');
}, 60_000);
