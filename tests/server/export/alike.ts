/** An export's source in which names, answers and texts look alike, or like something that they are not. */
import type { Answer } from '../../../core/scale.ts';
import type { ExportSource } from '../../../server/export/source.ts';
import { sampleSealed } from '../../../server/use/sample.ts';
import { sourceOf } from './sources.ts';

/** Answers to the first statement by group; everyone in the last one declined. */
const ANSWERS: Record<string, readonly Answer[]> = {
  'staff-1': [1, 1, 2, 3, 3, 4],
  'staff-2': [2, 3, 3, 4, 4, 5, 5, 'n'],
  'number-1': [3, 4],
  'number-2': [3, 4],
  letter: ['n', 'n'],
};
const LABELS = ['Staff', 'Staff', '001', '1', 'T'];

/**
 * One unlinked session of five groups, two of them called "Staff", one "001" and one "1"; a scale that
 * has one label three times; a second statement that everyone declined; comments like "007".
 */
export async function alikeSource(): Promise<ExportSource> {
  const { consultation, sessions } = await sampleSealed();
  const [like] = sessions;
  if (like === undefined) throw new Error('the sample has sessions');
  const groups = Object.keys(ANSWERS).map((id, i) => ({ id, label: LABELS[i] ?? '', roomLabel: '' }));
  const scale = { kind: 'own' as const, labels: ['No', '–', '–', '–', 'Yes'], declines: ['n' as const] };
  const statements = consultation.statements.slice(0, 2).map((s, i) => ({
    ...s,
    wordings: [{ group: null, lang: 'en', text: ['007', 'F'][i] ?? '' }],
  }));
  const answers = Object.entries(ANSWERS).flatMap(([group, list]) =>
    list.map((answer) => ({ membership: group, answer })),
  );
  const sealed = {
    session: {
      ...like.session,
      groups: groups.map((g) => g.id),
      twoGroups: false,
      attendance: [],
      others: [],
    },
    boards: like.boards
      .slice(0, 2)
      .map((board, i) => ({ ...board, wordings: statements[i]?.wordings ?? [], scale })),
    responses: like.boards.slice(0, 2).flatMap(({ n }) =>
      answers.map(({ membership, answer }, i) => ({
        board: n,
        tag: `tag-${n}-${i}`,
        membership,
        answer: n === 1 ? answer : ('n' as const),
        comment: ['007', '1e5', 'T', ''][i % 4] ?? '',
        audience: 'room' as const,
        quote: true,
        shown: false,
        channel: 'phone' as const,
        person: null,
      })),
    ),
    eligible: [],
  };
  return sourceOf({ ...consultation, sample: false, groups, scale, statements }, [sealed]);
}
