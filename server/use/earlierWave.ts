/** What a report knows of the wave before: its register, and what may be told of its recommendations. */
import type { Consultation } from '../../core/consultation.ts';
import { newReport, prints } from '../../core/report/document.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { PublishedStatement } from '../../core/report/input.ts';
import type { BoardNow, PartNow, WaveReport, WaveThen } from '../../core/report/waves.ts';
import { waveReport } from '../../core/report/waves.ts';
import { partName } from '../../core/release/words.ts';
import type { ReleasePlan, ReleaseUnit } from '../../core/release/types.ts';
import type { Wording } from '../../core/consultation.ts';
import { scaleKey } from '../../core/scale.ts';
import { yearOf } from '../../core/waves/again.ts';
import { EVERYONE, setKey } from '../../core/waves/released.ts';
import type { Session } from '../../core/session.ts';
import type { SealedBoard, Snapshot } from '../store/store.ts';
import { sealedSessions } from './analysis.ts';

/** @returns null where there is none, or it is not on this laptop */
export async function waveThen(store: Snapshot, { waves }: Consultation): Promise<WaveThen | null> {
  const id = waves?.[0]?.id;
  const stored = id === undefined ? null : await store.consultation(id);
  if (id === undefined || stored === null) return null;
  const { consultation } = stored;
  const sessions = await sealedSessions(store, id);
  const report = (await store.report(id))?.document;
  const releases = await store.releases(id);
  const { list, out } = await store.recommendations.read(id);
  return {
    consultation,
    sessions,
    boards: (await store.figures(sessions.map((s) => s.id))).boards,
    releases: releases.map(({ number, date, entry }) => ({ number, date, boards: entry.boards })),
    recommendations: list,
    out,
    showDates: (report ?? newReport(consultation.floor, consultation.breakdowns)).showDates,
  };
}

interface Present {
  consultation: Consultation;
  document: ReportDocument;
  /** That the report is about. */
  sessions: readonly Session[];
  figures: { boards: readonly SealedBoard[] };
  waveThen: WaveThen | null;
  /** Of the report. */
  date: string;
}

/** Beside the figures of a release, as it was planned. */
export function waveOfRelease(present: Present, plan: Pick<ReleasePlan, 'boards'>): { waves?: WaveReport } {
  const groups = present.consultation.groups.map((g) => g.id);
  return wavesIn(
    present,
    plan.boards.map(({ statement, round, scale, whole, parts }) => ({
      statement,
      round,
      scale,
      whole: whole?.figure ?? null,
      reprinted: dated(whole?.reprinted),
      parts: parts.map(({ names, others, set, figure, reprinted }) => ({
        label: partName(names, others),
        key: setKey(set, groups),
        figure,
        reprinted: dated(reprinted),
      })),
    })),
  );
}

/** The last of those that a figure is printed from again. */
function dated(reprinted: readonly { date: string }[] = []): string | null {
  return reprinted.at(-1)?.date ?? null;
}

/** Beside the figures of the team's own report, whose parts stand as they were chosen. */
export function waveOfTeam(
  present: Present,
  statements: readonly PublishedStatement[],
  units: readonly ReleaseUnit[],
): { waves?: WaveReport } {
  const keys = new Map(
    units.map((unit) => [unit.name, setKey({ units: [unit], others: null }, [])] as const),
  );
  const partOf = ({ label, figure }: PublishedStatement['rounds'][number]['parts'][number]): PartNow => {
    const key = keys.get(label) ?? null;
    return { label, key: key === EVERYONE ? null : key, figure, reprinted: null };
  };
  return wavesIn(
    present,
    statements.flatMap(({ id, scale, rounds }) =>
      rounds.map(({ round, whole, parts }) => ({
        statement: id,
        round,
        scale,
        whole,
        reprinted: null,
        parts: parts.map(partOf),
      })),
    ),
  );
}

function wavesIn(present: Present, boards: readonly Omit<BoardNow, 'versions'>[]): { waves?: WaveReport } {
  const { consultation, document, sessions, figures, date } = present;
  // What is not printed is not worked out either.
  if (!prints(document, 'waves')) return {};
  const chosen = new Set(sessions.map((s) => s.id));
  const versions = (board: Omit<BoardNow, 'versions'>): Wording[][] =>
    figures.boards
      .filter(
        (b) =>
          chosen.has(b.session) &&
          b.statement === board.statement &&
          b.round === board.round &&
          scaleKey(b.scale) === scaleKey(board.scale),
      )
      .map(({ wordings }) => wordings);
  const year = document.showDates ? yearOf(sessions) : '';
  const waves = waveReport({
    consultation,
    year: year === '' ? date.slice(0, 4) : year,
    boards: boards.map((board) => ({ ...board, versions: versions(board) })),
    was: present.waveThen,
  });
  return waves === null ? {} : { waves };
}
