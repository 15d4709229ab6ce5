/** Speaks the pages' catalogue, and puts refusals into words. */
import type { Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { speaker } from '../../../core/message.ts';
import { answersEn } from '../../../core/messages/answers.en.ts';
import { chartEn } from '../../../core/messages/chart.en.ts';
import { statisticsEn } from '../../../core/messages/statistics.en.ts';
import { wavesEn } from '../../../core/messages/waves.en.ts';
import { codePoints, mostOf } from '../../../core/text.ts';
import { LANGUAGE, sayDate } from '../words.ts';
import { textAt } from './parts/paths.ts';
import { ALONE_EN } from './messages/alone.en.ts';
import { ANALYSIS_EN } from './messages/analysis.en.ts';
import { ANALYSIS_MORE_EN } from './messages/analysisMore.en.ts';
import { CONCERNS_EN } from './messages/concerns.en.ts';
import { EDITOR_EN } from './messages/editor.en.ts';
import { FIELD_NAMES_EN } from './messages/fieldNames.en.ts';
import { LOCK_EN } from './messages/lock.en.ts';
import { PAGES_EN } from './messages/pages.en.ts';
import { PAPER_PAGE_EN } from './messages/paper.en.ts';
import { PROPOSALS_EN } from './messages/proposals.en.ts';
import { REPORT_EN } from './messages/report.en.ts';
import { RIGHTS_EN } from './messages/rights.en.ts';
import { SESSIONS_EN } from './messages/sessions.en.ts';
import { STAFF_EN } from './messages/staff.en.ts';
import { WAVES_EN } from './messages/waves.en.ts';

export const say = speaker(
  {
    ...answersEn,
    ...chartEn,
    ...statisticsEn,
    ...PAGES_EN,
    ...LOCK_EN,
    ...CONCERNS_EN,
    ...ALONE_EN,
    ...EDITOR_EN,
    ...PROPOSALS_EN,
    ...SESSIONS_EN,
    ...ANALYSIS_EN,
    ...ANALYSIS_MORE_EN,
    ...REPORT_EN,
    ...FIELD_NAMES_EN,
    ...STAFF_EN,
    ...RIGHTS_EN,
    ...PAPER_PAGE_EN,
    ...wavesEn,
    ...WAVES_EN,
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
  if (code === 'two-pages' && detail !== '') return `${REFUSALS[code].wording} ${detail}`;
  if (code === 'no-letters' && known) return say('refusal.letters', { where, detail });
  // Where the others say more, it is for programs.
  return REFUSALS[code].wording;
}

/** Letters of YYYY-MM-DD, with which what the server expects of a day begins. */
const DAY = 10;

/**
 * What is wrong with one field of a document.
 *
 * @param name gives a place in it its plain name
 */
export function faultAt(
  { refusal, where = '', detail = '' }: Refusal,
  document: unknown,
  name: (at: string) => string,
): { where: string; text: string } {
  const field = name(where);
  const most = mostOf(detail);
  if (refusal === 'day-told' || refusal === 'codes-later')
    return { where, text: say(`fault.${refusal}`, { field, date: sayDate(detail.slice(0, DAY)) }) };
  if (refusal !== 'bad-file')
    return { where, text: say('fault.other', { field, words: REFUSALS[refusal].wording }) };
  return {
    where,
    text:
      most === null
        ? say('fault.needs', { field, detail })
        : say('fault.long', { field, n: codePoints(textAt(document, where)), most }),
  };
}
