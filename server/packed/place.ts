/**
 * Where a pack keeps its data: never inside the program's folder, so that a newer one beside it finds them.
 *
 * A folder that is there beside the program is used, whatever else there is: what somebody carries on a
 * stick must not be passed over for an empty folder elsewhere.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDiskFull } from '../store/diskFull.ts';
import { WORDS } from './words.ts';

const FOLDER = 'Standpoint data';
/** Beside the program; says that the data are in the user's own folder. */
const NOTE = 'Standpoint data is elsewhere.txt';

/** Ends the start with a sentence. */
export class NoPlace extends Error {}

export interface PlaceAsked {
  /** The folder that was unzipped. */
  pack: string;
  /** The user's own folder. */
  home: string;
  /** Asks where to keep the data; null: nobody is there to be asked. */
  ask: ((beside: string, own: string) => Promise<'beside' | 'own'>) | null;
  say: (line: string) => void;
  /** Tries to write in a folder that is there; tests answer in its place. */
  tryWriting?: (folder: string) => 'written' | 'locked' | 'full';
}

/** The folder of the data, which is there afterwards. Throws `NoPlace` with a sentence when it cannot be had. */
export async function choosePlace(asked: PlaceAsked): Promise<string> {
  const { say, tryWriting = writes } = asked;
  const around = dirname(asked.pack);
  const [beside, own, note] = [join(around, FOLDER), join(asked.home, FOLDER), join(around, NOTE)];
  const use = (folder: string): string => {
    if (!statSync(folder).isDirectory()) throw new NoPlace(WORDS.notFolder(folder));
    const answer = tryWriting(folder);
    if (answer !== 'written') throw new NoPlace(WORDS[answer](folder));
    return folder;
  };
  const make = (parent: string, folder: string): string => {
    const answer = tryWriting(parent);
    if (answer === 'locked' && parent === asked.home) throw new NoPlace(WORDS.lockedHome(folder));
    if (answer !== 'written') throw new NoPlace(WORDS[answer](folder));
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    return use(folder);
  };

  if (existsSync(beside)) return use(beside);
  if (existsSync(note)) return make(asked.home, own);
  const here = tryWriting(around);
  if (here === 'full') throw new NoPlace(WORDS.full(beside));
  if (here === 'locked') {
    say(WORDS.lockedProgram(own));
    return make(asked.home, own);
  }
  const choice = asked.ask === null ? 'beside' : await asked.ask(beside, own);
  if (choice === 'beside') {
    if (asked.ask === null) say(WORDS.nobodyToAsk(beside));
    return make(around, beside);
  }
  const folder = make(asked.home, own);
  writeFileSync(note, WORDS.remembered(readable(own, asked.home)));
  return folder;
}

/** The note goes with the stick: it names no user of a laptop. */
function readable(own: string, home: string): string {
  return own.replace(home, '~');
}

function writes(folder: string): 'written' | 'locked' | 'full' {
  const trial = join(folder, '.standpoint-trial');
  try {
    writeFileSync(trial, 'x');
    // A full disk may take a name and nothing in it.
    return readFileSync(trial, 'utf8') === 'x' ? 'written' : 'full';
  } catch (error) {
    return isDiskFull(error) ? 'full' : 'locked';
  } finally {
    remove(trial);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written nothing was made.
  }
}
