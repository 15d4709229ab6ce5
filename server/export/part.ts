/** One file of an export. */

export interface Part {
  /** Path inside the zip. */
  name: string;
  /** Makes it, piece by piece. */
  chunks: () => Chunks;
}

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
