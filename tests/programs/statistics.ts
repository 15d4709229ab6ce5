/**
 * Compares our statistics with R (and its package coin) and PSPP, on the worked cases and on 200 random ones.
 * A development script: neither users nor the tests need R or PSPP; `npm run programs` runs it with the
 * others. It prints the largest difference of each figure and ends with 1 when one is larger than it may be.
 * On Debian:
 *
 *   apt-get install r-base-core r-cran-coin pspp && node tests/programs/statistics.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { casesOf } from './statisticsCases.ts';
import type { Figures } from './statisticsCases.ts';
import { howToInstall, missing } from './needed.ts';
import { ourFigures, psppSyntax, readPspp, readR, rScript } from './statisticsScripts.ts';

const RANDOM = 200;

interface Largest {
  figure: string;
  program: string;
  compared: number;
  difference: number;
  at: string;
  may: number;
}

/** How far a figure may be off: R's are compared to ten digits, PSPP's as it prints them. */
function mayDiffer(program: string, figure: string): number {
  // A share of re-shufflings that were drawn, in R and maybe by us: four standard deviations.
  if (figure === 'kw.drawn') return 0.03;
  // Components come closer from round to round; the two of a case may be nearly of equal size.
  if (figure.startsWith('plane')) return 1e-4;
  if (program === 'R') return 1e-9;
  return figure.endsWith('p') ? 0.00051 : 0.0051;
}

function compare(program: string, ours: Map<string, Figures>, theirs: Map<string, Figures>): Largest[] {
  const largest = new Map<string, Largest>();
  for (const [id, figures] of theirs)
    for (const [name, value] of Object.entries(figures)) {
      const own = ours.get(id)?.[name];
      if (own === undefined) throw new Error(`${program} has ${name} of ${id}, we do not`);
      // The p of Holm are one figure, however many there are.
      const figure = name.replace(/\.\d+/, '');
      const difference = own === value ? 0 : Math.abs(own - value);
      const row = largest.get(figure) ?? {
        figure,
        program,
        compared: 0,
        difference: 0,
        at: id,
        may: mayDiffer(program, figure),
      };
      row.compared += 1;
      if (!(difference <= row.difference)) [row.difference, row.at] = [difference, id];
      largest.set(figure, row);
    }
  return [...largest.values()];
}

const absent = missing(['Rscript', 'coin', 'pspp']);
if (absent.length > 0) {
  console.error(`Nothing was compared. Not installed: ${absent.join(', ')}. ${howToInstall(absent)}`);
  process.exit(1);
}

const cases = casesOf(RANDOM);
const ours = new Map(cases.map((one) => [one.id, ourFigures(one)]));
const folder = mkdtempSync(join(tmpdir(), 'statistics-'));
try {
  writeFileSync(join(folder, 'cases.R'), rScript(cases));
  const fromR = readR(
    execFileSync('Rscript', [join(folder, 'cases.R')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    }),
  );
  const { syntax, order } = psppSyntax(cases);
  writeFileSync(join(folder, 'cases.sps'), syntax);
  execFileSync('pspp', ['cases.sps', '-o', 'out.csv'], { cwd: folder, stdio: 'ignore' });
  const fromPspp = readPspp(readFileSync(join(folder, 'out.csv'), 'utf8'), order);
  const rows = [...compare('R', ours, fromR), ...compare('PSPP', ours, fromPspp)];
  console.table(
    rows.map(({ program, figure, compared, difference, may, at }) => ({
      program,
      figure,
      compared,
      'largest difference': Number(difference.toPrecision(3)),
      'may be': may,
      at: difference === 0 ? '' : at,
    })),
  );
  const wrong = rows.filter(({ difference, may }) => !(difference <= may));
  console.log(
    wrong.length === 0
      ? `${cases.length} cases agree.`
      : `Too far apart: ${wrong.map(({ program, figure }) => `${program} ${figure}`).join(', ')}`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
