/** An interview on one device: what was chosen and typed, kept here until the laptop has it. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { speaker } from '../../../../core/message.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { isRefusal, type Refusal } from '../../../../core/refusal.ts';
import { REFUSALS } from '../../../../core/refusals.ts';
import { codePoints } from '../../../../core/text.ts';
import type { ChangesDone, InterviewPage } from '../../../../core/talk/api.ts';
import type { Change, SourceChange } from '../../../../core/talk/change.ts';
import { NEW_SOURCE, type SourceFields } from '../../../../core/talk/sources.ts';
import { interviewEn } from '../../messages/interview.en.ts';
import { LANGUAGE, sayDate } from '../../words.ts';
import { batchOf } from '../batch.ts';
import type { Kept } from '../kept.ts';
import { refusedOf } from '../trouble.ts';
import { typedText } from '../typed.ts';
import { FRESH, stepBefore, type Begun } from './begun.ts';

export const sayInterview = speaker(interviewEn, LANGUAGE);

const AGAIN_MS = 1500;
/** Where only those wait that were not taken: somebody may mend what they are refused for. */
const LATER_MS = 60_000;

export interface InterviewPorts {
  kept: Kept;
  /** Where this window keeps what is begun, and whether it had that place before. */
  place: { name: string; again: boolean };
  fetch(): Promise<InterviewPage | Refusal>;
  send(changes: readonly Change[]): Promise<ChangesDone | Refusal>;
  later(action: () => void, ms: number): void;
  newId(): string;
  /** YYYY-MM-DD, as this device has it. */
  today(): string;
}

export interface Interview {
  page: ReadonlySignal<InterviewPage | null>;
  refused: ReadonlySignal<Refusal | null>;
  away: ReadonlySignal<boolean>;
  begun: ReadonlySignal<Begun>;
  /** Interviews that the laptop does not have yet, and why it would not take one. */
  waiting: ReadonlySignal<number>;
  notTaken: ReadonlySignal<Refusal | null>;
  /** Of these, the one that was handed over last. */
  lastWaits: ReadonlySignal<boolean>;
  set(more: Partial<Begun>): void;
  /** One more, with what was chosen of the person: no yes, no answer of somebody before. */
  begin(): void;
  /** Goes on with the one that is begun, under the yeses that were said then. */
  goOn(): void;
  /** Goes on to the questions: as they are now, or where something was answered. */
  ask(): void;
  /** One step back, as the device’s own Back asks for; false: it is at the start, from which Back leaves. */
  back(): boolean;
  answer(text: string): void;
  /** @returns whether there was anything to hand over */
  hand(): boolean;
  drop(): void;
  /** There was a no: nothing that was typed stays. */
  refuse(): void;
  forget(): void;
  refresh(): void;
  close(): void;
}

export function makeInterview(ports: InterviewPorts): Interview {
  const { kept, place } = ports;
  const page = signal<InterviewPage | null>(null);
  const refused = signal<Refusal | null>(null);
  const away = signal(false);
  const begun = signal<Begun>({ ...FRESH, ...(kept.get(place.name) as Partial<Begun> | null) });
  const pending = signal<readonly Change[]>(heldIn(kept.changes()));
  const notTaken = signal<Refusal | null>(null);
  const handed = signal('');
  let [handing, closed] = [false, false];

  const keep = (next: Begun): void => {
    begun.value = next;
    const begins = next.step === 'start' || next.step === 'no' || next.step === 'care';
    const empty = begins && next.answers.every((answer) => answer === '');
    kept.set(place.name, empty ? null : next);
  };
  // Another window began it, and whoever sits here now may be somebody else: nothing of it goes on by itself.
  if (!place.again) keep(answered(begun.peek()) > 0 ? { ...begun.peek(), step: 'start' } : FRESH);
  /** What is kept, since another window may have handed some of it over. */
  const look = (): void => {
    pending.value = heldIn(kept.changes());
  };
  const handOver = async (): Promise<void> => {
    if (handing || closed) return;
    handing = true;
    /** Those that the laptop would not take: they stay, and the others go all the same. */
    const aside = new Set<string>();
    let why: Refusal | null = null;
    for (;;) {
      look();
      const batch = batchOf(
        pending.value.filter(({ id }) => !aside.has(id)),
        LIMITS.changesAtOnce,
      );
      if (batch.length === 0) break;
      const answer = await ports.send(batch);
      if (closed) return;
      if (isRefusal(answer)) {
        away.value = canTryAgain(answer);
        if (!away.value) why = answer;
        const wrong = refusedOf(batch, answer);
        if (wrong === null) break;
        aside.add(wrong.id);
        continue;
      }
      away.value = false;
      kept.drop(new Set(batch.map(({ id }) => id)));
    }
    notTaken.value = why;
    handing = false;
    if (pending.value.length === 0) return;
    const stay = pending.value.every(({ id }) => aside.has(id));
    ports.later(() => void handOver(), stay ? LATER_MS : AGAIN_MS);
  };
  const refresh = async (): Promise<void> => {
    const answer = await ports.fetch();
    if (closed) return;
    if (!isRefusal(answer)) {
      page.value = answer;
      [refused.value, away.value] = [null, false];
    } else if (canTryAgain(answer)) {
      away.value = true;
      if (page.value === null) ports.later(() => void refresh(), AGAIN_MS);
    } else refused.value = answer;
    void handOver();
  };

  return {
    page,
    refused,
    away,
    begun,
    waiting: computed(() => pending.value.length),
    notTaken,
    lastWaits: computed(() => pending.value.some(({ id }) => id === handed.value)),
    set: (more) => keep({ ...begun.peek(), ...more }),
    begin: () => {
      const { interviewer, group, gender, ageBand } = begun.peek();
      keep({ ...FRESH, interviewer, group, gender, ageBand, step: 'told' });
    },
    goOn: () => {
      const { mayUse, mayQuote } = begun.peek();
      keep({ ...begun.peek(), step: mayUse === true && mayQuote !== null ? 'ask' : 'told' });
    },
    ask: () => {
      // Somebody went back to what was read out: what was typed is still there.
      if (answered(begun.peek()) > 0) return keep({ ...begun.peek(), step: 'ask' });
      const questions = (page.peek()?.questions ?? []).map(({ text }) => text);
      const last = sayInterview(questions.length === 0 ? 'more.only' : 'more');
      const key = ports.newId();
      keep({ ...begun.peek(), key, step: 'ask', at: 0, questions: [...questions, last], answers: [] });
    },
    back: () => {
      const before = stepBefore(begun.peek());
      if (before !== null) keep({ ...begun.peek(), ...before });
      return before !== null && before.step !== 'start';
    },
    answer: (text) => {
      const now = begun.peek();
      const answers = now.questions.map((_, i) => (i === now.at ? text : (now.answers[i] ?? '')));
      keep({ ...now, answers });
    },
    hand: () => {
      const change = changeOf(begun.peek(), page.peek()?.language ?? 'en', ports);
      if (change === null) return false;
      handed.value = change.id;
      kept.add([change]);
      look();
      keep({ ...FRESH, interviewer: begun.peek().interviewer, step: 'care' });
      void handOver();
      return true;
    },
    drop: () => keep(FRESH),
    refuse: () => keep({ ...FRESH, step: 'no' }),
    forget: () => {
      kept.drop(new Set(pending.peek().map(({ id }) => id)));
      look();
      keep(FRESH);
    },
    refresh: () => void refresh(),
    close: () => {
      closed = true;
    },
  };
}

function canTryAgain({ refusal }: Refusal): boolean {
  return REFUSALS[refusal].retry || refusal === 'sign-in-needed';
}

/** Its name on the laptop: a label tells interviews of one day apart, and says nothing. */
function titleOf(day: string, id: string): string {
  return sayInterview('title.made', { day: sayDate(day), label: id.slice(0, 2).toUpperCase() });
}

/** Questions with their answers as one text; null: nothing was typed, or there was no yes. */
function changeOf(
  begun: Begun,
  language: string,
  ports: Pick<InterviewPorts, 'newId' | 'today'>,
): SourceChange | null {
  const text = textOf(begun);
  if (text === '' || begun.mayUse !== true) return null;
  const { interviewer, group, gender, ageBand, mayQuote } = begun;
  // One that an earlier version began has none.
  const [key, day] = [begun.key === '' ? ports.newId() : begun.key, ports.today()];
  const set: SourceFields = {
    ...NEW_SOURCE,
    title: titleOf(day, key),
    text,
    day,
    group,
    gender,
    ageBand,
    interviewer,
    mayUse: true,
    mayQuote: mayQuote === true,
    language,
  };
  return { id: key, of: 'source', key, was: null, set };
}

/**
 * Interviews among all that waits here: other pages keep their changes beside them, and hand those over themselves, in
 * their order. An earlier version gave a change another id than its interview: it is one where nothing else is of it.
 */
function heldIn(changes: readonly Change[]): Change[] {
  const alone = (key: string): boolean => changes.filter((one) => one.key === key).length === 1;
  return changes.filter(
    (one) =>
      one.of === 'source' && one.was === null && (one.id === one.key || (wasHeld(one.set) && alone(one.key))),
  );
}

/** As this page makes one; a text that another page brings in need not say who held it, nor that it may be used. */
function wasHeld(set: SourceChange['set']): boolean {
  return set?.form === NEW_SOURCE.form && set.interviewer !== '' && set.mayUse === true;
}

/** Empty: nothing was typed. */
export function textOf({ questions, answers }: Pick<Begun, 'questions' | 'answers'>): string {
  const typed = answers.map((answer) => typedText(answer) ?? '');
  if (typed.every((answer) => answer === '')) return '';
  const parts = questions.flatMap((question, i) => {
    const answer = typed[i] ?? '';
    // The open question at the end is there only where something was said.
    if (i === questions.length - 1 && answer === '') return [];
    return [`${i + 1}. ${question}\n${answer === '' ? sayInterview('no.answer') : answer}`];
  });
  return parts.join('\n\n');
}

export function answered({ answers }: Begun): number {
  return answers.filter((answer) => answer.trim() !== '').length;
}

/** Places of questions without an answer, the open one at the end not among them. */
export function unanswered({ questions, answers }: Pick<Begun, 'questions' | 'answers'>): number[] {
  return questions.slice(0, -1).flatMap((_, i) => ((answers[i] ?? '').trim() === '' ? [i] : []));
}

/** How many letters more than a text may have. */
export function tooMany(begun: Begun): number {
  return Math.max(0, codePoints(textOf(begun)) - LIMITS.sourceText);
}
