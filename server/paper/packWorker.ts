/** The thread in which a pack is set, what is read back, or recommendations, so that a room that is voting does not wait. */
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import type { Answer } from '../keptThread.ts';
import { setCheckSheet, type CheckSheetSource } from './checkSheet.ts';
import { setReadBack } from './readBack.ts';
import type { ReadBackSource } from './readBackParts.ts';
import { setPack, type SetFile } from './setPack.ts';
import type { PackSource } from './source.ts';

/** What it tells: how far it is, then the files. */
export type PackNews = { done: number; of: number } | (Answer & { value: SetFile[] });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const tell = (news: PackNews): void => parentPort?.postMessage(news);
giveWay();
if (parentPort === null) throw new Error('This runs in a thread.');
parentPort.once('message', (source: PackSource | ReadBackSource | CheckSheetSource) => {
  if ('quotes' in source) tell({ value: [{ kind: 'pack', bytes: setReadBack(source) }] });
  else if ('recommendations' in source) tell({ value: [{ kind: 'pack', bytes: setCheckSheet(source) }] });
  else void setPack(source, (done, of) => tell({ done, of })).then((value) => tell({ value }));
});
