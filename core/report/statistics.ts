/** Statistics that the team asked for, each with what it assumes printed beside it. */
import { FLOORS } from '../limits.ts';
import { agreementA, consensus } from '../statistics/agreement.ts';
import type { Caveat, Comparison } from '../statistics/compare.ts';
import { compareGroups, comparisonSeed } from '../statistics/compare.ts';
import { intervalOf } from '../statistics/interval.ts';
import type { TwoGroups } from '../statistics/mannWhitney.ts';
import { agreementMeaning } from '../statistics/meaning.ts';
import type { ReportDocument } from './document.ts';
import type { FigureRow } from './figures.ts';
import type { PublishedRound, PublishedStatement } from './input.ts';
import type { Block, TableBlock } from './model.ts';
import { answersOf } from './sentences.ts';
import type { Speech } from './words.ts';

type Show = ReportDocument['show'];

/**
 * The measures of a statement's rows in a table; nothing when none is asked for. What an interval assumes
 * stands beside each table, what the others mean once, under how to read a figure.
 */
export function measureBlocks(
  speech: Speech,
  statement: PublishedStatement,
  rows: readonly FigureRow[],
  show: Show,
): Block[] {
  const { say } = speech;
  const columns: { head: string; cell: (row: FigureRow) => string }[] = [];
  if (show.agreement) {
    columns.push({
      head: say('stats.agreement'),
      cell: ({ figure }) => decimal(speech, agreementA(figure.counts)),
    });
    columns.push({
      head: say('stats.meaning'),
      cell: ({ figure }) => {
        const meaning = agreementMeaning(figure.counts);
        return meaning === null ? say('stats.meaning.few') : say(`stats.meaning.${meaning}`);
      },
    });
  }
  if (show.consensus)
    columns.push({
      head: say('stats.consensus'),
      cell: ({ figure }) => decimal(speech, consensus(figure.counts)),
    });
  if (show.intervals)
    columns.push({
      head: say('stats.interval'),
      cell: (row) => intervalCell(speech, statement, row),
    });
  if (columns.length === 0 || rows.length === 0) return [];
  const table: TableBlock = {
    kind: 'table',
    caption: say('stats.caption', { number: statement.number }),
    head: [say('table.who'), ...columns.map((c) => c.head)],
    rows: rows.map((row) => [row.label, ...columns.map((c) => c.cell(row))]),
    numeric: [],
  };
  return show.intervals ? [table, { kind: 'note', text: say('stats.interval.note') }] : [table];
}

function intervalCell(speech: Speech, { scale }: PublishedStatement, { figure }: FigureRow): string {
  const { say } = speech;
  const interval = intervalOf(figure);
  if (interval === null) return say('stats.interval.few', { from: FLOORS.percentFrom });
  const { of, low, high } = interval;
  const share =
    scale.kind !== 'own'
      ? say(`stats.share.${of}`)
      : of === 'even'
        ? say('stats.share.own.even')
        : answersOf(speech, scale, of);
  return say('stats.interval.value', { share, low, high });
}

export function decimal({ say, lang }: Speech, value: number | null): string {
  if (value === null) return say('stats.undefined');
  // A hair below nought is nought, without a sign.
  const rounded = Math.round(100 * value) / 100 + 0;
  const format = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return format.format(rounded).replace(/^-/u, '−');
}

/** The comparison of a round's parts by rank tests, with every caveat beside it. */
export function testBlocks(speech: Speech, statement: PublishedStatement, round: PublishedRound): Block[] {
  const { say } = speech;
  const parts = round.parts.filter((p) => p.figure.n > 0);
  if (parts.length < 2) return [];
  // Someone who is in two groups would stand on both sides of the comparison.
  if (round.shared.length > 0) return [{ kind: 'note', text: say('tests.overlap') }];
  const groups = parts.map(({ label, figure }) => ({ label, counts: figure.counts }));
  const result = compareGroups(groups, comparisonSeed(statement.id, round.round));
  if (result.kind === 'none') return [];
  return [
    { kind: 'paragraph', text: overall(speech, result) },
    ...pairTable(speech, statement, result),
    { kind: 'note', text: caveatWords(speech, result.caveats, result.test.least) },
  ];
}

type Compared = Exclude<Comparison, { kind: 'none' }>;

function overall(speech: Speech, result: Compared): string {
  const { say, list } = speech;
  const p = pWords(speech, result.test.p);
  const method = say(`tests.method.${result.test.method}`);
  const labels = list(result.groups.map((g) => g.label));
  if (result.kind === 'several') return say('tests.several', { labels, p, method });
  const { test } = result;
  const compared = say('tests.two', {
    labels,
    p,
    method,
    delta: decimal(speech, test.delta),
    size: say(`tests.delta.${test.deltaSize}`),
  });
  return `${compared} ${leastWords(speech, test)}`;
}

/** The least p of groups of these sizes, and with these answers where that is another one. */
function leastWords(speech: Speech, { n1, n2, least, leastUntied }: TwoGroups): string {
  const slots = { n1, n2, untied: pWords(speech, leastUntied), least: pWords(speech, least) };
  return speech.say(slots.untied === slots.least ? 'tests.least' : 'tests.least.tied', slots);
}

function pairTable(speech: Speech, statement: PublishedStatement, result: Compared): TableBlock[] {
  if (result.kind !== 'several') return [];
  const { say } = speech;
  const label = (i: number): string => result.groups[i]?.label ?? '';
  const rows = result.pairs.map((pair) => [
    say('tests.pair', { a: label(pair.a), b: label(pair.b) }),
    decimal(speech, pair.delta),
    say(`tests.delta.${pair.deltaSize}`),
    pair.caveats.includes('cannot-reach-05')
      ? say('tests.p.cannot', {
          p: pWords(speech, pair.adjusted),
          least: pWords(speech, pair.leastAdjusted),
        })
      : pWords(speech, pair.adjusted),
  ]);
  const head = [say('tests.groups'), say('tests.delta'), say('tests.size'), say('tests.adjusted')];
  return [
    { kind: 'table', caption: say('tests.caption', { number: statement.number }), head, rows, numeric: [1] },
  ];
}

/** The sentences that have to stand beside a p. */
export function caveatWords(speech: Speech, caveats: readonly Caveat[], least: number | null): string {
  return caveats
    .map((c) => speech.say(`tests.caveat.${c}`, { least: least === null ? '' : pWords(speech, least) }))
    .join(' ');
}

/** Three decimals; below a thousandth only that it is. */
export function pWords({ say, lang }: Speech, p: number): string {
  if (p < 0.001) return say('tests.p.tiny');
  const format = new Intl.NumberFormat(lang, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return say('tests.p', { p: format.format(p) });
}
