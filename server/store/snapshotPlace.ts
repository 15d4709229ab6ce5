/** Reading what is sealed from another thread. */

/** Where a thread of its own opens a snapshot. */
export interface SnapshotPlace {
  /** Address of a module that has `openSnapshot(path): Snapshot`. */
  module: string;
  path: string;
  /** To be called once nothing reads there any more: until then what was removed stays in the log. */
  release(): void;
}
