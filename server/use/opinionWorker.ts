/** The thread that opinion groups are worked out in. */
import type { OpinionPage } from '../../core/api.ts';
import { scaleOf } from '../../core/consultation.ts';
import { opinionGroups } from '../../core/opinion/opinionGroups.ts';
import { points, scaleKey } from '../../core/scale.ts';
import type { Snapshot } from '../store/store.ts';
import { pooledScale } from './analysis.ts';
import { answerWith } from './onSnapshot.ts';
import type { OpinionTask } from './opinion.ts';

async function work(snapshot: Snapshot, task: OpinionTask): Promise<OpinionPage> {
  const stored = await snapshot.consultation(task.consultation);
  if (stored === null) throw new Error('The consultation is gone.');
  const { consultation } = stored;
  const boards = Map.groupBy((await snapshot.figures(task.sessions)).boards, (b) => b.statement);
  const statements = consultation.statements.map((statement) => {
    const own = boards.get(statement.id) ?? [];
    return { id: statement.id, scale: pooledScale(own, scaleOf(consultation, statement)), boards: own };
  });
  const rows = new Map<string, (number | null)[]>();
  for (const [at, { scale, boards: own }] of statements.entries()) {
    // Where someone answered in two rounds, what they came to in the second counts.
    const counted = own.filter((b) => scaleKey(b.scale) === scaleKey(scale));
    for (const board of counted.toSorted((a, b) => a.round - b.round))
      for (const { person, answer } of await snapshot.sealedResponses(board.session, board.n)) {
        if (person === null || typeof answer !== 'number') continue;
        const key = `${board.session} ${person}`;
        const row = rows.get(key) ?? Array.from({ length: statements.length }, () => null);
        row[at] = answer;
        rows.set(key, row);
      }
  }
  // In the order of what was answered, so that nothing depends on who anybody is.
  const answers = [...rows.values()].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  return opinionGroups(
    statements.map(({ id, scale }) => ({ id, points: points(scale) })),
    answers,
    { seed: consultation.id, floor: consultation.floor },
  );
}

answerWith((snapshot, task) => work(snapshot, task as OpinionTask));
