/**
 * A report beside the wave before: of that only what was released of it, in every report (docs/decisions/034). Of its
 * recommendations what may be told to those who took part, without a number of people.
 */
import type { Consultation, Wave, Wording } from '../consultation.ts';
import { wordingFor } from '../consultation.ts';
import type { ToldItem, ToldOut } from '../recommendations/told.ts';
import type { Recommendation } from '../recommendations/types.ts';
import type { ReleaseEntry } from '../release/types.ts';
import type { Figure } from '../results.ts';
import { scaleKey, type Scale } from '../scale.ts';
import type { Session } from '../session.ts';
import { yearOf } from '../waves/again.ts';
import { changeOf, type Change } from '../waves/change.ts';
import type { Named } from '../waves/names.ts';
import { EVERYONE, releasedOf, wasOfGone, type BoardThen, type FigureThen } from '../waves/released.ts';
import { wordedDifferently, type Worded } from '../waves/worded.ts';
import { apartOf, goneOf, onlyIn, partThen, type OnlyIn } from './wavesApart.ts';
import { sinceThen } from './wavesSince.ts';

/** A figure of this report, with whom it is about, see `setKey`; null: that cannot be compared. */
export interface PartNow {
  label: string;
  key: string | null;
  figure: Figure;
  /** The date of the release that it is printed from again; null: it is today's. */
  reprinted: string | null;
}

/** The figures of one statement, round and scale in this report. */
export interface BoardNow {
  statement: string;
  round: 1 | 2;
  scale: Scale;
  /** Each version that was put to people. */
  versions: Wording[][];
  /** Null: withheld. */
  whole: Figure | null;
  reprinted: string | null;
  parts: PartNow[];
}

/** What there is of the wave before. */
export interface WaveThen {
  consultation: Consultation;
  sessions: readonly Pick<Session, 'id' | 'date' | 'state' | 'rehearsal' | 'told'>[];
  boards: readonly BoardThen[];
  /** Oldest first. */
  releases: readonly Pick<ReleaseEntry, 'number' | 'date' | 'boards'>[];
  recommendations: readonly Recommendation[];
  /** What went out of them before. */
  out: readonly ToldOut[];
  /** Whether its report tells days. */
  showDates: boolean;
}

export interface WaveSource {
  consultation: Consultation;
  /** Of this report. */
  year: string;
  boards: readonly BoardNow[];
  /** Null: it is not on this laptop. */
  was: WaveThen | null;
}

/** Why a statement is not compared. */
export type WhyNot = keyof typeof WHY;

/** By which message each is said. */
export const WHY = {
  new: 'wave.why.new',
  scale: 'wave.why.scale',
  was: 'wave.why.was',
  now: 'wave.why.now',
  unreleased: 'waves.why.unreleased',
  gone: 'waves.why.gone',
  withheld: 'waves.why.withheld',
  rounds: 'waves.why.rounds',
  untold: 'waves.why.untold',
} as const;

export interface PairThen {
  label: string;
  was: Figure;
  now: Figure;
  change: Change;
  /** Of the release that the figure of then is of. */
  date: string;
  /** See `PartNow`. */
  reprinted: string | null;
}

export interface StatementThen {
  id: string;
  number: number;
  text: string;
  scale: Scale;
  /** Everyone first. */
  pairs: [PairThen, ...PairThen[]];
  /** Parts of this report that had no released figure then; `fresh`: since none of its groups was there. */
  apart: { label: string; fresh: boolean }[];
  /** Groups of parts that were released then and are not told apart in this report. */
  gone: string[][];
  worded: Worded[];
}

export interface WaveReport {
  wave: Wave;
  was: Named;
  now: Named;
  state: 'missing' | 'unreleased' | 'released';
  /** The last release; null: there was none. */
  date: string | null;
  statements: StatementThen[];
  /** Parts that stand on one side and for no statement on the other. */
  only: OnlyIn;
  not: { number: number; text: string; why: WhyNot }[];
  /** Statements of which something was released, and which are not asked any more. */
  dropped: string[];
  /** What somebody was asked for, as it may be told. */
  since: ToldItem[];
  /** What it tells was promised, to be noted with the wave before as it goes out. */
  promised: ToldOut[];
  /** Names of groups by their ids. */
  groups: ReadonlyMap<string, string>;
}

/** @returns null where the consultation repeats none */
export function waveReport(source: WaveSource): WaveReport | null {
  const { consultation, was, year } = source;
  const [wave, ...before] = consultation.waves ?? [];
  if (wave === undefined) return null;
  const n = before.length + 1;
  const report: WaveReport = {
    wave: was === null ? wave : { ...wave, title: was.consultation.title },
    was: { n, year: was === null ? wave.year : yearThen(was) },
    now: { n: n + 1, year },
    state: was === null ? 'missing' : was.releases.length === 0 ? 'unreleased' : 'released',
    date: was?.releases.at(-1)?.date ?? null,
    statements: [],
    only: { was: [], now: [] },
    not: [],
    dropped: [],
    ...(was === null ? { since: [], promised: [] } : sinceThen(was)),
    groups: new Map(
      [...(was?.consultation.groups ?? []), ...consultation.groups].map(({ id, label }) => [id, label]),
    ),
  };
  if (was === null || report.state !== 'released') return report;
  const released = (statement: string): FigureThen[] =>
    releasedOf(
      was.releases,
      was.boards,
      statement,
      was.consultation.groups.map((g) => g.id),
    );
  for (const [i, { id }] of consultation.statements.entries()) {
    const boards = source.boards.filter((b) => b.statement === id);
    const then = released(id);
    // Of what neither tells there is nothing to say.
    if (boards.length === 0 && then.length === 0) continue;
    const text = textOf(consultation, id);
    const found = boards.length === 0 ? 'untold' : comparedOf(boards, then, { consultation, was });
    if (typeof found === 'string') report.not.push({ number: i + 1, text, why: found });
    else report.statements.push({ id, number: i + 1, text, ...found });
  }
  const all = consultation.statements.flatMap(({ id }) => released(id));
  report.only = onlyIn(source.boards, all, report.statements);
  report.dropped = was.consultation.statements
    .filter(({ id }) => !consultation.statements.some((s) => s.id === id) && released(id).length > 0)
    .map(({ id }) => textOf(was.consultation, id));
  return report;
}

/** As its report told it: of the days where it told them, else of the release. */
function yearThen({ sessions, showDates, releases }: WaveThen): string {
  const told = new Set(
    releases.flatMap((r) => r.boards.flatMap((b) => b.figures.flatMap((f) => f.set.sessions))),
  );
  const year = showDates ? yearOf(sessions.filter(({ id }) => told.has(id))) : '';
  return year === '' ? (releases.at(-1)?.date.slice(0, 4) ?? '') : year;
}

function textOf({ statements, languages }: Consultation, id: string): string {
  const wordings = statements.find((s) => s.id === id)?.wordings ?? [];
  return wordingFor(wordings, [], languages[0] ?? 'en')?.text ?? '';
}

/** @param boards of one statement */
function comparedOf(
  boards: readonly BoardNow[],
  released: readonly FigureThen[],
  { consultation, was }: { consultation: Consultation; was: WaveThen },
): Omit<StatementThen, 'id' | 'number' | 'text'> | WhyNot {
  const statement = boards[0]?.statement;
  if (!was.consultation.statements.some(({ id }) => id === statement)) return 'new';
  if (boards.every(({ whole }) => whole === null)) return 'withheld';
  const wholes = released.filter(({ key }) => key === EVERYONE);
  if (wholes.length === 0)
    return wasOfGone(was.releases, was.boards, boards[0]?.statement ?? '') ? 'gone' : 'unreleased';
  const same = (a: Scale, b: Scale): boolean => scaleKey(a) === scaleKey(b);
  // The last round that stands on both sides, after people have talked.
  for (const round of [2, 1] as const)
    for (const now of boards) {
      const before = wholes.find((one) => one.round === round && same(one.scale, now.scale));
      if (now.round !== round || now.whole === null || before === undefined) continue;
      const change = changeOf(before.figure, now.whole);
      if (change === null) return before.figure.n === 0 ? 'was' : 'now';
      const versions = was.boards.filter(
        (b) => b.statement === statement && b.round === round && before.sessions.includes(b.session),
      );
      return {
        scale: withDeclines(now.scale, before.scale),
        pairs: [
          {
            label: '',
            was: before.figure,
            now: withoutThere(now.whole),
            change,
            date: before.date,
            reprinted: now.reprinted,
          },
          ...partsOf(now, before, released),
        ],
        apart: apartOf(now, before, released, consultation, was.consultation),
        gone: goneOf(now, before, released),
        worded: wordedDifferently(
          versions.map(({ wordings }) => wordings),
          now.versions,
        ),
      };
    }
  return whyApart(
    wholes,
    boards.filter((now) => wholes.some((one) => same(one.scale, now.scale))),
  );
}

/** @param boards with answers of which a figure was released */
function whyApart(wholes: readonly FigureThen[], boards: readonly BoardNow[]): WhyNot {
  if (boards.length === 0) return 'scale';
  const isOfThen = ({ round }: BoardNow): boolean => wholes.some((one) => one.round === round);
  return boards.some((now) => !isOfThen(now) && now.whole !== null) && !boards.some(isOfThen)
    ? 'rounds'
    : 'withheld';
}

/** Of who placed nothing the chapter on the statement tells. */
function withoutThere(figure: Figure): Figure {
  return { ...figure, notAnswered: null };
}

function withDeclines(now: Scale, was: Scale): Scale {
  const declines = (['n', 'x'] as const).filter(
    (way) => now.declines.includes(way) || was.declines.includes(way),
  );
  return { ...now, declines };
}

function partsOf(now: BoardNow, before: FigureThen, released: readonly FigureThen[]): PairThen[] {
  return now.parts.flatMap((part): PairThen[] => {
    const was = partThen(part, before, released);
    const change = was === undefined ? null : changeOf(was.figure, part.figure);
    if (was === undefined || change === null) return [];
    return [
      {
        label: part.label,
        was: was.figure,
        now: withoutThere(part.figure),
        change,
        date: was.date,
        reprinted: part.reprinted,
      },
    ];
  });
}
