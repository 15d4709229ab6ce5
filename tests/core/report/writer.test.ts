import { describe, expect, test } from '@jest/globals';
import type { QuoteEntry, ReleasedPart } from '../../../core/release/types.ts';
import type { QuoteSource } from '../../../core/report/quotes.ts';
import { releasedQuotes, teamQuotes } from '../../../core/report/quotes.ts';
import { about, board, comment, groupSet, GROUPS, part, sessionSet, type More } from './quotesMade.ts';

const by = async (
  parts: ReleasedPart[],
  more: More = {},
  edit: Partial<QuoteSource['document']> = {},
): Promise<string | undefined> =>
  releasedQuotes([comment(more)], await about(edit), { boards: [board(parts)] })[0]?.by;

describe('who is named as writer', () => {
  test('F10 a group is said as the figure shows it, and a session never beside it', async () => {
    expect(await by(GROUPS)).toBe('Parent');
    expect(await by(GROUPS, { membership: 'staff' })).toBe('Staff');
    expect(await by(GROUPS, { membership: '' })).toBe('Participant');
  });

  test('F10 of a merged group only what it was merged to is said, and of one not shown nothing', async () => {
    const merged = [part(['Parent', 'Staff'], groupSet('parent', 'staff'), [2, 2, 0, 11, 0])];
    expect(await by(merged, { membership: 'staff' })).toBe('Participant, Parent and Staff');
    expect(await by(GROUPS.slice(0, 1), { membership: 'staff' })).toBe('Participant');
    expect(await by([])).toBe('Participant');
  });

  test('F10 a session is said only where it is a part of the figure', async () => {
    const parts = [part(['Adult focus group 1'], sessionSet('one'), [2, 1, 0, 6, 0])];
    expect(await by(parts, {}, { parts: 'sessions' })).toBe('Participant, Adult focus group 1');
    expect(await by(parts, { session: 'two' }, { parts: 'sessions' })).toBe('Participant');
    expect(await by(parts, {}, { parts: 'none' })).toBe('Participant');
  });

  test('F10 too few present, or too few behind the figure, and nothing is said', async () => {
    expect(await by(GROUPS, { membership: 'staff' }, { quoteFloor: 6 })).toBe('Participant');
    const few = [part(['Parent'], groupSet('parent'), [0, 0, 0, 4, 0])];
    expect(await by(few)).toBe('Participant');
    // Never under the floor, whatever was chosen for quotes.
    expect(await by(GROUPS, { membership: 'staff' }, { quoteFloor: 3, floor: 8 })).toBe('Participant');
    const source = await about();
    const absent = source.sessions.map((s) => ({ ...s, attendance: [] }));
    const plan = { boards: [board()] };
    expect(releasedQuotes([comment()], { ...source, sessions: absent }, plan)[0]?.by).toBe('Participant');
  });

  test('F10 a part that is printed again, or has nobody on the quote’s side, is not said', async () => {
    const again = GROUPS.map((p) => ({ ...p, reprinted: [{ release: 1, date: '2026-11-01' }] }));
    expect(await by(again)).toBe('Participant');
    expect(await by(GROUPS, { answer: 3 })).toBe('Participant');
    expect(await by(GROUPS, { answer: 'n' })).toBe('Participant');
  });

  test('F10 of someone in two groups only one is said', async () => {
    expect(await by(GROUPS, { membership: 'parent+staff' })).toBe('Parent');
  });

  test('F10 where breakdowns are hidden nothing is said of a writer', async () => {
    const where = await about();
    const consultation = { ...where.consultation, breakdowns: 'hidden' as const };
    const plan = { boards: [board()] };
    expect(releasedQuotes([comment()], { ...where, consultation }, plan)[0]?.by).toBe('Participant');
  });

  test('F10 what earlier releases said of the same quote is put together with this one', async () => {
    const source = await about({ parts: 'sessions' });
    const plan = { boards: [board([part(['Adult focus group 2'], sessionSet('two'), [0, 1, 0, 5, 0])])] };
    const again = (said: QuoteEntry['said'], tag = 't', sessions = source.sessions) =>
      releasedQuotes(
        [comment({ session: 'two' })],
        {
          ...source,
          sessions,
          releases: [
            {
              entry: {
                number: 1,
                date: '2026-11-01',
                floor: 5,
                boards: [],
                quotes: [{ session: 'two', board: 1, tag, said }],
              },
            },
          ],
        },
        plan,
      )[0];
    const role = { as: 'role' as const, label: 'Parent', set: groupSet('parent') };
    expect(again(null)?.by).toBe('Participant, Adult focus group 2');
    // Four parents were there, of the six people of the session.
    expect(again(role)).toMatchObject({ by: 'Participant', entry: { tag: 't', said: null } });
    // Nor do many present help, where only four of them answered.
    const many = source.sessions.map((at) => ({
      ...at,
      attendance: [{ group: 'parent', gender: '', ageBand: '', n: 30 }],
    }));
    expect(again(null, 't', many)?.by).toBe('Participant, Adult focus group 2');
    expect(again(role, 't', many)?.by).toBe('Participant');
    expect(again(role, 'another')?.by).toBe('Participant, Adult focus group 2');
    const group = { as: 'group' as const, label: 'Adult focus group 2', set: sessionSet('two') };
    expect(again(group)).toMatchObject({ by: 'Participant, Adult focus group 2', entry: { said: group } });
    expect(again({ ...group, label: 'Another name' })?.by).toBe('Participant');
  });

  test('F10 the team’s own report says all that is known', async () => {
    const quotes = teamQuotes([comment({ session: 'two', membership: 'staff' })], await about());
    expect(quotes[0]).toMatchObject({ by: 'Staff, Adult focus group 2', entry: null });
  });
});
