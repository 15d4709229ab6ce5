/** Columns of the waves of a consultation. */
import { code, free, id, integer, YES_NO, type Column } from './column.ts';

export const WAVE_COLUMNS = {
  waves: [
    integer('wave', 'Wave, 1 for the first of all; the last is the one that these files are of'),
    free('title', 'What the consultation of this wave is called'),
    { name: 'year', label: 'Year of its last finished session (YYYY)', type: 'text' },
    id('statement_id', 'Statement, as in statements'),
    code('worded_differently', 'Whether people of that wave read other words than in the last one', YES_NO),
    code('round', 'Round', { '1': 'first placing', '2': 'second placing' }),
    id(
      'group_id',
      'Group, as in groups; empty: everyone together. Somebody in two groups is counted in each',
    ),
    id('scale', 'Scale it was answered on, the same in every wave; the codebook has its labels'),
    integer('answer_code', 'Answer, 1 for most disagreeing; empty when declined'),
    free('answer_label', 'Answer in words'),
    code('declined', 'How the answer was declined; empty when it was not', {
      n: 'Rather not say',
      x: 'Does not apply to me',
    }),
    integer('n', 'How many gave it'),
  ],
} as const satisfies Record<string, readonly Column[]>;
