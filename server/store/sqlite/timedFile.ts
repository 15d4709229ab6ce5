/** Commits to the answers of a session, timed for whoever watches the server. */
import { commits } from '../commitMeter.ts';
import { placementsIn } from './liveFile.ts';
import type { WrittenFile } from './writes.ts';

export function timed(file: WrittenFile): Pick<WrittenFile, 'commit'> {
  return {
    commit: async (writes) => {
      const begun = performance.now();
      await file.commit(writes);
      commits.committed(performance.now() - begun, placementsIn(writes));
    },
  };
}
