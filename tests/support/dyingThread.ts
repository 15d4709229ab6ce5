/** The thread that writes to running sessions, and dies when a test says so. */
import { Worker } from 'node:worker_threads';

export interface DyingThread {
  /** The next commit ends it: before it was carried out, or after, so that its answer is lost. */
  next: (when: 'before' | 'after') => void;
  /** Each commit ends it before it is carried out, until this is called with false. */
  always: (dies: boolean) => void;
  /** Threads are as they were. */
  stop: () => void;
}

export function dyingThread(): DyingThread {
  const own = Worker.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- each is called on its own thread
  const { postMessage, emit } = own;
  let when: 'before' | 'after' | null = null;
  let always = false;
  /** Answers that each thread still owes, and which of them is never to arrive. */
  const owes = new WeakMap<Worker, number>();
  const lost = new WeakMap<Worker, number>();
  own.postMessage = function post(this: Worker, order: { do?: string }) {
    const dies = order.do === 'commit' ? when : null;
    if (order.do === 'commit') when = null;
    if (dies === 'before' || (always && order.do === 'commit')) return void this.terminate();
    owes.set(this, (owes.get(this) ?? 0) + 1);
    if (dies === 'after') lost.set(this, owes.get(this) ?? 0);
    return postMessage.call(this, order);
  } as Worker['postMessage'];
  own.emit = function told(this: Worker, ...what: [name: string, value: unknown]) {
    if (what[0] !== 'message') return emit.apply(this, what as never);
    owes.set(this, (owes.get(this) ?? 0) - 1);
    const left = lost.get(this);
    if (left !== undefined) lost.set(this, left - 1);
    if (left !== 1) return emit.apply(this, what as never);
    void this.terminate();
    return true;
  } as Worker['emit'];
  return {
    next: (at) => void (when = at),
    always: (dies) => void (always = dies),
    stop: () => {
      own.postMessage = postMessage;
      own.emit = emit;
    },
  };
}
