/** `npx standpoint import polis` on what one has in hand: the folder, the one around it, or the zip. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { standpoint, type Ended } from '../../support/cli.ts';
import { linkedSample, wantedFiles, written } from '../export/sources.ts';
import { newFolder } from '../store/made.ts';

const LONG = 60_000;
/** A folder with our own export, packed as `files.zip` and unpacked as `files`. */
let folder: string;
beforeAll(async () => {
  folder = newFolder();
  const zip = await written(await linkedSample(), wantedFiles('csv,polis,polis-votes,polis-import'));
  writeFileSync(join(folder, 'files.zip'), zip);
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, 'files', name)), { recursive: true });
    writeFileSync(join(folder, 'files', name), bytes);
  }
});

const votes = join('files', 'SAMPLE_CONFIDENTIAL_TEAM_ONLY_polis-votes');
const run = (...typed: string[]): Promise<Ended> =>
  standpoint(folder, 'import', 'polis', ...typed, '--data', 'data');

test(
  'P5 the folder that has the votes is named where the one around it was given, and nothing is made',
  async () => {
    const here = join(votes, 'round-1', 'everyone');
    for (const given of ['files', votes])
      expect(await run(given)).toEqual({
        code: 1,
        out: '',
        err: `No comments.csv with its votes.csv is in ${given}. Name its folder ${here}\n`,
      });
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(await run(here)).toMatchObject({ code: 0, err: '' });
  },
  LONG,
);

test(
  'P5 a zip has to be unpacked first, and the folder in it is named',
  async () => {
    expect((await run('files.zip')).err).toBe(
      `files.zip is a zip. Unpack it first. Name its folder ${join('SAMPLE_CONFIDENTIAL_TEAM_ONLY_polis-votes', 'round-1', 'everyone')}\n`,
    );
  },
  LONG,
);

test(
  'P5 counts without votes, another folder and one that is not there are told apart',
  async () => {
    const counts = join('files', 'SAMPLE_CONFIDENTIAL_TEAM_ONLY_polis', 'round-1', 'everyone');
    expect((await run(counts)).err).toBe(
      `${counts} has comments.csv and no votes.csv. Counts alone cannot be imported: export with --files polis-votes.\n`,
    );
    mkdirSync(join(folder, 'empty'));
    expect((await run('empty')).err).toBe(
      'Neither empty nor a folder in it has the comments.csv and votes.csv of an export from Polis.\n',
    );
    expect((await run('nothing')).err).toBe('There is no folder nothing.\n');
  },
  LONG,
);

test(
  'P5 where two conversations are in a folder, both are named',
  async () => {
    for (const name of ['one', 'two'])
      cpSync(join(folder, votes, 'round-1', 'by-group'), join(folder, 'talks', name), { recursive: true });
    expect((await run('talks')).err).toBe(
      `No comments.csv with its votes.csv is in talks. Name one of its folders:\n  ${join('talks', 'one')}\n  ${join('talks', 'two')}\n`,
    );
  },
  LONG,
);
