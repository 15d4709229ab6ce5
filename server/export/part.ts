/** One file of an export. */

export interface Part {
  /** Path inside the zip. */
  name: string;
  /** Makes it, piece by piece. */
  chunks: () => Chunks;
}

/** What a script that reads the files is told of their names. */
export interface Naming {
  /** Stands before each name. */
  prefix: string;
  sample: boolean;
}

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
