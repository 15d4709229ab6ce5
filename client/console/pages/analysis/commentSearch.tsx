/** What is looked for among comments: words, a group, an answer, those marked for quoting. */
import type { AnalysisStatement, CommentItem } from '../../../../core/api.ts';
import { answerWord } from '../../../../core/answers.ts';
import type { Answer } from '../../../../core/scale.ts';
import { points } from '../../../../core/scale.ts';
import { say } from '../say.ts';
import type { Sought } from './commentsModel.ts';
import { useAnalysis } from './context.ts';

interface Props {
  by: Sought;
  change: (by: Sought) => void;
  /** Null: all statements, whose scales may differ, so that no answer is offered. */
  statement: AnalysisStatement | null;
  comments: readonly CommentItem[];
}

export function CommentSearch({ by, change, statement, comments }: Props) {
  const { groups } = useAnalysis().page;
  const at = `comments-${statement?.number ?? 'all'}`;
  const label = statement === null ? say('com.search.all') : say('com.search.of', { n: statement.number });
  return (
    <div class="comment-search" role="search" aria-label={label}>
      <label for={`${at}-text`}>
        {say('com.search')}
        <input
          id={`${at}-text`}
          type="text"
          autocomplete="off"
          value={by.text}
          onInput={(e) => change({ ...by, text: e.currentTarget.value })}
        />
      </label>
      {groups.length > 0 && (
        <label for={`${at}-group`}>
          {say('com.group')}
          <select
            id={`${at}-group`}
            value={by.group}
            onChange={(e) => change({ ...by, group: e.currentTarget.value })}
          >
            <option value="">{say('com.all')}</option>
            {groups.map((g) => (
              <option key={g.id} value={g.id}>
                {g.label}
              </option>
            ))}
          </select>
        </label>
      )}
      {statement !== null && (
        <label for={`${at}-answer`}>
          {say('com.answer')}
          <select
            id={`${at}-answer`}
            value={by.answer}
            onChange={(e) => change({ ...by, answer: e.currentTarget.value })}
          >
            <option value="">{say('com.all')}</option>
            {answersOf(statement).map((answer) => (
              <option key={answer} value={String(answer)}>
                {say('com.answer.n', {
                  answer: answerWord(say, statement.scale, answer),
                  n: comments.filter((c) => c.answer === answer).length,
                })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={by.chosen}
          onChange={(e) => change({ ...by, chosen: e.currentTarget.checked })}
        />
        {say('com.chosen.only')}
      </label>
    </div>
  );
}

/** From most agreeing to most disagreeing, then the declined ones. */
function answersOf({ scale }: AnalysisStatement): Answer[] {
  const k = points(scale);
  return [...Array.from({ length: k }, (_, i) => k - i), ...scale.declines];
}
