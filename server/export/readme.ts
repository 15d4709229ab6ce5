/** README.txt of an export, for the researcher who was not in the room. */
import type { Consultation } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';

const LINKED = `Linked sessions are confidential and not anonymous: participant_id ties a person's answers
together. It is random and new in each export. responses_wide has these people in rows.`;
const UNLINKED = `In unlinked sessions no column says which answers are one person's. A group, or two groups together,
that few people chose may still point at one of them. Do not try to match answers by that or by their
comments; people were told that nobody would.`;

/** The text, with the line ends of Windows. */
export function readmeText(
  consultation: Consultation,
  sessions: readonly Session[],
  date: string,
  rows: number,
): string {
  const linked = sessions.some((s) => s.mode === 'linked');
  const unlinked = sessions.some((s) => s.mode === 'unlinked');
  const parts = [
    consultation.sample ? 'SAMPLE: made-up people, made-up answers. Nobody said any of this.' : '',
    'CONFIDENTIAL: TEAM ONLY',
    `${consultation.title}\n${date}. Sessions: ${sessions.length}. Responses: ${rows}.`,
    `These files are complete: small groups are not merged and comments are as people wrote them. They
may name or describe someone. Keep them where only the team can read them, and do not publish
figures or quotes from them without the checks of a release.`,
    `FILES
Each comes twice. *_data.csv is exact; read it in R, Python, SPSS and the like.
*_excel.csv is for Excel and other spreadsheets: an apostrophe was added before = + - @ wherever a
cell could begin in what people typed, so that no text can act as a formula. Both are UTF-8 with
commas; only the one for Excel has a byte order mark.

responses_long   one row for each answer
${linked ? 'responses_wide   one row for each person of the linked sessions\n' : ''}statements       every wording of every statement, earlier versions too
sessions         the sittings
groups           kinds of participants that are compared
attendance       who was there, by head-counts; never joined to answers
boards           how many could answer each statement, and how many did
codebook         every column and what its values mean`,
    `HOW TO READ THEM
An answer is a code from 1, most disagreeing, to the number of points on the scale (statements,
codebook). A declined answer has no code: answer_code is empty and declined says how. It is neither
neutral nor missing; count it apart. Who did not answer has no row: boards tells how many.
Do not pool statements on different scales. Wordings of one statement are compared as one.`,
    `ORDER AND IDS
Sessions, groups and statements have short codes. Rows of a board stand in the order of response_id,
which is random and new in each export: the order says nothing about time or person. There is no time
finer than the date of a session.`,
    linked ? LINKED : '',
    unlinked ? UNLINKED : '',
    `These people were not drawn at random and heard one another. Percentages of a few people mislead:
below twenty give counts.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`.replace(/\n/g, '\r\n');
}
