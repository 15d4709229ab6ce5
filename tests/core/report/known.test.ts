import { expect, test } from '@jest/globals';
import { newReport } from '../../../core/report/document.ts';
import { withoutUnknown } from '../../../core/report/known.ts';

const unit = (id: string, groups: string[], sessions: string[]) => ({ id, name: id, groups, sessions });

test('F10 sessions and groups that were removed are no longer in the document', () => {
  const document = { ...newReport(5, 'shown'), sessions: ['s1', 'gone'] };
  document.units = [unit('kept', ['a', 'lost'], ['gone', 's1']), unit('all', [], [])];
  const cleaned = withoutUnknown(document, ['s1', 's2'], ['a', 'b']);
  expect(cleaned).toEqual({
    ...document,
    sessions: ['s1'],
    units: [unit('kept', ['a'], ['s1']), unit('all', [], [])],
  });
  expect(withoutUnknown(cleaned, ['s1', 's2'], ['a', 'b'])).toEqual(cleaned);
});

test('F10 a choice of which nothing is left goes whole, and never comes to mean everyone', () => {
  const document = newReport(5, 'shown');
  document.units = [unit('of a session', [], ['gone']), unit('of a group there', ['a'], ['gone'])];
  expect(withoutUnknown(document, ['s1'], ['a']).units).toEqual([]);
});

test('F10 a report about sessions of which none is left is about nobody, not about everyone', () => {
  const document = { ...newReport(5, 'shown'), sessions: ['gone', 'lost'] };
  expect(withoutUnknown(document, ['s1'], []).sessions).toEqual(['gone', 'lost']);
});
