/** Errors of the stick, told apart from those of the laptop's own disk, on which answers are saved. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import { isDiskFull } from '../store/diskFull.ts';

/** The stick did not take something. What the system said is the cause. */
export class StickFailed extends Error {
  constructor(cause: unknown) {
    super('the stick could not be written', { cause });
  }
}

/** The laptop opens no more files, whichever disk they are on. */
const OF_THE_LAPTOP = new Set(['EMFILE', 'ENFILE']);
const LOCKED = new Set(['EROFS', 'EACCES', 'EPERM']);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Waits for work on the stick; what the system says against it is the stick's. */
export async function onStick<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StickFailed || OF_THE_LAPTOP.has(codeOf(error))) throw error;
    throw new StickFailed(error);
  }
}

/** Does what needs the stick; where it does not take something, says in one refusal what is wrong with it. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StickFailed)) throw error;
    if (isDiskFull(error)) return refuse('stick-full', 'folder');
    return refuse(LOCKED.has(codeOf(error.cause)) ? 'stick-read-only' : 'stick-failed', 'folder');
  }
}
