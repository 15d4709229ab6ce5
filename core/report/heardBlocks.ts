/** The chapter on whether people were heard, beside what they were told they could change. */
import type { HeardFigure } from '../heard.ts';
import { dated } from './figures.ts';
import type { HeardRow } from './heard.ts';
import type { ReportInput } from './input.ts';
import type { Block, Section, TableBlock } from './model.ts';
import type { Speech } from './words.ts';
import { judgedWords, toldFirst } from './wordsBefore.ts';

const WAYS = ['yes', 'partly', 'no'] as const;
/** Columns of the table that hold numbers. */
const NUMERIC = [1, 2, 3, 4, 5];

export function heardSections(speech: Speech, input: ReportInput): Section[] {
  const { heard, document, sessions, audience } = input;
  if (heard === null) return [];
  const { say } = speech;
  const shown = heard.rows.flatMap((row) =>
    typeof row.figure === 'string' ? [] : [{ ...row, figure: row.figure }],
  );
  const judged = shown.some(({ question }) => question === 'told') ? judgedWords(speech, input) : '';
  const notes = [
    ...heard.rows.flatMap((row) =>
      typeof row.figure === 'string'
        ? [say(`heard.${row.figure}`, { question: questionOf(speech, row), floor: document.floor })]
        : [],
    ),
    ...[judged].filter((text) => text !== ''),
    ...(shown.some(({ again }) => again !== null) ? [say('heard.again')] : []),
    ...(audience === 'release' && sessions.length > 1 && shown.length > 0 ? [say('heard.whole')] : []),
  ];
  return [
    {
      id: 'heard',
      heading: say('head.heard'),
      level: 1,
      blocks: [
        { kind: 'paragraph', text: say('heard.intro') },
        {
          kind: 'facts',
          items: [
            { name: say('heard.open'), value: toldFirst(speech, input, 'open') },
            { name: say('heard.decided'), value: toldFirst(speech, input, 'decided') },
            { name: say('heard.part'), value: toldFirst(speech, input, 'part') },
          ],
        },
        ...(shown.length === 0
          ? []
          : [listOf(speech, shown), tableOf(speech, say('heard.table'), shown.map(rowOf(speech)))]),
        ...notes.map((text): Block => ({ kind: 'note', text })),
        ...partsOf(speech, input),
        ...(heard.texts.length === 0
          ? []
          : ([
              { kind: 'paragraph', text: say('heard.stopped') },
              { kind: 'list', items: heard.texts },
            ] as const)),
      ],
    },
  ];
}

/** In words first: who sees no table still has every number. */
function listOf(speech: Speech, rows: readonly (HeardRow & { figure: HeardFigure })[]): Block {
  return { kind: 'list', items: rows.map((row) => sentenceOf(speech, row)) };
}

/** What was said to one question. */
export function sentenceOf(speech: Speech, row: HeardRow & { figure: HeardFigure }): string {
  const { say, list } = speech;
  const { figure } = row;
  const said = WAYS.flatMap((way) =>
    figure[way] === 0 ? [] : [say(`heard.said.${way}`, { n: figure[way] })],
  );
  const slots = { question: dated(speech, questionOf(speech, row), row.again), n: figure.n };
  return figure.n === 0 ? say('heard.nobody', slots) : say('heard.sentence', { ...slots, list: list(said) });
}

function rowOf(speech: Speech): (row: HeardRow & { figure: HeardFigure }) => string[] {
  return (row) => [dated(speech, questionOf(speech, row), row.again), ...cells(speech, row.figure)];
}

function cells({ say }: Speech, figure: HeardFigure): string[] {
  return [
    ...WAYS.map((way) =>
      figure.percent === null
        ? say('chart.number', { n: figure[way] })
        : say('cell.share', { n: figure[way], percent: figure.percent[way] }),
    ),
    say('chart.number', { n: figure.n }),
    say('chart.number', { n: figure.apart }),
  ];
}

/** For the team: each question by session. */
function partsOf(speech: Speech, { heard, sessions, audience }: ReportInput): Block[] {
  if (audience === 'release') return [];
  const nameOf = (id: string): string => sessions.find((session) => session.id === id)?.name ?? id;
  return (heard?.rows ?? [])
    .filter(({ parts }) => parts.length > 0)
    .map((row) =>
      tableOf(
        speech,
        speech.say('heard.sessions', { question: questionOf(speech, row) }),
        row.parts.map(({ sessions: own, figure }) => [
          speech.list(own.map(nameOf)),
          ...cells(speech, figure),
        ]),
        speech.say('heard.session'),
      ),
    );
}

function tableOf(
  { say }: Speech,
  caption: string,
  rows: string[][],
  first = say('heard.question'),
): TableBlock {
  return {
    kind: 'table',
    caption,
    head: [first, ...WAYS.map((way) => say(`heard.${way}`)), say('heard.n'), say('heard.apart')],
    rows,
    numeric: NUMERIC,
  };
}

export function questionOf({ say, date }: Speech, { question }: Pick<HeardRow, 'question'>): string {
  if (question === 'said' || question === 'told') return say(`heard.ask.${question}`);
  return say('heard.ask.changed', { date: date(question.slice('changed '.length)) });
}
