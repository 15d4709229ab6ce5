/** Archives on the command line: from one folder to another, and what is no archive. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { consultation, everything, held, laptop } from '../../support/archives.ts';
import { standpoint } from '../../support/cli.ts';
import { newFolder, opened } from '../store/made.ts';

const LONG = 60_000;

test(
  'F13 archive and merge on the command line bring sessions of two folders together',
  async () => {
    const folder = newFolder();
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    for (const [path, session] of [[one, held('aa', [1, 2])] as const, [two, held('bb', [5])] as const]) {
      const store = await laptop(consultation(), session, { folder: path });
      await store.close();
    }
    await standpoint(folder, 'archive', '--data', one, '--out', 'one.standpoint');
    const { out } = await standpoint(folder, 'merge', 'one.standpoint', '--data', two);
    expect(out).toContain('What I expect merged');
    expect(out).toContain('new: Session aa');
    expect((await readdir(folder)).toSorted()).toEqual(['one', 'one.standpoint', 'two']);
    const store = await opened(two);
    expect(await everything(store, 'shared')).toContain('Session aa');
    await store.close();
  },
  LONG,
);

test(
  'P5 what cannot be merged is told by its name, and nothing is left behind',
  async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'adir'));
    const merge = (name: string) => standpoint(folder, 'merge', name, '--data', 'data');
    expect(await merge('none')).toMatchObject({ code: 1, out: '', err: 'There is no file none.\n' });
    expect(await merge('adir')).toMatchObject({
      code: 1,
      err: 'adir is a folder. Name the archive in it.\n',
    });
    expect(await readdir(folder)).toEqual(['adir']);
  },
  LONG,
);

test(
  'P5 a file that is no archive, or the researchers’ zip, is said to be none',
  async () => {
    const folder = newFolder();
    const store = await laptop(consultation(), held('aa', [1, 2]), { folder: join(folder, 'data') });
    await store.close();
    writeFileSync(join(folder, 'text.standpoint'), 'hello');
    await standpoint(folder, 'export', '--data', 'data', '--files', 'csv', '--out', 'files.zip');
    for (const name of ['text.standpoint', 'files.zip'])
      expect(await standpoint(folder, 'merge', name, '--data', 'data')).toEqual({
        code: 1,
        out: '',
        err: `${name}: The file could not be read. It should be a whole archive, as Standpoint saves it.\n`,
      });
  },
  LONG,
);
