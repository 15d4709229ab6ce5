/** What a printed pack is made from. It crosses to the thread as it is. */
import type { Consultation, Picture, Wording } from '../../core/consultation.ts';
import type { PaperOrder } from '../../core/paper.ts';
import type { Scale } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import type { SheetFacts } from '../use/sheets.ts';

/** A statement as people are asked it: in a session that is under way, as that has fixed it. */
export interface PaperStatement {
  /** Its place, from 1. */
  number: number;
  wordings: Wording[];
  scale: Scale;
  notes: string;
  picture: Picture | null;
}

export interface PackSource {
  order: PaperOrder;
  consultation: Consultation;
  session: Session | null;
  statements: PaperStatement[];
  facts: SheetFacts;
  /** Fresh codes for later, for the part that has them; each is printed once and known to nobody else. */
  codes: string[];
  /** Who reads what somebody writes who would rather talk alone; empty: nobody is named. */
  lead: string;
  /** Where a code can be typed: the laptop's address. */
  address: string;
  /** YYYY-MM-DD. */
  today: string;
}
