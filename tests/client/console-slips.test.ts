/** The order of questions on a paper slip, and their keys. */
import { describe, expect, test } from '@jest/globals';
import {
  answerKeys,
  draftOf,
  firstStep,
  isTouched,
  newDraft,
  slipOf,
  stepAfter,
  stepBefore,
  withGroup,
  type Draft,
  type Form,
  type Step,
} from '../../client/console/slips/model.ts';
import { DEFAULT_SCALE, type Scale } from '../../core/scale.ts';
import type { ConsoleBoard } from '../../core/view.ts';

const board = (n: number): ConsoleBoard => ({
  n,
  number: n,
  round: 1,
  state: 'closed',
  wordings: [],
  notes: '',
  scale: DEFAULT_SCALE,
  placed: 0,
  opened: true,
  result: null,
});
const groups = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const form: Form = { boards: [board(1), board(2)], groups, mostGroups: 1 };
const draft = newDraft(form, 'enter', 7, 'id');
const marked = (...answers: (number | null)[]): Draft => ({
  ...draft,
  typed: new Map(answers.map((answer, i) => [i + 1, { answer, comment: '' }])),
});

test('SL9 no two answers of a scale have one key, whatever the scale', () => {
  const own: Scale = { kind: 'own', labels: ['1', '2', '3', '4', '5', '6', '7'], declines: ['n', 'x'] };
  for (const scale of [DEFAULT_SCALE, own, { ...own, declines: [] }]) {
    const keys = answerKeys(scale).map((k) => k.key);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(answerKeys(own).map((k) => k.key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']);
});

describe('SL9 which question comes next', () => {
  /** The questions from first to last. */
  const walk = (from: Form, said: Draft): string[] => {
    const names: string[] = [];
    for (let step: Step = firstStep(from); ; step = stepAfter(from, said, step)) {
      names.push('i' in step ? `${step.at} ${step.i}` : step.at);
      if (step.at === 'review') return names;
    }
  };

  test('SL9 the group where there is a choice, then each statement and its comment; none for what is blank', () => {
    expect(walk(form, marked(4, 2))).toEqual([
      'groups',
      'answer 0',
      'comment 0',
      'answer 1',
      'comment 1',
      'review',
    ]);
    const one = { ...form, groups: groups.slice(0, 1) };
    expect(walk(one, marked(null, 3))).toEqual(['answer 0', 'answer 1', 'comment 1', 'review']);
  });

  test('SL9 going back is the same way, to the number in the end', () => {
    const said = marked(4, null);
    const names: string[] = [];
    for (let step: Step | null = { at: 'review' }; step !== null; step = stepBefore(form, said, step))
      names.push('i' in step ? `${step.at} ${step.i}` : step.at);
    expect(names).toEqual(['review', 'answer 1', 'comment 0', 'answer 0', 'groups']);
  });

  test('SL9 what was read back once is read back again after each correction', () => {
    const said = { ...marked(4, 2), readBack: true };
    expect(stepAfter(form, said, { at: 'comment', i: 0 })).toEqual({ at: 'review' });
    expect(stepAfter(form, said, { at: 'groups' })).toEqual({ at: 'review' });
  });
});

test('SL4 a slip that was called up says the same when nothing is changed', () => {
  const slip = {
    groups: ['b'],
    quote: true,
    audience: 'room' as const,
    answers: [{ board: 2, answer: 'n' as const, comment: 'why' }],
  };
  const called = draftOf(form, 7, 'id', slip);
  expect(slipOf(called)).toEqual(slip);
  expect([isTouched(form, called), isTouched(form, draft)]).toEqual([true, false]);
});

test('SL9 one group more than may be lets the first go, and the key of one of two takes it back', () => {
  const two = { ...form, mostGroups: 2 };
  expect(withGroup(form, { groups: ['a'] }, 'b')).toEqual(['b']);
  expect(withGroup(form, { groups: ['a'] }, 'a')).toEqual(['a']);
  expect(withGroup(two, { groups: ['a', 'b'] }, 'c')).toEqual(['b', 'c']);
  expect(withGroup(two, { groups: ['a', 'b'] }, 'a')).toEqual(['b']);
});

test('SL1 where there is one group everyone is in it, and nobody is asked whether to throw it away', () => {
  const one = { ...form, groups: groups.slice(0, 1) };
  const begun = newDraft(one, 'check', 7, 'id');
  expect(slipOf(begun).groups).toEqual(['a']);
  expect(isTouched(one, begun)).toBe(false);
});
