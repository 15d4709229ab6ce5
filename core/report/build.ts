/** Builds the report that is printed: the same tree for the web page, the Word file and the PDF. */
import { netAgreement } from '../results.ts';
import { onWeb } from '../session.ts';
import { appendixSections } from './appendix.ts';
import { followUpSections, recommendationSections } from './askedBlocks.ts';
import { changedBlocks } from './changedBlocks.ts';
import { checklistSections } from './checklistBlocks.ts';
import { compare } from './compared.ts';
import { neitherText } from './comparedTexts.ts';
import type { Chapter, TextKey } from './document.ts';
import type { Frame } from './figures.ts';
import { sharedReach } from './figures.ts';
import type { PublishedStatement, ReportInput } from './input.ts';
import { mainRound } from './input.ts';
import { heardSections } from './heardBlocks.ts';
import { withLinks } from './links.ts';
import { methodsBlocks } from './methods.ts';
import type { Block, ReportModel, Section } from './model.ts';
import { textBlocks } from './plain.ts';
import { statementBlocks } from './statement.ts';
import { studySections } from './studyBlocks.ts';
import { madeTexts, textOf } from './texts.ts';
import { codebookSections, talkSections } from './talkBlocks.ts';
import { waveFigures, waveSections } from './wavesBlocks.ts';
import { whenOf } from './when.ts';
import type { Speech } from './words.ts';
import { speechOf } from './words.ts';

/**
 * Of more statements than this a chart is drawn only where there is more to say; every one keeps its sentence
 * and its numbers (docs/decisions/014-long-reports.md).
 */
const MOST_DRAWN = 80;

/**
 * Builds the report. Nothing is decided here about what may be published: figures and quotes come as they
 * may be printed. Head-counts and ways of answering are floored here, since they come as they are.
 *
 * @returns the model; the same input gives the same model, to the byte
 */
export function buildReport(input: ReportInput): ReportModel {
  const { consultation, document } = input;
  const speech = speechOf(document.language);
  const { say } = speech;
  const made = madeTexts(input);
  const frame: Frame = {
    speech,
    neutral: document.neutral,
    reach: sharedReach(input.statements, document.neutral, waveFigures(input)),
    when: whenOf(speech, input),
    online: input.sessions.length > 0 && input.sessions.every(onWeb),
  };
  const text = (key: TextKey): Block[] => textBlocks(textOf(document.texts[key], made.texts[key]));
  const chapter = (id: TextKey, more: Block[] = []): Section => ({
    id,
    heading: say(`head.${id}`),
    level: 1,
    blocks: [...text(id), ...more],
  });
  const own = (place: Chapter['place']): Section[] =>
    document.chapters.flatMap((c, i) => (c.place === place ? [chapterSection(speech, c, i)] : []));
  const title = document.title === '' ? consultation.title : document.title;
  return {
    format: 'standpoint-report',
    version: 1,
    language: speech.lang,
    title,
    subtitle: document.subtitle === '' ? consultation.aim : document.subtitle,
    cover: coverOf(speech, input),
    date: input.date,
    audience: input.audience,
    number: input.number,
    sample: consultation.sample,
    mark: markOf(speech, input),
    words: {
      foot: say('word.foot', { title }),
      page: say('word.page'),
      contents: say('word.contents'),
      figure: say('word.figure'),
      table: say('word.table'),
      release: say('word.release'),
      unprintable: say('word.unprintable'),
    },
    sections: withLinks(speech, input, [
      { ...chapter('summary'), newPage: true },
      chapter('changeable', changedBlocks(speech, input)),
      chapter('methods', methodsBlocks(speech, input)),
      ...own('before'),
      ...statementSections(frame, input),
      ...comparedSections(speech, input, chapter),
      ...waveSections(frame, input),
      ...talkSections(speech, input),
      ...studySections(speech, input),
      ...recommendationSections(speech, input),
      ...followUpSections(speech, input),
      ...heardSections(speech, input),
      ...own('after'),
      ...appendixSections(frame, input.statements),
      ...codebookSections(speech, input),
      ...checklistSections(speech, input),
      { ...chapter('reading'), newPage: true },
      chapter('limits'),
      ...own('end'),
    ]),
  };
}

/** What is not recorded has no line. */
function coverOf({ say, date }: Speech, input: ReportInput): { name: string; value: string }[] {
  const { consultation: c, approvedBy } = input;
  const lines = [
    { name: say('cover.askedBy'), value: c.askedBy },
    { name: say('cover.ledBy'), value: c.ledBy },
    { name: say('cover.answeredBy'), value: c.answeredBy },
    { name: say('cover.answerDue'), value: date(c.answerDue) },
    { name: say('cover.approved.lead'), value: approvedBy.lead ?? '' },
    { name: say('cover.approved.panel'), value: approvedBy.panel ?? '' },
  ];
  return lines.map(({ name, value }) => ({ name, value: value.trim() })).filter(({ value }) => value !== '');
}

/**
 * What groups share and where they differ. Where no two groups are compared, and the team has written
 * nothing else, that is said once.
 */
function comparedSections(speech: Speech, input: ReportInput, chapter: (id: TextKey) => Section): Section[] {
  const { texts, parts } = input.document;
  const compared = compare(input.statements, parts === 'units');
  const once = compared.comparable.length === 0 && texts.shared === undefined && texts.differ === undefined;
  const sections = once
    ? [
        {
          ...chapter('shared'),
          heading: speech.say('head.sharedAndDiffer'),
          blocks: textBlocks(neitherText(speech, compared)),
        },
      ]
    : [chapter('shared'), chapter('differ')];
  // A page of its own is for what fills it.
  const long = sections.some((s) => s.blocks.some((b) => b.kind === 'list'));
  return sections.map((s, i) => (long && i === 0 ? { ...s, newPage: true } : s));
}

function markOf({ say }: Speech, { audience, consultation }: ReportInput): string {
  const marks = [
    ...(audience === 'team' ? [say('mark.team')] : []),
    ...(consultation.sample ? [say('mark.sample')] : []),
  ];
  const [a = '', b] = marks;
  return b === undefined ? a : say('mark.both', { a, b });
}

function chapterSection({ say }: Speech, chapter: Chapter, i: number): Section {
  // Without the consent of the people in it a picture is not printed, whatever else it has.
  const pictures = chapter.pictures.filter((p) => p.consent);
  return {
    id: `chapter-${i + 1}`,
    heading: chapter.title,
    level: 1,
    blocks: [
      ...textBlocks(chapter.text),
      ...pictures.map(({ type, data, alt, credit }): Block => ({
        kind: 'image',
        type,
        data,
        alt,
        caption: credit.trim() === '' ? '' : say('image.credit', { credit: credit.trim() }),
      })),
    ],
  };
}

function statementSections(frame: Frame, input: ReportInput): Section[] {
  const { say } = frame.speech;
  const all = inOrder(input.statements, input.document.order);
  const long = all.length > MOST_DRAWN;
  const drawn = new Set(long ? all.filter((s) => spokenOf(s, input)) : all);
  const slots = { n: drawn.size, of: all.length };
  const intro: Block[] = !long
    ? []
    : [
        {
          kind: 'paragraph',
          text: say(drawn.size === 0 ? 'statements.intro.noneLong' : 'statements.intro.long', slots),
        },
      ];
  const ids = new Map<number, number>();
  let figures = 0;
  return [
    {
      id: 'statements',
      heading: say('head.statements'),
      level: 1,
      blocks: intro,
      ...(all.length > 0 ? { newPage: true } : {}),
    },
    ...all.map((s, i): Section => {
      // A statement has several figures where its scale changed on the way.
      const nth = (ids.get(s.number) ?? 0) + 1;
      ids.set(s.number, nth);
      const number = drawn.has(s) ? String(figures + 1) : null;
      const blocks = statementBlocks(frame, input, s, number, nth > 1);
      if (blocks.some((b) => b.kind === 'figure')) figures += 1;
      return {
        id: nth === 1 ? `statement-${s.number}` : `statement-${s.number}-${nth}`,
        heading: say('head.statement', { number: s.number }),
        level: 2,
        blocks,
        ...(i > 0 && nth === 1 && drawn.has(s) && fillsPage(blocks) ? { newPage: true } : {}),
      };
    }),
  ];
}

/** Several bars, or more than a figure to read: two such statements are never on one page. */
function fillsPage(blocks: readonly Block[]): boolean {
  return blocks.some((b) => (b.kind === 'figure' ? b.picture.rows.length > 2 : b.kind !== 'statement'));
}

/** The team wrote about it, or somebody is quoted on it. */
function spokenOf({ id }: PublishedStatement, { document, quotes }: ReportInput): boolean {
  const own = document.statements[id];
  return (own?.text ?? '') !== '' || own?.sentence !== undefined || quotes.some((q) => q.statement === id);
}

/** By net agreement, most agreeing first, withheld ones last; or as on the wall. */
function inOrder(statements: readonly PublishedStatement[], order: 'board' | 'net'): PublishedStatement[] {
  if (order === 'board') return [...statements];
  const net = (s: PublishedStatement): number => {
    const whole = mainRound(s)?.whole ?? null;
    return whole === null ? -Infinity : (netAgreement(whole) ?? -Infinity);
  };
  return statements.toSorted((a, b) => {
    const [x, y] = [net(a), net(b)];
    return x === y ? a.number - b.number : y > x ? 1 : -1;
  });
}
