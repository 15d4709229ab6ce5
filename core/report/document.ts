/**
 * What the team writes and chooses for a consultation's report. It is kept beside the consultation and
 * saved as one document; figures are never in it, so that they are always those of the data.
 */

/** A named choice of groups and sessions, such as "Groups 2 and 3". Empty lists mean all. */
export interface Unit {
  id: string;
  name: string;
  groups: string[];
  sessions: string[];
}

/**
 * A text that the program makes from the figures and that the team has changed. `from` is what the
 * program had made when it was last looked at: when that differs from what it makes now, the figures
 * have changed since, and the console says so.
 */
export interface Edited {
  text: string;
  from: string;
}

/** Texts of the report with a made default; a missing key means the default stands. */
export type TextKey = 'summary' | 'changeable' | 'methods' | 'shared' | 'differ' | 'limits' | 'reading';

export interface ReportPicture {
  id: string;
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Base64 of the file. */
  data: string;
  alt: string;
  credit: string;
  /** The people in it, or whoever made it, agreed to its being printed. Without it nothing is printed. */
  consent: boolean;
}

/** A chapter of the team's own. Its text is plain: an empty line parts paragraphs, "- " begins an item. */
export interface Chapter {
  id: string;
  title: string;
  text: string;
  pictures: ReportPicture[];
  /** Where it stands: before the statements, after them, or at the end. */
  place: 'before' | 'after' | 'end';
}

/** How the middle answer is drawn: astride nought, beside the bar, or all answers from 0 to 100 %. */
export type Neutral = 'split' | 'apart' | 'plain';

export interface ReportDocument {
  /** Empty: the consultation's. */
  title: string;
  subtitle: string;
  /** Language of the program's own words in it. */
  language: 'en';
  /** Sealed sessions it is about; empty: all. */
  sessions: string[];
  /** Which figures stand beside the whole: each group, the units below, each session, or none. */
  parts: 'groups' | 'units' | 'sessions' | 'none';
  /** Merges by name, shared with the analysis page. */
  units: Unit[];
  floor: 5 | 8 | 10;
  /** Least number of people who share all that is said of a quote's writer, 3 to 10. */
  quoteFloor: number;
  neutral: Neutral;
  order: 'board' | 'net';
  /** Statistics a reader has to ask for; each prints what it assumes. */
  show: { agreement: boolean; consensus: boolean; intervals: boolean; tests: boolean };
  showDates: boolean;
  showPlaces: boolean;
  /** Who was invited and did not come, as far as is known. */
  notHeard: string;
  texts: Partial<Record<TextKey, Edited>>;
  /** Sentences and texts under a statement, by its id. */
  statements: Record<string, { sentence?: Edited; text?: string }>;
  chapters: Chapter[];
  /** Names and places that the search for personal signs looks for; for the team only. */
  lists: { names: string[]; places: string[] };
  /** The researchers' own words on saturation; absent: not recorded. */
  saturation?: string;
  /** Quotes out of what was said that somebody has looked at; absent: none. */
  points?: PointReview[];
  /** Ids of the case studies that are printed, in their order; absent: none. */
  caseStudies?: string[];
  /** Which checklists are printed; absent: none. */
  checklists?: { coreq: boolean; gripp2: boolean };
  answers?: Partial<Record<ChecklistItem, ItemAnswer>>;
  /** Which chapters on what follows are printed, where there is something to tell; absent: all. */
  follow?: Record<Exclude<FollowChapter, 'waves'>, boolean> & { waves?: boolean };
}

/** Chapters on what follows, in their order. */
export const FOLLOWS = ['waves', 'recommendations', 'followUp', 'heard'] as const;
export type FollowChapter = (typeof FOLLOWS)[number];

/** Whether a report prints such a chapter, if there is anything in it. */
export function prints({ follow }: Pick<ReportDocument, 'follow'>, chapter: FollowChapter): boolean {
  return follow?.[chapter] ?? true;
}

/** What the team decided about one comment for publishing; the comment itself is never changed. */
export interface Review {
  session: string;
  board: number;
  tag: string;
  /** Chosen for quoting. */
  chosen: boolean;
  /** Somebody has read it for signs of a person. Only checked comments are printed. */
  checked: boolean;
  /** The text as it may be printed; null: as it was written, empty: it is not printed. */
  published: string | null;
  /** What was replaced in it, in the order of the text. */
  replacements: { from: string; to: string; kind: string }[];
}

/** Items of the checklists in the appendix (checklist.ts). */
export const CHECKLIST_ITEMS = [
  'facilitator',
  'training',
  'relationship',
  'sampling',
  'approach',
  'size',
  'refused',
  'place',
  'others',
  'sample',
  'guide',
  'recording',
  'notes',
  'duration',
  'saturation',
  'returned',
  'coders',
  'tree',
  'derivation',
  'software',
  'quotes',
  'consistency',
  'major',
  'minor',
  'involveAim',
  'involveMethods',
  'involveResults',
  'involveInfluence',
  'involveReflection',
] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

/** What the team says of an item. */
export interface ItemAnswer {
  text?: string;
  /** It does not apply here; absent: it does. */
  applies?: false;
}

/** What the team decided about a quote out of what was said; it goes when the point goes or its words change. */
export interface PointReview {
  /** Empty: it is a passage of an interview or document. */
  session: string;
  /** Id of the point or passage. */
  point: string;
  chosen: boolean;
  /** Somebody has read it for signs of a person. */
  checked: boolean;
  /** As it may be printed; null: as it was noted, empty: it is not printed. */
  published: string | null;
}

/** What would be printed of a comment if it is chosen; empty: nothing. */
export function publishedText(comment: string, review: Pick<Review, 'published'> | null): string {
  return review?.published ?? comment;
}

/** The report of a consultation on which nothing has been written yet. */
export function newReport(floor: 5 | 8 | 10, breakdowns: 'shown' | 'hidden'): ReportDocument {
  return {
    title: '',
    subtitle: '',
    language: 'en',
    sessions: [],
    parts: breakdowns === 'hidden' ? 'none' : 'groups',
    units: [],
    floor,
    quoteFloor: floor,
    neutral: 'split',
    order: 'board',
    show: { agreement: true, consensus: false, intervals: false, tests: false },
    showDates: true,
    showPlaces: false,
    notHeard: '',
    texts: {},
    statements: {},
    chapters: [],
    lists: { names: [], places: [] },
  };
}
