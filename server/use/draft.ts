/**
 * A report as it stands today, worked out in a thread: holding a release against all earlier ones takes
 * seconds where there are many sessions, in which no phone would be answered.
 */
import type { ReleaseCheck } from '../../core/api.ts';
import type { ToldOut } from '../../core/recommendations/told.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { MadeTexts } from '../../core/report/texts.ts';
import type { ReleasePlan } from '../../core/release/types.ts';
import type { Release, Store } from '../store/store.ts';
import type { Imprint } from './reportModel.ts';
import { keptOnSnapshot } from './thread.ts';

/** The next release, or the last one once more where nothing has changed since. */
export interface Draft {
  imprint: Imprint;
  model: ReportModel;
  hash: string;
  /** Nothing has changed since the last release, and the model is that one's. */
  same: boolean;
  check: ReleaseCheck;
  entry: ReleasePlan['entry'];
  /** Participants' word on recommendations that it prints. */
  word: ToldOut[];
  /** What it tells of promises of the wave before; null: nothing. */
  wordThen: { consultation: string; out: ToldOut[] } | null;
}

export interface DraftTask {
  want: 'draft' | 'made' | 'team';
  consultation: string;
  /** YYYY-MM-DD. */
  today: string;
  approvedBy: Release['approvedBy'];
}

type Answers = { draft: Draft; made: MadeTexts; team: ReportModel };

/** Drafts reports of one store. */
export interface Drafts {
  /**
   * @param want `draft`: the release; `made`: its made texts only; `team`: the team's own report
   * @returns refused where there is no such consultation, and for a draft and the team where no session is
   *   finished or all that were chosen have been removed
   */
  draft<W extends DraftTask['want']>(want: W, task: Omit<DraftTask, 'want'>): Promise<Answers[W] | Refusal>;
  stop(): Promise<void>;
}

/**
 * The thread stays a while: whoever opens a report has it checked, looks at it and orders its files, and
 * half of a draft's time is the loading of the thread.
 */
export function makeDrafts(store: Store): Drafts {
  const thread = keptOnSnapshot(store, new URL('draftWorker.ts', import.meta.url));
  return {
    draft: async <W extends DraftTask['want']>(want: W, task: Omit<DraftTask, 'want'>) =>
      (await thread.ask({ ...task, want })) as Answers[W] | Refusal,
    stop: thread.stop,
  };
}
