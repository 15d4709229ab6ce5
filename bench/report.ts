/** The bench's figures as a table for people. */
import { FIGURES } from './figures.ts';
import { judge, leastOf, measure, type Trio, type Verdict } from './judge.ts';
import type { Placed, Spread } from './orders.ts';
import { invalid, type Round } from './round.ts';
import { TARGETS } from './servers.ts';

/** Three figures that count, with commas from a thousand on. */
function show(n: number): string {
  if (Math.abs(n) >= 1000) return Math.round(n).toLocaleString('en-GB');
  if (Number.isInteger(n)) return String(n);
  return n.toFixed(Math.abs(n) < 10 ? 2 : Math.abs(n) < 100 ? 1 : 0);
}

function showVerdict(verdict: Verdict): string {
  return typeof verdict === 'string' ? verdict : `not measured, ${verdict.notMeasured}`;
}

/** One line for each figure: the product's median, the other's, the ratio with its spread, the bar. */
export function table(trios: readonly Trio[], phones: number, syncMs: number): string[] {
  const lines: string[] = [];
  let phase = '';
  for (const figure of FIGURES) {
    if (figure.phase !== phase) lines.push('', figure.phase);
    phase = figure.phase;
    const counted = measure(figure, trios);
    const m = counted ?? measure(figure, trios, true);
    const own = m === null ? '-' : `${show(m.product)} ${figure.unit}`.trim();
    const spread = m === null ? '' : `(${show(m.least)} to ${show(m.most)})`;
    const against =
      m === null || m.other === null ? '' : `${figure.against} ${show(m.other)}, ${show(m.middle)} x `;
    const ratio = `${against}${spread}${counted === null && m !== null ? ', DOES NOT COUNT' : ''}`;
    const { bar } = figure;
    const least = bar && leastOf(bar, syncMs);
    const limit = least === undefined ? `at most ${bar?.atMost}` : `at least ${least}`;
    const judged =
      bar === undefined ? '' : `${bar.id} ${limit}: ${showVerdict(judge(bar, counted, phones, syncMs))}`;
    lines.push(`  ${figure.what.padEnd(28)}${own.padStart(18)}   ${ratio.padEnd(42)} ${judged}`.trimEnd());
  }
  return lines;
}

/** What one round found, in a line for each server while the bench runs. */
export function roundLine(round: Round): string {
  const { connect, open, rate, brisk, saturate: s } = round;
  const why = invalid(s);
  return [
    `  ${round.target.padEnd(13)}`,
    `joined ${show(connect.last)} ms`,
    open === null ? '' : `opened p99 ${show(open.p99)} ms`,
    rate === null || brisk === null ? '' : `p99 ${show(rate.p99)} and ${show(brisk.p99)} ms`,
    `saturated ${show(s.acknowledged / s.seconds)}/s with ${cores(s)}`,
    why === null ? '' : `INVALID: ${why}`,
    ...refusals(round),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function cores({ serverCpu, loadCpu }: Placed): string {
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  return `server ${serverCpu === null ? 'unknown' : percent(serverCpu)}, load ${percent(loadCpu)} of a core`;
}

/** Refused placements are faults of the generator or of the server, never part of a figure. */
function refusals({ rate, brisk, saturate }: Round): string[] {
  return [rate, brisk, saturate].flatMap((phase) =>
    Object.entries(phase?.refused ?? {}).map(([code, n]) => `REFUSED ${n} x ${code}`),
  );
}

export function syncLine(when: string, sync: Spread): string {
  const inMemory = sync.p50 < 0.02 ? ' (this folder seems to be in memory: choose a disk with --data)' : '';
  return `4 KiB written and synced ${when}: p50 ${show(sync.p50)}, p99 ${show(sync.p99)} ms${inMemory}`;
}

/** How many saturation rounds of each server count. */
export function validLine(trios: readonly Trio[]): string {
  const counts = TARGETS.map((target) => {
    const n = trios.filter((trio) => invalid(trio[target].saturate) === null).length;
    return `${target} ${n} of ${trios.length}`;
  });
  return `Saturation rounds that count: ${counts.join(', ')}.`;
}
