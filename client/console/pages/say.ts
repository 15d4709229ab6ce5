/** Speaks the pages' catalogue, and puts refusals, dates and lists into words. */
import type { Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusal.ts';
import { speaker } from '../../shared/message.ts';
import { answersEn } from '../../shared/messages/answers.en.ts';
import { chartEn } from '../../shared/messages/chart.en.ts';
import { EDITOR_EN } from './messages/editor.en.ts';
import { PAGES_EN } from './messages/pages.en.ts';
import { SESSIONS_EN } from './messages/sessions.en.ts';

const LANGUAGE = 'en-GB';

export const say = speaker({ ...answersEn, ...chartEn, ...PAGES_EN, ...EDITOR_EN, ...SESSIONS_EN }, LANGUAGE);

/** A refusal with its place and what was expected there; null: nothing answered. */
export function sayRefusal(refusal: Refusal | null): string {
  if (refusal === null) return say('refusal.none');
  const { wording } = REFUSALS[refusal.refusal];
  const { where = '', detail = '' } = refusal;
  if (where !== '' && detail !== '') return say('refusal.place.detail', { wording, where, detail });
  if (where !== '') return say('refusal.place', { wording, where });
  return detail === '' ? wording : say('refusal.detail', { wording, detail });
}

/** What is wrong with one field, beside the field itself. */
export function sayAtField(refusal: Refusal): string {
  return refusal.refusal === 'bad-file' && refusal.detail !== undefined
    ? say('refusal.expected', { detail: refusal.detail })
    : REFUSALS[refusal.refusal].wording;
}

/** 2026-11-22 as "22 November 2026"; anything else as it stands. */
export function sayDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime())
    ? date
    : day.toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** "Parents, young people and staff". */
export function sayList(parts: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(parts);
}
