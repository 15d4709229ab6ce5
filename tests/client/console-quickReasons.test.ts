import { expect, test } from '@jest/globals';
import { QUICK_REASONS } from '../../client/console/caseStudies/quickReasons.ts';
import { say } from '../../client/console/caseStudies/words.ts';
import { allSigns } from '../../core/caseStudies/signs.ts';
import { NEW_CASE_STUDY } from '../../core/caseStudies/types.ts';

test('CS4 a sign is offered the reasons that can be true of its kind: a day is no name, and nobody has one', () => {
  const text = 'On 3 May my sister came to Leeds, and Amina rang 020 7946 0018.';
  const signs = allSigns({ ...NEW_CASE_STUDY, text }, { names: ['Amina Okafor'], places: ['Leeds'] });
  const offered = Object.fromEntries(
    signs.map(({ words, kind }) => [words, QUICK_REASONS[kind].map((one) => say(`pass.quick.${one}`))]),
  );
  expect(offered).toEqual({
    '3 May': ['Nobody is told apart by it', 'It is not a date', 'They agreed to it'],
    'my sister': ['Many people have one', 'They agreed to it'],
    Leeds: ['Many people live or go there', 'It is not a place', 'They agreed to it'],
    Amina: ['Many people are called that', 'It is not a name', 'They agreed to it'],
    '020 7946 0018': ['It is nobody’s own', 'They agreed to it'],
  });
});
