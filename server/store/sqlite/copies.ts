/**
 * Long work on the large file of a running session, in a thread of its own: what writes the file goes on. Each rejects with what SQLite or the system threw, and can be asked again.
 */
import { keptThread } from '../../keptThread.ts';

/** `file` is the database of the session, which the asking thread has open. */
export type CopyOrder =
  | { do: 'take over'; file: string }
  | { do: 'copy'; file: string; to: string; drop: readonly string[] };

/** All it does is done by SQLite. */
const MEMORY = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 };

const thread = keptThread<CopyOrder>(new URL('./copyThread.ts', import.meta.url), MEMORY);

/** Takes over into the file what is in its write-ahead log, without holding up anybody. */
export async function takeOver(file: string): Promise<void> {
  await thread.ask({ do: 'take over', file });
}

/**
 * Copies what is committed and flushes the copy, as `copyInto` does; others may write meanwhile.
 *
 * @param to what is there stays until the copy is whole; others on the machine cannot read it
 * @param drop older files that go as soon as this one is whole
 */
export async function copy(file: string, to: string, drop: readonly string[]): Promise<void> {
  await thread.ask({ do: 'copy', file, to, drop });
}
