/** Columns of what came of it: recommendations, and whether people were heard. */
import { code, free, id, integer, YES_NO, type Column } from './column.ts';

const day = (name: string, label: string): Column => ({ name, label: `${label} (YYYY-MM-DD)`, type: 'date' });
const session = id('session_id', 'Session, as in sessions');

export const AFTER_COLUMNS = {
  recommendations: [
    { ...id('recommendation_id', 'Recommendation, in the order of its list'), key: true },
    code('kind', 'Which list it is in', { change: 'should change', keep: 'works and should stay' }),
    integer('place', 'Place in its list as the team put it, from 1'),
    free('text', 'What is asked for'),
    free('sub_points', 'Sub-points, joined by line breaks'),
    code(
      'lone_idea',
      'Whether it rests on one point or post-it of one person, or on one interview, and nothing else',
      YES_NO,
    ),
    integer('sessions', 'Sessions of this export in which what it rests on was raised'),
    integer('interviews', 'Interviews in which it was raised'),
    integer('documents', 'Documents in which it was raised'),
    integer(
      'voices',
      'Points, post-its, hands, interviews and documents behind it; the same person may be in it more than once',
    ),
    { name: 'theme_ids', label: 'Themes it rests on, as in themes; joined by +; empty: none', type: 'text' },
    {
      name: 'statement_ids',
      label: 'Statements it rests on, as in statements; joined by +; empty: none',
      type: 'text',
    },
    {
      name: 'contribution_ids',
      label: 'Points it rests on, as in contributions; joined by +; empty: none',
      type: 'text',
    },
    {
      name: 'postit_response_ids',
      label: 'Post-its it rests on, as response_id in comments; joined by +; empty: none',
      type: 'text',
    },
    {
      name: 'passage_ids',
      label: 'Passages it rests on, as in passages; joined by +; empty: none',
      type: 'text',
    },
    free('asked_of', 'To whom it was put'),
    free('owner', 'Who sees to it there'),
    day('asked_on', 'Day on which it was asked; empty: not asked yet'),
    code('answer', 'What was answered; empty: no answer yet', {
      accepted: 'accepted',
      part: 'in part',
      no: 'no',
    }),
    free('answer_words', 'The answer in their words'),
    free('why', 'Why not, or why not all of it'),
    day('answered_on', 'Day of the answer'),
    free('done', 'What was done'),
    day('done_on', 'Day on which it was done; empty: not told'),
    day('first_promised_for', 'Day for which it was promised first; empty: nothing was promised'),
    day('promised_for', 'Day for which it is promised now'),
    {
      name: 'promises',
      label:
        'Every promise, the oldest first: the day it was written down, >, the day it was for; joined by +',
      type: 'text',
    },
    day('told_on', 'Day on which participants were told of it'),
    free('told_how', 'How they were told'),
    integer('word_yes', 'Participants who said that it happened; empty: nobody was asked'),
    integer('word_partly', 'Participants who said that it happened in part'),
    integer('word_no', 'Participants who said that it did not happen'),
    integer('word_unknown', 'Participants who said that they do not know'),
    day('word_on', 'Day on which they were asked'),
    integer('checked_sessions', 'Sessions of this export that were asked whether it is what they said'),
    integer('checked_sessions_now', 'Sessions of those that were shown it in the words it has now'),
    integer('checked_said', 'People there who said: that is what we said; empty: nobody was asked'),
    integer('checked_not_quite', 'People there who said: not quite'),
    integer('checked_missing', 'People there who said: something is missing'),
    integer('checked_declined', 'People there who would rather not say'),
    integer('dots_sessions', 'Sessions of this export whose people put dots, three each'),
    integer('dots', 'Dots that were put on it, in whatever words; empty: nobody was asked'),
    integer('dots_place', 'Its place in its list by dots, from 1; as many dots share one; empty: no dots'),
    {
      name: 'checked_contribution_ids',
      label: 'What phones wrote about it there, as in contributions; joined by +; empty: nothing',
      type: 'text',
    },
  ],
  heard: [
    session,
    code('question', 'What was asked at the end, or later', {
      said: '“I could say what I wanted to say”',
      told: 'whether what people were told they could change was true',
      changed: 'asked again later: did anything change',
      stopped: 'what stopped somebody; of all sessions together, in the order of the alphabet',
    }),
    code('way', 'How it was answered; empty for a text', {
      phone: 'on phones',
      paper: 'on paper, counted by the facilitator',
    }),
    { name: 'asked_on', label: 'Day on which people were asked again; else empty', type: 'date' },
    code('answer', 'The answer; empty for a text', {
      yes: 'yes',
      partly: 'partly',
      no: 'no',
      declined: 'would rather not say',
      unknown: 'does not know',
    }),
    integer('n', 'How many gave it'),
    free('text', 'What stopped somebody'),
  ],
} as const satisfies Record<string, readonly Column[]>;
