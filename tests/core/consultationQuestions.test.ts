/** The questions of interviews in a consultation file. */
import { expect, test } from '@jest/globals';
import { consultationFile, questionsOf, readConsultationFile } from '../../core/consultationFile.ts';
import { aConsultation } from '../server/store/made.ts';

const questions = [
  { id: 'q', text: 'Who listened?', proposedBy: 'both', agreedBy: 'panel of parents', order: 1 } as const,
];

test('F7 IV11 a consultation file has the questions of interviews where there are any, and is read with and without', () => {
  const consultation = aConsultation();
  expect(consultationFile(consultation)).not.toHaveProperty('questions');
  const file = JSON.parse(JSON.stringify(consultationFile(consultation, questions))) as object;
  expect([readConsultationFile(file), questionsOf(file)]).toEqual([consultation, questions]);
  expect(questionsOf(consultationFile(consultation))).toEqual([]);
  expect(questionsOf({ ...file, questions: [{ ...questions[0], proposedBy: 'Ann' }] })).toEqual([]);
});
