/**
 * How fast the product is, beside what `ws` and Socket.IO alone can do in the same minutes. What each
 * phase does and how to read it: docs/PERFORMANCE.md.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildIfChanged } from '../build/both.ts';
import { syncSpeed } from './disk.ts';
import { FIGURES } from './figures.ts';
import { failing, judge, measure, type Trio } from './judge.ts';
import { runOthers } from './others.ts';
import { readOptions, type Options } from './options.ts';
import type { Spread } from './orders.ts';
import { hasProc } from './proc.ts';
import { roundLine, syncLine, table, validLine } from './report.ts';
import { runRound, type Round, type Sizes } from './round.ts';
import { TARGETS, type Target } from './servers.ts';
import { median } from './statistics.ts';

/** Syncs that are timed before each round. */
const SYNCS = 200;

/** What the product's state and view come to, until a round of it has told. */
const FIRST_SIZES: Sizes = { state: 1500, view: 700 };

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Runs all rounds; the order of the servers turns with each, so that none is always first. */
async function allRounds(options: Options): Promise<{ trios: Trio[]; syncs: Spread[] }> {
  const trios: Trio[] = [];
  const syncs: Spread[] = [];
  let sizes = FIRST_SIZES;
  for (let i = 0; i < options.rounds; i++) {
    const sync = syncSpeed(options.data, SYNCS);
    syncs.push(sync);
    say('', `Round ${i + 1} of ${options.rounds}. ${syncLine('before it', sync)}`);
    const done = new Map<Target, Round>();
    for (let k = 0; k < TARGETS.length; k++) {
      const target = TARGETS[(i + k) % TARGETS.length] ?? 'product';
      const round = await runRound(target, options, sizes);
      done.set(target, round);
      say(roundLine(round));
      if (target === 'product' && round.open !== null)
        sizes = { state: round.connect.stateBytes, view: round.open.viewBytes };
    }
    trios.push(Object.fromEntries(done) as Trio);
  }
  return { trios, syncs };
}

/** How long a sync of the disk took, the median over the rounds. */
function syncOf(syncs: readonly Spread[]): number {
  return median(syncs.map((sync) => sync.p50));
}

function figuresAsJson(options: Options, trios: readonly Trio[], syncs: readonly Spread[]): string {
  const figures = FIGURES.map((figure) => {
    const { phase, what, unit, against, bar } = figure;
    const measured = measure(figure, trios);
    const verdict = bar === undefined ? null : judge(bar, measured, options.phones, syncOf(syncs));
    return { phase, what, unit, against, bar: bar ?? null, measured, verdict };
  });
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version };
  return JSON.stringify({ machine, options, syncs, figures, rounds: trios }, null, 2);
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}

say(
  `${options.phones} phones, ${options.rounds} rounds on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}`,
  hasProc ? '' : 'There is no /proc here: no CPU, no memory, and no saturation round counts.',
);
await buildIfChanged();
if (options.profile !== null) {
  say(roundLine(await runRound('product', options, FIRST_SIZES)));
  process.exit(0);
}
const { trios, syncs } = await allRounds(options);
say('', `Medians of ${options.rounds} rounds; ratios within each round, least and most in brackets.`);
say(...table(trios, options.phones, syncOf(syncs)), '', validLine(trios));
if (options.json !== null) writeFileSync(options.json, figuresAsJson(options, trios, syncs));
const { phones, rounds: ran } = options;
const faults = failing(FIGURES, trios, { phones, syncMs: syncOf(syncs), ran });
if (faults.length > 0) say(`Missed: ${faults.join('; ')}.`);
const others = options.all ? runOthers(options) : [];
if (others.length > 0) say('', `Not held in: ${others.join(', ')}.`);
process.exit(options.gate && faults.length + others.length > 0 ? 1 : 0);
