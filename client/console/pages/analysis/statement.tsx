/** One statement in full: its wordings, then each round with sentence, chart and table, and what moved. */
import { isSilent } from '../../../../core/analysis/parts.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import { figuresOf } from '../../../../core/analysis/lines.ts';
import { reachOf } from '../../../../core/chart/reach.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import { CommentsBox } from './comments.tsx';
import { useAnalysis } from './context.ts';
import { RoundFigure, RoundTable } from './figure.tsx';
import { MovedPart } from './moved.tsx';
import { Statistics } from './statistics.tsx';
import { statementEvidence } from '../../../../core/recommendations/rests.ts';
import { Resting } from '../../recommendations/rests.tsx';
import { WallPhotos } from './wallPhotos.tsx';

/**
 * @param props.comments its comments are open at once
 * @param props.postit `commentKey` of the one among them that a link led to; empty: none
 */
export function StatementFull(props: { line: Line; comments: boolean; postit: string }) {
  const { line, comments, postit } = props;
  const { id, page, parts, view, recommendations } = useAnalysis();
  const { statement, rows } = line;
  // A statement that no session got to keeps its place, with nobody in it.
  const held: readonly (1 | 2)[] = statement.rounds.length === 0 ? [1] : statement.rounds;
  const rounds = held.map((round) => ({
    round,
    figures: figuresOf(rows, statement, round, parts, view.chosen.sessions).filter(
      ({ part, figure }) => part.kind === 'everyone' || !isSilent(figure),
    ),
  }));
  const all = rounds.flatMap(({ figures }) => figures.map(({ figure }) => figure));
  const reach = reachOf(all, view.neutral);
  const [before, after] = rounds;
  return (
    <section class="statement-full" aria-labelledby={`full-${line.number}`}>
      <h3 id={`full-${line.number}`} class="full-title" dir="auto">
        {statement.text}
      </h3>
      <Wordings line={line} groups={page.groups} />
      {statement.versionsAnswered.length > 1 && (
        <p class="hint">
          {say('res.versions', { versions: sayList(statement.versionsAnswered.map(String)) })}
        </p>
      )}
      {statement.apart > 0 && <p class="hint">{say('an.scales', { n: statement.apart })}</p>}
      <div class={rounds.length > 1 ? 'rounds rounds-two' : 'rounds'}>
        {rounds.map(({ round, figures }) => (
          <RoundFigure
            key={round}
            line={line}
            round={round}
            named={rounds.length > 1}
            figures={figures}
            reach={reach}
          />
        ))}
      </div>
      {rounds.map(({ round, figures }) => (
        <RoundTable key={round} line={line} round={round} named={rounds.length > 1} figures={figures} />
      ))}
      {before !== undefined && after !== undefined && (
        <MovedPart line={line} before={before.figures} after={after.figures} />
      )}
      {view.extras.length > 0 &&
        rounds.map(({ round, figures }) => (
          <Statistics key={round} line={line} round={round} named={rounds.length > 1} figures={figures} />
        ))}
      <Resting
        consultation={id}
        all={recommendations}
        keys={[statementEvidence(statement.id)]}
        text={statement.text}
      />
      <WallPhotos statement={statement.id} />
      <CommentsBox statement={statement.id} first={comments} postit={postit} />
    </section>
  );
}

function Wordings({ line, groups }: { line: Line; groups: readonly { id: string; label: string }[] }) {
  const { wordings } = line.statement;
  if (wordings.length < 2) return null;
  return (
    <details class="wordings">
      <summary>{say('res.wordings')}</summary>
      <ul>
        {wordings.map((w) => (
          <li key={`${w.group ?? ''} ${w.lang}`} lang={w.lang}>
            {say('res.for', {
              group: groups.find((g) => g.id === w.group)?.label ?? say('res.everyone'),
              text: w.text,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
