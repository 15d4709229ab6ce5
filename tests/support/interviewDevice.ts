/** An interviewer's device, with a laptop that answers as the test says. */
import { makeInterview, type Interview } from '../../client/console/talk/interview/interview.ts';
import { keptFor } from '../../client/console/talk/kept.ts';
import { keepIn, type Keep } from '../../client/shared/storage.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ChangesDone, InterviewPage } from '../../core/talk/api.ts';
import type { Change } from '../../core/talk/change.ts';
import { NEW_QUESTION } from '../../core/talk/sources.ts';

export const PAGE: InterviewPage = {
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
export class InterviewDevice {
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
