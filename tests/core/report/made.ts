/** Inputs of a report for its tests: the sample consultation, and statements with figures as they are named. */
import type { PublishedRound, PublishedStatement, ReportInput } from '../../../core/report/input.ts';
import { newReport } from '../../../core/report/document.ts';
import type { Block, FigureBlock, ReportModel } from '../../../core/report/model.ts';
import { planHeads, type HeadsInput } from '../../../core/release/heads.ts';
import type { Figure } from '../../../core/results.ts';
import { figureOf } from '../../../core/results.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import { median } from '../../../core/statistics/quantile.ts';
import type { TallyRow } from '../../../core/tally.ts';
import { sampleSealed } from '../../../server/use/sample.ts';

/** The sample as a release with both of its groups; `more` replaces parts of the input. */
export async function sampleInput(more: Partial<ReportInput> = {}): Promise<ReportInput> {
  const { consultation, sessions } = await sampleSealed();
  const boardOf = (session: (typeof sessions)[number], n: number) => {
    const board = session.boards.find((b) => b.n === n);
    if (board === undefined) throw new Error(`no board ${n}`);
    return board;
  };
  const tallies = sessions.flatMap((s) =>
    s.responses.map((r): TallyRow => {
      const { statement, round, version } = boardOf(s, r.board);
      return {
        session: s.session.id,
        statement,
        round,
        version,
        membership: r.membership,
        answer: r.answer,
        n: 1,
      };
    }),
  );
  const eligible = sessions.flatMap((s) => s.eligible);
  const figure = (statement: string, groups: string[]): Figure =>
    figureOf(tallies, eligible, { sessions: [], groups, statement, round: 1 }, consultation.scale);
  const statements = consultation.statements.map((s, i): PublishedStatement => ({
    id: s.id,
    number: i + 1,
    text: s.wordings[0]?.text ?? '',
    wordings: s.wordings,
    versions: [1],
    scale: consultation.scale,
    rounds: [
      {
        round: 1,
        whole: figure(s.id, []),
        reprinted: null,
        parts: consultation.groups.map((g) => ({
          label: g.label,
          figure: figure(s.id, [g.id]),
          reprinted: null,
        })),
        shared: [],
      },
    ],
    notes: [],
  }));
  const quotes = sessions.flatMap((s) =>
    s.responses
      .filter((r) => r.comment !== '' && r.quote && r.audience === 'room')
      .map((r) => ({
        statement: boardOf(s, r.board).statement,
        round: 1 as const,
        text: r.comment,
        lang: 'en',
        by: 'Participant',
        answer: r.answer,
        scale: consultation.scale,
        entry: null,
      })),
  );
  const channels = sessions.map((s) => ({
    session: s.session.id,
    channel: s.responses[0]?.channel ?? ('mixed' as const),
    n: s.responses.length,
  }));
  const input: Omit<ReportInput, 'heads'> = {
    consultation,
    sessions: sessions.map((s) => s.session),
    document: newReport(10, 'shown'),
    statements,
    quotes,
    channels,
    talk: null,
    asked: null,
    heard: null,
    studies: null,
    readBack: null,
    moved: null,
    notes: [],
    approvedBy: {},
    date: '2026-11-22',
    number: 1,
    audience: 'release',
    ...more,
  };
  return { heads: headsFor(input), ...input, ...more };
}

/** The head-counts of a first release of these sessions, or of the team's report. */
export function headsFor(
  { audience, consultation, document, sessions, date }: Omit<ReportInput, 'heads'>,
  more: Partial<HeadsInput> = {},
): ReportInput['heads'] {
  return planHeads({
    date,
    floor: audience === 'team' ? 0 : document.floor,
    breakdowns: audience === 'team' ? 'shown' : consultation.breakdowns,
    sessions,
    recorded: sessions.some((s) => s.attendance.length > 0),
    sessionParts: false,
    thereWithheld: false,
    earlier: [],
    ...more,
  });
}

/** A figure of these counts; its percentages are those of `figureOf`. */
export function figureWith(counts: number[], more: Partial<Figure> = {}): Figure {
  const n = counts.reduce((a, b) => a + b, 0);
  return {
    counts,
    n,
    declined: { n: 0, x: 0 },
    notAnswered: null,
    median: median(counts),
    percent: n >= 20 ? counts.map((c) => Math.round((100 * c) / n)) : null,
    ...more,
  };
}

export function roundWith(
  whole: Figure | null,
  parts: Record<string, Figure> = {},
  at: 1 | 2 = 1,
  shared: PublishedRound['shared'] = [],
): PublishedRound {
  return {
    round: at,
    whole,
    reprinted: null,
    parts: Object.entries(parts).map(([label, figure]) => ({ label, figure, reprinted: null })),
    shared,
  };
}

export function statementWith(
  number: number,
  rounds: PublishedRound[],
  more: Partial<PublishedStatement> = {},
): PublishedStatement {
  const text = `The worker keeps promise ${number}.`;
  return {
    id: `s${number}`,
    number,
    text,
    wordings: [{ group: null, lang: 'en', text }],
    versions: [1],
    scale: DEFAULT_SCALE,
    rounds,
    notes: [],
    ...more,
  };
}

export function blocksOf(model: ReportModel): Block[] {
  return model.sections.flatMap((s) => s.blocks);
}

export function figuresOf(model: ReportModel): FigureBlock[] {
  return blocksOf(model).filter((b) => b.kind === 'figure');
}

/** The blocks of one section as lines of text, with plain spaces. */
export function linesOf(model: ReportModel, id: string): string[] {
  const section = model.sections.find((s) => s.id === id);
  if (section === undefined) throw new Error(`no section ${id}`);
  return section.blocks.flatMap(textsOf).map((text) => text.replaceAll('\u00a0', ' '));
}

/** Everything of a block that is running text; not its tables, captions and titles. */
export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
    case 'statement':
      return [block.text];
    case 'quote':
      return [`“${block.text}” (${block.by})`];
    case 'list':
      return block.items;
    case 'facts':
      return block.items.map((i) => `${i.name}: ${i.value}`);
    case 'figure':
      return [block.sentence];
    case 'table':
    case 'image':
      return [];
  }
}
