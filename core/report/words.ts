/** The report's words in its language. */
import { listsIn, speaker } from '../message.ts';
import type { Say } from '../message.ts';
import { answersEn } from '../messages/answers.en.ts';
import { chartEn } from '../messages/chart.en.ts';
import { numbersEn } from '../messages/numbers.en.ts';
import { reportEn } from '../messages/report.en.ts';
import { reportAfterEn } from '../messages/reportAfter.en.ts';
import { reportChecksEn } from '../messages/reportChecks.en.ts';
import { reportFiguresEn } from '../messages/reportFigures.en.ts';
import { reportStatisticsEn } from '../messages/reportStatistics.en.ts';
import { reportStudiesEn } from '../messages/reportStudies.en.ts';
import { reportTalkEn } from '../messages/reportTalk.en.ts';
import { reportWavesEn } from '../messages/reportWaves.en.ts';
import { statisticsEn } from '../messages/statistics.en.ts';
import { wavesEn } from '../messages/waves.en.ts';
import type { ReportDocument } from './document.ts';

const en = {
  ...answersEn,
  ...chartEn,
  ...numbersEn,
  ...reportEn,
  ...reportFiguresEn,
  ...reportAfterEn,
  ...reportChecksEn,
  ...reportStatisticsEn,
  ...reportStudiesEn,
  ...reportTalkEn,
  ...reportWavesEn,
  ...statisticsEn,
  ...wavesEn,
} as const;
export type SayReport = Say<typeof en>;

const CATALOGUES = { en: { lang: 'en-GB', catalogue: en } } as const satisfies Record<
  ReportDocument['language'],
  unknown
>;

/** What makes the words of one report. */
export interface Speech {
  /** BCP 47 tag. */
  lang: string;
  say: SayReport;
  /** "1, 2 and 3". */
  list: (items: readonly string[]) => string;
  /** "1, 2 or 3". */
  either: (items: readonly string[]) => string;
  /** "3 March 2026" of YYYY-MM-DD; anything else as it was written. */
  date: (date: string) => string;
}

/** The words of a report in its language. */
export function speechOf(language: ReportDocument['language']): Speech {
  const { lang, catalogue } = CATALOGUES[language];
  const lists = listsIn(lang, 'conjunction');
  const choices = listsIn(lang, 'disjunction');
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    lang,
    say: speaker(catalogue, lang),
    list: (items) => lists.format(items),
    either: (items) => choices.format(items),
    date: (date) => (isDate(date) ? dates.format(new Date(`${date}T00:00:00Z`)) : date),
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** A sentence begins with a capital; scripts without capitals stay as they are. */
export function capital(text: string, lang: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(lang) + text.slice(first.length);
}

/** A sentence that goes on after a colon; scripts without capitals stay as they are. */
export function small(text: string, lang: string): string {
  const [first = ''] = text;
  return first.toLocaleLowerCase(lang) + text.slice(first.length);
}

/** A statement within quotation marks inside a sentence: its own full stop would end the sentence. */
export function inQuotes(text: string): string {
  return text.trim().replace(/(?<![.…])\.$/u, '');
}
