/** Words of the live screen that depend on where the session is. */
import { speaker } from '../../../core/message.ts';
import { wordingFor, type Wording } from '../../../core/consultation.ts';
import type { ConsoleBoard, ConsoleView } from '../../../core/view.ts';
import type { Command } from '../../../core/room.ts';
import { live } from '../messages/live.en.ts';
import { nextCheckWords, nextInCheck } from './checkWords.ts';
import { nextInTopics, nextTopicWords, say as sayOfTopics, topicsThatWait } from './topicWords.ts';

const LANG = 'en';

export const say = speaker(live, LANG);
export type Key = keyof typeof live;

/** Whether a text is a key of the catalogue. */
function isKey(text: string): text is Key {
  return Object.hasOwn(live, text);
}

/** The wording that stands for a statement on the facilitator's screen: the common one, else the first. */
export function textOf(wordings: readonly Wording[]): string {
  return wordingFor(wordings, [], LANG)?.text ?? '';
}

/** The board in front of the room. */
export function boardNow(view: ConsoleView): ConsoleBoard | undefined {
  return view.boards.find((b) => b.n === view.room.at);
}

/** What the big button and its keys do; null: nothing is left. */
export function nextCommand(view: ConsoleView): Command | null {
  if (view.check?.on === true) return nextInCheck(view.check);
  return (view.topics === undefined ? null : nextInTopics(view.topics)) ?? view.next;
}

/** The big button's word, and one sentence on what it does. */
export function nextWords(view: ConsoleView): { label: string; hint: string } {
  if (view.check?.on === true) return nextCheckWords(view.check);
  const inTopics = view.topics === undefined ? null : nextTopicWords(view.topics);
  const words = inTopics ?? ladderWords(view);
  const left = topicsThatWait(view);
  // Phones no longer add to it, or the room has no list any more.
  return left === 0 ? words : { ...words, hint: sayOfTopics('next.waiting', { n: left }) };
}

function ladderWords(view: ConsoleView): { label: string; hint: string } {
  const step = view.next;
  if (step === null) return { label: say('next.none'), hint: '' };
  const board = 'board' in step ? view.boards.find((b) => b.n === step.board) : undefined;
  const number = board?.number ?? 0;
  switch (step.do) {
    case 'start':
      return {
        label: say('next.start'),
        hint: say(view.session.style === 'guided' ? 'next.start.text' : 'next.start.all'),
      };
    case 'show':
      return {
        label: say(board?.round === 2 ? 'next.show.second' : 'next.show', { number }),
        hint: board === undefined ? '' : textOf(board.wordings),
      };
    case 'reveal':
      return {
        label:
          view.session.style === 'guided' && view.room.freeTalk !== true
            ? say('next.reveal')
            : say('next.reveal.number', { number }),
        hint: say('next.reveal.text'),
      };
    case 'openAll':
      return {
        label: say(step.round === 2 ? 'next.openAll.2' : 'next.openAll.1'),
        hint: say('next.openAll.text'),
      };
    case 'reopen':
      return { label: say('reopen'), hint: '' };
    case 'open':
    case 'close':
    case 'discuss':
    case 'closeAll':
    case 'end':
      return { label: say(`next.${step.do}`), hint: say(`next.${step.do}.text`) };
  }
}

/** What Undo would take back, in words. */
export function undoWords(undo: string | null): string {
  if (undo === null) return say('undo.nothing');
  const key = `undo.${undo}`;
  return isKey(key) ? say(key) : say('undo');
}
