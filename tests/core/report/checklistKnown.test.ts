/** Items of the checklists of which the program knows nothing, or a part. */
import { expect, test } from '@jest/globals';
import { itemState } from '../../../core/report/checklist.ts';
import { newReport, type CHECKLIST_ITEMS } from '../../../core/report/document.ts';
import { sampleInput } from './made.ts';

test('RT6 what the program cannot know of the work, or only in part, is not reported until the team says it', async () => {
  const themes = [{ groups: [], statements: [], quotes: [] }];
  const base = {
    ...(await sampleInput({ document: newReport(10, 'shown') })),
    talk: { of: 1, themes } as never,
  };
  const state = (item: (typeof CHECKLIST_ITEMS)[number], document = base.document) =>
    itemState({ ...base, document }, item);
  // What was found is no word on whether it follows, nor on what involving people brought.
  for (const item of ['consistency', 'involveResults'] as const)
    expect(state(item)).toEqual({ is: 'not-reported', chapters: [], text: '' });
  expect(state('notes')).toEqual({
    is: 'not-reported',
    chapters: ['talk'],
    text: 'What was said or written was put under themes; whether somebody took notes, and who, is not recorded.',
  });
  expect(state('recording').is).toBe('not-reported');
  expect(state('recording').text).toMatch(/^This program keeps no sound and no film/u);
  const own = { ...base.document, answers: { notes: { text: 'By a peer.' }, recording: { text: 'None.' } } };
  expect(state('notes', own)).toMatchObject({ is: 'reported', text: 'By a peer.' });
  expect(state('recording', own).is).toBe('reported');
});
