/** Columns of case studies, and of what people corrected when things were read back to them. */
import { code, free, id, integer, YES_NO } from './column.ts';

export const STUDY_COLUMNS = {
  case_studies: [
    { ...id('case_study_id', 'Case study; random, new in each export'), key: true },
    free('title', 'Its title'),
    free('text', 'One person’s story in the team’s words, with changed names'),
    id('group_id', 'Group of the person, as in groups; empty: not told'),
    free('gender', 'Gender, as the team chose it; empty: not told'),
    free('age_band', 'Age band, as the team chose it; empty: not told'),
    code('own_yes', 'Whether the person said yes to this text as it stands', YES_NO),
    { name: 'yes_date', label: 'Day of the person’s last yes; empty: none', type: 'date' },
    code('yes_how', 'How the person came to know the text; empty: no yes', {
      heard: 'heard it read',
      read: 'read it themselves',
    }),
    code('second_reader', 'Whether a second reader has read this text as it stands', YES_NO),
    code('may_publish', 'Whether nothing is missing: both yeses, and no sign of a person left open', YES_NO),
  ],
  corrections: [
    { ...id('correction_id', 'Correction; random, new in each export'), key: true },
    code('about', 'What was read back', { theme: 'a theme', quote: 'a quote', 'case study': 'a case study' }),
    free('was', 'Its words as they stood when they were read back'),
    free('now', 'Its words now; empty: it was removed, or is of a session that is not in this export'),
    code('verdict', 'What people said to it', {
      said: 'that is what we said',
      'not quite': 'not quite',
      missing: 'something is missing',
    }),
    free('words', 'What people would say instead, or what is missing'),
    { name: 'date', label: 'Day (YYYY-MM-DD)', type: 'date' },
    id('session_id', 'Session it was said in, as in sessions; empty: it was taken to people afterwards'),
    integer('people', 'How many people said so'),
    code('accepted', 'Whether the wording was changed by it', YES_NO),
  ],
} as const;
