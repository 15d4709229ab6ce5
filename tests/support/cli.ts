/** The command line as it is typed, in a process of its own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../../server/cli.ts');

export interface Ended {
  code: number;
  out: string;
  /** What it said went wrong. */
  err: string;
}

/** Runs a command in a folder and waits for its end, whatever it is. */
export function standpoint(cwd: string, ...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { cwd }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
    });
  });
}
