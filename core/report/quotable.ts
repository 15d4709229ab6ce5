/** What can be quoted of what was said, as the report's page has it. */
import type { Suggestion } from '../personal/types.ts';

/** Something that was said, as it was noted, by somebody who may be quoted. */
export interface QuotablePoint {
  session: string;
  point: string;
  text: string;
  /** Names of the themes it is under. */
  themes: string[];
  /** It was said against what others said. */
  dissent: boolean;
  /** Signs of a person that were found in it. */
  found: Suggestion[];
  /** Title of the interview or document; its session is empty then. Absent: it was said in a session. */
  from?: string;
}
