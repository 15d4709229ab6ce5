/** Speaks the pages' catalogue, and puts refusals into words. */
import type { Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusal.ts';
import { speaker } from '../../shared/message.ts';
import { answersEn } from '../../shared/messages/answers.en.ts';
import { chartEn } from '../../shared/messages/chart.en.ts';
import { LANGUAGE } from '../words.ts';
import { EDITOR_EN } from './messages/editor.en.ts';
import { PAGES_EN } from './messages/pages.en.ts';
import { SESSIONS_EN } from './messages/sessions.en.ts';

export const say = speaker({ ...answersEn, ...chartEn, ...PAGES_EN, ...EDITOR_EN, ...SESSIONS_EN }, LANGUAGE);

/** A refusal with its place and what was expected there; null: nothing answered. */
export function sayRefusal(refusal: Refusal | null): string {
  if (refusal === null) return say('refusal.none');
  const { refusal: code, where = '', detail = '' } = refusal;
  if (code === 'file-newer') return say('refusal.newer');
  const known = where !== '' && detail !== '';
  if (code === 'bad-file' && known) return say('refusal.file.place', { where, detail });
  if (code === 'bad-file' && detail !== '') return say('refusal.file', { detail });
  if (code === 'bad-message' && known) return say('refusal.place', { where, detail });
  if (code === 'too-large' && known) return say('refusal.large', { where, detail });
  // Where the others say more, it is for programs.
  return REFUSALS[code].wording;
}

/** What is wrong with one field, beside the field itself. */
export function sayAtField(refusal: Refusal): string {
  return refusal.refusal === 'bad-file' && refusal.detail !== undefined
    ? say('refusal.expected', { detail: refusal.detail })
    : REFUSALS[refusal.refusal].wording;
}
