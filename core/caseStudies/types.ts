/**
 * Case studies: one person's story in the team's words, kept for the consultation and not for a session, since it may
 * be told over several. Two ticks stand beside it: the person's own yes, and a second reader's.
 */

/** How the person came to know the text that they said yes to; empty: they were not asked. */
export type YesHow = '' | 'heard' | 'read';

export interface CaseStudyFields {
  title: string;
  text: string;
  /** Id of a group; empty: not told. */
  group: string;
  gender: string;
  ageBand: string;
  /** A random name of the words above as they stand: another one with each change of them (`applyCaseStudy`). */
  version: string;
  /** Changed names that stand in it. What they were is kept nowhere. */
  names: string[];
  /** Signs of a person that somebody let pass, each with why (`passedEntry`). */
  passed: string[];
  /** Who wrote it, and who read it again: what they are to the team, such as "second reader". */
  writer: string;
  /** The version that the person said yes to; empty: none. */
  yesTo: string;
  /** YYYY-MM-DD */
  yesDay: string;
  yesHow: YesHow;
  /** What their group was called where they said yes: it is printed beside the words. Empty: no group, or not known. */
  yesGroup: string;
  /** The version that a second reader has read; empty: none. */
  readTo: string;
  reader: string;
  readDay: string;
  /** What their group was called then. */
  readGroup: string;
  /** The versions of which a second reader said that somebody would recognise the person. */
  knownTo: string[];
}

/** What is said of these where they were not kept yet: nothing. */
export const NOT_KEPT: Pick<CaseStudyFields, 'yesGroup' | 'readGroup' | 'knownTo'> = {
  yesGroup: '',
  readGroup: '',
  knownTo: [],
};

export interface CaseStudy extends CaseStudyFields {
  id: string;
}

/** What a reader sees of it: the yes and the second reader's tick are to exactly this. */
export const TOLD = ['title', 'text', 'group', 'gender', 'ageBand'] as const;

export const NEW_CASE_STUDY: CaseStudyFields = {
  title: '',
  text: '',
  group: '',
  gender: '',
  ageBand: '',
  version: '',
  names: [],
  passed: [],
  writer: '',
  yesTo: '',
  yesDay: '',
  yesHow: '',
  yesGroup: '',
  readTo: '',
  reader: '',
  readDay: '',
  readGroup: '',
  knownTo: [],
};
