/** One statement's part of the report. */
import { leastOf } from './audience.ts';
import type { ReportInput, PublishedStatement } from './input.ts';
import { mainRound } from './input.ts';
import type { FigureRow, Frame } from './figures.ts';
import { drawnRows, figureBlock, figureTable, rowsOf } from './figures.ts';
import type { Block } from './model.ts';
import { movedBlocks } from './moved.ts';
import { textBlocks } from './plain.ts';
import { proposedBlocks } from './proposed.ts';
import { quoteBlocks } from './quoteBlocks.ts';
import { apartSentences, statementSentence } from './sentences.ts';
import { measureBlocks, testBlocks } from './statistics.ts';
import { textOf } from './texts.ts';
import type { Speech } from './words.ts';

/**
 * The wordings, the figure with its sentence, what a release did to it, its measures, the team's text,
 * what moved between two rounds, quotes, and the tests that were asked for.
 *
 * @param number the figure's number in the report; null: the sentence and the numbers, without a chart
 * @param again its figure on another scale stood before: what is about the statement was said there
 */
export function statementBlocks(
  frame: Frame,
  input: ReportInput,
  statement: PublishedStatement,
  number: string | null,
  again: boolean,
): Block[] {
  const { speech } = frame;
  const { document } = input;
  const own = again ? undefined : document.statements[statement.id];
  const sentence = textOf(own?.sentence, statementSentence(speech, statement, document.floor));
  const rows = rowsOf(speech, statement.rounds);
  const round = mainRound(statement);
  const moved = input.moved?.find((m) => m.statement === statement.id)?.result ?? null;
  const { show } = document;
  return [
    ...wordingBlocks(speech, input, statement),
    ...(again ? [] : proposedBlocks(speech, input, statement)),
    ...answerBlocks(frame, statement, sentence, rows, number),
    ...statement.notes.map((text): Block => ({ kind: 'note', text })),
    ...measureBlocks(
      speech,
      statement,
      rows.filter((r) => r.figure.n > 0),
      show,
    ),
    ...textBlocks(own?.text ?? ''),
    ...movedBlocks(speech, statement, moved, leastOf(input), show.tests),
    ...quoteBlocks(speech, statement, input.quotes),
    ...(show.tests && round !== null ? testBlocks(speech, statement, round) : []),
  ];
}

/** The figure with all that belongs to it; the sentence alone where it is withheld. */
function answerBlocks(
  frame: Frame,
  statement: PublishedStatement,
  sentence: string,
  rows: FigureRow[],
  number: string | null,
): Block[] {
  const { speech } = frame;
  const { scale, rounds } = statement;
  if (rows.length === 0) return [{ kind: 'note', text: sentence }];
  const caption = captionOf(frame, statement);
  const first = speech.say('table.who');
  if (number === null)
    return [{ kind: 'paragraph', text: sentence }, figureTable(speech, caption, first, rows, scale)];
  return [
    figureBlock(frame, {
      number,
      caption,
      sentence,
      title: statement.text,
      tableCaption: speech.say('figure.table', { number: statement.number }),
      first,
      people: peopleOf(speech, statement),
      rows,
      drawn: drawnRows(rows, rounds),
      scale,
    }),
  ];
}

/** Each wording with whom it was for; the language is named where there is more than one. */
function wordingBlocks(
  speech: Speech,
  { consultation }: ReportInput,
  statement: PublishedStatement,
): Block[] {
  const { say } = speech;
  const languages = new Intl.DisplayNames(speech.lang, { type: 'language' });
  const several = new Set(statement.wordings.map((w) => w.lang)).size > 1;
  return statement.wordings.map(({ group, lang, text }): Block => {
    const who =
      group === null
        ? say('wording.everyone')
        : (consultation.groups.find((g) => g.id === group)?.label ?? say('notRecorded'));
    const whom = several ? say('wording.lang', { who, language: languages.of(lang) ?? lang }) : who;
    return { kind: 'statement', number: String(statement.number), for: whom, text, lang };
  });
}

/** What was asked and how many answered; of one round also who did not, since they are in no bar. */
function captionOf({ speech: { say }, online }: Frame, statement: PublishedStatement): string {
  const wholes = statement.rounds.flatMap((r) => (r.whole === null ? [] : [r.whole]));
  const [only] = wholes;
  const apart = only !== undefined && wholes.length === 1 ? apartSentences({ say }, only, online) : [];
  return say('figure.caption', {
    number: statement.number,
    text: statement.text,
    people: [peopleOf({ say }, statement), ...apart].join(' '),
  });
}

/** "46 people answered.", or of each round. */
function peopleOf({ say }: Pick<Speech, 'say'>, { rounds }: PublishedStatement): string {
  const told = rounds.flatMap((r) => (r.whole === null ? [] : [{ round: r.round, n: r.whole.n }]));
  const [first, second] = told;
  if (first === undefined) return '';
  if (second !== undefined) return say('figure.people.rounds', { n: first.n, second: second.n });
  return rounds.length > 1
    ? say(first.round === 1 ? 'figure.people.first' : 'figure.people.second', { n: first.n })
    : say('figure.people', { n: first.n });
}
