/**
 * Words that are not in: they came too late, were never sent, or no answer came before the end. They stay on the phone,
 * whatever they were written for.
 */
import { checkAt } from '../../core/checking.ts';
import { isHeardPlace } from '../../core/heardPlace.ts';
import { FREE_TALK, isProposal, isThought, talkOf } from '../../core/thought.ts';
import { isTopicPlace } from '../../core/topics.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import type { Entry, Outbox } from '../shared/outbox.ts';
import type { Draft, Phone } from './phone.ts';
import { sayTalk } from './talkWords.ts';
import { refusalWord } from './words.ts';

/** What is written and not yet sent; with `from`, it came too late on that place. */
export type Begun = Draft & { from?: number };

/** Words that are not in. */
export interface Left {
  place: number;
  text: string;
  /** What became of them. */
  why: string;
  /** They came too late. */
  late?: Entry;
  /** They were only begun. */
  begun?: Begun;
}

/** By what a phone had to send: what was let go there. Whoever comes back to a screen does not find it again. */
const GONE = new WeakMap<Outbox, Set<string>>();

const keyOf = ({ place, text }: Left): string => `${place}:${text}`;

/** It is not told any more. */
export function letGo(phone: Phone, left: Left): void {
  const { outbox, state } = phone;
  const { place, text, late, begun } = left;
  // Before the end it goes from where it is kept, so that the same words can be written and be late again.
  if (state.gone) GONE.set(outbox, (GONE.get(outbox) ?? new Set<string>()).add(keyOf(left)));
  else if (begun !== undefined || (text !== '' && phone.draft(place)?.comment === text))
    phone.keepDraft(place, null);
  const from = late?.board ?? begun?.from;
  if (from !== undefined) outbox.settle(from);
}

/** What was taken back has no words, and the same ones may be in under another answer. */
function isNew({ outbox }: Phone, place: number, text: string): boolean {
  return text.trim() !== '' && outbox.saved(place)?.[3] !== text;
}

function whyNot(code: RefusalCode): string {
  return code === 'not-open' ? sayTalk('late.why') : refusalWord(code);
}

/**
 * What came too late without words of its own, and nothing else on its screens tells it: answers on recommendations, and
 * thoughts and topics that were taken back, which stand.
 *
 * @param checks recommendations are on the screen
 */
export function lateAnswers(phone: Phone, checks: boolean): Left[] {
  const late = phone.outbox.notices().filter(({ code }) => code !== 'stale');
  return late.flatMap(({ code, entry }): Left[] => {
    const { board: place, answer, comment } = entry;
    const left = { place, text: '', late: entry };
    if (answer === null && (isThought(place) || isTopicPlace(place)))
      // What had never been sent stands nowhere.
      return (phone.outbox.saved(place)?.[2] ?? null) === null
        ? []
        : [{ ...left, why: code === 'not-open' ? sayTalk('late.stands') : refusalWord(code) }];
    const tells = checks && checkAt(place) !== null && !isNew(phone, place, comment);
    return tells ? [{ ...left, why: whyNot(code) }] : [];
  });
}

/** All words that are not in, by place. */
export function leftOn(phone: Phone): Left[] {
  const { outbox, state } = phone;
  // The last question can be answered until the session is finished. Under a yes its words were off the screen.
  const drafts: [number, Begun][] = phone
    .begun()
    .filter(
      ([place, { answer, comment }]) =>
        (!isHeardPlace(place) || (state.gone && answer !== 1)) && isNew(phone, place, comment),
    );
  const late = outbox
    .notices()
    .filter(({ entry, code }) => code !== 'stale' && isNew(phone, entry.board, entry.comment))
    // What is being sent on is told once, as what was begun.
    .filter(({ entry }) => drafts.every(([, { from }]) => from !== entry.board));
  // Nothing is sent any more by then, and it may be in: the answer can have been lost.
  const unsure = state.gone
    ? outbox
        .entries()
        .filter(({ board, comment }) => outbox.pending(board) !== undefined && isNew(phone, board, comment))
    : [];
  const sent = [...late.map(({ entry }) => entry), ...unsure];
  const left: Left[] = [
    ...late.map(({ code, entry }) => ({
      place: entry.board,
      text: entry.comment,
      why: whyNot(code),
      late: entry,
    })),
    ...unsure.map(({ board, comment }) => ({ place: board, text: comment, why: sayTalk('late.unsure') })),
    ...drafts
      .filter(([place, { comment }]) => sent.every((one) => one.board !== place || one.comment !== comment))
      .map(([place, draft]) => ({ place, text: draft.comment, why: sayTalk('late.begun'), begun: draft })),
  ];
  // A browser gives what it keeps in no order, and another one each time.
  // oxlint-disable-next-line unicorn/no-array-sort -- old phones have no toSorted, and the list is nobody else's
  return left.filter((one) => GONE.get(outbox)?.has(keyOf(one)) !== true).sort((a, b) => a.place - b.place);
}

/** What they were written for. */
export function whereFrom({ state }: Phone, place: number): string {
  const thought = isThought(place);
  const n = thought ? talkOf(place) : place;
  if (isProposal(place)) return sayTalk('late.on.proposal');
  // In two rounds the number of a board is not that of its statement.
  const known = state.hello?.view.rounds === 1 && n !== FREE_TALK;
  if (thought) return known ? sayTalk('late.on.thought.n', { n }) : sayTalk('late.on.thought');
  if (isTopicPlace(place)) return sayTalk('late.on.topic');
  if (checkAt(place) !== null) return sayTalk('late.on.check');
  if (isHeardPlace(place)) return sayTalk('late.on.heard');
  return known ? sayTalk('late.on.statement.n', { n }) : sayTalk('late.on.statement');
}
