/** Words of the report on what is recommended, what became of it, and whether people were heard. */
import type { Catalogue } from '../message.ts';

export const reportAfterEn = {
  'head.recommendations': 'Recommendations',
  'head.followUp': 'What was answered, and what was done',
  'asked.intro': {
    one: 'This is the one thing that follows from what people said, as the team put it.',
    other:
      'These {n} things follow from what people said, in the order in which the team put them. An idea of one person says that it is one.',
  },
  'asked.number': 'Recommendation {n}',
  'asked.state': 'Recommendation {n}: {state}',
  'asked.rests': 'What it rests on',
  'asked.hidden': 'For the team: this one is not told outside, and is in no release.',
  'asked.became': 'What became of each recommendation that somebody was asked for, as far as is known today.',
  'asked.not': {
    one: 'Nobody has been asked yet for recommendation {list}.',
    other: 'Nobody has been asked yet for recommendations {list}.',
  },
  'asked.told': 'Participants were told',
  'asked.told.on': 'On {date}.',
} as const satisfies Catalogue;
