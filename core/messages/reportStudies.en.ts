/** Words of the report on case studies and on reading back. */
import type { Catalogue } from '../message.ts';

export const reportStudiesEn = {
  'head.caseStudies': 'Case studies',
  'studies.intro': {
    one: 'This is one person’s story, in the team’s words. That person said yes to these words. Somebody else than the writer read them and asked whether anyone would recognise the person.',
    other:
      'Each of these is one person’s story, in the team’s words. Each of them said yes to these words. Somebody else than the writer read them and asked whether anyone would recognise the person.',
  },
  'studies.names.all': 'Names of people have been changed.',
  'studies.names.some': 'Some names have been changed.',
  'facts.readBack': 'Read back to participants',
  'facts.readBack.few': 'to fewer than {floor} people',
  'facts.readBack.to': { one: 'To at least {n} person.', other: 'To at least {n} people.' },
  'facts.readBack.in': { one: 'In {n} session.', other: 'In {n} sessions.' },
  'facts.readBack.none': 'They corrected nothing.',
  'facts.readBack.corrected': { one: 'They corrected {n} thing.', other: 'They corrected {n} things.' },
  'facts.readBack.taken.none': 'No wording was changed by that.',
  'facts.readBack.taken': {
    one: '{n} wording was changed by that.',
    other: '{n} wordings were changed by that.',
  },
  'facts.readBack.again':
    'So it stood on {date}; nothing has come since, or it would tell of too few people.',
} as const satisfies Catalogue;
