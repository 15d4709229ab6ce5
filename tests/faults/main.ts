/**
 * The fault suite: `npm run test:faults`. One line a fault with its figures; ends with how many passed. What
 * each does, and what it needs: docs/FAULTS.md.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { start } from '../../bench/processes.ts';
import { buildIfChanged } from '../../build/both.ts';
import { missed, type Fault, type Figure, type Finding } from './fault.ts';
import { FAULTS } from './list.ts';
import { lacking } from './needs.ts';
import { readOptions, type Options } from './options.ts';

interface Result extends Finding {
  id: string;
  title: string;
  verdict: 'passed' | 'failed' | 'late' | 'lacks';
  seconds: number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs one in a process of its own, which is ended when it takes too long. */
async function runOne(fault: Fault, { long, gate, required }: Options): Promise<Result> {
  const { id, title } = fault;
  const missing = lacking(fault.needs);
  if (missing.length > 0) {
    const verdict = required(id) ? 'failed' : 'lacks';
    return { id, title, verdict, seconds: 0, done: `lacks ${missing.join(', ')}`, wrong: [], figures: [] };
  }
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  const args = [id, ...(long ? ['--long'] : [])];
  const program = start(new URL('./one.ts', import.meta.url), args, [], { through: fault.within ?? [] });
  const patience = fault.patience[long ? 'long' : 'short'];
  const late = Promise.withResolvers<never>();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    late.reject(new Error(`not done after ${patience} s`));
  }, patience * 1000);
  try {
    const finding = (await Promise.race([program.answer(), late.promise])) as Finding;
    const bad = finding.wrong.length > 0 || (gate && finding.figures.some(missed));
    return { ...finding, id, title, verdict: bad ? 'failed' : 'passed', seconds: seconds() };
  } catch (error) {
    const wrong = [error instanceof Error ? error.message : String(error)];
    const verdict = isLate ? 'late' : 'failed';
    return { id, title, verdict, seconds: seconds(), done: 'broke off', wrong, figures: [] };
  } finally {
    clearTimeout(timer);
    await program.end();
  }
}

function figureText(figure: Figure): string {
  const { what, value, unit, atMost } = figure;
  const digits = value !== null && Math.abs(value) < 10 ? 2 : 0;
  const text = value === null ? 'never' : `${value.toFixed(digits)} ${unit}`.trim();
  const bar = atMost === undefined ? '' : ` (bar ${atMost}${missed(figure) ? ', MISSED' : ''})`;
  return `${what} ${text}${bar}`;
}

function lineOf({ id, title, verdict, done, wrong, figures, seconds }: Result): string {
  const parts = [done, ...wrong.map((what) => `WRONG: ${what}`), ...figures.map(figureText)];
  const word = { passed: 'passed', failed: 'FAILED', late: 'late  ', lacks: 'lacks ' }[verdict];
  return `${id.padEnd(4)}${word}  ${title}: ${parts.join('; ')} [${seconds.toFixed(0)} s]`;
}

/**
 * Those whose times are judged run alone, after the others, of which three run at a time: most of those wait
 * most of their time. One that was not done in its time beside others has it once more by itself.
 */
async function runAll(faults: readonly Fault[], options: Options): Promise<Result[]> {
  const results: Result[] = [];
  const late = new Set<Fault>();
  const lane = async (waiting: Fault[]): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
      const found = await runOne(fault, options);
      const isLast = fault.alone || late.has(fault);
      const result: Result = found.verdict === 'late' && isLast ? { ...found, verdict: 'failed' } : found;
      say(lineOf(result));
      if (result.verdict === 'late') late.add(fault);
      else results.push(result);
    }
  };
  const beside = faults.filter((fault) => !fault.alone);
  await Promise.all([lane(beside), lane(beside), lane(beside)]);
  await lane([...faults.filter((fault) => fault.alone), ...late]);
  return results.toSorted((a, b) => Number.parseInt(a.id.slice(1), 10) - Number.parseInt(b.id.slice(1), 10));
}

const options = readOptions(
  process.argv.slice(2),
  FAULTS.map(({ id }) => id),
);
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}
await buildIfChanged();
const chosen = FAULTS.filter(({ id }) => options.only?.includes(id) ?? true);
const results = await runAll(chosen, options);
if (options.json !== null) {
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version };
  writeFileSync(options.json, JSON.stringify({ machine, long: options.long, results }, null, 2));
}
const count = (verdict: Result['verdict']): number => results.filter((r) => r.verdict === verdict).length;
const over = results.flatMap((r) => r.figures.filter(missed).map(({ what }) => `${r.id} ${what}`));
if (over.length > 0) say(`Over their bar: ${over.join('; ')}.`);
const lacked = results.filter((r) => r.verdict === 'lacks').map(({ id, done }) => `${id} ${done}`);
// One line, which .ci/run repeats at its end.
if (lacked.length > 0) say(`Could not be run here: ${lacked.join('; ')}.`);
say(`${count('passed')} passed, ${count('failed')} failed`);
process.exit(count('failed') > 0 ? 1 : 0);
