/** Rows of the waves of a consultation: counts of each statement that was asked on the same scale, then and now. */
import { scaleOf, type Consultation, type Statement, type Wording } from '../../core/consultation.ts';
import { figureOf } from '../../core/results.ts';
import { answerLabel, points, scaleKey, type Answer, type Scale } from '../../core/scale.ts';
import { yearOf } from '../../core/waves/again.ts';
import { wordedDifferently } from '../../core/waves/worded.ts';
import type { SealedBoard, SessionFigures, Snapshot } from '../store/store.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';

/** A wave with its counts. */
export interface WaveCounts extends Pick<SessionFigures, 'boards' | 'tallies'> {
  /** 1 for the first of all. */
  n: number;
  title: string;
  year: string;
  groups: readonly string[];
}

/** Earlier waves that are here and have a finished session, the first one first. */
export async function earlierWaves(snapshot: Snapshot, { waves = [] }: Consultation): Promise<WaveCounts[]> {
  const found: WaveCounts[] = [];
  for (const [i, { id }] of waves.entries()) {
    const stored = await snapshot.consultation(id);
    if (stored === null) continue;
    const sessions = (await snapshot.sessions(id)).filter((s) => s.state === 'sealed' && !s.rehearsal);
    if (sessions.length === 0) continue;
    const { boards, tallies } = await snapshot.figures(sessions.map((s) => s.id));
    const { title, groups } = stored.consultation;
    const year = yearOf(sessions);
    found.push({ n: waves.length - i, title, year, groups: groups.map((g) => g.id), boards, tallies });
  }
  return found.toReversed();
}

export function hasWaves({ waves = [] }: ExportSource): boolean {
  return waves.length > 0;
}

export async function waveRows(source: ExportSource, codes: Codes): Promise<Cell[][]> {
  if (!hasWaves(source)) return [];
  const { consultation, waves = [] } = source;
  const now = await presentWave(source);
  return consultation.statements.flatMap((statement) => {
    const scale = scaleIn(now, statement, scaleOf(consultation, statement));
    return [...waves, now].flatMap((wave) => rowsOf({ wave, now, statement, scale }, consultation, codes));
  });
}

async function presentWave(source: ExportSource): Promise<WaveCounts> {
  const { consultation, sessions } = source;
  const all: SessionFigures[] = [];
  for (const { id } of sessions) all.push(await source.figuresOf(id));
  return {
    n: (consultation.waves?.length ?? 0) + 1,
    title: consultation.title,
    year: yearOf(sessions),
    groups: consultation.groups.map((g) => g.id),
    boards: all.flatMap(({ boards }) => boards),
    tallies: all.flatMap(({ tallies }) => tallies),
  };
}

/** The scale of today where it was used, else the first that was: others are not put together with it. */
function scaleIn({ boards }: WaveCounts, { id }: Statement, today: Scale): Scale {
  const own = boards.filter((b) => b.statement === id);
  if (own.length === 0 || own.some((b) => scaleKey(b.scale) === scaleKey(today))) return today;
  return own[0]?.scale ?? today;
}

interface Asked {
  wave: WaveCounts;
  now: WaveCounts;
  statement: Statement;
  scale: Scale;
}

function rowsOf(asked: Asked, { groups }: Consultation, codes: Codes): Cell[][] {
  const { wave, now, statement, scale } = asked;
  const boards = boardsOf(wave, asked);
  const versions = (own: readonly SealedBoard[]): Wording[][] => own.map(({ wordings }) => wordings);
  const differs = wordedDifferently(versions(boards), versions(boardsOf(now, asked))).length > 0;
  const places = new Set(boards.map(placeOf));
  const tallies = wave.tallies.filter((row) => row.statement === statement.id && places.has(placeOf(row)));
  const parts = [null, ...groups.map((g) => g.id).filter((id) => wave.groups.includes(id))];
  return ([1, 2] as const)
    .filter((round) => boards.some((b) => b.round === round))
    .flatMap((round) =>
      parts.flatMap((group) => {
        const choice = {
          sessions: [],
          groups: group === null ? [] : [group],
          statement: statement.id,
          round,
        };
        const { counts, n, declined } = figureOf(tallies, null, choice, scale);
        if (group !== null && n + declined.n + declined.x === 0) return [];
        const declines = (['n', 'x'] as const).filter((way) =>
          boards.some((b) => b.scale.declines.includes(way)),
        );
        const answers: Answer[] = [...Array.from({ length: points(scale) }, (_, i) => i + 1), ...declines];
        return answers.map((answer): Cell[] => [
          wave.n,
          wave.title,
          wave.year === '' ? null : wave.year,
          codes.statement(statement.id),
          wave !== now && differs ? 1 : 0,
          round,
          group === null ? null : codes.groups([group]),
          codes.scale(scale),
          typeof answer === 'number' ? answer : null,
          answerLabel(scale, answer),
          typeof answer === 'number' ? null : answer,
          typeof answer === 'number' ? (counts[answer - 1] ?? 0) : declined[answer],
        ]);
      }),
    );
}

function boardsOf({ boards }: WaveCounts, { statement, scale }: Asked): SealedBoard[] {
  return boards.filter((b) => b.statement === statement.id && scaleKey(b.scale) === scaleKey(scale));
}

const placeOf = (row: { session: string; round: 1 | 2 }): string => `${row.session} ${row.round}`;
