/** A wave, from a register that is written by hand, and a report beside it. */
import type { EntryBoard, FigureSet } from '../../../core/release/types.ts';
import type { BoardNow, WaveThen } from '../../../core/report/waves.ts';
import { waveReport } from '../../../core/report/waves.ts';
import { figureFrom } from '../../../core/results.ts';
import { DEFAULT_SCALE, type Scale } from '../../../core/scale.ts';
import type { BoardThen } from '../../../core/waves/released.ts';
import { recommendation } from '../../support/recommendations.ts';
import { OFTEN, secondWave, thirdWave } from '../../support/waves.ts';

export const SET = { sessions: ['a'], units: null, others: null };
export const unit = (...groups: string[]) => ({ groups, sessions: [] });
const of = (...groups: string[]): FigureSet => ({
  sessions: ['a'],
  units: [unit(...groups)],
  others: null,
});

export function board(statement: string, sets: FigureSet[], parents: number[], staff: number[]): EntryBoard {
  const atom = (membership: string, cells: number[]) => ({ session: 'a', membership, cells, there: null });
  return {
    statement,
    round: 1,
    figures: sets.map((set) => ({ set, there: false })),
    atoms: [atom('parents', parents), atom('staff', staff)],
  };
}

export const asked = (statement: string, scale: Scale = DEFAULT_SCALE, text = 'As today'): BoardThen => ({
  session: 'a',
  statement,
  round: 1,
  scale,
  wordings: [{ group: null, lang: 'en', text }],
});

export const FIRST = {
  number: 1,
  date: '2025-06-01',
  boards: [
    board('listen', [SET, of('parents'), of('staff')], [1, 2, 3, 4, 5, 1, 0], [5, 0, 0, 0, 5, 0, 0]),
    board('ask', [SET], [4, 3, 2, 1, 0, 0, 0], [0, 0, 0, 0, 10, 0, 0]),
    board('letters', [SET], [4, 3, 2, 1, 0, 0, 0], [0, 0, 0, 0, 10, 0, 0]),
  ],
};
export const SECOND = {
  number: 2,
  date: '2025-09-01',
  boards: [board('listen', [SET, of('parents')], [1, 2, 3, 4, 8, 1, 0], [5, 0, 0, 0, 5, 0, 0])],
};

export const answered = (...codes: number[]) => figureFrom(codes, DEFAULT_SCALE);
const THIRD_OFTEN = figureFrom([1, 2, 3, 4, 4], OFTEN);

export function now(statement: string, change: Partial<BoardNow> = {}): BoardNow {
  return {
    statement,
    round: 1,
    scale: DEFAULT_SCALE,
    versions: [[{ group: null, lang: 'en', text: 'As today' }]],
    whole: answered(1, 2, 4, 5, 5),
    reprinted: null,
    parts: [
      { label: 'Parents', key: 'parents', figure: answered(4, 5, 5), reprinted: '2026-02-02' },
      { label: 'Workforce and Young people', key: 'staff+young', figure: answered(1, 2), reprinted: null },
      { label: 'Young people', key: 'young', figure: answered(1), reprinted: null },
      { label: 'Tuesday', key: null, figure: answered(1), reprinted: null },
    ],
    ...change,
  };
}

export const THEN: WaveThen = {
  consultation: secondWave(),
  sessions: [{ id: 'a', date: '2025-05-12', state: 'sealed', rehearsal: false }],
  boards: [asked('listen'), asked('ask', DEFAULT_SCALE, 'Other words'), asked('letters')],
  releases: [FIRST, SECOND],
  out: [],
  recommendations: [
    recommendation('r1', { text: 'Ring back', askedOn: '2025-06-02', wordYes: 40, wordOn: '2025-07-01' }),
    recommendation('r2', { text: 'Not asked yet' }),
    recommendation('r3', { text: 'Stays with us', askedOn: '2025-06-02', told: false }),
  ],
  showDates: true,
};
const source = {
  consultation: thirdWave(),
  year: '2026',
  boards: [
    now('listen'),
    now('ask', { parts: [] }),
    now('letters', { scale: OFTEN, whole: THIRD_OFTEN }),
    now('food'),
  ],
};
export const reportOf = (then: WaveThen | null, boards: readonly BoardNow[] = source.boards) => {
  const made = waveReport({ consultation: source.consultation, year: source.year, boards, was: then });
  if (made === null) throw new Error('It repeats nothing.');
  return made;
};
