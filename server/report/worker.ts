/** The thread in which a report is rendered, so that the room's server is never held up by it. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import type { ReportFormat } from '../../core/api.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { loadFor, RenderFault, renderReport, type StepWord } from './render.ts';

/** What the thread is started with; the report itself is its one message. */
export interface RenderOrder {
  formats: readonly ReportFormat[];
}

/** What the thread tells. The last is `done` or `failed`. */
export type RenderNews =
  | { kind: 'step'; done: number; of: number; word: StepWord }
  | { kind: 'file'; format: ReportFormat; bytes: Uint8Array }
  | { kind: 'done' }
  | { kind: 'failed'; format: ReportFormat | null; fault: string };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const tell = (news: RenderNews): void => parentPort?.postMessage(news);
giveWay();
if (parentPort === null) throw new Error('This runs in a thread.');
const { formats } = workerData as RenderOrder;
const order = once(parentPort, 'message');

try {
  await loadFor(formats);
  const [model] = (await order) as [ReportModel];
  const hooks = {
    step: (done: number, of: number, word: StepWord): void => tell({ kind: 'step', done, of, word }),
    cancelled: (): boolean => false,
  };
  for await (const { format, bytes } of renderReport(model, formats, hooks))
    tell({ kind: 'file', format, bytes });
  tell({ kind: 'done' });
} catch (error) {
  const format = error instanceof RenderFault ? error.format : null;
  tell({ kind: 'failed', format, fault: error instanceof Error ? error.message : 'unknown' });
}
