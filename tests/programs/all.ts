/**
 * Runs every comparison with other programs, one after another: `npm run programs`. None of it is part of
 * `npm test`, and the product needs none of these programs. On Debian all of them come with
 *
 *   apt-get install libreoffice-calc libreoffice-writer pspp r-base-core r-cran-coin poppler-utils qpdf libxml2-utils
 *
 * What is missing is said first and again at the end; the rest runs without it. Ends with 1 when something
 * does not agree or was not compared.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { howToInstall, missing, PROGRAMS } from './needed.ts';

const SCRIPTS = {
  'files.ts': 'the researchers’ files in LibreOffice, PSPP and R',
  'report.ts': 'the report in LibreOffice, poppler and qpdf',
  'statistics.ts': 'statistics beside R and PSPP',
};

const absent = missing(PROGRAMS);
const tellAbsent = (): void => {
  if (absent.length > 0)
    console.log(`\nNot installed: ${absent.join(', ')}. On Debian: ${howToInstall(absent)}`);
};

tellAbsent();
const failed: string[] = [];
for (const [script, what] of Object.entries(SCRIPTS)) {
  console.log(`\n== ${what} (tests/programs/${script})\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script)], { stdio: 'inherit' });
  if (status !== 0) failed.push(script);
}
tellAbsent();
console.log(failed.length === 0 ? '\nAll three are content.' : `\nNot content: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 && absent.length === 0 ? 0 : 1;
