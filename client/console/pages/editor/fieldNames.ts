/** What stands at a place of the consultation, in the words of its page. */
import type {
  Consultation,
  FromParticipants,
  Group,
  NotTaken,
  Picture,
  Statement,
  Wording,
} from '../../../../core/consultation.ts';
import type { Scale } from '../../../../core/scale.ts';
import { labelsOf } from '../../../../core/scale.ts';
import { sayList } from '../../words.ts';
import { oneOf, placeOf } from '../parts/paths.ts';
import { say } from '../say.ts';
import { whoOf } from './whoOf.ts';

const ABOUT = ['aim', 'askedBy', 'ledBy', 'answeredBy', 'answerDue', 'decided', 'open'] as const;
const WORDS = ['dangerTo', 'helpFrom', 'complainTo', 'consent', 'rights', 'talkTo'] as const;
const VOICE = ['space', 'voice', 'audience', 'influence'] as const;
const RIGHTS = ['withdrawDays', 'keepUntil', 'under18'] as const;

/**
 * A plain name for a place in the consultation.
 *
 * @param at names of fields, and ids or places of list entries, with dots between: `groups.0.label`
 */
export function consultationField(at: string, doc: Consultation): string {
  const [first, second, third, fourth] = at.split('.');
  if (first === 'statements') return statementField(doc, second, third, fourth);
  if (first === 'groups') return groupField(doc, second, third);
  const about = oneOf(ABOUT, first);
  if (about !== undefined) return say(`about.${about}`);
  if (at === 'words.withdrawUntil') return say('rights.withdrawUntil');
  const right = oneOf(RIGHTS, first);
  if (right !== undefined) return say(`rights.${right}`);
  const word = oneOf(WORDS, second);
  if (first === 'words') return say(word === undefined ? 'part.words' : `words.${word}`);
  if (first === 'notTaken') return say('prop.refused.title');
  const rules = oneOf(['rounds', 'floor', 'involvement', 'breakdowns', 'approvals', 'languages'], first);
  if (rules !== undefined) return say(`rules.${rules}`);
  if (first === 'voice') return say(`voice.${oneOf(VOICE, second) ?? 'legend'}`);
  if (first === 'title') return say('edit.title');
  if (first === 'roundOrder') return say('rules.order');
  return say(first === 'scale' ? 'scale.legend' : 'name.consultation');
}

function statementField(doc: Consultation, id?: string, field?: string, wording?: string): string {
  const at = placeOf(doc.statements, id);
  const statement = doc.statements[at];
  if (id === undefined) return say('part.statements');
  if (statement === undefined) return say('name.own.gone');
  const part = say('st.n', { n: at + 1 });
  if (field === 'notes') return say('name.part', { part, name: say('st.notes') });
  if (field === 'picture') return say('name.part', { part, name: say('name.picture.own') });
  if (field === 'scale') return say('name.part', { part, name: say('scale.legend') });
  if (field === 'from') return say('name.part', { part, name: say('prop.from') });
  const one = statement.wordings.find(
    (w, i) => wording === String(i) || wording === `${w.group ?? ''} ${w.lang}`,
  );
  const usual = one === undefined || one === statement.wordings[0];
  return usual ? part : say('st.n.who', { n: at + 1, who: whoOf(doc, one) });
}

function groupField(doc: Consultation, id?: string, field?: string): string {
  const at = placeOf(doc.groups, id);
  if (id === undefined) return say('part.groups');
  if (at < 0) return say('name.group.gone');
  const part = say('group.n', { n: at + 1 });
  if (field === 'label') return say('name.part', { part, name: say('group.label') });
  return field === 'roomLabel' ? say('name.part', { part, name: say('group.room') }) : part;
}

/** What was written or chosen at a place, in words; undefined: it is not there. */
export function consultationValue(at: string, value: unknown): string {
  const [first, , third] = at.split('.');
  if (value === undefined || (value === null && third === 'picture')) return say('told.removed');
  if (value === null) return say('scale.same');
  if (typeof value === 'string') {
    const order = oneOf(['each', 'all'], value);
    const breakdowns = oneOf(['shown', 'hidden'], value);
    if (first === 'roundOrder' && order !== undefined) return say(`rules.order.${order}`);
    if (first === 'breakdowns' && breakdowns !== undefined) return say(`rules.breakdowns.${breakdowns}`);
    return value.trim() === '' ? say('told.empty') : value;
  }
  if (typeof value === 'boolean') return say(value ? 'told.yes' : 'told.no');
  if (typeof value === 'number' && first === 'withdrawDays') return `${value}`;
  if (typeof value === 'number')
    return first === 'rounds'
      ? say(`rules.rounds.${value === 1 ? 1 : 2}`)
      : say('rules.floor.n', { n: value });
  if (first === 'scale' || third === 'scale') return sayScale(value as Scale);
  if (third === 'from') return sayList((value as FromParticipants).wordings.map(({ text }) => text));
  if (first === 'notTaken') return (value as Partial<NotTaken>).why ?? '';
  const entry = value as Partial<Statement & Group & Picture & Wording>;
  return entry.text ?? entry.wordings?.[0]?.text ?? entry.label ?? entry.alt ?? '';
}

function sayScale(scale: Scale): string {
  return sayList([...labelsOf(scale), ...scale.declines.map((decline) => say(`scale.${decline}`))]);
}
