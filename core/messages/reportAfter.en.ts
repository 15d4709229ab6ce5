/** Words of the report on what is recommended, what became of it, and whether people were heard. */
import type { Catalogue } from '../message.ts';

export const reportAfterEn = {
  'head.recommendations': 'Recommendations',
  'head.followUp': 'What was answered, and what was done',
  'asked.intro': {
    one: 'This is the one thing that follows from what people said, as the team put it.',
    other:
      'These {n} things follow from what people said, in the order in which the team put them. What one person raised in the sessions says so.',
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
  'links.rests': 'Rests on',
  'links.asked': 'Asked for because of it',
  'links.became': 'What became of it',
  'links.of': 'What was asked for',
  'changed.table': 'What was open to change, and what changed',
  'changed.told': 'People were told that this can still change',
  'changed.came': 'What came of it so far',
  'changed.item': 'Recommendation {n}: {state}.',
  'head.heard': 'Were you heard?',
  'heard.intro':
    'At the end people were asked whether they had been heard, on phones, on a shared tablet or on paper. They could pass it by, and what they said is kept beside no answer and no person.',
  'heard.open': 'Told: can change',
  'heard.decided': 'Told: decided',
  'heard.part': 'Told: their part',
  'heard.table': 'What people said of being heard',
  'heard.question': 'Question',
  'heard.session': 'Session',
  'heard.sessions': 'By session: {question}',
  'heard.ask.said': '“I could say what I wanted to say”',
  'heard.ask.told': '“We told you what can change. Was that true?”',
  'heard.ask.changed': '“Did anything change?”, asked again on {date}',
  'heard.yes': 'Yes',
  'heard.partly': 'Partly',
  'heard.no': 'No',
  'heard.n': 'Together',
  'heard.apart': 'Not sure, or not said',
  'heard.sentence': {
    one: '{question}: of {n} person, {list}.',
    other: '{question}: of {n} people, {list}.',
  },
  'heard.nobody': '{question}: nobody said yes, partly or no.',
  'heard.said.yes': '{n} said yes',
  'heard.said.partly': '{n} said partly',
  'heard.said.no': '{n} said no',
  'heard.few': '{question}: fewer than {floor} people answered, so it is not shown.',
  'heard.earlier':
    '{question}: not shown, since beside an earlier release it would tell of fewer people than may be told of.',
  'heard.again':
    'Where a date stands beside a question, its figures are printed again as they were on that day, because too little has changed since.',
  'heard.whole': 'All sessions stand together: what was said in one of them is not told apart.',
  'heard.stopped': 'What stopped people, in their words. This is for the team.',
} as const satisfies Catalogue;
