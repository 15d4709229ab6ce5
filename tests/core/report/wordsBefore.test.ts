/** What the chapter "Were you heard?" says that people had been told. */
import { expect, test } from '@jest/globals';
import { NO_COUNTS, NOT_HEARD } from '../../../core/heard.ts';
import { buildReport } from '../../../core/report/build.ts';
import { heardReport } from '../../../core/report/heard.ts';
import { inTurn } from '../../../core/wordsTold.ts';
import { linesOf, sampleInput } from './made.ts';

test('RC10 RA4 what was typed after the sessions is not told as what people were told in them', async () => {
  const phone = { ...NO_COUNTS, said: { yes: 9, partly: 0, no: 0, declined: 0 } };
  const sessions = [{ id: 'a', name: 'A', heard: { ...NOT_HEARD, phone } }];
  const heard = heardReport({ sessions, floor: 5, earlier: [], date: '2027-02-01', audience: 'release' });
  const input = await sampleInput({ audience: 'release', heard });
  const model = buildReport({
    ...input,
    consultation: { ...input.consultation, open: 'The days of visits', decided: '', involvement: 'inform' },
    told: inTurn([
      { date: '2027-01-01', told: [{ open: 'The rooms', decided: '', part: '', answerDue: '' }] },
    ]),
  });
  expect(linesOf(model, 'heard').slice(1, 4)).toEqual([
    'What people were told can change: The rooms\nTold now: The days of visits',
    'What they were told is decided: In the sessions that are here nobody was told of it.',
    expect.stringMatching(
      /^What they were told of their part: In the sessions that are here nobody was told of it\.\nTold now: We tell you/u,
    ),
  ]);
});
