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
  got: Change[] = [];
  waits: (() => void)[] = [];
  ids = 0;
  close = (): void => undefined;
  interview: Interview = this.open();

  /** The page anew: of the one before nothing runs on. */
  open(): Interview {
    this.close();
    this.interview = makeInterview({
      kept: keptFor(this.keep, { consultation: 'c' }),
      fetch: async () => this.answer ?? PAGE,
      send: async (changes): Promise<ChangesDone | Refusal> => {
        if (this.answer !== null) return this.answer;
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
