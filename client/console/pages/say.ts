/** Speaks the pages' catalogue, and puts refusals into words. */
import type { Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusal.ts';
import { speaker } from '../../../core/message.ts';
import { answersEn } from '../../../core/messages/answers.en.ts';
import { chartEn } from '../../../core/messages/chart.en.ts';
import { LANGUAGE } from '../words.ts';
import { ANALYSIS_EN } from './messages/analysis.en.ts';
import { ANALYSIS_MORE_EN } from './messages/analysisMore.en.ts';
import { EDITOR_EN } from './messages/editor.en.ts';
import { PAGES_EN } from './messages/pages.en.ts';
import { REPORT_EN } from './messages/report.en.ts';
import { SESSIONS_EN } from './messages/sessions.en.ts';
import { STAFF_EN } from './messages/staff.en.ts';

export const say = speaker(
  {
    ...answersEn,
    ...chartEn,
    ...PAGES_EN,
    ...EDITOR_EN,
    ...SESSIONS_EN,
    ...ANALYSIS_EN,
    ...ANALYSIS_MORE_EN,
    ...REPORT_EN,
    ...STAFF_EN,
  },
  LANGUAGE,
);

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
