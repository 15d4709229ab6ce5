/** The questions of the interviews in the methods of a report. */
import { expect, test } from '@jest/globals';
import { buildReport } from '../../../core/report/build.ts';
import { NEW_QUESTION, type Question } from '../../../core/talk/sources.ts';
import { linesOf, sampleInput } from './made.ts';

test('IV11 the methods print each question in its order, with who proposed it and who agreed; without any nothing', async () => {
  const question = (id: string, order: number, more: Partial<Question>): Question => ({
    ...NEW_QUESTION,
    id,
    order,
    ...more,
  });
  const questions = [
    question('b', 2, { text: 'What would help?', proposedBy: 'participants', agreedBy: 'panel of parents' }),
    question('a', 1, { text: 'Who listened?', proposedBy: 'team' }),
  ];
  for (const audience of ['release', 'team'] as const) {
    const lines = linesOf(buildReport(await sampleInput({ audience, questions })), 'methods');
    const at = lines.indexOf('The questions of the interviews, who proposed them and who agreed to them:');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      'Who listened? (proposed by the team)',
      'What would help? (proposed by participants; agreed to by: panel of parents)',
    ]);
    const none = linesOf(buildReport(await sampleInput({ audience, questions: [] })), 'methods');
    expect(none.join(' ')).not.toContain('questions of the interviews');
  }
});
