/** The cases as we, R and PSPP compute them; figures have the same names everywhere. */
import { planeOf } from '../../core/opinion/components.ts';
import { holm } from '../../core/statistics/holm.ts';
import { kruskalWallis } from '../../core/statistics/kruskalWallis.ts';
import { mannWhitney } from '../../core/statistics/mannWhitney.ts';
import { pairedTests } from '../../core/statistics/paired.ts';
import { quartiles } from '../../core/statistics/quantile.ts';
import { tableOf } from '../../core/statistics/ranks.ts';
import { wilson } from '../../core/statistics/wilson.ts';
import { pairsOf } from '../core/statistics/cases.ts';
import type { Case, Figures } from './statisticsCases.ts';

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** What we make of a case. `pspp.` marks what PSPP has under another rule or rounding. */
export function ourFigures(one: Case): Figures {
  switch (one.kind) {
    case 'two': {
      const t = mannWhitney(tableOf(one.groups));
      const normal = { 'mw.z': t.z ?? 0, 'mw.normal p': t.normalP, delta: t.delta };
      const pspp = {
        'pspp.u': Math.min(t.u, t.n1 * t.n2 - t.u),
        'pspp.z': -Math.abs(t.z ?? 0),
        'pspp.p': t.normalP,
      };
      return { 'mw.w': t.u, 'mw.p': t.p, 'mw.greater p': t.greater, 'mw.less p': t.less, ...normal, ...pspp };
    }
    case 'many': {
      const t = kruskalWallis(tableOf(one.groups), one.id);
      return { 'kw.h': t.h, 'kw.p': t.chiSquareP, 'kw.drawn': t.p, 'pspp.h': t.h, 'pspp.kw p': t.chiSquareP };
    }
    case 'paired': {
      const t = pairedTests(pairsOf(one.before, one.after));
      if (t === null) throw new Error(`${one.id} does not move`);
      return {
        'wilcoxon.z': t.wilcoxon.z,
        'wilcoxon.p': t.wilcoxon.p,
        'wilcoxon.greater p': t.wilcoxon.greater,
        'pratt.z': t.pratt.z,
        'pratt.p': t.pratt.p,
        'sign.p': t.sign.p,
        'wilcoxon.v': t.wilcoxon.v,
        'pspp.signed z': -Math.abs(t.wilcoxon.z),
        'pspp.sign p': t.sign.p,
      };
    }
    case 'one': {
      const q = quartiles(one.counts);
      if (q === null) return {};
      const share = wilson(one.counts[4] ?? 0, sum(one.counts));
      return {
        lower: q.lower,
        median: q.median,
        upper: q.upper,
        'wilson.low': share.low,
        'wilson.high': share.high,
      };
    }
    case 'holm':
      return Object.fromEntries(holm(one.ps).map((p, i) => [`holm.${i} p`, p]));
    case 'plane': {
      const width = one.rows[0]?.length ?? 0;
      const plane = planeOf(
        Float64Array.from(one.rows.flat()),
        one.rows.map(() => width),
      );
      if (plane === null) throw new Error(`${one.id} has no plane`);
      const far = (at: number): number => Math.abs(plane.points[at] ?? 0);
      return { 'plane.held': plane.held, 'plane.x': far(0), 'plane.y': far(1) };
    }
  }
}

const R_START = `
suppressMessages(library(coin))
say <- function(id, name, value) cat(id, name, sprintf("%.15g", as.numeric(value)), sep = "\\t", fill = TRUE)
options(warn = -1)
set.seed(1)
two <- function(id, x, y) {
  v <- c(x, y); g <- factor(rep(1:2, c(length(x), length(y))))
  say(id, "mw.w", wilcox.test(x, y, exact = FALSE)$statistic)
  say(id, "mw.p", pvalue(wilcox_test(v ~ g, distribution = "exact")))
  say(id, "mw.greater p", pvalue(wilcox_test(v ~ g, distribution = "exact", alternative = "greater")))
  say(id, "mw.less p", pvalue(wilcox_test(v ~ g, distribution = "exact", alternative = "less")))
  say(id, "mw.z", statistic(wilcox_test(v ~ g)))
  say(id, "mw.normal p", pvalue(wilcox_test(v ~ g)))
  say(id, "delta", mean(sign(outer(x, y, "-"))))
}
many <- function(id, groups) {
  v <- unlist(groups); g <- factor(rep(seq_along(groups), lengths(groups)))
  t <- kruskal.test(v, g)
  say(id, "kw.h", t$statistic)
  say(id, "kw.p", t$p.value)
  say(id, "kw.drawn", pvalue(kruskal_test(v ~ g, distribution = approximate(nresample = 20000))))
}
paired <- function(id, a, b) {
  say(id, "wilcoxon.v", wilcox.test(b, a, paired = TRUE, exact = FALSE)$statistic)
  for (rule in c("Wilcoxon", "Pratt")) {
    t <- wilcoxsign_test(b ~ a, distribution = "exact", zero.method = rule)
    say(id, paste0(tolower(rule), ".z"), statistic(t))
    say(id, paste0(tolower(rule), ".p"), pvalue(t))
  }
  t <- wilcoxsign_test(b ~ a, distribution = "exact", zero.method = "Wilcoxon", alternative = "greater")
  say(id, "wilcoxon.greater p", pvalue(t))
  say(id, "sign.p", binom.test(sum(b > a), sum(b != a))$p.value)
}
one <- function(id, counts) {
  v <- rep(1:5, counts)
  q <- quantile(v, c(.25, .5, .75), type = 2)
  say(id, "lower", q[1]); say(id, "median", q[2]); say(id, "upper", q[3])
  w <- prop.test(counts[5], sum(counts), correct = FALSE)$conf.int
  say(id, "wilson.low", w[1]); say(id, "wilson.high", w[2])
}
holm <- function(id, ps) {
  adjusted <- p.adjust(ps, "holm")
  for (i in seq_along(ps)) say(id, paste0("holm.", i - 1, " p"), adjusted[i])
}
plane <- function(id, m) {
  p <- prcomp(m, center = FALSE)
  say(id, "plane.held", sum(p$sdev[1:2]^2) / sum(p$sdev^2))
  say(id, "plane.x", abs(p$x[1, 1])); say(id, "plane.y", abs(p$x[1, 2]))
}
`;

export function rScript(cases: readonly Case[]): string {
  const vector = (list: readonly number[]): string => `c(${list.join(', ')})`;
  const call = (one: Case): string => {
    switch (one.kind) {
      case 'two':
        return `two("${one.id}", ${one.groups.map(vector).join(', ')})`;
      case 'many':
        return `many("${one.id}", list(${one.groups.map(vector).join(', ')}))`;
      case 'paired':
        return `paired("${one.id}", ${vector(one.before)}, ${vector(one.after)})`;
      case 'one':
        return `one("${one.id}", ${vector(one.counts)})`;
      case 'holm':
        return `holm("${one.id}", ${vector(one.ps)})`;
      case 'plane':
        return `plane("${one.id}", rbind(${one.rows.map(vector).join(', ')}))`;
    }
  };
  return `${R_START}\n${cases.map(call).join('\n')}\n`;
}

export function readR(output: string): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const line of output.split('\n')) {
    const [id = '', name = '', value = ''] = line.split('\t');
    if (name !== '') figures.set(id, { ...figures.get(id), [name]: Number(value) });
  }
  return figures;
}

/** Syntax for all cases that PSPP has a test for, and the figures it will print, in their order. */
export function psppSyntax(cases: readonly Case[]): { syntax: string; order: [string, string][] } {
  const syntax: string[] = [];
  const order: [string, string][] = [];
  for (const one of cases)
    if (one.kind === 'two' || one.kind === 'many') {
      const rows = one.groups.flatMap((values, g) => values.map((value) => `${g + 1} ${value}`));
      const test = one.kind === 'two' ? 'M-W' : 'K-W';
      syntax.push('DATA LIST LIST NOTABLE /g x.', 'BEGIN DATA', ...rows, 'END DATA.');
      syntax.push(`NPAR TESTS /${test}=x BY g(1,${one.groups.length}).`);
      order.push([one.id, one.kind]);
    } else if (one.kind === 'paired') {
      const rows = one.before.map((value, i) => `${value} ${one.after[i]}`);
      syntax.push('DATA LIST LIST NOTABLE /a b.', 'BEGIN DATA', ...rows, 'END DATA.');
      syntax.push('NPAR TESTS /WILCOXON=a WITH b (PAIRED).', 'NPAR TESTS /SIGN=a WITH b (PAIRED).');
      order.push([one.id, 'signed'], [one.id, 'sign']);
    }
  return { syntax: `${syntax.join('\n')}\n`, order };
}

export function readPspp(output: string, order: readonly [string, string][]): Map<string, Figures> {
  const tables = output.split('Table: Test Statistics\n').slice(1);
  const figures = new Map<string, Figures>();
  for (const [i, [id, kind]] of order.entries()) {
    const lines = (tables[i] ?? '').split('\n').map((line) => line.split(','));
    const cell = (row: number, column: number): number => Number(lines[row]?.[column]);
    const found: Figures =
      kind === 'two'
        ? { 'pspp.u': cell(1, 1), 'pspp.z': cell(1, 3), 'pspp.p': cell(1, 4) }
        : kind === 'many'
          ? { 'pspp.h': cell(1, 1), 'pspp.kw p': cell(3, 1) }
          : kind === 'signed'
            ? { 'pspp.signed z': cell(1, 1) }
            : // PSPP doubles one tail and may print more than 1.
              { 'pspp.sign p': Math.min(1, cell(1, 1)) };
    figures.set(id, { ...figures.get(id), ...found });
  }
  return figures;
}
