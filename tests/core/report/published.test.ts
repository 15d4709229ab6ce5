import { describe, expect, test } from '@jest/globals';
import type { Consultation, Statement } from '../../../core/consultation.ts';
import type { AskedWith } from '../../../core/report/published.ts';
import { releasedStatements, teamStatements } from '../../../core/report/published.ts';
import type { Choice, ReleasedPart } from '../../../core/release/types.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import type { TallyRow } from '../../../core/tally.ts';
import { sampleSealed } from '../../../server/use/sample.ts';
import { figureWith } from './made.ts';

const words = (text: string) => [{ group: null, lang: 'en', text }];
const made: Statement = {
  id: 'st',
  notes: '',
  picture: null,
  scale: null,
  version: 1,
  wordings: words('Now.'),
  earlier: [],
};

async function consultationOf(statement: Partial<Statement> = {}): Promise<Consultation> {
  const { consultation } = await sampleSealed();
  const groups = ['a', 'b'].map((id) => ({ id, label: id, roomLabel: '' }));
  return { ...consultation, groups, statements: [{ ...made, ...statement }] };
}

const board = (more: Partial<AskedWith> = {}): AskedWith => ({
  session: 's1',
  statement: 'st',
  round: 1,
  version: 1,
  scale: DEFAULT_SCALE,
  wordings: words('As asked.'),
  ...more,
});
const row = (membership: string, answer: TallyRow['answer'], n: number): TallyRow => ({
  session: 's1',
  statement: 'st',
  round: 1,
  version: 1,
  membership,
  answer,
  n,
});
const UNITS = ['a', 'b'].map((id) => ({ name: id, groups: [id], sessions: [] }));

describe('who is in two parts', () => {
  test('F4 F9 is told of the team’s figures, also where more people are in no group', async () => {
    const consultation = await consultationOf();
    const shared = (...tallies: TallyRow[]) =>
      teamStatements(consultation, { boards: [board()], tallies, eligible: [] }, UNITS)[0]?.rounds[0]?.shared;
    expect(shared(row('a+b', 5, 6), row('a', 4, 6), row('b', 2, 6), row('', 3, 10))).toEqual([[0, 1]]);
    expect(shared(row('a', 4, 6), row('b', 2, 6))).toEqual([]);
  });

  test('F4 F9 is told of a release by the counts that it uses', async () => {
    const consultation = await consultationOf();
    const part = (name: string): ReleasedPart => {
      const units: Choice[] = [{ groups: [name], sessions: [] }];
      const set = { sessions: ['s1'], units, others: null };
      return { names: [name], others: false, reprinted: [], figure: figureWith([1, 1, 1, 1, 1]), set };
    };
    const whole = {
      figure: figureWith([9, 9, 9, 9, 9]),
      set: { sessions: ['s1'], units: null, others: null },
      reprinted: [],
    };
    const shared = (cells: number[]) => {
      const planned = {
        statement: 'st',
        round: 1 as const,
        versions: [1],
        scale: DEFAULT_SCALE,
        whole,
        withheld: null,
        parts: [part('a'), part('b')],
      };
      const atoms = [
        { session: 's1', membership: 'a', cells: [1, 1, 1, 1, 1, 0, 0], there: null },
        { session: 's1', membership: 'a+b', cells, there: 9 },
      ];
      const entry = { boards: [{ statement: 'st', round: 1 as const, figures: [], atoms }] };
      const plan = { boards: [planned], notes: [], entry };
      const names = { consultation, sessions: [], floor: 5 };
      return releasedStatements([board()], plan, consultation, names)[0]?.rounds[0]?.shared;
    };
    expect(shared([0, 0, 0, 0, 1, 0, 0])).toEqual([[0, 1]]);
    // Whoever declined is in neither figure.
    expect(shared([0, 0, 0, 0, 0, 2, 1])).toEqual([]);
  });
});

describe('the words that a figure is told in', () => {
  const told = async (statement: Partial<Statement>, versions: number[]) => {
    const boards = versions.map((version, i) => board({ version, session: `s${i}` }));
    const consultation = await consultationOf(statement);
    return teamStatements(consultation, { boards, tallies: [], eligible: [] }, [])[0];
  };
  const rivals = {
    version: 3,
    wordings: words('Ours.'),
    earlier: [
      { version: 1, wordings: words('Ours.') },
      { version: 2, wordings: words('Theirs.') },
    ],
  };

  test('F11 F13 after a merge they are those in use, as on the results page, whichever number is higher', async () => {
    expect(await told(rivals, [1, 2])).toMatchObject({ text: 'Ours.', versions: [1, 2] });
    expect(await told(rivals, [2, 3])).toMatchObject({ text: 'Ours.' });
  });

  test('L4 words that nobody has answered do not stand over answers to others', async () => {
    const corrected = { version: 2, earlier: [{ version: 1, wordings: words('Before.') }] };
    expect(await told(corrected, [1])).toMatchObject({ text: 'Before.' });
    expect(await told(corrected, [1, 2])).toMatchObject({ text: 'Now.' });
    expect(await told(rivals, [2])).toMatchObject({ text: 'Theirs.' });
  });

  test('F3 a way to decline that one of the sessions offered is in the scale', async () => {
    const consultation = await consultationOf();
    const boards = [
      board({ scale: { kind: 'agreement-5', declines: ['x'] } }),
      board({ session: 's2', scale: { kind: 'agreement-5', declines: ['n'] } }),
      board({ session: 's3', scale: { kind: 'agreement-5', declines: [] } }),
    ];
    const counted = { boards, tallies: [row('a', 'n', 3)], eligible: [] };
    expect(teamStatements(consultation, counted, [])[0]?.scale.declines).toEqual(['n', 'x']);
  });

  test('F10 a planned figure of which no board is left does not stop the report', async () => {
    const consultation = await consultationOf();
    const planned = {
      statement: 'st',
      round: 1 as const,
      versions: [1],
      scale: DEFAULT_SCALE,
      whole: null,
      withheld: 'under-floor' as const,
      parts: [],
    };
    const plan = { boards: [planned], notes: [], entry: { boards: [] } };
    const [first] = releasedStatements([], plan, consultation, { consultation, sessions: [], floor: 5 });
    expect(first).toMatchObject({ text: 'Now.', versions: [], scale: DEFAULT_SCALE });
  });
});
