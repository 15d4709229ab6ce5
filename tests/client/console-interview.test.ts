/** An interviewer's device: what it keeps, hands over, and forgets. */
import { describe, expect, test } from '@jest/globals';
import { refuse } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { textOf, unanswered } from '../../client/console/talk/interview/interview.ts';
import { keptFor, waitingHere } from '../../client/console/talk/kept.ts';
import { NEW_SOURCE } from '../../core/talk/sources.ts';
import { InterviewDevice, PAGE } from '../support/interviewDevice.ts';

describe('IV8 an interview on one device', () => {
  test('IV8 goes on after a reload, is handed over once the laptop is there, and is then gone from the device', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister', '');
    device.answer = refuse('fault');
    device.open();
    expect(device.interview.begun.value).toMatchObject({
      step: 'ask',
      at: 1,
      answers: ['My sister', '', ''],
    });
    expect(device.interview.hand()).toBe(true);
    await device.settle();
    expect(device.interview.begun.value.step).toBe('care');
    expect([device.interview.waiting.value, device.interview.away.value, device.got.length]).toEqual([
      1,
      true,
      0,
    ]);
    // The tab was closed before the laptop came back.
    device.open();
    expect([device.interview.waiting.value, waitingHere(device.keep)]).toEqual([1, 1]);
    device.answer = null;
    device.interview.refresh();
    await device.settle();
    expect(device.got).toMatchObject([
      {
        of: 'source',
        was: null,
        set: {
          text: '1. What helped?\nMy sister\n\n2. What did not?\n(no answer)',
          title: 'Interview, 28 November 2026, label ID',
          mayUse: true,
          mayQuote: false,
          interviewer: 'peer',
          day: '2026-11-28',
        },
      },
    ]);
    expect([device.interview.waiting.value, waitingHere(device.keep), device.keep.keys('').length]).toEqual([
      0, 0, 0,
    ]);
  });

  test('IV8 tells which questions have no answer, the open one at the end aside', async () => {
    const device = new InterviewDevice();
    await device.asked(' ', 'Somebody who listens');
    expect(unanswered(device.interview.begun.value)).toEqual([0]);
    expect(unanswered({ questions: ['What was said'], answers: [] })).toEqual([]);
  });

  test('IV8 without a yes, or without a word, nothing is handed over', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    device.interview.set({ mayUse: null });
    expect(device.interview.hand()).toBe(false);
    await device.asked('', ' ');
    expect(device.interview.hand()).toBe(false);
    expect(textOf({ questions: ['a', 'more'], answers: [] })).toBe('');
    device.interview.refuse();
    await device.settle();
    expect([device.got, device.keep.keys('')]).toEqual([[], []]);
  });

  test('IV8 going back to what is read out loses nothing that was typed, and a no loses all of it', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    device.interview.set({ step: 'told' });
    device.interview.set({ step: 'start' });
    device.open();
    device.interview.set({ step: 'told' });
    device.interview.ask();
    expect(device.interview.begun.value).toMatchObject({ step: 'ask', answers: ['My sister', '', ''] });
    device.interview.set({ step: 'told', mayUse: false });
    device.interview.refuse();
    expect(device.interview.begun.value).toMatchObject({ step: 'no', answers: [], mayUse: null });
    expect(device.keep.keys('')).toEqual([]);
  });

  test('IV8 what the laptop would not take stays and is told; signing out takes all of it from the device', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    device.answer = refuse('sources-full');
    device.interview.hand();
    await device.settle();
    expect(device.interview.notTaken.value).toMatchObject({ refusal: 'sources-full' });
    expect(device.interview.waiting.value).toBe(1);
    for (const name of device.keep.keys('standpoint:talk:')) device.keep.remove(name);
    device.interview.forget();
    await device.settle();
    expect([device.interview.waiting.value, device.got, device.keep.keys('')]).toEqual([0, [], []]);
  });

  test('IV8 what is handed over twice is the same once', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    const [first, second] = [device.interview, device.open()];
    for (const one of [first, second]) one.hand();
    // The page before this one is gone: it hands nothing over any more.
    await device.settle();
    second.refresh();
    await device.settle();
    expect(new Set(device.got.map(({ id, key }) => `${id} ${key}`)).size).toBe(1);
    expect(device.keep.keys('')).toEqual([]);
  });

  test('IV8 hands over interviews alone; one that is not taken stays, is told of, and holds no other back', async () => {
    const device = new InterviewDevice();
    const kept = keptFor(device.keep, { consultation: 'c' });
    const rename: Change = { id: 'x', of: 'theme', key: 't', was: { name: 'Old' }, set: { name: 'New' } };
    const text: Change = { id: 'y', of: 'source', key: 's', was: null, set: { title: 'Typed up' } };
    kept.add([rename, text]);
    device.open();
    expect(device.interview.waiting.value).toBe(0);
    await device.asked('My sister');
    device.answer = refuse('fault');
    device.interview.hand();
    device.interview.begin();
    device.interview.set({ mayUse: true, mayQuote: true });
    device.interview.ask();
    device.interview.answer('My mother');
    device.interview.hand();
    await device.settle();
    expect(device.interview.waiting.value).toBe(2);
    const [before] = kept.changes().slice(2);
    device.answer = null;
    device.refuses = (changes) =>
      changes[0]?.id === before?.id ? refuse('sources-full', 'changes.0.sources', '200') : null;
    await device.settle();
    expect(device.got.map(({ set }) => (set !== null && 'text' in set ? set.text : ''))).toEqual([
      expect.stringContaining('My mother'),
    ]);
    expect(device.interview.notTaken.value).toMatchObject({ refusal: 'sources-full' });
    expect(kept.changes()).toEqual([rename, text, before]);
  });

  test('IV8 one that an earlier version left waiting, whose change had an id of its own, is told of and handed over', async () => {
    const device = new InterviewDevice();
    const set = {
      ...NEW_SOURCE,
      title: 'Interview',
      text: 'My sister',
      interviewer: 'peer',
      mayUse: true,
    } as const;
    const older: Change = { id: 'x', of: 'source', key: 's', was: null, set };
    const kept = keptFor(device.keep, { consultation: 'c' });
    kept.add([older]);
    const interview = device.open();
    expect(interview.waiting.value).toBe(1);
    interview.refresh();
    await device.settle();
    expect([device.got, kept.changes(), interview.waiting.value]).toEqual([[older], [], 0]);
    // One that another page removed and brought back is that page's: out of their order it would be removed.
    const removed: Change = { ...older, id: 'y', was: set, set: null };
    kept.add([removed, { ...older, id: 'z' }]);
    device.open().refresh();
    await device.settle();
    expect([device.got.length, kept.changes().length]).toEqual([1, 2]);
  });

  test('IV8 one that the laptop took is not said to wait, where one before was refused for itself', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    const { key } = device.interview.begun.value;
    device.refuses = (changes) =>
      changes[0]?.key === key ? refuse('sources-full', 'changes.0.sources', '200') : null;
    device.interview.hand();
    await device.settle();
    expect(device.interview.lastWaits.value).toBe(true);
    await device.asked('My mother');
    device.interview.hand();
    await device.settle();
    expect([device.interview.waiting.value, device.interview.lastWaits.value]).toEqual([1, false]);
    expect(device.got).toHaveLength(1);
  });

  test('IV8 whoever comes next begins afresh; what somebody else has begun is gone on with by itself, or thrown away', async () => {
    const device = new InterviewDevice();
    await device.asked('He hit me');
    for (let i = 0; i < 3; i += 1) device.interview.back();
    expect(device.interview.begun.value).toMatchObject({ step: 'start', mayQuote: false });
    device.interview.goOn();
    expect(device.interview.begun.value).toMatchObject({
      step: 'ask',
      mayQuote: false,
      answers: ['He hit me', '', ''],
    });
    const [key] = [device.interview.begun.value.key];
    device.interview.set({ step: 'start', gender: 'man' });
    device.interview.begin();
    expect(device.interview.begun.value).toMatchObject({
      step: 'told',
      gender: 'man',
      mayUse: null,
      mayQuote: null,
      answers: [],
    });
    device.interview.set({ mayUse: true, mayQuote: true });
    device.interview.ask();
    device.interview.answer('The food');
    device.interview.hand();
    await device.settle();
    expect(device.got).toHaveLength(1);
    expect(device.got[0]?.key).not.toBe(key);
    expect(device.got[0]?.set).toMatchObject({ text: expect.not.stringContaining('He hit me') });
  });

  test('IV8 a window that finds what a closed one left asks first; in its own it goes on where it was', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    device.open(false);
    expect(device.interview.begun.value).toMatchObject({ step: 'start', answers: ['My sister', '', ''] });
    device.open();
    expect(device.interview.begun.value.step).toBe('start');
    device.interview.drop();
    // Without a word of it, the yes was another person’s.
    device.interview.set({ step: 'told', mayUse: true, mayQuote: true });
    device.interview.ask();
    device.open();
    expect(device.interview.begun.value.step).toBe('ask');
    device.open(false);
    expect(device.interview.begun.value).toMatchObject({ step: 'start', mayUse: null });
    expect(device.keep.keys('')).toEqual([]);
  });

  test('IV8 questions that are changed meanwhile are asked the next time', async () => {
    const device = new InterviewDevice();
    await device.asked('My sister');
    const before = PAGE.questions;
    PAGE.questions = [];
    device.interview.refresh();
    await device.settle();
    expect(device.interview.begun.value.questions).toHaveLength(3);
    device.interview.drop();
    device.interview.ask();
    expect(device.interview.begun.value.questions).toEqual(['What was said']);
    PAGE.questions = before;
  });
});
