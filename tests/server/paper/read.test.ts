/** The sheets of a printed pack that are read: taking part, help, the script, tallies, and the list of it all. */
import { describe, expect, test } from '@jest/globals';
import { group, paperSession as session, printed, statement } from '../../support/paper.ts';

const pair = statement('s1', 'My social worker listens');
pair.wordings.push({ group: 'b', lang: 'en', text: 'I listen to families' });
const GROUPS = [group('a', 'Families'), group('b', 'Workers'), group('c', 'Carers')];

describe('sheets to read', () => {
  const reads = async (wanted: Parameters<typeof printed>[0]): Promise<string> =>
    (await printed(wanted))
      .slice(1)
      .map(({ text }) => text)
      .join(' ');

  test('PR5 what is kept differs between linked and unlinked, and follows the session’s days', async () => {
    const order = { parts: ['consent' as const] };
    const unlinked = await reads({ order, session: session() });
    expect(unlinked).toContain('Nothing there shows which answers come from one person');
    expect(unlinked).not.toContain('onfidential, not anonymous');
    // Its lobby opened without days: what stands in the consultation now was not told.
    expect(unlinked).toContain('your answers cannot be taken out any more');
    const days = { withdrawUntil: '2026-12-06', keepUntil: '2027-11-30' };
    const linked = await reads({ order, session: session({ mode: 'linked', ...days }) });
    expect(linked).toContain('confidential, not anonymous');
    expect(linked).not.toContain('Nothing there shows');
    expect(linked).toContain('take your answers out until 6 December 2026');
    expect(linked).toContain('kept until 30 November 2027');
    const planned = await reads({ order, consultation: { withdrawDays: 1 } });
    expect(planned).toContain('for 1 day after the session');
  });

  test('PR5 whom to turn to stands there, and a line where it is not filled in', async () => {
    const words = {
      dangerTo: 'Ann Lee',
      helpFrom: 'Ring 116 123\nor the desk',
      complainTo: 'The director',
      withdrawUntil: 'Ask us how.',
      consent: 'Lunch is there.',
      rights: 'Travel is paid.',
    };
    const order = { parts: ['consent' as const, 'help' as const, 'script' as const] };
    const text = await reads({ order, consultation: { words, under18: true, aim: 'To learn' } });
    for (const word of Object.values(words)) expect(text).toContain(word.replace('\n', ' '));
    expect(text).toContain('If you are under 18');
    expect(text).not.toContain('{');
    const empty = await reads({ order });
    expect(empty).toContain('If something upsets you');
    expect(empty).not.toContain('{');
  });

  test('WH6 PR5 the sheet of the end asks what phones ask, with what people were told, and has no name and no number', async () => {
    const order = { parts: ['heard' as const] };
    const open = 'How letters are written.';
    const text = await reads({ order, consultation: { open, decided: 'The money.' } });
    for (const words of [
      'Were you heard?',
      '“I could say what I wanted to say.”',
      'Rather not say',
      'What stopped you?',
      'You were told that this can still change:',
      open,
      'I do not know',
      'Only how many ticked each box is kept',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/The money|Adults 1|\{/);
    const decided = await reads({ order, consultation: { decided: 'The money.' } });
    expect(decided).toContain('You were told that this is already decided: The money.');
    // Whoever was told nothing is not asked whether it was true.
    expect(await reads({ order })).not.toContain('Was that true?');
    // The part that was declared stands on each sheet by which people are told, and is asked after by itself too.
    const part = 'We ask you. Afterwards we tell you how we used what you said.';
    for (const kind of ['consent', 'script', 'heard'] as const) {
      const consultation = { involvement: 'consult' as const };
      expect(await reads({ order: { parts: [kind] }, consultation })).toContain(part);
      expect(await reads({ order: { parts: [kind] } })).not.toMatch(/[Yy]our part/u);
    }
    expect(await reads({ order, consultation: { involvement: 'consult' } })).toContain('Was that true?');
  });

  test('PR7 the script has the ladder, the statements, their notes, and lines for what is not known', async () => {
    const noted = { ...pair, notes: 'Ask: who told you?' };
    const consultation = {
      groups: GROUPS,
      statements: [noted],
      askedBy: 'The council',
      answeredBy: 'Jo Hill',
    };
    const text = await reads({ consultation, order: { parts: ['script'] } });
    for (const heading of [
      'Welcome',
      'Before anyone says yes',
      'Practice',
      'Each statement',
      'Talk',
      'The end',
      'Help',
    ])
      expect(text).toContain(heading);
    expect(text).toContain('It was asked for by The council.');
    expect(text).toMatch(/Jo Hill will answer you, by _+\./);
    expect(text).toMatch(/It is led by _+\./);
    expect(text).toContain(
      'For Families and Carers: My social worker listens For Workers: I listen to families',
    );
    expect(text).toContain('Ask: who told you?');
    expect(text).toContain('I read the counts. Strongly disagree Disagree Neither Agree Strongly agree');
    expect(text).not.toContain('The second round');
    const twice = await reads({
      consultation: { rounds: 2, roundOrder: 'all' },
      order: { parts: ['script'] },
    });
    expect(twice).toContain('Statement 2, round 1');
    expect(twice.indexOf('The second round')).toBeLessThan(twice.indexOf('Statement 1, round 2'));
  });

  test('PR7 in large print what leads to a statement is on the page of its text, which is whole', async () => {
    const words = 'I expect my social worker to listen to me whenever I call, and '.repeat(9);
    const statements = Array.from({ length: 24 }, (_, i) => {
      const one = statement(`s${i}`, `Begin ${words.slice(0, 60 + 17 * i)} fin`);
      one.wordings.push({ group: 'b', lang: 'en', text: `Begin ${words.slice(0, 30 + 11 * i)} fin` });
      return { ...one, notes: 'Ask who told them. '.repeat((7 * i) % 12) };
    });
    const pages = await printed({
      consultation: { statements, groups: GROUPS },
      order: { parts: ['script'], print: 'large' },
    });
    const texts = pages.map(({ text }) => text);
    const count = (text: string, word: RegExp): number => [...text.matchAll(word)].length;
    expect(count(texts.join(' '), /\bBegin /g)).toBe(48);
    expect(texts.filter((text) => /(Statement \d+|Statement \d+\.|For [\w ]+:) *\d*$/.test(text))).toEqual(
      [],
    );
    expect(texts.filter((text) => count(text, /\bBegin /g) !== count(text, / fin\b/g))).toEqual([]);
  });

  test('WH6 in large print what leads to what people were told is on the page where that begins', async () => {
    for (let n = 1; n <= 12; n += 1) {
      const open = 'When letters are written, and to whom.\n'.repeat(n).trim();
      const pages = await printed({
        consultation: { open, involvement: 'consult' },
        order: { parts: ['heard'], print: 'large' },
      });
      const ends = pages
        .map(({ text }) => text)
        .filter((text) => /(can still change|your part): *\d*$/.test(text));
      expect([n, ends]).toEqual([n, []]);
    }
  });

  test('PR7 the script speaks of the sheet of the end, and of cards to talk alone, where they are in the pack', async () => {
    const alone = 'If you would rather talk with one person alone';
    const bare = await reads({ order: { parts: ['script'] } });
    expect(bare).toContain('or write it on a spare card');
    expect(bare).not.toContain(alone);
    const all = await reads({ order: { parts: ['heard', 'script', 'alone'] } });
    expect(all).toContain('There is a sheet that asks you.');
    expect(all).not.toContain('spare card');
    expect(all).toContain(alone);
  });

  test('PR7 a tally sheet has a row for each of ten groups, a column for each heading, and the heads', async () => {
    const groups = Array.from({ length: 10 }, (_, i) => group(`g${i}`, `Group ${i + 1}`));
    const pages = await printed({ consultation: { groups }, order: { parts: ['tally'] } });
    const first = pages.slice(1).filter(({ text }) => !text.startsWith('Tally: statement 2'));
    const text = first.map((page) => page.text).join(' ');
    for (const { label } of groups) expect(text).toContain(label);
    for (const word of [
      'Strongly disagree',
      'Neither',
      'Rather not say',
      'Does not apply to me',
      'Total',
      'People in the room',
    ])
      expect(text).toContain(word);
    expect(text).toContain('They call me back');
    expect(text).toContain('key 5');
    expect(text).toContain('key 9');
    const [, apart] = await printed({
      consultation: { groups: GROUPS, statements: [pair] },
      order: { parts: ['tally'] },
    });
    expect(apart?.text).toContain(
      'For: Families and Carers My social worker listens For: Workers I listen to families',
    );
  });

  test('PR7 the heads stay on their tally sheet, also of a long statement with ten groups', async () => {
    const groups = Array.from({ length: 10 }, (_, i) => group(`g${i}`, `Group ${i + 1}`));
    const statements = [statement('s1', 'They call me back when they said so. '.repeat(11).slice(0, 400))];
    const [, sheet, over] = await printed({
      consultation: { groups, statements },
      order: { parts: ['tally'] },
    });
    expect(sheet?.text).toContain('People in the room');
    expect(over).toBeUndefined();
  });

  test('PR7 PR5 sheet and script ask everyone to answer in one way only', async () => {
    expect(await reads({ order: { parts: ['consent'] } })).toContain('Answer in one way only');
    const script = await reads({ order: { parts: ['script'] } });
    expect(script).toContain('Please answer in one way only');
    expect(script).toContain('under one heading, or tick one box on your slip. Not both.');
  });

  test('PR7 the first page lists the parts with the pages they are on', async () => {
    const pages = await printed({});
    const [list] = pages;
    const rows = [
      ...(list?.text ?? '').matchAll(
        /(Statement sheets|Headings|Answer slips|Tally sheets|What to say) (\d+)/g,
      ),
    ];
    const begin = {
      'Statement sheets': '1 They',
      Headings: '−− Strongly',
      'Answer slips': 'Slip 1',
      'Tally sheets': 'Tally: statement 1',
      'What to say': 'What to say',
    };
    expect(rows).toHaveLength(5);
    for (const [, name = '', page = ''] of rows)
      expect(pages[Number(page) - 1]?.text.startsWith(begin[name as keyof typeof begin])).toBe(true);
  });
});
