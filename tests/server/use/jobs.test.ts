import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { LIMITS, TIMES } from '../../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import type { JobState } from '../../../core/api.ts';
import { makeJobs, type JobDesk, type JobResult } from '../../../server/use/jobs.ts';

let made = 0;
const faults: unknown[] = [];
const fresh = () =>
  makeJobs(
    () => `job-${(made += 1)}`,
    (error) => void faults.push(error),
  );

const file = (name: string, bytes = 3) => ({ name, bytes: new Uint8Array(bytes) });
const whole: JobResult = { files: [file('a.docx')], refusal: null };

function started(state: JobState | Refusal): string {
  if (isRefusal(state)) throw new Error(state.refusal);
  return state.id;
}

/** Work that waits until it is told to go on. */
function waiting() {
  const gate = Promise.withResolvers<void>();
  const desk = Promise.withResolvers<JobDesk>();
  return {
    go: gate.resolve,
    desk: desk.promise,
    work: async (given: JobDesk): Promise<JobResult> => {
      desk.resolve(given);
      await gate.promise;
      given.signal.throwIfAborted();
      return whole;
    },
  };
}

const settled = () => new Promise((done) => setImmediate(done));
afterEach(() => void jest.useRealTimers());

describe('long work', () => {
  test('P5 says what it does, and gives its files only when it is done', async () => {
    const jobs = fresh();
    const one = waiting();
    const id = started(jobs.start(one.work));
    (await one.desk).step('Charts: 12 of 40', 12, 40);
    expect(jobs.state(id)).toMatchObject({ state: 'running', step: 'Charts: 12 of 40', done: 12, of: 40 });
    expect(jobs.file(id, 'a.docx')).toMatchObject({ refusal: 'no-such-job' });
    one.go();
    await settled();
    expect(jobs.state(id)).toMatchObject({ state: 'done', done: 40, files: [{ name: 'a.docx', bytes: 3 }] });
    expect(jobs.file(id, 'a.docx')).toEqual(file('a.docx'));
    expect(jobs.file(id, 'b.docx')).toMatchObject({ refusal: 'no-such-job', where: 'file' });
    expect(jobs.state('none')).toMatchObject({ refusal: 'no-such-job' });
    await jobs.stop();
  });

  test('P5 leaves nothing when it is cancelled, and cannot be cancelled once it is being kept', async () => {
    const jobs = fresh();
    const one = waiting();
    const id = started(jobs.start(one.work));
    await one.desk;
    expect(jobs.cancel(id)).toMatchObject({ state: 'stopping' });
    one.go();
    await settled();
    expect(jobs.state(id)).toMatchObject({ state: 'cancelled', files: [], refusal: null });

    const two = waiting();
    const kept = started(jobs.start(two.work));
    (await two.desk).commit();
    expect(jobs.cancel(kept)).toMatchObject({ state: 'running' });
    two.go();
    await settled();
    expect(jobs.state(kept)).toMatchObject({ state: 'done' });
    expect(jobs.cancel(kept)).toMatchObject({ state: 'done' });
    await jobs.stop();
    expect(jobs.state(kept)).toMatchObject({ refusal: 'no-such-job' });
  });

  test('P5 keeps what was made before a failure, tells a refusal, and reports a fault', async () => {
    const jobs = fresh();
    const half = started(jobs.start(async () => ({ ...whole, refusal: refuse('fault', 'pdf') })));
    const refused = started(jobs.start(async () => refuse('changed-elsewhere')));
    await settled();
    const broken = started(jobs.start(() => Promise.reject(new Error('broken'))));
    await settled();
    expect(jobs.state(half)).toMatchObject({
      state: 'failed',
      files: [{ name: 'a.docx' }],
      refusal: { refusal: 'fault', where: 'pdf' },
    });
    expect(jobs.state(refused)).toMatchObject({ state: 'failed', refusal: { refusal: 'changed-elsewhere' } });
    expect(jobs.state(broken)).toMatchObject({ state: 'failed', files: [], refusal: { refusal: 'fault' } });
    expect(faults).toEqual([new Error('broken')]);
    await jobs.stop();
  });

  test('P5 takes only so much at once, and forgets the oldest files and all after an hour', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const jobs = fresh();
    const running = Array.from({ length: LIMITS.jobsAtOnce }, waiting);
    for (const { work } of running) started(jobs.start(work));
    expect(jobs.start(async () => whole)).toMatchObject({ refusal: 'too-fast' });
    for (const { go } of running) go();
    await settled();
    const ids: string[] = [];
    for (let i = 0; i <= LIMITS.jobsKept; i += 1) {
      ids.push(started(jobs.start(async () => whole)));
      await settled();
    }
    expect(jobs.state(ids[0] ?? '')).toMatchObject({ refusal: 'no-such-job' });
    expect(jobs.state(ids[1] ?? '')).toMatchObject({ state: 'done' });
    const large = started(
      jobs.start(async () => ({ files: [file('b', LIMITS.jobBytesKept)], refusal: null })),
    );
    await settled();
    expect(jobs.state(large)).toMatchObject({ state: 'done' });
    expect(jobs.state(ids.at(-1) ?? '')).toMatchObject({ refusal: 'no-such-job' });
    jest.advanceTimersByTime(TIMES.jobFilesMs);
    expect(jobs.state(large)).toMatchObject({ refusal: 'no-such-job' });
    await jobs.stop();
  });

  test('F16 what was cancelled takes its place, and is waited for, until its work has really ended', async () => {
    const jobs = fresh();
    const many = Array.from({ length: LIMITS.jobsAtOnce }, waiting);
    const ids = many.map(({ work }) => started(jobs.start(work)));
    await Promise.all(many.map(({ desk }) => desk));
    for (const id of ids) expect(jobs.cancel(id)).toMatchObject({ state: 'stopping' });
    expect([jobs.running(), jobs.state(ids[0] ?? '')]).toMatchObject([
      LIMITS.jobsAtOnce,
      { state: 'stopping' },
    ]);
    expect(jobs.start(async () => whole)).toMatchObject({ refusal: 'too-fast' });
    expect(jobs.cancel(ids[0] ?? '')).toMatchObject({ state: 'stopping' });
    many[0]?.go();
    await settled();
    expect(jobs.state(ids[0] ?? '')).toMatchObject({ state: 'cancelled', files: [] });
    // However much ends meanwhile, the other is not forgotten while it works.
    for (let i = 0; i <= LIMITS.jobsKept; i += 1) {
      started(jobs.start(async () => whole));
      await settled();
    }
    expect(jobs.state(ids[1] ?? '')).toMatchObject({ state: 'stopping' });
    let stopped = false;
    const stopping = jobs.stop().then(() => (stopped = true));
    await settled();
    expect([stopped, jobs.start(async () => whole)]).toMatchObject([false, { refusal: 'too-fast' }]);
    many[1]?.go();
    await stopping;
    expect(jobs.running()).toBe(0);
  });

  test('F16 T3 what a device ordered takes its place after its access has ended, until its work has', async () => {
    const jobs = fresh();
    let here = true;
    let tell: () => void = () => undefined;
    const owner = {
      holds: () => here,
      onEnd: (told: () => void) => {
        tell = told;
        return () => undefined;
      },
    };
    const one = waiting();
    const id = started(jobs.start(one.work, owner));
    await one.desk;
    here = false;
    tell();
    expect([jobs.running(), jobs.state(id)]).toMatchObject([1, { refusal: 'no-such-job' }]);
    one.go();
    await settled();
    expect(jobs.running()).toBe(0);
    await jobs.stop();
  });

  test('T3 what is being kept as its owner leaves is finished, and then nobody has its files; new work is not begun', async () => {
    const jobs = fresh();
    let here = true;
    const told = new Set<() => void>();
    const owner = {
      holds: () => here,
      onEnd: (tell: () => void) => {
        told.add(tell);
        return () => void told.delete(tell);
      },
    };
    const one = waiting();
    const id = started(jobs.start(one.work, owner));
    const desk = await one.desk;
    desk.commit();
    here = false;
    for (const tell of told) tell();
    expect(desk.signal.aborted).toBe(false);
    expect(jobs.state(id)).toMatchObject({ refusal: 'no-such-job' });
    expect(jobs.start(async () => whole, owner)).toEqual({ refusal: 'sign-in-needed' });
    one.go();
    await settled();
    here = true;
    expect(jobs.file(id, 'a.docx')).toMatchObject({ refusal: 'no-such-job' });
    const other = started(jobs.start(async () => whole, owner));
    await settled();
    expect(jobs.file(other, 'a.docx')).toEqual(file('a.docx'));
    for (const tell of told) tell();
    expect(jobs.state(other)).toMatchObject({ refusal: 'no-such-job' });
    expect(told.size).toBe(0);
    await jobs.stop();
  });
});
