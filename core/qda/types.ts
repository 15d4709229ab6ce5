/**
 * Qualitative data as programs exchange it (REFI-QDA 1.0): texts, what was marked in them, the codes it was put
 * under, and of whom it is told. Whatever has texts and passages becomes this, and the writer and the reader know
 * nothing else. Ids are any stable names: the file has a GUID made from each (`guid`), and one that is a GUID stays.
 */

export interface QdaProject {
  name: string;
  /** The program that made it. */
  origin: string;
  description: string;
  /** YYYY-MM-DD. Nothing here has a finer time. */
  day: string;
  codes: readonly QdaCode[];
  sources: readonly QdaSource[];
  cases: readonly QdaCase[];
}

export interface QdaCode {
  id: string;
  name: string;
  /** `#rrggbb`; empty: none. */
  colour: string;
  description: string;
  /** Something can be put under it; else it only holds others. */
  codable: boolean;
  /** Those nested under it. */
  codes: readonly QdaCode[];
}

export interface QdaSource {
  id: string;
  name: string;
  description: string;
  /** The day it is from, as YYYY-MM-DD. */
  day: string;
  /** Lines end by LF; what does not is changed, and selections go with it. */
  text: string;
  attributes: readonly QdaAttribute[];
  selections: readonly QdaSelection[];
}

export interface QdaSelection {
  id: string;
  /** In Unicode code points from nought, the end not in it. */
  from: number;
  to: number;
  description: string;
  day: string;
  /** Who marked it. */
  coder: string;
  codings: readonly QdaCoding[];
}

export interface QdaCoding {
  /** Id of a code. */
  code: string;
  /** Who put it there. */
  coder: string;
}

export const ATTRIBUTE_TYPES = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const;

export interface QdaAttribute {
  name: string;
  type: (typeof ATTRIBUTE_TYPES)[number];
  value: string;
}

/** Somebody, or a kind of people, that something is told of. */
export interface QdaCase {
  id: string;
  name: string;
  description: string;
  attributes: readonly QdaAttribute[];
  /** Ids of sources, and of selections. */
  sources: readonly string[];
  selections: readonly string[];
}

/** Makes a GUID of a name, the same one each time; a GUID is itself. */
export type Guid = (name: string) => string;
