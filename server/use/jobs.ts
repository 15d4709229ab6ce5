/**
 * Long work: writing a report takes seconds, survives a reload of the page by its id, says what it is
 * doing, and can be cancelled. Files are held in memory only, for a while. What another device ordered ends with
 * its access.
 */
import type { JobState } from '../../core/api.ts';
import { LIMITS, TIMES } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { refusalFor } from './unexpected.ts';

export interface JobFile {
  name: string;
  bytes: Uint8Array;
}

/** What a piece of work is given. */
export interface JobDesk {
  /** Aborted when the work is cancelled; it then ends by throwing whatever it likes. */
  signal: AbortSignal;
  /** Says what is being done: words, and how much of how much. */
  step(words: string, done: number, of: number): void;
  /**
   * Work that must not be half done begins: from here on it cannot be cancelled any more. Throws when it
   * has been cancelled already.
   */
  commit(): void;
}

/** What came of the work. A refusal beside files tells what failed after they were made. */
export interface JobResult {
  files: JobFile[];
  refusal: Refusal | null;
}

export type JobWork = (desk: JobDesk) => Promise<JobResult | Refusal>;

/** The sign-in that ordered the work. */
export interface JobOwner {
  holds(): boolean;
  /** Calls `told` once it has ended, until the function that comes back is called. */
  onEnd(told: () => void): () => void;
}

export interface Jobs {
  /** How many are under way, those that were cancelled and whose work has not ended yet among them. */
  running: () => number;
  /**
   * Refused as `too-fast` while as many as may be run already, or once no more are taken.
   *
   * @param owner when this sign-in ends the work is cancelled, and what came of it is forgotten; null: it goes on.
   * Refused as `sign-in-needed` when it has ended already.
   */
  start(work: JobWork, owner?: JobOwner | null): JobState | Refusal;
  state(id: string): JobState | Refusal;
  /** Stops a running job, which is `stopping` until its work has ended; nothing of it stays. One that has ended is left as it is. */
  cancel(id: string): JobState | Refusal;
  file(id: string, name: string): JobFile | Refusal;
  /** Takes no more, cancels everything, forgets all files, and waits until the work has ended. */
  stop(): Promise<void>;
}

/** For work that is ordered and not looked after. */
export type JobStart = Pick<Jobs, 'start'>;

interface Job {
  state: JobState;
  abort: AbortController;
  committed: boolean;
  files: JobFile[];
  timer: NodeJS.Timeout | null;
  owner: JobOwner | null;
  leaveOwner: () => void;
  ended: Promise<void>;
}

/** Cancelled or not, until its work has ended it takes its place, and nothing is closed under it. */
const isUnderWay = ({ state: { state } }: Job): boolean => state === 'running' || state === 'stopping';

/**
 * @param newId makes a random id
 * @param fault told of unexpected errors
 */
export function makeJobs(newId: () => string, fault: (error: unknown) => void): Jobs {
  const jobs = new Map<string, Job>();
  let closed = false;

  const forget = (id: string): void => {
    const job = jobs.get(id);
    if (job?.timer) clearTimeout(job.timer);
    job?.leaveOwner();
    jobs.delete(id);
  };
  /** The oldest that have ended go when there are too many, or their files are too large together. */
  const tidy = (): void => {
    const ended = [...jobs].filter(([, job]) => !isUnderWay(job));
    let bytes = 0;
    for (const [i, [id, job]] of ended.toReversed().entries()) {
      bytes += job.files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
      if (i >= LIMITS.jobsKept || (i > 0 && bytes > LIMITS.jobBytesKept)) forget(id);
    }
  };
  const isOver = ({ owner }: Job): boolean => owner !== null && !owner.holds();
  const end = (id: string, job: Job, change: Partial<JobState>, files: JobFile[]): void => {
    if (isOver(job)) return forget(id);
    job.files = files;
    const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength }));
    job.state = { ...job.state, ...change, files: listed };
    job.timer = setTimeout(() => forget(id), TIMES.jobFilesMs);
    job.timer.unref();
    tidy();
  };
  const run = async (id: string, job: Job, work: JobWork): Promise<void> => {
    const { signal } = job.abort;
    try {
      const result = await work({
        signal,
        step: (step, done, of) => {
          job.state = { ...job.state, step, done, of };
        },
        commit: () => {
          signal.throwIfAborted();
          job.committed = true;
        },
      });
      if (signal.aborted) return end(id, job, { state: 'cancelled' }, []);
      const { files, refusal } = isRefusal(result) ? { files: [], refusal: result } : result;
      const { of } = job.state;
      const done = refusal === null ? { state: 'done' as const, done: of } : { state: 'failed' as const };
      end(id, job, { ...done, refusal }, files);
    } catch (error) {
      if (signal.aborted) return end(id, job, { state: 'cancelled' }, []);
      end(id, job, { state: 'failed', refusal: refusalFor(error, fault) }, []);
    }
  };

  const known = <T>(id: string, give: (job: Job) => T): T | Refusal => {
    const job = jobs.get(id);
    return job === undefined || isOver(job) ? refuse('no-such-job') : give(job);
  };
  const cancel = (job: Job): JobState => {
    if (job.state.state !== 'running' || job.committed) return job.state;
    job.abort.abort();
    job.state = { ...job.state, state: 'stopping' };
    return job.state;
  };
  /** What must not be half done is finished, and then forgotten. */
  const ownerLeft = (id: string, job: Job): void => {
    if (isUnderWay(job)) cancel(job);
    else forget(id);
  };
  const underWay = (): number => [...jobs.values()].filter(isUnderWay).length;
  return {
    running: underWay,
    start: (work, owner = null) => {
      if (owner !== null && !owner.holds()) return refuse('sign-in-needed');
      if (closed || underWay() >= LIMITS.jobsAtOnce) return refuse('too-fast', 'jobs');
      const id = newId();
      const job: Job = {
        state: { id, state: 'running', step: '', done: 0, of: 0, files: [], refusal: null },
        abort: new AbortController(),
        committed: false,
        files: [],
        timer: null,
        owner,
        leaveOwner: () => undefined,
        ended: Promise.resolve(),
      };
      jobs.set(id, job);
      if (owner !== null) job.leaveOwner = owner.onEnd(() => ownerLeft(id, job));
      job.ended = run(id, job, work);
      return job.state;
    },
    state: (id) => known(id, (job) => job.state),
    cancel: (id) => known(id, cancel),
    file: (id, name) =>
      known(id, (job) => job.files.find((file) => file.name === name) ?? refuse('no-such-job', 'file')),
    stop: async () => {
      closed = true;
      for (const job of jobs.values()) cancel(job);
      await Promise.all([...jobs.values()].map((job) => job.ended));
      for (const id of jobs.keys()) forget(id);
    },
  };
}
