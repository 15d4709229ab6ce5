/** What a figure that is taken away as a picture says beside its bars: its question, how many people, when. */
import type { Line } from '../../../../core/analysis/lines.ts';
import type { ChartRow } from '../../../../core/chart/bars.ts';
import type { ChartPicture } from '../../../../core/chart/picture.ts';
import type { Reach } from '../../../../core/chart/reach.ts';
import { LANGUAGE, sayDate } from '../../words.ts';
import { say } from '../say.ts';
import type { Analysis } from './context.ts';

export interface Pictured {
  line: Line;
  /** Null where there is only one. */
  round: 1 | 2 | null;
  /** Everyone first. */
  rows: readonly ChartRow[];
  reach: Reach;
}

type Here = Pick<Analysis, 'page' | 'view'>;

/** Fits a page of A4 between its margins. */
const WIDTH = 640;

/** The figure as it stands on the page, with everything it needs where it goes alone. */
export function pictureOf(here: Here, { line, round, rows, reach }: Pictured): ChartPicture {
  const { page, view } = here;
  return {
    title: line.statement.text,
    subtitle: [peopleIn(rows), whenOf(here, round)],
    rows: rows.map(({ label, figure: { counts, n } }) => ({ label, figure: { counts, n } })),
    scale: line.statement.scale,
    reach,
    neutral: view.neutral,
    hatched: view.hatched,
    width: WIDTH,
    footer: say(page.sample ? 'pic.footer.sample' : 'pic.footer', { title: page.title }),
    captioned: false,
    lang: LANGUAGE,
  };
}

/** "12 people answered", and how many declined. */
function peopleIn(rows: readonly ChartRow[]): string {
  const everyone = rows[0]?.figure;
  const apart = everyone === undefined ? 0 : everyone.declined.n + everyone.declined.x;
  return say(apart === 0 ? 'pic.people' : 'pic.people.declined', { n: everyone?.n ?? 0, apart });
}

/** The round where there are two, how many sessions are counted, and their dates. */
function whenOf(here: Here, round: 1 | 2 | null): string {
  const dates = datesOf(here);
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  return [
    round === null ? '' : say(`res.round.${round}`),
    say('pic.sessions', { n: dates.length }),
    from === to ? sayDate(from) : say('pic.dates', { from: sayDate(from), to: sayDate(to) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Dates of the sessions that are counted, in order. */
function datesOf({ page, view }: Here): string[] {
  const { sessions } = view.chosen;
  return page.sessions
    .filter((s) => sessions.length === 0 || sessions.includes(s.id))
    .map((s) => s.date)
    .toSorted();
}

/** Date first, plain letters only, so that it sorts and can be sent anywhere. */
export function pictureName(here: Here, { line, round }: Pictured, format: 'png' | 'svg'): string {
  const { page } = here;
  const plain = page.title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const parts = [
    datesOf(here).at(-1) ?? '',
    plain,
    `statement-${line.number}`,
    round === null ? '' : `round-${round}`,
  ];
  return `${page.sample ? 'SAMPLE_' : ''}${parts.filter((part) => part !== '').join('_')}_CONFIDENTIAL-TEAM-ONLY.${format}`;
}
