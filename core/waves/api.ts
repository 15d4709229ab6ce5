/** GET /api/consultations/ID/waves: a consultation beside the waves that it repeats. Working figures for the team. */
import type { AnalysisPage } from '../api.ts';
import type { Wave, Wording } from '../consultation.ts';
import type { Named } from './names.ts';

/** The counts of one wave, and the words that people answered. */
export interface WaveFigures {
  page: AnalysisPage;
  /** Of each statement every version that stands on a board of a finished session. */
  asked: { statement: string; versions: Wording[][] }[];
}

export interface EarlierWave extends Wave, Named {
  /** `missing`: it is not on this laptop. `none`: it is, and no session of it is finished. */
  lacks: 'missing' | 'none' | null;
  figures: WaveFigures | null;
}

export interface WavesPage extends Named {
  title: string;
  sample: boolean;
  figures: WaveFigures;
  /** The latest first. */
  earlier: EarlierWave[];
  /** Waves here that repeat this one, the next first. */
  later: Wave[];
}
