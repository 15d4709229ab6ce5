/** Words of the slips' page. */
import { roomLabel } from '../../../core/consultation.ts';
import { wordingFor } from '../../../core/consultation.ts';
import { listsIn, speaker } from '../../../core/message.ts';
import { answerLabel, type Answer, type Scale } from '../../../core/scale.ts';
import type { ConsoleBoard, ConsoleView } from '../../../core/view.ts';
import { slipsEn } from '../messages/slips.en.ts';
import type { Form } from './model.ts';

const LANG = 'en';

export const say = speaker(slipsEn, LANG);
const lists = listsIn(LANG, 'conjunction');

/** The statement as it stands on the slip of somebody in these groups. */
export function textOn(board: ConsoleBoard, groups: readonly string[]): string {
  const text = wordingFor(board.wordings, groups, LANG)?.text ?? '';
  return board.round === 2 ? say('statement.again', { text }) : text;
}

/** An answer with its key, as it is read back. */
export function answerText(scale: Scale, answer: Answer | null): string {
  if (answer === null) return say('answer.blank');
  const word = answerLabel(scale, answer);
  return typeof answer === 'number' ? say('answer.coded', { code: answer, word }) : word;
}

export function groupsText(form: Form, ids: readonly string[]): string {
  const names = form.groups.filter((g) => ids.includes(g.id)).map((g) => g.label);
  return names.length === 0 ? say('groups.none') : lists.format(names);
}

/** What is asked on a slip of this session now. */
export function formOf(view: ConsoleView): Form {
  return {
    boards: view.boards.filter((b) => b.opened),
    groups: view.groups.map((g) => ({ id: g.id, label: roomLabel(g) })),
    mostGroups: view.session.twoGroups ? 2 : 1,
  };
}
