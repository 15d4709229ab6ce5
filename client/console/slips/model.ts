/** What is being typed from one slip, and which question comes next; no screen and no server. */
import type { Answer, Scale } from '../../../core/scale.ts';
import { keyOfAnswer, points } from '../../../core/scale.ts';
import type { Slip } from '../../../core/slips.ts';
import type { ConsoleBoard } from '../../../core/view.ts';

/** A new slip, one that was called up, or a second entry that is compared with the first. */
export type Work = 'enter' | 'change' | 'check';

/** A statement of the slip; no answer: nothing was marked. */
export interface Typed {
  answer: Answer | null;
  comment: string;
}

export interface Draft {
  work: Work;
  number: number;
  /** Stays the same however often the slip is sent. */
  id: string;
  groups: string[];
  /** By board; one that was not asked yet is not in it. */
  typed: ReadonlyMap<number, Typed>;
  quote: boolean;
  audience: Slip['audience'];
  card: string;
  /** It was read back once: after a correction it is read back again at once. */
  readBack: boolean;
}

export type Step = { at: 'groups' } | { at: 'answer' | 'comment'; i: number } | { at: 'review' };

/** What is asked on this slip: the statements that were opened, and the groups where there is a choice. */
export interface Form {
  boards: readonly ConsoleBoard[];
  groups: readonly { id: string; label: string }[];
  mostGroups: number;
}

export function newDraft(form: Form, work: Work, number: number, id: string): Draft {
  // Where there is one group, everyone is in it and nobody is asked.
  const groups = form.groups.length === 1 ? form.groups.map((g) => g.id) : [];
  const nothing = { groups, typed: new Map(), card: '', quote: false, readBack: false };
  return { work, number, id, ...nothing, audience: 'team' };
}

/** A slip that was called up. What it left blank was asked. */
export function draftOf(form: Form, number: number, id: string, slip: Slip): Draft {
  const typed = new Map<number, Typed>(form.boards.map((b) => [b.n, { answer: null, comment: '' }]));
  for (const { board, answer, comment } of slip.answers) typed.set(board, { answer, comment });
  const { groups, quote, audience } = slip;
  return { ...newDraft(form, 'change', number, id), groups, quote, audience, typed, readBack: true };
}

/** What is sent. */
export function slipOf({ groups, quote, audience, typed }: Draft): Slip {
  return {
    groups,
    quote,
    audience,
    answers: [...typed].flatMap(([board, { answer, comment }]) =>
      answer === null ? [] : [{ board, answer, comment: comment.trim() }],
    ),
  };
}

/** Whether something would be lost. */
export function isTouched(form: Form, { groups, typed, readBack }: Draft): boolean {
  return (form.groups.length > 1 && groups.length > 0) || typed.size > 0 || readBack;
}

export function firstStep(form: Form): Step {
  return form.groups.length > 1 ? { at: 'groups' } : answerStep(form, 0);
}

function answerStep(form: Form, i: number): Step {
  return i < form.boards.length ? { at: 'answer', i } : { at: 'review' };
}

function isBlank(form: Form, draft: Draft, i: number): boolean {
  const typed = draft.typed.get(form.boards[i]?.n ?? 0);
  return typed === undefined || typed.answer === null;
}

/** Where Enter leads. A statement left blank has no comment: words without an answer cannot be kept. */
export function stepAfter(form: Form, draft: Draft, step: Step): Step {
  if (step.at === 'review') return step;
  if (step.at === 'answer' && !isBlank(form, draft, step.i)) return { at: 'comment', i: step.i };
  if (draft.readBack) return { at: 'review' };
  return answerStep(form, step.at === 'groups' ? 0 : step.i + 1);
}

/** Where Backspace and Up lead; null: to the number. */
export function stepBefore(form: Form, draft: Draft, step: Step): Step | null {
  if (step.at === 'groups') return null;
  if (step.at === 'comment') return { at: 'answer', i: step.i };
  const i = step.at === 'review' ? form.boards.length - 1 : step.i - 1;
  if (i < 0) return form.groups.length > 1 ? { at: 'groups' } : null;
  return isBlank(form, draft, i) ? { at: 'answer', i } : { at: 'comment', i };
}

/** Keys of the answers: their codes, 8 and 9 for the two ways to decline, 0 where nothing was marked. */
export interface AnswerKey {
  key: string;
  answer: Answer | null;
}

const BLANK_KEY = '0';

export function answerKeys(scale: Scale): AnswerKey[] {
  return [
    ...Array.from({ length: points(scale) }, (_, i) => ({ key: keyOfAnswer(i + 1), answer: i + 1 })),
    ...scale.declines.map((d) => ({ key: keyOfAnswer(d), answer: d })),
    { key: BLANK_KEY, answer: null },
  ];
}

/** Keys of the groups, in their order: digits, then letters. */
export const GROUP_KEYS = '123456789abcdefghijklmno';

/** Chooses a group; one more than may be lets the first go. */
export function withGroup(form: Form, { groups }: Pick<Draft, 'groups'>, id: string): string[] {
  if (form.mostGroups > 1 && groups.includes(id)) return groups.filter((g) => g !== id);
  return [...groups.filter((g) => g !== id), id].slice(-form.mostGroups);
}
