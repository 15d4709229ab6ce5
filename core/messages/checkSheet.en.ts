/** Words of the sheet on recommendations. Plain, for people who read with difficulty. */
export const checkSheetEn = {
  title: 'Is this what you said? {title}',
  heading: 'Is this what you said?',
  'heading.session': 'Is this what you said? {session}',
  lead: 'These are the things that we want to ask for, because of what people told us. For each one, put a cross in one box. If it should be different, write how on the line.',
  names: 'Please write no names.',
  kept: 'We count all sheets together. Nobody writes down who said what.',
  said: 'That is what we said',
  notQuite: 'Not quite',
  missing: 'Something is missing',
  declined: 'I would rather not say',
  ours: 'What should it say?',
  dots: 'What matters most to you? You have three dots. Fill in three circles on this whole paper. You can put more than one on the same thing.',
  mine: 'Your dots:',
  step: 'Setting the sheet',
  file: 'recommendations sheet',
  'field.picked': 'what was picked',
} as const;
