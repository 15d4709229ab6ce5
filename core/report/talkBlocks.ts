/** The chapter on what people talked about, and the codebook of the appendix. */
import type { Attributes } from '../attribution.ts';
import { leastOf } from './audience.ts';
import { codersBlocks, togetherBlocks } from './betweenBlocks.ts';
import type { ReportInput } from './input.ts';
import type { Block, Section, TableBlock } from './model.ts';
import { textBlocks } from './plain.ts';
import type { TalkReport, TalkTheme } from './talk.ts';
import type { Told } from './talkHeld.ts';
import type { PointQuote } from './talkQuotes.ts';
import { capital, type Speech } from './words.ts';

/** Themes that have a section of their own; the table has all of them. */
const MOST_SECTIONS = 60;

/** Those of which there is more to tell than numbers. */
function ownSections(talk: TalkReport): TalkTheme[] {
  return talk.themes
    .filter((theme) => theme.description !== '' || theme.quotes.length > 0 || theme.dissent)
    .slice(0, MOST_SECTIONS);
}

/** The id of the section that tells of each theme: its own, or the chapter in whose table it stands. */
export function sectionsOfThemes(talk: TalkReport): Map<string, string> {
  const own = ownSections(talk).map(({ id }, i) => [id, `theme-${i + 1}`] as const);
  return new Map([...talk.themes.map(({ id }) => [id, 'talk'] as const), ...own]);
}

export function talkSections(speech: Speech, input: ReportInput): Section[] {
  const { talk } = input;
  if (talk === null) return [];
  const { say } = speech;
  const floor = leastOf(input);
  const texts = talk.ofTexts > 0;
  const voiced = talk.themes.some(({ voices }) => voices !== null);
  const notes = [
    ...(talk.textsLeft ? [say(talk.ofInterviews === null ? 'talk.texts.left' : 'talk.documents.left')] : []),
    ...(talk.sessionsLeft > 0 ? [say('talk.sessions.left', { n: talk.sessionsLeft })] : []),
    ...(talk.sessionsMore > 0 ? [say('talk.sessions.more', { n: talk.sessionsMore })] : []),
    ...(talk.themes.some(({ points }) => points === 'few') ? [say('talk.note.few', { floor })] : []),
    ...(leavesOut(talk) ? [say('talk.note.not', { floor })] : []),
    ...(toldIn(talk).some(({ again }) => again !== null) ? [say('talk.note.again')] : []),
  ];
  const notesOf = notes.map((text): Block => ({ kind: 'note', text }));
  const counted: Block[] = [
    ...(talk.of > 0 ? [{ kind: 'paragraph', text: noted(speech, talk) } as const] : []),
    ...(texts ? [{ kind: 'paragraph', text: notedTexts(speech, talk) } as const] : []),
    ...(talk.ofInterviews === null
      ? []
      : [{ kind: 'paragraph', text: say('talk.interviews', { n: talk.ofInterviews, floor }) } as const]),
    { kind: 'paragraph', text: say(voiced ? 'talk.often' : 'talk.often.told') },
    tableOf(
      say('talk.table'),
      [
        say('talk.theme'),
        say('talk.sessions'),
        ...(texts ? [say('talk.texts.head')] : []),
        ...(talk.ofInterviews === null ? [] : [say('talk.interviews.head')]),
        ...(voiced ? [say('talk.voices')] : []),
        say('talk.points'),
      ],
      talk.themes.map((theme) => [
        theme.path,
        sessionsWords(speech, theme),
        ...(texts ? [say('talk.sessions.of', { k: theme.texts, of: talk.ofTexts })] : []),
        ...interviewCells(speech, theme, talk, floor),
        ...(theme.voices === null ? [] : [say('chart.number', { n: theme.voices })]),
        pointsWords(speech, theme, floor),
      ]),
    ),
    ...notesOf,
    ...splitBlocks(speech, input, talk),
    ...togetherBlocks(speech, input),
    saturation(speech, input),
  ];
  // Where none can be told yet, only why.
  const blocks = talk.themes.length === 0 ? notesOf : counted;
  return [
    { id: 'talk', heading: say('head.talk'), level: 1, blocks, newPage: true },
    ...ownSections(talk).map((theme, i): Section => ({
      id: `theme-${i + 1}`,
      heading: theme.path,
      level: 2,
      blocks: themeBlocks(speech, theme, talk, floor),
    })),
  ];
}

/** Every theme that stands, with an example where one may be printed. */
export function codebookSections(speech: Speech, input: ReportInput): Section[] {
  const { say } = speech;
  const { talk } = input;
  if (talk === null || talk.codebook.length === 0) return [];
  const head = [say('talk.theme'), say('codebook.description'), say('codebook.example')];
  const orNone = (text: string): string => (text === '' ? say('codebook.none') : text);
  const rows = talk.codebook.map(({ path, description, example }) => [
    path,
    orNone(description),
    orNone(example),
  ]);
  const table: TableBlock = { kind: 'table', caption: say('codebook.table'), head, rows, numeric: [] };
  const blocks = [...codersBlocks(speech, input), table];
  return [{ id: 'codebook', heading: say('head.codebook'), level: 1, blocks, newPage: true }];
}

/** In how many sessions, and from how many of them anything is under a theme. */
function noted({ say }: Speech, { of, coded }: TalkReport): string {
  const told = say('talk.intro', { n: of });
  const key = of === 2 ? 'talk.intro.coded.both' : 'talk.intro.coded';
  return coded === of ? told : `${told} ${say(key, { n: of, k: coded })}`;
}

/** Likewise of interviews and documents. */
function notedTexts({ say }: Speech, { ofTexts: n, codedTexts: k }: TalkReport): string {
  return k === n
    ? say('talk.texts', { n })
    : `${say('talk.texts', { n })} ${say('talk.texts.coded', { n, k })}`;
}

/** A number that stands as a dash in the table of themes. */
function leavesOut({ themes, ofInterviews }: TalkReport): boolean {
  return themes.some(
    ({ points, interviews }) =>
      points === 'not' || (ofInterviews !== null && (interviews === null || interviews.n === 'not')),
  );
}

function sessionsWords({ say, date }: Speech, { sessions: k, of, again }: TalkTheme): string {
  return again === null
    ? say('talk.sessions.of', { k, of })
    : say('talk.of.again', { k, of, date: date(again) });
}

function saturation({ say }: Speech, { document }: ReportInput): Block {
  const value = document.saturation?.trim() ?? '';
  return {
    kind: 'facts',
    items: [{ name: say('talk.saturation'), value: value === '' ? say('notRecorded') : value }],
  };
}

function interviewCells(
  { say, date }: Speech,
  { interviews }: TalkTheme,
  { ofInterviews }: TalkReport,
  floor: number,
): string[] {
  if (ofInterviews === null) return [];
  if (interviews === null || interviews.n === 'not') return [say('talk.not')];
  const { n, of, again } = interviews;
  if (again === null)
    return [n === 'few' ? say('talk.few', { floor }) : say('talk.sessions.of', { k: n, of })];
  const k = n === 'few' ? say('talk.few', { floor }) : say('chart.number', { n });
  return [say('talk.of.again', { k, of, date: date(again) })];
}

function toldIn({ themes }: TalkReport): Pick<Told, 'again'>[] {
  return themes.flatMap(({ points, groups, statements, interviews, again }) => [
    { again },
    ...(typeof interviews?.n === 'number' ? [interviews] : []),
    ...(typeof points === 'string' ? [] : [points]),
    ...groups,
    ...statements,
  ]);
}

function tableOf(caption: string, head: string[], rows: string[][]): TableBlock {
  return { kind: 'table', caption, head, rows, numeric: head.map((_, i) => i).slice(1) };
}

/** By group and by statement, where anything of that may be told. */
function splitBlocks(speech: Speech, input: ReportInput, { themes }: TalkReport): Block[] {
  const { say } = speech;
  const { consultation, audience } = input;
  const grouped = themes.filter(({ groups }) => groups.length > 0);
  const labels = consultation.groups
    .map(({ label }) => label)
    .filter((label) => grouped.some(({ groups }) => groups.some((one) => one.label === label)));
  const about = themes.filter(({ statements }) => statements.length > 0);
  const numbers = consultation.statements
    .map((_, i) => i + 1)
    .filter((number) => about.some(({ statements }) => statements.some((one) => one.number === number)));
  const cell = (told: Told | undefined): string =>
    told === undefined ? say('talk.not') : toldWords(speech, told);
  const byGroup = tableOf(
    say('talk.groups'),
    [say('talk.theme'), ...labels],
    grouped.map(({ path, groups }) => [
      path,
      ...labels.map((label) => cell(groups.find((one) => one.label === label))),
    ]),
  );
  // Themes are many and statements few: each theme names those it was raised at.
  const byStatement = tableOf(
    say('talk.statements'),
    [say('talk.theme'), ...numbers.map((number) => say('talk.statement', { number }))],
    about.map(({ path, statements }) => [
      path,
      ...numbers.map((number) => cell(statements.find((one) => one.number === number))),
    ]),
  );
  // The column of points in the table above has no interviews.
  const texts = audience === 'team' && labels.length > 0 && themes.some((theme) => theme.texts > 0);
  const held = audience === 'release' && labels.length + numbers.length > 0;
  return [
    ...(labels.length === 0 ? [] : [byGroup]),
    ...(texts ? [{ kind: 'note', text: say('talk.groups.texts') } as const] : []),
    ...(numbers.length === 0 ? [] : numbers.length > MOST_COLUMNS ? inRows(speech, about) : [byStatement]),
    ...(held ? [{ kind: 'note', text: say('talk.groups.note', { floor: leastOf(input) }) } as const] : []),
  ];
}

/** More statements than this would make columns that nobody can read. */
const MOST_COLUMNS = 8;

function inRows(speech: Speech, themes: readonly TalkTheme[]): Block[] {
  const { say } = speech;
  const rows = themes.flatMap(({ path, statements }) =>
    statements.map((one) => [path, say('talk.statement', { number: one.number }), toldWords(speech, one)]),
  );
  const head = [say('talk.theme'), say('table.statement'), say('talk.points')];
  return [{ kind: 'table', caption: say('talk.statements'), head, rows, numeric: [2] }];
}

function toldWords({ say, date }: Speech, { n, again }: Told): string {
  return again === null ? say('chart.number', { n }) : say('talk.again', { n, date: date(again) });
}

function pointsWords(speech: Speech, { points }: TalkTheme, floor: number): string {
  if (points === 'one') return speech.say('talk.one');
  if (points === 'not') return speech.say('talk.not');
  return points === 'few' ? speech.say('talk.few', { floor }) : toldWords(speech, points);
}

function themeBlocks(speech: Speech, theme: TalkTheme, talk: TalkReport, floor: number): Block[] {
  const { say } = speech;
  const [with_, against] = [false, true].map((side) =>
    theme.quotes.filter(({ dissent }) => dissent === side),
  );
  return [
    { kind: 'paragraph', text: raised(speech, theme, talk, floor) },
    ...textBlocks(theme.description),
    ...(with_ ?? []).map((quote) => quoteBlock(speech, quote)),
    ...((against ?? []).length > 0
      ? [
          { kind: 'paragraph', text: say('talk.dissent') } as const,
          ...(against ?? []).map((quote) => quoteBlock(speech, quote)),
        ]
      : theme.dissent
        ? [{ kind: 'note', text: say('talk.dissent.none') } as const]
        : []),
  ];
}

function raised(
  speech: Speech,
  { points, sessions, of, again: day, texts, interviews }: TalkTheme,
  { ofTexts }: TalkReport,
  floor: number,
): string {
  const { say, date } = speech;
  const asked =
    typeof interviews?.n === 'number'
      ? say(interviews.again === null ? 'talk.where.interviews' : 'talk.where.interviews.again', {
          k: interviews.n,
          n: interviews.of,
          date: date(interviews.again ?? ''),
        })
      : '';
  if (points === 'one')
    return asked === '' ? say('talk.raised.one') : say('talk.raised.one.interviews', { read: asked });
  // One date is enough where both are of the same day.
  const then = typeof points !== 'string' && points.again !== null && points.again === day;
  const held =
    sessions === 0
      ? ''
      : day === null || then
        ? say('talk.where', { k: sessions, n: of })
        : say('talk.where.again', { k: sessions, n: of, date: date(day) });
  const read = texts > 0 ? say('talk.where.texts', { k: texts, n: ofTexts }) : asked;
  const where = held === '' || read === '' ? held + read : say('talk.where.both', { held, read });
  if (held === '' || points === 'not') return say('talk.raised.texts', { where });
  if (points === 'few') return say('talk.raised.few', { where, floor });
  const { n, again } = points;
  if (again === null) return say('talk.raised', { where, n });
  return say(then ? 'talk.raised.then' : 'talk.raised.again', { where, n, date: date(again) });
}

function quoteBlock(speech: Speech, { text, said }: PointQuote): Block {
  return { kind: 'quote', text, by: byWords(speech, said) };
}

/** What is said of whoever said it. */
export function byWords(
  { say, lang }: Speech,
  { gender = '', ageBand = '', group = '' }: Attributes,
): string {
  const words = [gender, ageBand, group].filter((word) => word !== '').join(', ');
  return words === '' ? say('by.none') : say('talk.by', { who: capital(words, lang) });
}
