/** Starts setting pages of what was picked: looked up anew where it changes meanwhile, and refused for letters without a font. */
import type { JobState } from '../../core/api.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import type { JobDesk, JobResult, JobStart } from './jobs.ts';
import { keptOfWhatStands } from './ofWhatStands.ts';

interface Picked<Source> {
  /** Looks up what was picked as it stands now. */
  picked: () => Promise<Source | Refusal>;
  make: (source: Source, desk: JobDesk) => Promise<JobResult | Refusal>;
  /** The field by which letters that no font has are refused. */
  field: string;
}

export async function printPicked<Source extends object>(
  { store, jobs }: { store: Store; jobs: JobStart },
  { picked, make, field }: Picked<Source>,
): Promise<JobState | Refusal> {
  // It reads the fonts, and loads what draws for that.
  const { noFont, textsIn } = await import('../report/noFont.ts');
  const { words, called } = await noFont();
  const read = async (): Promise<Source | Refusal> => {
    const source = await picked();
    if (isRefusal(source)) return source;
    const lost = words(textsIn(source));
    return lost.size > 0 ? refuse('no-letters', field, called(lost).join(', ')) : source;
  };
  const first = await read();
  if (isRefusal(first)) return first;
  return jobs.start((desk) =>
    keptOfWhatStands(store, { signal: desk.signal, read, make: (source) => make(source, desk) }),
  );
}
