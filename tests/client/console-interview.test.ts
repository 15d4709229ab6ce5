/** An interviewer's device: what it keeps, hands over, and forgets. */
import { describe, expect, test } from '@jest/globals';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { ChangesDone, InterviewPage } from '../../core/talk/api.ts';
import type { Change } from '../../core/talk/change.ts';
import {
  makeInterview,
  textOf,
  unanswered,
  type Interview,
} from '../../client/console/talk/interview/interview.ts';
import { keptFor, waitingHere } from '../../client/console/talk/kept.ts';
import { keepIn, type Keep } from '../../client/shared/storage.ts';
import { NEW_QUESTION } from '../../core/talk/sources.ts';

const PAGE: InterviewPage = {
  consultation: 'c',
  title: 'What we expect',
  sample: false,
  language: 'en',
  questions: ['What helped?', 'What did not?'].map((text, i) => ({
    ...NEW_QUESTION,
    id: `q${i}`,
    text,
    order: i,
  })),
  groups: [],
  genders: [],
  ageBands: [],
  helpFrom: '',
  dangerTo: '',
  lists: { names: [], places: [] },
};

/** A device on which nothing happens before the test says so. */
class Device {
  keep: Keep = keepIn(() => null);
  answer: Refusal | null = null;
  refuses: (changes: readonly Change[]) => Refusal | null = () => null;
  got: Change[] = [];
  waits: (() => void)[] = [];
  ids = 0;
  close = (): void => undefined;
  interview: Interview = this.open();

  /** The page anew: of the one before nothing runs on. @param again in the same window */
  open(again = true): Interview {
    this.close();
    this.interview = makeInterview({
      kept: keptFor(this.keep, { consultation: 'c' }),
      place: { name: 'interview1', again },
      fetch: async () => this.answer ?? PAGE,
      send: async (changes): Promise<ChangesDone | Refusal> => {
        const no = this.answer ?? this.refuses(changes);
        if (no !== null) return no;
        this.got.push(...changes);
        return { at: '1', outcomes: changes.map(({ id }) => ({ id, is: 'done' })) };
      },
      later: (action) => void this.waits.push(action),
      newId: () => `id${(this.ids += 1)}`,
      today: () => '2026-11-28',
    });
    const { interview } = this;
    this.close = () => interview.close();
    return interview;
  }

  /** Lets what was promised come true, and what waits for a while be tried again. */
  async settle(): Promise<void> {
    for (const go of this.waits.splice(0)) go();
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  }

  async asked(...answers: string[]): Promise<void> {
    this.interview.refresh();
    await this.settle();
    this.interview.set({ step: 'told', mayUse: true, mayQuote: false });
    this.interview.ask();
    for (const [at, answer] of answers.entries()) {
      this.interview.set({ at });
      this.interview.answer(answer);
    }
  }
}

describe('IV8 an interview on one device', () => {
  test('IV8 goes on after a reload, is handed over once the laptop is there, and is then gone from the device', async () => {
    const device = new Device();
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
    const device = new Device();
    await device.asked(' ', 'Somebody who listens');
    expect(unanswered(device.interview.begun.value)).toEqual([0]);
    expect(unanswered({ questions: ['What was said'], answers: [] })).toEqual([]);
  });

  test('IV8 without a yes, or without a word, nothing is handed over', async () => {
    const device = new Device();
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
    const device = new Device();
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
    const device = new Device();
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
    const device = new Device();
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
    const device = new Device();
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

  test('IV8 whoever comes next begins afresh; what somebody else has begun is gone on with by itself, or thrown away', async () => {
    const device = new Device();
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
    const device = new Device();
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
    const device = new Device();
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
