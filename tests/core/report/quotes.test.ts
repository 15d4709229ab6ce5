import { describe, expect, test } from '@jest/globals';
import type { ReleasedBoard } from '../../../core/release/types.ts';
import type { QuotableComment } from '../../../core/report/quotes.ts';
import { placedIn, releasedQuotes, teamQuotes } from '../../../core/report/quotes.ts';
import { unheardSides } from '../../../core/report/unheard.ts';
import type { Scale } from '../../../core/scale.ts';
import { figureWith, roundWith, statementWith } from './made.ts';
import { about, board, comment, GROUPS, whole } from './quotesMade.ts';

describe('which comments are printed', () => {
  const texts = async (list: QuotableComment[], audience: 'release' | 'team'): Promise<string[]> =>
    (audience === 'team'
      ? teamQuotes(list, await about())
      : releasedQuotes(list, await about(), { boards: [board()] })
    ).map((q) => q.text);

  test('F14 the text that was made for printing stands in the place of the original', async () => {
    const list = [comment({ comment: 'Ask Ann.', published: 'Ask [name].' }), comment({ tag: 'u' })];
    expect(await texts(list, 'release')).toEqual(['Ask [name].', 'They listen.']);
  });

  test('F14 an emptied text is not printed, and neither is the original', async () => {
    expect(await texts([comment({ published: '' })], 'release')).toEqual([]);
    expect(await texts([comment({ published: '' })], 'team')).toEqual([]);
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

  test('F10 nobody is quoted whose session is held back from the printed figure', async () => {
    const source = await about();
    const quoted = (more: Partial<ReleasedBoard>) =>
      releasedQuotes([comment(), comment({ session: 'two', tag: 'u' })], source, {
        boards: [board(GROUPS, more)],
      }).map((q) => q.entry?.session);
    expect(quoted({})).toEqual(['one', 'two']);
    const held = { figure: figureWith([2, 2, 0, 9, 0]), set: { ...whole, sessions: ['one'] }, reprinted: [] };
    expect(quoted({ whole: held })).toEqual(['one']);
    expect(quoted({ whole: null, withheld: 'under-floor' })).toEqual([]);
    expect(quoted({ round: 2 })).toEqual([]);
  });

  test('F10 F15 a quote has its own board’s scale and goes with the figure of that scale', async () => {
    const four: Scale = { kind: 'agreement-4', declines: [] };
    const source = await about();
    const boards = source.figures.boards.map((b) => (b.session === 'two' ? { ...b, scale: four } : b));
    const asked = { ...source, figures: { ...source.figures, boards } };
    const list = [comment(), comment({ session: 'two', tag: 'u' })];
    expect(releasedQuotes(list, asked, { boards: [board()] })).toHaveLength(1);
    const both = [board(), board([], { scale: four })];
    expect(releasedQuotes(list, asked, { boards: both }).map((q) => q.scale.kind)).toEqual([
      'agreement-5',
      'agreement-4',
    ]);
  });

  test('F11 their order follows their tags and not the order in which they came', async () => {
    const list = ['c', 'a', 'b'].map((tag) => comment({ tag, comment: tag }));
    expect(await texts(list, 'release')).toEqual(['a', 'b', 'c']);
    expect(await texts(list.toReversed(), 'release')).toEqual(['a', 'b', 'c']);
  });
});

test('F15 a side that could be heard and is not quoted is named', async () => {
  const statements = [statementWith(1, [roundWith(figureWith([2, 1, 0, 5, 4]))])];
  const source = await about();
  const plan = { boards: [board()] };
  const spare = comment({ tag: 'v', answer: 1, chosen: false });
  const unheard = (list: QuotableComment[]) =>
    unheardSides(placedIn(list, source, plan), releasedQuotes(list, source, plan), statements);
  expect(unheard([comment(), spare])).toEqual([{ statement: 's1', side: 'disagree' }]);
  expect(unheard([comment(), { ...spare, quote: false }])).toEqual([]);
  expect(unheard([comment(), comment({ tag: 'w', answer: 2 })])).toEqual([]);
  expect(unheard([spare])).toEqual([]);
});
