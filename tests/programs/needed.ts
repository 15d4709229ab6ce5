/** The programs that the scripts beside this compare with, and the packages of Debian that have them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN = {
  soffice: 'libreoffice-calc libreoffice-writer',
  pspp: 'pspp',
  Rscript: 'r-base-core',
  // A package of R, not a program.
  coin: 'r-cran-coin',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  xmllint: 'libxml2-utils',
} as const;

export type Program = keyof typeof DEBIAN;

export const PROGRAMS = Object.keys(DEBIAN) as Program[];

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isHere(program: Program): boolean {
  if (program !== 'coin') return onPath(program);
  const asked = 'quit(status = !requireNamespace("coin", quietly = TRUE))';
  return onPath('Rscript') && spawnSync('Rscript', ['-e', asked], { stdio: 'ignore' }).status === 0;
}

/** Which of these are not installed. */
export function missing(programs: readonly Program[]): Program[] {
  return programs.filter((program) => !isHere(program));
}

/** What to type so that they are. */
export function howToInstall(programs: readonly Program[]): string {
  return `apt-get install ${[...new Set(programs.map((program) => DEBIAN[program]))].join(' ')}`;
}
