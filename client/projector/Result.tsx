/** What stands with the answers of a revealed board: the sentence above, what is counted apart below. */
import type { Figure } from '../../core/results.ts';
import type { Screen } from '../../core/room.ts';
import type { ProjectorBoard } from '../../core/view.ts';
import { AnswerTable } from '../shared/chart/AnswerTable.tsx';
import { DivergingChart } from '../shared/chart/DivergingChart.tsx';
import { FigureTable } from '../shared/chart/FigureTable.tsx';
import { altText, saySentence } from '../../core/chart/words.ts';
import { Fit } from './Fit.tsx';
import { rowsOf } from './rows.ts';
import { say } from './words.ts';

export function SentenceLine({ board }: { board: ProjectorBoard }) {
  if (board.result === null) return null;
  return <p class="sentence">{saySentence(say, board.result.whole, board.scale)}</p>;
}

interface ApartProps {
  board: ProjectorBoard;
  byGroup: boolean;
  /** The picture itself has what is counted apart. */
  counted: boolean;
  /** The picture has a column for each answer, and so no place for comments of those who declined. */
  wall: boolean;
}

/** Declined and missing answers, and why there is no split, each a sentence of its own. */
export function Apart({ board, byGroup, counted, wall }: ApartProps) {
  if (board.result === null) return null;
  const { whole, parts, withheld } = board.result;
  const lines: string[] = [];
  if (!counted && whole.declined.n > 0) lines.push(say('apart.n', { n: whole.declined.n }));
  if (!counted && whole.declined.x > 0) lines.push(say('apart.x', { n: whole.declined.x }));
  if (!counted && whole.notAnswered !== null && whole.notAnswered > 0)
    lines.push(say('apart.none', { n: whole.notAnswered }));
  const declined = board.notes?.filter((note) => typeof note.answer !== 'number').length ?? 0;
  if (wall && declined > 0) lines.push(say('wall.declined', { n: declined }));
  if (byGroup && parts === null && withheld !== null) lines.push(say(`withheld.${withheld}`));
  if (lines.length === 0) return null;
  return (
    <ul class="apart">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface Props {
  board: ProjectorBoard;
  screen: Screen;
}

export function ChartView({ board, screen }: Props) {
  const rows = rowsOf(board, screen.byGroup);
  return (
    <div class={`chart${rows.length > 6 ? ' chart-many' : ''}`}>
      <DivergingChart rows={rows} scale={board.scale} say={say} look={`${screen.theme}${screen.size}`} />
    </div>
  );
}

/** The answers so far, of everyone together: nobody is told apart before the reveal. */
export function LiveChart({ board, figure, screen }: Props & { figure: Figure }) {
  const rows = [{ label: say('row.sofar'), figure }];
  return <DivergingChart rows={rows} scale={board.scale} say={say} look={`${screen.theme}${screen.size}`} />;
}

export function TableView({ board, screen, most }: Props & { most: number }) {
  const rows = rowsOf(board, screen.byGroup);
  const [only] = rows;
  const caption = altText(say, rows, board.scale);
  return (
    <Fit most={most} of={JSON.stringify([rows, board.scale])} class="table">
      {only === undefined || rows.length > 1 ? (
        <FigureTable rows={rows} scale={board.scale} say={say} caption={caption} />
      ) : (
        <AnswerTable figure={only.figure} scale={board.scale} say={say} caption={caption} />
      )}
    </Fit>
  );
}
