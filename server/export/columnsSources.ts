/** Columns of interviews and documents, and of what is made out of passages. */
import { code, free, id, integer, outcome, stance, text, themeIds, themeNames, YES_NO } from './column.ts';

const source = id('source_id', 'Interview or document, as in sources');

const agreedOn = { ...id('theme_id', 'Theme, as in themes; all: all themes together'), key: true } as const;
const alphaOver = (units: string) =>
  [
    text(
      'alpha',
      `Krippendorff’s alpha, two coders, over ${units}; for names, of all themes for sets of them; empty: nothing varies`,
    ),
    text('alpha_low', 'Where it lies in 95 of 100 samples: from; empty: the two never differed'),
    text('alpha_high', 'Where it lies in 95 of 100 samples: to'),
  ] as const;

export const SOURCE_COLUMNS = {
  sources: [
    { ...id('source_id', 'Interview or document; random, new in each export'), key: true },
    code('form', 'What it is', {
      interview: 'an interview with one person or a few',
      document: 'notes or another text',
    }),
    free('title', 'What it is called, never a name'),
    { name: 'day', label: 'Its date (YYYY-MM-DD); empty: not told', type: 'date' },
    id('session_id', 'Session it belongs to, as in sessions; empty: none, or one that is not in these files'),
    id('group_id', 'Group of whoever spoke or wrote, as in groups; empty: not told'),
    free('gender', 'Gender of whoever spoke or wrote; empty: not told'),
    free('age_band', 'Age band of whoever spoke or wrote; empty: not told'),
    code('interviewer', 'Who asked; empty: not told, or nobody', {
      peer: 'a peer interviewer, with experience of their own',
      staff: 'somebody of the staff',
    }),
    code('may_quote', 'Whether whoever spoke or wrote agreed to be quoted', YES_NO),
    text('language', 'Language tag'),
    integer('characters', 'Length of its text, in Unicode code points'),
  ],
  source_lines: [
    source,
    integer('line', 'Number of the line in the text, from 1'),
    integer('from', 'Where this row begins in the text, in Unicode code points from 0'),
    integer('to', 'Where it ends, without the line break'),
    free('text', 'The words'),
  ],
  passages: [
    { ...id('passage_id', 'Passage; random, new in each export'), key: true },
    source,
    integer('from', 'Where it begins in the text, in Unicode code points from 0'),
    integer('to', 'Where it ends, not included'),
    code('coder', 'Who of two coded it', { first: 'the first coder', second: 'the second coder' }),
    free('text', 'Its words; at most the first 30000 characters'),
    code('may_quote', 'Whether whoever spoke or wrote agreed to be quoted', YES_NO),
    stance,
    outcome,
    free('note', 'Note of the coder'),
    themeIds,
    themeNames,
  ],
  interview_questions: [
    integer('number', 'Place in the interview, from 1'),
    free('text', 'The question'),
    code('proposed_by', 'Who proposed it', {
      team: 'the team',
      participants: 'participants',
      both: 'both together',
    }),
    free('agreed_by', 'Who agreed to it; empty: not told'),
  ],
  theme_pairs: [
    id('theme_a', 'One theme, as in themes'),
    free('name_a', 'Its name'),
    id('theme_b', 'The other one'),
    free('name_b', 'Its name'),
    integer('contributions', 'Points and post-its that are under both'),
    integer('places', 'Places in texts where passages of both overlap'),
    integer('origins', 'Sessions, interviews and documents in which that happened'),
  ],
  theme_agreement: [
    agreedOn,
    free('name', 'Its name; empty: all themes together'),
    ...alphaOver('sentences'),
    integer('sources', 'Texts that both coded'),
    integer('units', 'Sentences in them, on which it rests'),
    integer('same', 'Sentences of which both said the same'),
    integer('both', 'Sentences that both put under it; empty: all themes together'),
    integer('first_only', 'Sentences that only the first coder put under it; likewise'),
    integer('second_only', 'Sentences that only the second coder put under it; likewise'),
  ],
  second_codings: [
    {
      ...id('unit_id', 'Point or post-it; the contribution_id of contributions, where it is there'),
      key: true,
    },
    code('kind', 'What it is', { point: 'a point of a discussion', 'post-it': 'a comment on a post-it' }),
    id('session_id', 'Session, as in sessions'),
    id('response_id', 'The response of a post-it, as in responses_long; empty: a point'),
    free('text', 'Its words'),
    code(
      'counted',
      'Whether it counts for agreement: the team coded any of its session’s points, of those from phones, or of its board',
      YES_NO,
    ),
    text('first_theme_ids', 'Themes that the team put it under, as in themes; joined by +; empty: none'),
    free('first_theme_names', 'Names of these themes, joined by +'),
    text('second_theme_ids', 'Themes that the second coder put it under, likewise'),
    free('second_theme_names', 'Names of these themes, joined by +'),
  ],
  second_agreement: [
    agreedOn,
    free('name', 'Its name; empty: all themes together'),
    ...alphaOver('points and post-its'),
    integer('units', 'Points and post-its on which it rests'),
    integer('same', 'Those of which both said the same'),
    integer('both', 'Those that both put under it; empty: all themes together'),
    integer('first_only', 'Those that only the team put under it; likewise'),
    integer('second_only', 'Those that only the second coder put under it; likewise'),
  ],
} as const;
