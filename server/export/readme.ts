/** What an export says about itself: README.txt and the workbook's first sheet, for the researcher who was not in the room. */
import { sayLeftOut } from '../../core/leftOut.ts';
import { SHEET_ROWS } from './columns.ts';
import type { Kind } from './kinds.ts';
import { hasRecommendations } from './recommendations.ts';
import { LEAST_MARKED, LEAST_UNITS } from '../../core/talk/agreement.ts';
import { hasSeconds } from './secondTables.ts';
import { hasTexts } from './sourceTables.ts';
import { hasHeard } from './heard.ts';
import { LOSES } from './qdaWords.ts';
import { hasTalk } from './talk.ts';
import { hasCaseStudies, hasCorrections } from './studies.ts';
import type { ExportSource } from './source.ts';
import { hasWaves } from './waves.ts';

const LINKED = `Linked sessions are confidential and not anonymous: participant_id ties a person's answers
together. It is random and new in each export. responses_wide has these people in rows.`;
const UNLINKED = `In unlinked sessions no column says which answers are one person's. A group, or two groups together,
that few people chose may still point at one of them. Do not try to match answers by that or by their
comments; people were told that nobody would.`;

const KINDS: Record<Exclude<Kind, 'all'>, string> = {
  csv: `*_data.csv         exact; read it in R, Python and the like`,
  'excel-csv': `*_excel.csv        for Excel and other spreadsheets: an apostrophe was added before = + - @ wherever
                   a cell could begin in what people typed, so that no text can act as a formula`,
  xlsx: `tables.xlsx        the same tables as sheets of one workbook, with every text as it was typed`,
  datapackage: `datapackage.json   a Frictionless data package around the *_data.csv files`,
  spss: `read.sps           reads responses_long_spss.csv and, where there is one, responses_wide_data.csv in
                   SPSS or PSPP; in the former \\n and \\r stand for line breaks until it has`,
  r: `read.R             reads the *_data.csv files in R and draws each statement`,
  polis: `polis/             counts in the layout of Polis, a folder for each round and grouping; strength is lost`,
  'polis-votes': `polis-votes/       the same with the votes of each person of the linked sessions`,
  'polis-import': `polis-import/      two files that Polis can take in, for the linked sessions`,
  qdpx: `project.qdpx       what was said and its themes, for QualCoder, NVivo, ATLAS.ti, MAXQDA and the like (REFI-QDA)`,
  qdc: `codebook.qdc       the themes alone, for the same programs`,
  taguette: `tags_taguette.csv  the themes as tags for Taguette, each with all that it is under`,
};

const SECOND_TABLES = `second_codings   points and post-its that a second coder put under themes, with the team's own and the second coder's
second_agreement  how far the two agree
`;
const TEXT_TABLES = `sources          interviews and documents whose speakers said yes to their being used; others are left out
source_lines     their texts, a row for each line
passages         what was selected in them, and the themes it is under
theme_agreement  how far two coders agree, where two coded the same texts
interview_questions  what was asked, who proposed it and who agreed
`;
const TEXTS = `Positions in a text are Unicode code points from 0; the end is not included. The lines of source_lines
joined by line feeds are the text. An interview is one voice, however often it comes back to a theme.`;
const AGREED = `Krippendorff's alpha is 1 for full agreement and 0 for as much as chance would give; at 0.8 and above
codings are usually relied on, from 0.667 on for tentative conclusions (Krippendorff 2019). On fewer than
${LEAST_UNITS} units, or fewer than ${LEAST_MARKED} that either put under a theme, it is too few to tell.`;

const WAVES = `In waves a statement and a group are the same where their ids are, also where they were worded or named
differently. Other scales than the present one are left out, and so are statements and groups that are
not in this consultation. People of two waves are not known to be the same: compare totals only.`;

/** README.txt, with the line ends of Windows. */
export function readmeText(source: ExportSource, kinds: readonly Kind[], rows: number): string {
  const { consultation, sessions } = source;
  const linked = sessions.some((s) => s.mode === 'linked');
  const unlinked = sessions.some((s) => s.mode === 'unlinked');
  const parts = [
    ...opening(source, rows),
    `FILES
${kinds.flatMap((kind) => (kind === 'all' ? [] : [KINDS[kind]])).join('\n')}

Before each of these names stands ${consultation.sample ? 'SAMPLE_' : ''}CONFIDENTIAL_TEAM_ONLY_, so that it says what it is
wherever it goes; datapackage.json, which programs look for by its name, says it inside.

All are UTF-8. CSV has commas; only the one for Excel has a byte order mark. The tables are:
responses_long   one row for each answer
${linked ? 'responses_wide   one row for each person of the linked sessions\n' : ''}comments         one row for each comment, with its answer
statements       every wording of every statement, earlier versions too
sessions         the sittings
groups           kinds of participants that are compared
attendance       who was there, by head-counts; never joined to answers
boards           how many could answer each statement, and how many did
${hasTalk(source) ? 'contributions    points of discussions, and post-its that are under a theme\nthemes           what they are under: the codebook, with how often each was raised\ntheme_pairs      which of them were raised together\n' : ''}${hasSeconds(source) ? SECOND_TABLES : ''}${hasTexts(source) ? TEXT_TABLES : ''}${hasRecommendations(source) ? 'recommendations  what was asked for, what it rests on, what was answered and done\n' : ''}${hasHeard(source.sessions) ? 'heard            what people said at the end of being heard: counts, never joined to answers\n' : ''}${hasCaseStudies(source) ? 'case_studies     stories of single people in the team’s words, and what is agreed about each\n' : ''}${hasCorrections(source) ? 'corrections      what people said when things were read back to them\n' : ''}${hasWaves(source) ? 'waves            counts of this consultation and of the earlier ones that it repeats\n' : ''}codebook         every column and what its values mean`,
    `HOW TO READ THEM
An answer is a code from 1, most disagreeing, to the number of points on the scale (statements,
codebook). A declined answer has no code: answer_code is empty and declined says how. It is neither
neutral nor missing; count it apart. Who did not answer has no row: boards tells how many.
Do not pool answers on different scales, not even those to one statement (column scale). Wordings of
one statement are compared as one.`,
    `ORDER AND IDS
Sessions, groups and statements have short codes. Rows of a board stand in the order of response_id,
which is random and new in each export: the order says nothing about time or person. There is no time
finer than the date of a session.`,
    linked ? LINKED : '',
    unlinked ? UNLINKED : '',
    hasWaves(source) ? WAVES : '',
    hasTexts(source) ? TEXTS : '',
    hasTexts(source) || hasSeconds(source) ? AGREED : '',
    hasTalk(source)
      ? `Themes are counted by sessions first. Often is not the same as important, and who was not in the room
is not in these numbers.`
      : '',
    kinds.includes('qdpx') || kinds.includes('qdc')
      ? `FOR QUALITATIVE ANALYSIS
${LOSES}
project.qdpx has post-its only where they are under a theme; comments has all of them. Its ids stay the
same from file to file, so that a project that was worked on elsewhere is known again: standpoint import
qda FILE, or Start from a file on the console, brings it in.`
      : '',
    `These people were not drawn at random and heard one another. Percentages of a few people mislead:
below twenty give counts.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`.replace(/\n/g, '\r\n');
}

function opening({ consultation, sessions, leftOut, date }: ExportSource, rows: number): string[] {
  return [
    consultation.sample ? 'SAMPLE: made-up people, made-up answers. Nobody said any of this.' : '',
    'CONFIDENTIAL: TEAM ONLY',
    `${consultation.title}\n${date}. Sessions: ${sessions.length}. Responses: ${rows}.`,
    `These files are complete: small groups are not merged and comments are as people wrote them. They
may name or describe someone. Keep them where only the team can read them, and do not publish
figures or quotes from them without the checks of a release.`,
    leftOut.length === 0 ? '' : `LEFT OUT\n${leftOut.map(sayLeftOut).join('\n')}`,
  ];
}

/** Lines of the workbook's first sheet, the mark first. */
export function aboutWorkbook(source: ExportSource, rows: number): string[] {
  const { consultation, sessions } = source;
  const lines = opening(source, rows).filter((line) => line !== '' && !line.startsWith('CONFIDENTIAL'));
  const wide = sessions.some((s) => s.mode === 'linked') ? ' responses_wide: people of linked sessions.' : '';
  return [
    `${consultation.sample ? 'SAMPLE. ' : ''}CONFIDENTIAL: TEAM ONLY`,
    ...lines.flatMap((line) => line.replace(/([a-z,])\n/g, '$1 ').split('\n')),
    `One table a sheet. responses_long: every answer.${wide} comments: every comment. codebook: what each column holds.`,
    'answer_code is empty for a declined answer, which is neither neutral nor missing. Order and ids are random and new in each export.',
    ...(rows > SHEET_ROWS
      ? [
          `There are ${rows} responses, more than the ${SHEET_ROWS} a sheet can hold. Sheets end there; the CSV files have all of them.`,
        ]
      : []),
  ];
}
