/** Statements that participants propose, and what the consultation keeps of them. */
import type { Consultation } from './consultation.ts';

/** What the console gets of one. */
export interface ProposalItem {
  /** Id of its point. */
  id: string;
  text: string;
}

export interface ProposalsPage {
  /** In the order of their random ids, which tells nothing. */
  proposals: ProposalItem[];
  /** Names and places of the team's own, for signs of a person. */
  lists: { names: string[]; places: string[] };
}

/** Whether a consultation keeps anything of a proposal. */
export function keepsProposal(consultation: Consultation, point: string): boolean {
  const { notTaken = [] } = consultation;
  return notTaken.some((one) => one.point === point) || isAccepted(consultation, point);
}

/** Whether a statement was made of it, alone or with others. */
export function isAccepted({ statements }: Pick<Consultation, 'statements'>, point: string): boolean {
  return statements.some(({ from }) => from?.wordings.some((w) => w.point === point) === true);
}

/**
 * What became a statement is not refused as well: one window, or one laptop, may have refused what the other made one
 * of. The statement stands, since sessions may have it, and the refusal goes.
 */
export function decidedOnce(consultation: Consultation): Consultation {
  const { notTaken } = consultation;
  const left = notTaken?.filter(({ point }) => !isAccepted(consultation, point));
  if (left === undefined || left.length === notTaken?.length) return consultation;
  return { ...consultation, notTaken: left };
}

/** The consultation without what somebody put forward who has taken it out. That a statement came from participants stays. */
export function withoutProposals(consultation: Consultation, gone: (point: string) => boolean): Consultation {
  const statements = consultation.statements.map((statement) => {
    const { from } = statement;
    if (from === undefined || !from.wordings.some(({ point }) => gone(point))) return statement;
    return { ...statement, from: { ...from, wordings: from.wordings.filter(({ point }) => !gone(point)) } };
  });
  const { notTaken } = consultation;
  if (notTaken === undefined) return { ...consultation, statements };
  return { ...consultation, statements, notTaken: notTaken.filter(({ point }) => !gone(point)) };
}

/** The consultation with the words of a proposal as they are now: its proposer or the facilitator has changed them. */
export function withProposal(consultation: Consultation, point: string, text: string): Consultation {
  const statements = consultation.statements.map((statement) => {
    const { from } = statement;
    if (from === undefined) return statement;
    const wordings = from.wordings.map((w) => (w.point === point ? { ...w, text } : w));
    return { ...statement, from: { ...from, wordings } };
  });
  return { ...consultation, statements };
}
