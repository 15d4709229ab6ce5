/** One consultation in three waves: what was asked, and sealed sessions with known counts. */
import { againOf } from '../../core/waves/again.ts';
import type { Consultation, Statement } from '../../core/consultation.ts';
import type { Scale } from '../../core/scale.ts';
import type { SealedSession, Store } from '../../server/store/store.ts';
import { aConsultation, aSession } from '../server/store/made.ts';

/** Counts of the codes by group, for each statement. */
export type Answers = Record<string, Record<string, number[]>>;

export function statement(id: string, text: string, scale: Scale | null = null): Statement {
  return {
    id,
    notes: '',
    picture: null,
    scale,
    version: 1,
    wordings: [{ group: null, lang: 'en', text }],
    earlier: [],
  };
}

/** As often as a place is told: what a group answered. */
export const OFTEN: Scale = {
  kind: 'own',
  labels: ['Never', 'Sometimes', 'Often', 'Always'],
  declines: ['n'],
};

export function firstWave(): Consultation {
  return {
    ...aConsultation('wave1'),
    title: 'Our family centre',
    aim: 'To learn how this centre works for those who come.',
    answeredBy: 'The council',
    answerDue: '2024-12-01',
    keepUntil: '2032-01-01',
    groups: [
      { id: 'parents', label: 'Parents', roomLabel: '' },
      { id: 'staff', label: 'Staff', roomLabel: 'People who work here' },
    ],
    statements: [
      statement('listen', 'My worker listens to me'),
      statement('ask', 'I know whom to ask when something goes wrong'),
      statement('letters', 'The letters are easy to read'),
      statement('visits', 'Visits are at a time that suits me'),
    ],
  };
}

/** A year later: a group has another name. */
export function secondWave(first = firstWave()): Consultation {
  const again = againOf(first, 'wave2', '2024');
  return {
    ...again,
    title: 'Our family centre',
    groups: again.groups.map((g) => (g.id === 'staff' ? { ...g, label: 'Workforce' } : g)),
  };
}

/** A third time: one statement is worded otherwise, one has other answers, one is new and one gone; a group is new. */
export function thirdWave(second = secondWave()): Consultation {
  const again = againOf(second, 'wave3', '2025');
  return {
    ...again,
    groups: [...again.groups, { id: 'young', label: 'Young people', roomLabel: '' }],
    statements: [
      ...again.statements
        .filter(({ id }) => id !== 'visits')
        .map((s) =>
          s.id === 'ask'
            ? {
                ...s,
                wordings: [{ group: null, lang: 'en', text: 'I know who helps when something goes wrong' }],
              }
            : s.id === 'letters'
              ? { ...s, scale: OFTEN }
              : s,
        ),
      statement('food', 'The food is good'),
    ],
  };
}

export const SECOND_ANSWERS: Answers = {
  listen: { parents: [2, 4, 4, 8, 6], staff: [1, 5, 2, 6, 2] },
  ask: { parents: [8, 7, 4, 3, 2], staff: [3, 4, 2, 4, 3] },
  letters: { parents: [6, 9, 3, 4, 2], staff: [1, 4, 5, 4, 2] },
  visits: { parents: [1, 3, 5, 9, 6], staff: [0, 2, 6, 6, 2] },
};
export const THIRD_ANSWERS: Answers = {
  listen: { parents: [1, 2, 3, 12, 8], staff: [2, 6, 3, 5, 2], young: [1, 1, 1, 3, 2] },
  ask: { parents: [2, 4, 4, 9, 7], staff: [1, 3, 3, 7, 4], young: [0, 2, 1, 3, 2] },
  letters: { parents: [4, 6, 10, 6], staff: [2, 3, 8, 5], young: [1, 2, 3, 2] },
  food: { parents: [1, 1, 4, 12, 8], staff: [0, 3, 4, 7, 4], young: [0, 0, 2, 4, 2] },
};
const FIRST_ANSWERS: Answers = {
  listen: { parents: [3, 4, 2, 2, 1], staff: [2, 3, 1, 3, 1] },
  ask: { parents: [4, 4, 2, 1, 1], staff: [2, 2, 2, 3, 1] },
  letters: { parents: [3, 4, 2, 2, 1], staff: [1, 2, 3, 3, 1] },
  visits: { parents: [2, 2, 3, 3, 2], staff: [1, 1, 3, 4, 1] },
};

/** A finished session in which everybody answered every statement of these. */
export function sitting(of: Consultation, id: string, date: string, answers: Answers): SealedSession {
  const asked = of.statements.filter((s) => answers[s.id] !== undefined);
  return {
    session: aSession(id, {
      consultation: of.id,
      name: `Afternoon at the centre`,
      date,
      state: 'sealed',
      code: '',
      groups: of.groups.map((g) => g.id),
    }),
    boards: asked.map((s, i) => ({
      session: id,
      n: i + 1,
      statement: s.id,
      round: 1,
      version: s.version,
      wordings: s.wordings,
      scale: s.scale ?? of.scale,
    })),
    eligible: asked.flatMap((s) =>
      Object.entries(answers[s.id] ?? {}).map(([membership, counts]) => ({
        session: id,
        statement: s.id,
        round: 1 as const,
        membership,
        n: counts.reduce((a, b) => a + b, 0),
      })),
    ),
    responses: asked.flatMap((s, i) =>
      Object.entries(answers[s.id] ?? {}).flatMap(([membership, counts]) =>
        counts.flatMap((n, code) =>
          Array.from({ length: n }, (_, at) => ({
            board: i + 1,
            tag: `${id}-${membership}-${i}-${code}-${at}`,
            membership,
            answer: code + 1,
            comment: '',
            audience: 'room' as const,
            quote: false,
            shown: false,
            channel: 'phone' as const,
            person: null,
          })),
        ),
      ),
    ),
  };
}

/** Everything of three waves, each held once. */
export async function holdWaves(
  store: Pick<Store, 'saveConsultation' | 'addSealed'>,
  which: readonly (1 | 2 | 3)[] = [1, 2, 3],
): Promise<void> {
  const waves = {
    1: [firstWave(), '2024-05-14', FIRST_ANSWERS],
    2: [secondWave(), '2025-05-12', SECOND_ANSWERS],
    3: [thirdWave(), '2026-05-11', THIRD_ANSWERS],
  } as const;
  for (const n of which) {
    const [consultation, date, answers] = waves[n];
    await store.saveConsultation(consultation, null);
    await store.addSealed(sitting(consultation, `held${n}`, date, answers));
  }
}
