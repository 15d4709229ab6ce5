import { describe, expect, test } from '@jest/globals';
import { newReport } from '../../../core/report/document.ts';
import type { QuotableComment } from '../../../core/report/quotes.ts';
import { printedQuotes, unheardSides } from '../../../core/report/quotes.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Session } from '../../../core/session.ts';
import { figureWith, roundWith, sampleInput, statementWith } from './made.ts';

interface More extends Partial<QuotableComment> {
  chosen?: boolean;
  checked?: boolean;
  published?: string;
}

function comment({ chosen = true, checked = true, published = '', ...more }: More = {}): QuotableComment {
  const base = {
    session: 'one',
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

async function about(
  least = 5,
): Promise<{ consultation: Consultation; sessions: Session[]; document: ReturnType<typeof newReport> }> {
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
  return {
    consultation: {
      ...consultation,
      groups: [
        { id: 'parent', label: 'Parent', roomLabel: '' },
        { id: 'staff', label: 'Staff', roomLabel: '' },
      ],
    },
    sessions: [people('one', 'Adult focus group 1', 6, 2), people('two', 'Adult focus group 2', 4, 2)],
    document: { ...newReport(10, 'shown'), quoteFloor: least },
  };
}

const bys = async (
  list: QuotableComment[],
  audience: 'release' | 'team' = 'release',
  least = 5,
): Promise<string[]> => printedQuotes(list, await about(least), audience).map((q) => q.by);

describe('who is named as writer', () => {
  test('F10 what too few people share is dropped, the session first, and nobody not recorded is counted', async () => {
    expect(await bys([comment()])).toEqual(['Parent, Adult focus group 1']);
    expect(await bys([comment({ session: 'two' })])).toEqual(['Parent']);
    expect(await bys([comment({ membership: 'staff' })])).toEqual(['Participant']);
    expect(await bys([comment({ membership: 'staff' })], 'release', 3)).toEqual(['Staff']);
    expect(await bys([comment({ membership: '' })])).toEqual(['Participant, Adult focus group 1']);
  });

  test('F10 of someone in two groups only one is said', async () => {
    expect(await bys([comment({ membership: 'parent+staff' })])).toEqual(['Parent, Adult focus group 1']);
  });

  test('F10 where breakdowns are hidden nothing is said of a writer', async () => {
    const where = await about();
    const consultation = { ...where.consultation, breakdowns: 'hidden' as const };
    expect(printedQuotes([comment()], { ...where, consultation }, 'release')[0]?.by).toBe('Participant');
  });

  test('F10 the team’s own report says all that is known', async () => {
    expect(await bys([comment({ session: 'two', membership: 'staff' })], 'team')).toEqual([
      'Staff, Adult focus group 2',
    ]);
  });
});

describe('which comments are printed', () => {
  const texts = async (list: QuotableComment[], audience: 'release' | 'team'): Promise<string[]> =>
    printedQuotes(list, await about(), audience).map((q) => q.text);

  test('F14 the text that was made for printing stands in the place of the original', async () => {
    const list = [comment({ comment: 'Ask Ann.', published: 'Ask [name].' }), comment({ tag: 'u' })];
    expect(await texts(list, 'release')).toEqual(['Ask [name].', 'They listen.']);
  });

  test('F10 a release has only chosen and checked comments for the room whose writers agreed', async () => {
    const list = [
      comment({ comment: 'unchosen', chosen: false }),
      comment({ comment: 'unchecked', checked: false }),
      comment({ comment: 'unreviewed', review: null }),
      comment({ comment: 'not agreed', quote: false }),
      comment({ comment: 'for the team', audience: 'team' }),
      comment({ comment: 'elsewhere', session: 'three' }),
      comment({ comment: '' }),
      comment({ comment: 'fine' }),
    ];
    expect(await texts(list, 'release')).toEqual(['fine']);
    expect(await texts(list, 'team')).toEqual(['unchecked', 'for the team', 'fine']);
  });

  test('F11 their order follows their tags and not the order in which they came', async () => {
    const list = ['c', 'a', 'b'].map((tag) => comment({ tag, comment: tag }));
    expect(await texts(list, 'release')).toEqual(['a', 'b', 'c']);
    expect(await texts(list.toReversed(), 'release')).toEqual(['a', 'b', 'c']);
  });
});

test('F15 a side that could be heard and is not quoted is named', async () => {
  const statements = [statementWith(1, [roundWith(figureWith([2, 1, 0, 5, 4]))])];
  const spare = comment({ tag: 'v', answer: 1, chosen: false });
  const unheard = async (list: QuotableComment[]) =>
    unheardSides(list, printedQuotes(list, await about(), 'release'), statements);
  expect(await unheard([comment(), spare])).toEqual([{ statement: 's1', side: 'disagree' }]);
  expect(await unheard([comment(), { ...spare, quote: false }])).toEqual([]);
  expect(await unheard([comment(), comment({ tag: 'w', answer: 2 })])).toEqual([]);
  expect(await unheard([spare])).toEqual([]);
});
