/** What a person without help in computing may type, and the one sentence that answers it. */
import { readdir } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { readArguments } from '../../../server/cli/arguments.ts';
import { standpoint, type Ended } from '../../support/cli.ts';
import { newFolder } from '../store/made.ts';

const LONG = 60_000;
const fault = (err: string): Ended => ({ code: 1, out: '', err });
const more = (sentence: string): Ended => fault(`${sentence} "npx standpoint --help" says what there is.\n`);

test(
  'M1 --help prints what there is, and is no fault',
  async () => {
    const { code, out, err } = await standpoint(newFolder(), 'export', '--help');
    expect([code, err]).toEqual([0, '']);
    for (const word of ['export', 'import polis FOLDER', 'archive', 'merge FILE', 'replay', '--sessions'])
      expect(out).toContain(word);
    expect(readArguments(['help'], {})).toBe('help');
    expect(readArguments(['-h'], {})).toBe('help');
  },
  LONG,
);

test(
  'M1 a command that does not exist is named before what there is',
  async () => {
    const folder = newFolder();
    const unknown = await standpoint(folder, 'exprot');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toMatch(/^There is no command "exprot"\.\n\nUsage:\n/);
    // Nor is one that every object of the language has.
    expect(() => readArguments(['toString'], {})).toThrow('There is no command "toString".');
    expect(() => readArguments(['link', '--constructor', 'x'], {})).toThrow('no option --constructor.');
    expect((await standpoint(folder)).err).toMatch(/^Say what to do\.\n\nUsage:\n/);
  },
  LONG,
);

const WRONG: [typed: string[], sentence: string][] = [
  [['merge'], 'merge needs a FILE.'],
  [['import'], 'import takes "polis" and a folder, or "qda" and a file.'],
  [['import', 'folder'], 'import takes "polis" and a folder, or "qda" and a file, not "folder".'],
  [['import', 'qda'], 'import qda needs a FILE.'],
  [['import', 'polis'], 'import polis needs a FOLDER.'],
  [['import', 'polis', 'one', 'two'], 'import polis has no use for "two".'],
  [['export', 'everything'], 'export has no use for "everything".'],
  [['export', '--fiels', 'csv'], 'There is no option --fiels.'],
  [['export', '--out'], '--out needs a value.'],
  [['export', '--out', '--files', 'csv'], '--out needs a value.'],
  [['export', '--files', 'csv', '--files', 'xlsx'], '--files is there twice.'],
  [['archive', '--files', 'csv'], 'archive does not take --files.'],
  [['link', 'here'], 'link has no use for "here".'],
  [['link', '--out', 'here'], 'link does not take --out.'],
  [
    ['export', '--server', 'http://'],
    '--server is "http://", expected an address like http://localhost:8080.',
  ],
];

test.each(WRONG)(
  'M1 %j is answered by what is wrong with it',
  async (typed, sentence) => {
    expect(await standpoint(newFolder(), ...typed)).toEqual(more(sentence));
  },
  LONG,
);

const NO_EFFECT: [typed: string[], sentence: string][] = [
  [
    ['--form', 'bananas'],
    '--form should be left out where no table is asked for: it says how that one is written.',
  ],
  [
    ['--form', 'excel'],
    '--form should be left out where no table is asked for: it says how that one is written.',
  ],
  [['--table', 'groups', '--form', 'bananas'], '--form should be data or excel, not "bananas".'],
  [
    ['--table', 'groups', '--files', 'csv'],
    '--files should be left out beside table, which asks for one file by itself.',
  ],
];

test.each(NO_EFFECT)(
  'P5 export %j is refused, rather than passed over in silence',
  async (typed, sentence) => {
    const folder = newFolder();
    expect(await standpoint(folder, 'export', ...typed)).toEqual(fault(`${sentence}\n`));
    expect(await readdir(folder)).toEqual([]);
  },
  LONG,
);

test('N1 the address of a server may be the console’s own, or lack its http', () => {
  const server = (typed: string): unknown => {
    const asked = readArguments(['export', '--server', typed], {});
    return asked === 'help' ? null : asked.options.server;
  };
  expect(server('http://localhost:8080/console')).toBe('http://localhost:8080');
  expect(server('localhost:9000/')).toBe('http://localhost:9000');
});
