/**
 * The files of an export and their columns. Headers, codebook and docs/EXPORTS.md are this table; a test
 * holds the document equal to it.
 */
import {
  code,
  free,
  id,
  integer,
  outcome,
  stance,
  themeIds,
  themeNames,
  YES_NO,
  type Column,
} from './column.ts';
import { AFTER_COLUMNS } from './columnsAfter.ts';
import { SOURCE_COLUMNS } from './columnsSources.ts';
import { STUDY_COLUMNS } from './columnsStudies.ts';
import { WAVE_COLUMNS } from './columnsWaves.ts';

export type { Column } from './column.ts';

const session = id('session_id', 'Session, as in sessions');
const group = id('group_id', 'Group or groups, as in groups; two are joined by +; empty: none');
const statement = id('statement_id', 'Statement, as in statements');
const round = code('round', 'Round', { '1': 'first placing', '2': 'second placing' });
const version = integer('version', 'Version of the statement’s wording');
const scale = id('scale', 'Scale it was answered on; the codebook has its labels');
const response: Column = { ...id('response_id', 'Response; random, new in each export'), key: true };
const groupLabel = free('group_label', 'Names of these groups, joined by +');
const answerCode = integer('answer_code', 'Answer, 1 for most disagreeing; empty when declined');
const answerLabel = free('answer_label', 'Answer in words');
const declined = code('declined', 'How the answer was declined; empty when it was not', {
  n: 'Rather not say',
  x: 'Does not apply to me',
});
const comment = free('comment', 'Comment on the post-it');
const audience = code('comment_audience', 'Who may read the comment; empty without one', {
  room: 'the people in the room',
  team: 'the team only',
});
const mayQuote = code('may_quote', 'Whether the writer agreed to be quoted; empty without a comment', YES_NO);
const shown = code('shown', 'Whether the room was shown the comment; empty without one', YES_NO);

export const COLUMNS = {
  responses_long: [
    response,
    session,
    group,
    groupLabel,
    id('participant_id', 'Participant; random, new in each export; only in linked sessions'),
    statement,
    round,
    version,
    scale,
    answerCode,
    answerLabel,
    declined,
    comment,
    audience,
    mayQuote,
    shown,
    code('channel', 'How the answer came', {
      phone: 'own phone',
      tablet: 'shared tablet',
      paper: 'paper or the wall, entered by the facilitator',
      mixed: 'not told apart: fewer than five came the same way, or it is not known',
    }),
  ],
  comments: [
    response,
    session,
    group,
    groupLabel,
    statement,
    round,
    version,
    scale,
    answerCode,
    answerLabel,
    declined,
    comment,
    audience,
    mayQuote,
    shown,
  ],
  statements: [
    statement,
    integer('number', 'Place in the consultation, from 1'),
    version,
    code('current', 'Whether this is the version in use', YES_NO),
    id('group_id', 'Group whose wording this is; empty: everyone without their own'),
    { name: 'language', label: 'Language tag', type: 'text' },
    free('text', 'The wording'),
    id('scale', 'Scale it is answered on now; the codebook has its labels'),
    integer('points', 'Number of answers on the scale'),
    code('has_picture', 'Whether a picture was shown with it', YES_NO),
    free('notes', 'The facilitator’s notes'),
    code('from', 'Who put the statement forward', {
      team: 'the team that prepared the consultation',
      participants: 'participants, in a session',
    }),
    free('proposed_as', 'What each proposer wrote, joined by a slash; empty: nothing is kept'),
    free('accepted_by', 'Who accepted what participants put forward; empty: not told'),
  ],
  sessions: [
    { ...session, key: true },
    free('name', 'Name of the session'),
    { name: 'date', label: 'Date (YYYY-MM-DD)', type: 'date' },
    free('place', 'Place'),
    code('mode', 'Whether answers of one person are linked', {
      unlinked: 'nothing says which answers are one person’s',
      linked: 'one random number for each person',
    }),
    code('style', 'How it was run', {
      guided: 'one statement at a time for everyone',
      'walk-around': 'all statements open, each at one’s own pace',
    }),
    // Others are not exported: what they hold can still change.
    code('state', 'How far it is', { sealed: 'closed for good' }),
    group,
    code('two_groups', 'Whether a person could belong to two groups', YES_NO),
    integer('attended', 'People there, as the facilitator counted; empty: not recorded'),
    integer('responses', 'Rows of this session in responses_long'),
  ],
  groups: [
    { ...id('group_id', 'Group'), key: true },
    free('label', 'Its name in reports'),
    free('room_label', 'Its name in the room'),
    integer('sessions', 'Sessions it took part in'),
    integer('attended', 'People there, as the facilitator counted; empty: not recorded'),
  ],
  attendance: [
    session,
    code('kind', 'Who is counted', {
      participant: 'people taking part',
      other: 'supporters, interpreters, officers and others in the room',
    }),
    group,
    free('gender', 'Gender, as the facilitator recorded it'),
    free('age_band', 'Age band, as the facilitator recorded it'),
    free('role', 'What others were there as'),
    integer('n', 'How many'),
  ],
  boards: [
    session,
    statement,
    round,
    version,
    scale,
    group,
    integer('could_answer', 'People who were there when the board closed; empty: not known'),
    integer('answered', 'Of them, answered with a code'),
    integer('declined', 'Of them, declined'),
  ],
  contributions: [
    { ...id('contribution_id', 'Contribution; random, new in each export'), key: true },
    code('source', 'Where it comes from', {
      discussion: 'noted by a scribe in a discussion',
      phone: 'a thought that somebody added on a phone while the room talked',
      'post-it': 'a post-it that is under a theme',
    }),
    session,
    id('group_id', 'Group or groups of whoever said it, as in groups; two are joined by +; empty: not told'),
    free('gender', 'Gender of the speaker, as the scribe chose it; empty: not told'),
    free('age_band', 'Age band of the speaker, as the scribe chose it; empty: not told'),
    id('statement_id', 'Statement it is about, as in statements; empty: none'),
    id(
      'postit_response_id',
      'The post-it that it is or that it is about, as response_id in comments; empty: none',
    ),
    code('kind', 'How it was written down', {
      paraphrase: 'in the scribe’s words',
      quote: 'as it was said',
      'post-it': 'as its writer wrote it',
    }),
    free('text', 'What was said'),
    code('may_quote', 'Whether whoever said it agreed to be quoted; empty for a paraphrase', YES_NO),
    stance,
    outcome,
    integer('hands', 'Hands that went up for it, besides the speaker; empty for a post-it'),
    themeIds,
    themeNames,
  ],
  themes: [
    { ...id('theme_id', 'Theme, in the order of the codebook'), key: true },
    id('parent_id', 'Theme it is nested under; empty: none'),
    free('name', 'Its name'),
    free('description', 'What belongs under it'),
    { name: 'colour', label: 'Its colour, #RRGGBB', type: 'text' },
    integer('sessions', 'Sessions in which it, or a theme under it, was raised'),
    integer('sources', 'Interviews and documents in which it, or a theme under it, was raised'),
    integer('points', 'Points under it or under a theme below it, each once'),
    integer('postits', 'Post-its likewise'),
    integer('hands', 'Hands that went up for those points'),
    integer(
      'passages',
      'Passages of interviews and documents by the first coder; those that overlap are one',
    ),
    integer(
      'voices',
      'Points, post-its, hands, and each interview or document once; the same person may be in it more than once',
    ),
    free('example', 'One of the points, or else of the passages, under it'),
  ],
  ...AFTER_COLUMNS,
  ...SOURCE_COLUMNS,
  ...STUDY_COLUMNS,
  ...WAVE_COLUMNS,
  codebook: [
    { name: 'file', label: 'Table, as in the file’s name', type: 'text' },
    { name: 'variable', label: 'Column', type: 'text' },
    free('label', 'What it holds'),
    { name: 'type', label: 'id, text, integer, date or code', type: 'text' },
    id('scale', 'For answer_code: the scale these values are of'),
    { name: 'value', label: 'A value', type: 'text' },
    free('value_label', 'What the value means'),
    { name: 'missing', label: 'How a missing value is written', type: 'text' },
  ],
} as const satisfies Record<string, readonly Column[]>;

/** Rows of one sheet of a workbook under its header; a sheet has 1,048,576 in all. */
export const SHEET_ROWS = 1_048_575;

/** The first columns of responses_wide; one or two for each statement and round follow. */
export const WIDE_START: readonly Column[] = [
  { ...id('participant_id', 'Participant; random, new in each export'), key: true },
  session,
  group,
];

/** The tables of an export, in the order of its files. */
export const TABLES = [
  'responses_long',
  'responses_wide',
  'comments',
  'statements',
  'sessions',
  'groups',
  'attendance',
  'boards',
  'contributions',
  'themes',
  'recommendations',
  'theme_pairs',
  'second_codings',
  'second_agreement',
  'sources',
  'source_lines',
  'passages',
  'theme_agreement',
  'interview_questions',
  'heard',
  'case_studies',
  'corrections',
  'waves',
  'codebook',
] as const;

export type TableName = (typeof TABLES)[number];
