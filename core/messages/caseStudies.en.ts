/** Why a case study may not be printed yet. */
export const caseStudiesEn = {
  'missing.title': 'It has no title.',
  'missing.text': 'It has no text.',
  'missing.signs': {
    one: '{n} sign of a person is open: replace it, or let it pass and say why.',
    other: '{n} signs of a person are open: replace each, or let it pass and say why.',
  },
  'missing.yes.none': 'The person has not said yes to it.',
  'missing.yes.old': 'It was changed after the person said yes. Ask again.',
  'missing.yes.renamed':
    'Its group is called something else since the person said yes. Ask again, or give the group its name back.',
  'missing.yes.unnamed':
    'Its group had no name when the person said yes, or what it was called was not kept. Ask again.',
  'missing.writer': 'It does not say who wrote it, so nobody can tell whether somebody else read it.',
  'missing.read.none': 'No second reader has read it.',
  'missing.read.old': 'It was changed after the second reader read it. It has to be read again.',
  'missing.read.renamed':
    'Its group is called something else since the second reader read it. It has to be read again.',
  'missing.read.unnamed':
    'Its group had no name when the second reader read it, or what it was called was not kept. It has to be read again.',
  'missing.read.known':
    'A second reader said that somebody would recognise the person. Change the text, and have it read again.',
  'missing.other': 'The second reader has to be somebody else than the writer.',
} as const;
