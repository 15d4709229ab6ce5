/** What differed between two states of one consultation, and what became of it; worded by core/messages/archive.en.ts. */
import type { Voice, Words } from '../consultation.ts';

/** A text of the consultation, or how it is held. */
export type Field =
  | 'title'
  | 'aim'
  | 'askedBy'
  | 'ledBy'
  | 'answeredBy'
  | 'answerDue'
  | 'decided'
  | 'open'
  | keyof Words
  | keyof Voice
  | 'involvement'
  | 'waves'
  | 'rounds';

/** Settings of which the stricter one counts. */
export type Stricter = 'floor' | 'breakdowns' | 'approvals' | 'withdrawDays' | 'keepUntil' | 'under18';

export type Difference =
  /** A field of the consultation was filled in differently; the one that is here stays. */
  | { code: 'field'; slots: { field: Field } }
  /** The stricter of two settings counts. */
  | { code: 'stricter'; slots: { field: Stricter } }
  | { code: 'group'; slots: { here: string; there: string } }
  | { code: 'roomLabel'; slots: { here: string; there: string } }
  | { code: 'languages'; slots: { list: string } }
  /** The statement was corrected there and not here: its newer words are taken over. */
  | { code: 'corrected'; slots: { number: number } }
  /** One version of a statement reads differently; both texts are kept, under numbers of their own. */
  | { code: 'wording'; slots: { number: number } }
  /** Notes or picture of a statement differ; those that are here stay. */
  | { code: 'statement'; slots: { number: number } }
  /** Answered on another scale there; figures of the two are not put together. */
  | { code: 'scale'; slots: { number: number } }
  /** Name, date, place or attendance of a session differ and neither is later; what is here stays. */
  | { code: 'session'; slots: { name: string } }
  /** A later state of its facts was taken over. */
  | { code: 'facts'; slots: { name: string } }
  /** The same sitting has other answers in it there; what is here stays. */
  | { code: 'answers'; slots: { name: string } }
  /** Somebody took answers out of it there; they are out here too. */
  | { code: 'takenOut'; slots: { name: string } }
  /** Planned differently on both sides and held on neither; what is here stays. */
  | { code: 'drafts'; slots: { name: string } }
  /** A release of the other laptop stands in the register here under another number. */
  | { code: 'released'; slots: { there: number; here: number } }
  /** One draft was held on two laptops with different people: both are kept, side by side. */
  | { code: 'twice'; slots: { name: string; as: string } }
  /** It has not been finished on this laptop, so what came for it was left out. */
  | { code: 'unfinished'; slots: { name: string } }
  /** Decisions about comments differ; those that are here stay. */
  | { code: 'reviews'; slots: { n: number } }
  /** There is no room for so many photographs of walls. */
  | { code: 'photos'; slots: { n: number } }
  /** Names, descriptions or nesting of themes differ, or points were changed; what is here stays. */
  | { code: 'themes' | 'points'; slots: { n: number } }
  /** A second coder put them under other themes there; what is here stays. */
  | { code: 'seconds'; slots: { n: number } }
  /** Interviews or documents, passages of them, or questions were changed on both sides; what is here stays. */
  | { code: 'sources' | 'passages' | 'questions'; slots: { n: number } }
  /** There is no room for so many of all these. */
  | { code: 'talkFull'; slots: { n: number } }
  /** Removed there and not here: they go, or stay since somebody brought them back here. */
  | { code: 'talkGone' | 'talkBack'; slots: { n: number } }
  /** Thoughts of a sitting that is counted here and has them not: taken back or left out, for all that is known. */
  | { code: 'missing'; slots: { n: number } }
  /** Case studies or corrections were changed there; what is here stays. */
  | { code: 'caseStudies' | 'corrections'; slots: { n: number } }
  /** Removed there and not here: they go, or stay since somebody brought them back here; or there is no room. */
  | { code: 'toldGone' | 'toldBack' | 'toldFull'; slots: { n: number } }
  /** A yes to a case study, or a second reader's tick, was taken back there and not here: it is taken back. */
  | { code: 'ticksGone'; slots: { n: number } }
  /** A second reader there said that somebody would recognise it: that counts here. */
  | { code: 'toldKnown'; slots: { n: number } }
  /** Recommendations differ: what is empty here came along, else what is here stays. Or there is no room for more. */
  | { code: 'recommendations' | 'recommendationsFull'; slots: { n: number } }
  /** Removed there and not here: they go, or stay since somebody brought them back here. */
  | { code: 'recommendationsGone' | 'recommendationsBack'; slots: { n: number } }
  | { code: 'report'; slots: Record<string, never> };
