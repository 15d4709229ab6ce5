/** The start of a pack, in parts: where the data go, which port, and what opens the browser. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openBrowser, opener } from '../../../server/browser.ts';
import { askPlace } from '../../../server/packed/ask.ts';
import { choosePlace, NoPlace, type PlaceAsked } from '../../../server/packed/place.ts';
import { freePort } from '../../../server/packed/ports.ts';
import { WORDS } from '../../../server/packed/words.ts';

let folder: string;
let said: string[];
let asked: PlaceAsked;
let beside: string;
let own: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-place-'));
  said = [];
  const [stick, home] = [join(folder, 'my stick'), join(folder, 'home')];
  for (const path of [stick, home]) mkdirSync(path);
  asked = { pack: join(stick, 'standpoint-1'), home, ask: null, say: (line) => void said.push(line) };
  [beside, own] = [join(stick, 'Standpoint data'), join(home, 'Standpoint data')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const choose = (choice: 'beside' | 'own') => (): Promise<'beside' | 'own'> => Promise.resolve(choice);
const mustNotAsk = (): never => {
  throw new Error('It asked, though it knew.');
};

describe('Z5 where the data of a pack are', () => {
  test('Z5 beside the program when that was chosen, and nobody is asked again, whatever is in the own folder', async () => {
    expect(await choosePlace({ ...asked, ask: choose('beside') })).toBe(beside);
    mkdirSync(own);
    expect(await choosePlace({ ...asked, ask: mustNotAsk })).toBe(beside);
    const newer = { ...asked, pack: join(folder, 'my stick/standpoint-2'), ask: mustNotAsk };
    expect(await choosePlace(newer)).toBe(beside);
    expect(said).toEqual([]);
  });

  test('Z5 in the own folder when that was chosen; a note beside the program remembers it and names no user', async () => {
    expect(await choosePlace({ ...asked, ask: choose('own') })).toBe(own);
    expect(existsSync(beside)).toBe(false);
    expect(await choosePlace({ ...asked, ask: mustNotAsk })).toBe(own);
    const note = readFileSync(join(folder, 'my stick/Standpoint data is elsewhere.txt'), 'utf8');
    expect(note).toContain(join('~', 'Standpoint data'));
    expect(note).not.toContain(folder);
    // On another laptop it is that one's own folder.
    const elsewhere = join(folder, 'other');
    mkdirSync(elsewhere);
    expect(await choosePlace({ ...asked, home: elsewhere, ask: mustNotAsk })).toBe(
      join(elsewhere, 'Standpoint data'),
    );
  });

  test('Z5 without a terminal beside the program, and it is said', async () => {
    expect(await choosePlace(asked)).toBe(beside);
    expect(said).toEqual([WORDS.nobodyToAsk(beside)]);
  });

  test('Z5 the question: Enter means the stick, 1 and 2 what they say, anything else is asked again, a closed terminal starts nothing', async () => {
    const answer = async (...lines: string[]): Promise<string> => {
      const [input, output] = [new PassThrough(), new PassThrough()];
      let shown = '';
      output.on('data', (chunk: Buffer) => {
        shown += chunk.toString();
        if (!shown.endsWith(WORDS.prompt)) return;
        const line = lines.shift();
        if (line === undefined) input.end();
        else input.write(`${line}\n`);
      });
      const choice = await askPlace(input, output, beside, own);
      expect(shown).toContain(beside);
      expect(shown).toContain(own);
      return choice;
    };
    expect(await answer('')).toBe('beside');
    expect(await answer(' 1 ')).toBe('beside');
    expect(await answer('2')).toBe('own');
    expect(await answer('3', 'yes', '2')).toBe('own');
    await expect(answer('3')).rejects.toThrow(NoPlace);
  });
});

describe('Z6 what can be in the way of a start', () => {
  test('Z6 a locked stick: with data on it nothing else is used in their place; without, the own folder, and it is said', async () => {
    const locked = (path: string) =>
      path.startsWith(asked.home) ? ('written' as const) : ('locked' as const);
    expect(await choosePlace({ ...asked, ask: mustNotAsk, tryWriting: locked })).toBe(own);
    expect(said).toEqual([WORDS.lockedProgram(own)]);
    // Where the own folder is what cannot be written, no switch of a stick is to blame.
    const lockedHome = (path: string) =>
      path.startsWith(asked.home) ? ('locked' as const) : ('written' as const);
    const chosen = { ...asked, ask: choose('own'), tryWriting: lockedHome };
    await expect(choosePlace(chosen)).rejects.toThrow(WORDS.lockedHome(own));
    mkdirSync(beside);
    await expect(choosePlace({ ...asked, tryWriting: locked })).rejects.toThrow(WORDS.locked(beside));
    await expect(choosePlace({ ...asked, tryWriting: () => 'locked' })).rejects.toThrow(NoPlace);
  });

  test('Z6 a full stick, a full laptop and a file in the way are told, and nothing is made', async () => {
    await expect(choosePlace({ ...asked, tryWriting: () => 'full' })).rejects.toThrow(WORDS.full(beside));
    const fullHome = (path: string) =>
      path.startsWith(asked.home) ? ('full' as const) : ('written' as const);
    const wanted = { ...asked, ask: choose('own'), tryWriting: fullHome };
    await expect(choosePlace(wanted)).rejects.toThrow(WORDS.full(own));
    expect([existsSync(beside), existsSync(own)]).toEqual([false, false]);
    writeFileSync(beside, '');
    await expect(choosePlace(asked)).rejects.toThrow(WORDS.notFolder(beside));
  });

  test('Z6 a port that is taken is passed over, and there may be none', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '0.0.0.0', done));
    const { port } = taken.address() as AddressInfo;
    expect(await freePort({ first: port, last: port })).toBeNull();
    const next = await freePort({ first: port, last: Math.min(port + 9, 65_535) });
    expect(next).toBeGreaterThan(port);
    await new Promise((done) => taken.close(done));
    expect(await freePort({ first: port, last: port })).toBe(port);
  });

  test('Z6 the browser is opened by what each system has for that; where that is missing or fails it is known', async () => {
    const link = 'http://localhost:8080/console#start=a-_1';
    expect(opener(link, 'win32')).toEqual(['rundll32', 'url.dll,FileProtocolHandler', link]);
    expect(opener(link, 'darwin')).toEqual(['open', link]);
    expect(opener(link, 'linux')).toEqual(['xdg-open', link]);
    // There is no rundll32 here.
    expect(await openBrowser(link, 'win32')).toBe(false);
  });
});
