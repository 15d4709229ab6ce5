/** The appendix: everyone's figure over all statements, then each part's. */
import { netAgreement } from '../results.ts';
import type { Scale } from '../scale.ts';
import { scaleKey } from '../scale.ts';
import type { Frame, FigureRow } from './figures.ts';
import { ROUND, dated, figureBlock, figureTable } from './figures.ts';
import type { PublishedStatement } from './input.ts';
import type { Block, Section } from './model.ts';
import { answersOf } from './sentences.ts';
import type { Speech } from './words.ts';
import { inQuotes } from './words.ts';

/** Bars of one figure in the appendix. */
const MOST_BARS = 12;
/** Of more pictures than this an appendix would be a book; then it has sentences and tables. */
const MOST_PICTURES = 40;

/** A part with no more rows than this does not fill a page of its own. */
const FEW_ROWS = 3;

interface Row extends FigureRow {
  number: number;
}

/** One section for everyone and one for each part, with what is withheld named at the end of the first. */
export function appendixSections(frame: Frame, statements: readonly PublishedStatement[]): Section[] {
  const { say } = frame.speech;
  const labels = [
    ...new Set(statements.flatMap((s) => s.rounds.flatMap((r) => r.parts.map((p) => p.label)))),
  ];
  const units = [
    { label: say('part.everyone'), rows: runsOf(statements, null, frame.speech) },
    ...labels.map((label) => ({ label, rows: runsOf(statements, label, frame.speech) })),
  ];
  const pictures = units.flatMap((u) => u.rows.flatMap((run) => chunks(run.rows))).length;
  const drawn = pictures <= MOST_PICTURES;
  let number = 0;
  const sections = units.flatMap(({ label, rows: runs }, i): Section[] => {
    const blocks = runs.flatMap(({ rows: all, scale }) =>
      (drawn ? chunks(all) : [all]).flatMap((rows): Block[] => {
        const { speech } = frame;
        const short = captionOf(speech, label, rows, all.length);
        const people = peopleOf(speech, rows);
        const caption = say('appendix.caption.people', { caption: short, people });
        const sentence = sentenceOf(speech, label, rows, scale);
        const first = say('table.statement');
        if (!drawn)
          return [{ kind: 'paragraph', text: sentence }, figureTable(speech, caption, first, rows, scale)];
        number += 1;
        const of = { number: `A${number}`, caption, sentence, title: short, tableCaption: short };
        return [figureBlock(frame, { ...of, first, people, rows, drawn: rows, scale })];
      }),
    );
    const all = i === 0 ? [...blocks, ...withheld(frame.speech, statements)] : blocks;
    if (all.length === 0) return [];
    const section: Section = { id: `appendix-${i}`, heading: label, level: 2, blocks: all };
    const fills = drawn && runs.some((run) => run.rows.length > FEW_ROWS);
    return [i > 0 && fills ? { ...section, newPage: true } : section];
  });
  const empty = sections.every((s) => s.blocks.every((b) => b.kind === 'note'));
  const head: Section = { id: 'appendix', heading: say('head.appendix'), level: 1, blocks: [] };
  return [empty ? head : { ...head, newPage: true }, ...sections];
}

/** The rows of one part (null: everyone), parted by scale, since one chart has one scale. */
function runsOf(
  statements: readonly PublishedStatement[],
  label: string | null,
  speech: Speech,
): { scale: PublishedStatement['scale']; rows: Row[] }[] {
  const { say } = speech;
  const runs = new Map<string, { scale: PublishedStatement['scale']; rows: Row[] }>();
  for (const { number, text, scale, rounds } of statements)
    for (const { round, whole, reprinted, parts } of rounds) {
      const part = label === null ? { figure: whole, reprinted } : parts.find((p) => p.label === label);
      if (part === undefined || part.figure === null) continue;
      const name = say('row.statement', { number, text: inQuotes(text) });
      const named = rounds.length === 1 ? name : say(ROUND[round], { who: name });
      const run = runs.get(scaleKey(scale)) ?? { scale, rows: [] };
      run.rows.push({ label: dated(speech, named, part.reprinted), figure: part.figure, number });
      runs.set(scaleKey(scale), run);
    }
  return [...runs.values()];
}

/** As even as may be; both rounds of a statement stay together. */
function chunks(rows: readonly Row[]): Row[][] {
  const statements = [...Map.groupBy(rows, (row) => row.number).values()];
  const most = Math.max(1, ...statements.map((own) => own.length));
  const each = Math.floor(MOST_BARS / most);
  const count = Math.ceil(statements.length / each);
  const size = Math.ceil(statements.length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => statements.slice(i * size, (i + 1) * size).flat());
}

function captionOf({ say }: Speech, part: string, rows: readonly Row[], of: number): string {
  const [first] = rows;
  const last = rows.at(-1);
  return rows.length === of || first === undefined || last === undefined
    ? say('appendix.caption', { part })
    : say('appendix.caption.some', { part, first: first.number, last: last.number });
}

/** On how many statements more stood on which side, each counted once, by its last round with an answer. */
function sentenceOf(speech: Speech, part: string, rows: readonly Row[], scale: Scale): string {
  const { say } = speech;
  const statements = [...Map.groupBy(rows, (row) => row.number).values()];
  const nets = statements.flatMap((own) => own.flatMap((row) => netAgreement(row.figure) ?? []).at(-1) ?? []);
  const of = nets.length;
  if (of === 0) return say('appendix.none', { part });
  const own = scale.kind === 'own';
  const slots = {
    part,
    of,
    low: own ? answersOf(speech, scale, 'disagree') : '',
    high: own ? answersOf(speech, scale, 'agree') : '',
  };
  const told = [
    ['agreed', nets.filter((net) => net > 0).length],
    ['disagreed', nets.filter((net) => net < 0).length],
    ['even', nets.filter((net) => net === 0).length],
  ] as const;
  const none = own ? 'appendix.own.agreed.none' : 'appendix.agreed.none';
  return [
    ...told.flatMap(([key, n]) => {
      if (n > 0) return [say(`appendix.${own ? 'own.' : ''}${key}`, { ...slots, n })];
      return key === 'agreed' ? [say(none, slots)] : [];
    }),
    ...(statements.some((rounds) => rounds.length > 1) ? [say('appendix.lastRound')] : []),
  ].join(' ');
}

function peopleOf({ say }: Speech, rows: readonly Row[]): string {
  const bases = rows.map((r) => r.figure.n);
  const [least, most] = [Math.min(...bases), Math.max(...bases)];
  return least === most
    ? say('appendix.people.same', { n: most })
    : say('appendix.people', { n: most, least, most });
}

function withheld({ say, list }: Speech, statements: readonly PublishedStatement[]): Block[] {
  const items = statements.flatMap(({ number, rounds }) =>
    rounds.flatMap(({ round, whole }) =>
      whole !== null
        ? []
        : [
            rounds.length === 1
              ? say('appendix.withheld.one', { number })
              : say('appendix.withheld.round', { number, round }),
          ],
    ),
  );
  return items.length === 0
    ? []
    : [{ kind: 'note', text: say('appendix.withheld', { numbers: list(items) }) }];
}
