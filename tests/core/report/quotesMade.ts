/** Comments and a planned figure for tests of quotes: parents and staff in two sessions. */
import type { ReleasedBoard, ReleasedPart } from '../../../core/release/types.ts';
import { newReport } from '../../../core/report/document.ts';
import type { QuotableComment, QuoteSource } from '../../../core/report/quotes.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import type { Session } from '../../../core/session.ts';
import { figureWith, sampleInput } from './made.ts';

export interface More extends Partial<QuotableComment> {
  chosen?: boolean;
  checked?: boolean;
  published?: string | null;
}

export function comment({
  chosen = true,
  checked = true,
  published = null,
  ...more
}: More = {}): QuotableComment {
  const base = {
    session: 'one',
    board: 1,
    statement: 's1',
    round: 1 as const,
    tag: 't',
    membership: 'parent',
    answer: 4,
    comment: 'They listen.',
    audience: 'room' as const,
    quote: true,
    ...more,
  };
  const { session, tag } = base;
  return { review: { session, board: 1, tag, chosen, checked, published, replacements: [] }, ...base };
}

const SESSIONS = ['one', 'two'];
export const whole = { sessions: SESSIONS, units: null, others: null };
export const groupSet = (...groups: string[]) => ({
  sessions: SESSIONS,
  units: groups.map((g) => ({ groups: [g], sessions: [] })),
  others: null,
});
export const sessionSet = (session: string) => ({
  sessions: SESSIONS,
  units: [{ groups: [], sessions: [session] }],
  others: null,
});
export const part = (
  names: string[],
  set: ReleasedPart['set'],
  counts: number[],
  more: Partial<ReleasedPart> = {},
): ReleasedPart => ({ names, set, figure: figureWith(counts), reprinted: [], others: false, ...more });
export const GROUPS = [
  part(['Parent'], groupSet('parent'), [0, 2, 0, 8, 0]),
  part(['Staff'], groupSet('staff'), [2, 0, 0, 3, 0]),
];
export const board = (parts: ReleasedPart[] = GROUPS, more: Partial<ReleasedBoard> = {}): ReleasedBoard => ({
  statement: 's1',
  round: 1,
  versions: [1],
  scale: DEFAULT_SCALE,
  whole: { figure: figureWith([2, 2, 0, 11, 0]), set: whole, reprinted: [] },
  withheld: null,
  parts,
  ...more,
});

/** Ten parents and five staff answered, in two sessions. */
export async function about(edit: Partial<QuoteSource['document']> = {}): Promise<QuoteSource> {
  const { consultation, sessions } = await sampleInput();
  const [session] = sessions;
  if (session === undefined) throw new Error('no session');
  const people = (id: string, name: string, parents: number, staff: number): Session => ({
    ...session,
    id,
    name,
    groups: ['parent', 'staff'],
    attendance: [
      { group: 'parent', gender: '', ageBand: '', n: parents },
      { group: 'staff', gender: '', ageBand: '', n: staff },
      { group: null, gender: '', ageBand: '', n: 20 },
    ],
  });
  const answered = (id: string, membership: string, n: number) => ({
    session: id,
    statement: 's1',
    round: 1 as const,
    version: 1,
    membership,
    answer: 4,
    n,
  });
  return {
    consultation: {
      ...consultation,
      floor: 5,
      breakdowns: 'shown',
      groups: [
        { id: 'parent', label: 'Parent', roomLabel: '' },
        { id: 'staff', label: 'Staff', roomLabel: '' },
      ],
    },
    sessions: [people('one', 'Adult focus group 1', 6, 3), people('two', 'Adult focus group 2', 4, 2)],
    document: { ...newReport(5, 'shown'), quoteFloor: 5, ...edit },
    figures: {
      boards: SESSIONS.map((id) => ({
        session: id,
        statement: 's1',
        round: 1 as const,
        version: 1,
        scale: DEFAULT_SCALE,
      })),
      tallies: [
        answered('one', 'parent', 6),
        answered('one', 'staff', 3),
        answered('two', 'parent', 4),
        answered('two', 'staff', 2),
      ],
    },
    releases: [],
  };
}
