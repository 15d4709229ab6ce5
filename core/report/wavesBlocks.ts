/** The chapter that compares a consultation with the wave before: net changes of what was released, then and now. */
import { partWords } from '../numberWords.ts';
import type { Figure } from '../results.ts';
import type { Scale } from '../scale.ts';
import { waveLabels } from '../waves/names.ts';
import { prints } from './document.ts';
import type { FigureRow, Frame } from './figures.ts';
import { dated, figureBlock } from './figures.ts';
import type { ReportInput } from './input.ts';
import type { Block, Section } from './model.ts';
import { answersOf } from './sentences.ts';
import { WHY, type PairThen, type StatementThen, type WaveReport } from './waves.ts';
import { type Names, sinceSections, statisticsBlocks } from './wavesMore.ts';
import type { Speech } from './words.ts';
import { capital, inQuotes } from './words.ts';

/** Of more statements than this only those with the largest differences have a chart. */
const MOST_CHARTS = 30;
/** More parts than these make a chart that is not read any more; the table has them. */
const MOST_PARTS = 7;

/** Whether the chapter stands, and its figures with it. */
function waveIn({ waves, document }: Pick<ReportInput, 'waves' | 'document'>): WaveReport | null {
  return waves === undefined || !prints(document, 'waves') ? null : waves;
}

/** Figures of both waves, which share the axis of all others. */
export function waveFigures(input: Pick<ReportInput, 'waves' | 'document'>): Figure[] {
  return (waveIn(input)?.statements ?? []).flatMap(({ pairs }) =>
    pairs.flatMap(({ was, now }) => [was, now]),
  );
}

export function waveSections(frame: Frame, input: ReportInput): Section[] {
  const report = waveIn(input);
  if (report === null) return [];
  const { speech } = frame;
  const { say } = speech;
  const [was = '', now = ''] = waveLabels(say, [report.was, report.now]);
  const names = { was, now };
  const drawn = drawnOf(report.statements);
  return [
    {
      id: 'waves',
      heading: say('head.waves.with', { wave: was }),
      level: 1,
      blocks: openingOf(speech, report, names, drawn.length),
      newPage: true,
    },
    ...drawn.map((statement, i): Section => ({
      id: `waves-${statement.number}`,
      heading: say('waves.head', { number: statement.number, ...names }),
      level: 2,
      blocks: statementBlocks(frame, input, report, { statement, names, figure: `W${i + 1}` }),
      ...(i > 0 ? { newPage: true } : {}),
    })),
    ...sinceSections(speech, report, input),
  ];
}

/** In the order of the wall. */
function drawnOf(statements: readonly StatementThen[]): StatementThen[] {
  const kept = statements
    .toSorted((a, b) => Math.abs(b.pairs[0].change.delta) - Math.abs(a.pairs[0].change.delta))
    .slice(0, MOST_CHARTS);
  return statements.filter((one) => kept.includes(one));
}

function openingOf(speech: Speech, report: WaveReport, names: Names, drawn: number): Block[] {
  const { say, date } = speech;
  const { statements, state, not, dropped } = report;
  const title = inQuotes(report.wave.title);
  if (state !== 'released') return [{ kind: 'paragraph', text: say(`waves.${state}`, { title }) }];
  return [
    { kind: 'paragraph', text: say('waves.intro', { title, date: date(report.date ?? '') }) },
    ...(statements.length === 0
      ? [{ kind: 'paragraph', text: say('waves.nothing') } as const]
      : [
          { kind: 'note', text: say('wave.net', { ...names }) } as const,
          tableOf(speech, report, names),
          ...onlyBlocks(speech, report, names),
        ]),
    ...(statements.some(({ scale }) => scale.kind === 'own')
      ? [{ kind: 'note', text: say('waves.own') } as const]
      : []),
    ...(drawn < statements.length
      ? [{ kind: 'paragraph', text: say('waves.more.statements', { n: drawn }) } as const]
      : []),
    ...listOf(
      say('waves.not'),
      not.map(({ number, text, why }) =>
        say('waves.not.item', {
          number,
          text: inQuotes(text),
          why: say(WHY[why]),
        }),
      ),
    ),
    ...listOf(say('waves.dropped'), dropped),
  ];
}

/** Who is told apart in one of the two only, and that everyone is not the same people for it. */
function onlyBlocks({ say, list }: Speech, report: WaveReport, names: Names): Block[] {
  const { was, now } = report.only;
  const note = (text: string): Block => ({ kind: 'note', text });
  const only = (wave: string, parts: readonly string[]): Block[] =>
    parts.length === 0 ? [] : [note(say('waves.only', { wave, list: list(parts) }))];
  return [
    note(say('waves.everyone')),
    ...only(
      names.was,
      was.map((groups) => partOf({ list }, report, groups)),
    ),
    ...only(names.now, now),
  ];
}

function partOf({ list }: Pick<Speech, 'list'>, { groups }: WaveReport, part: readonly string[]): string {
  return list(part.map((id) => groups.get(id) ?? id));
}

function listOf(over: string, items: readonly string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'paragraph', text: over },
        { kind: 'list', items: [...items] },
      ];
}

/** Each figure that is of another day than the chapter says has it beside it. */
function tableOf(speech: Speech, { statements, date }: WaveReport, { was, now }: Names): Block {
  const { say } = speech;
  return {
    kind: 'table',
    caption: say('waves.table', { was, now }),
    head: [say('waves.statement'), was, now, say('waves.difference')],
    rows: statements.map(({ number, text, pairs: [{ change, ...pair }] }) => [
      say('row.statement', { number, text }),
      dated(speech, partWords(say, change.was, pair.was.n), dateOf(pair, date)),
      dated(speech, partWords(say, change.now, pair.now.n), pair.reprinted),
      pointsWords({ say }, change.points),
    ]),
    numeric: [],
  };
}

/** Of an older release than the last; null: of that. */
function dateOf({ date }: Pick<PairThen, 'date'>, last: string | null): string | null {
  return date === last ? null : date;
}

function pointsWords({ say }: Pick<Speech, 'say'>, points: number | null): string {
  if (points === null) return '';
  if (points === 0) return say('wave.points.same');
  return say(points > 0 ? 'wave.points.more' : 'wave.points.fewer', { n: Math.abs(points) });
}

interface Told {
  statement: StatementThen;
  names: Names;
  /** The figure's number. */
  figure: string;
}

function statementBlocks(frame: Frame, input: ReportInput, report: WaveReport, told: Told): Block[] {
  const { speech } = frame;
  const { say, date } = speech;
  const { statement, names } = told;
  const { pairs, number, text, scale } = statement;
  const [everyone] = pairs;
  const rows = pairs.flatMap((pair, i): FigureRow[] => {
    const who = i === 0 ? say('row.all') : pair.label;
    const was = say('wave.row', { who, wave: names.was });
    return [
      { label: dated(speech, was, dateOf(pair, report.date)), figure: pair.was },
      { label: dated(speech, say('wave.row', { who, wave: names.now }), pair.reprinted), figure: pair.now },
    ];
  });
  const people = (n: number): string => say('waves.people', { n });
  const slots = { before: people(everyone.was.n), after: people(everyone.now.n), ...names };
  const caption = say('waves.figure', { number, text, ...slots });
  const when = say('waves.figure.when', { ...names, date: date(everyone.date), when: frame.when });
  return [
    ...wordedBlocks(speech, report, told),
    figureBlock(
      { ...frame, when },
      {
        number: told.figure,
        caption,
        sentence: sentenceOf(speech, statement, names),
        title: text,
        tableCaption: say('waves.figure.table', { number, ...names }),
        first: say('table.who'),
        people: say('waves.figure.people', slots),
        rows,
        drawn: pairs.length > MOST_PARTS ? rows.slice(0, 2) : rows,
        scale,
      },
    ),
    ...statement.apart.map(({ label, fresh }): Block => ({
      kind: 'note',
      text: say(fresh ? 'waves.part.fresh' : 'waves.part.none', { part: label }),
    })),
    ...statement.gone.map((part): Block => ({
      kind: 'note',
      text: say('waves.part.gone', { part: partOf(speech, report, part), ...names }),
    })),
    ...statisticsBlocks(speech, input, statement, names),
  ];
}

/** A line for everyone and for each part: how many agreed then, how many now, and how far the shares are apart. */
function sentenceOf(speech: Speech, { pairs, scale }: StatementThen, names: Names): string {
  const { say, lang } = speech;
  const verb = verbOf(speech, scale);
  const both = ({ was, now, change }: PairThen): string => {
    const said = (wave: string, n: number, of: number): string =>
      say('waves.said', { wave, who: partWords(say, n, of), verb });
    const { points } = change;
    return [
      said(names.was, change.was, was.n),
      said(names.now, change.now, now.n),
      ...(points === null
        ? []
        : [
            points === 0
              ? say('waves.same')
              : say(points > 0 ? 'waves.more' : 'waves.fewer', { n: Math.abs(points) }),
          ]),
    ].join(' ');
  };
  return pairs
    .map((pair, i) =>
      i === 0 ? both(pair) : capital(say('of.part', { part: pair.label, sentence: both(pair) }), lang),
    )
    .join('\n');
}

function verbOf(speech: Speech, scale: Scale): string {
  const { say } = speech;
  return scale.kind === 'own'
    ? say('moved.verb.own', { answers: answersOf(speech, scale, 'agree') })
    : say(`moved.verb.${scale.kind === 'agreement-3' ? 'single' : 'plural'}.agree`);
}

function wordedBlocks({ say }: Speech, { groups }: WaveReport, { statement, names }: Told): Block[] {
  return listOf(
    say('wave.worded'),
    statement.worded.flatMap(({ group, was, now }) =>
      [
        { wave: names.was, texts: was },
        { wave: names.now, texts: now },
      ].flatMap(({ wave, texts }) =>
        texts.map((text) =>
          group === null
            ? say('wave.worded.was', { wave, text })
            : say('wave.worded.was.for', { wave, group: groups.get(group) ?? group, text }),
        ),
      ),
    ),
  );
}
