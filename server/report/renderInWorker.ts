/** The rendering of a report in a thread of its own, which loads while the report is being drafted. */
import { Worker } from 'node:worker_threads';
import type { ReportFormat } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { ReportFile, StepWord } from './render.ts';
import type { RenderNews, RenderOrder } from './worker.ts';

export interface Listener {
  onStep: (done: number, of: number, word: StepWord) => void;
  onFile: (file: ReportFile) => void;
}

/** How it ended. Files that were made before a failure or a cancellation stand. */
export type Ending =
  | { kind: 'done' }
  | { kind: 'cancelled' }
  /** `fault` is for the log; it holds no text of the report. */
  | { kind: 'failed'; format: ReportFormat | null; fault: string };

export interface Rendering {
  /** Never rejects. */
  done: Promise<Ending>;
  /** Ends the thread; `done` tells when it is gone. After the end it does nothing. */
  cancel(): void;
}

/** A thread that is ready, or soon will be, to render one report. */
export interface Renderer {
  /** Renders; once. */
  render(model: ReportModel, listener: Listener): Rendering;
  /** Ends the thread when there is nothing to render after all. Once it renders this does nothing. */
  drop(): void;
}

/**
 * Starts a thread for a report that may still have to be drafted.
 *
 * @param formats in the order in which the files are to come
 */
export function startRenderer(formats: readonly ReportFormat[]): Renderer {
  const order: RenderOrder = { formats };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
  let listener: Listener | null = null;
  let ending: Ending | null = null;
  worker.on('message', (news: RenderNews) => {
    // What was on its way when it was cancelled is not wanted any more.
    if (ending !== null) return;
    if (news.kind === 'step') listener?.onStep(news.done, news.of, news.word);
    else if (news.kind === 'file') listener?.onFile({ format: news.format, bytes: news.bytes });
    else ending = news;
  });
  // The message of an error nobody caught may quote a text of the report: only its kind is told.
  worker.on('error', (error) => {
    const fault = error instanceof Error ? error.name : 'unknown';
    ending ??= { kind: 'failed', format: null, fault };
  });
  const done = new Promise<Ending>((resolve) => {
    worker.on('exit', (code) => {
      resolve(ending ?? { kind: 'failed', format: null, fault: `the thread ended with ${code}` });
    });
  });
  const cancel = (): void => {
    if (ending !== null) return;
    ending = { kind: 'cancelled' };
    void worker.terminate();
  };
  return {
    render(model, told) {
      if (listener !== null) throw new Error('A renderer renders once.');
      listener = told;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(model);
      return { done, cancel };
    },
    drop() {
      if (listener === null) cancel();
    },
  };
}
