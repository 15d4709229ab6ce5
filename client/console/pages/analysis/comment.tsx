/** One comment: as it was written, by whom in so far as is known, and whether and how it may be quoted. */
import { useId, useState } from 'preact/hooks';
import type { CommentItem } from '../../../../core/api.ts';
import type { Review } from '../../../../core/report/document.ts';
import { answerWord } from '../../../../core/answers.ts';
import { DEFAULT_SCALE, MARKS, toneOf } from '../../../../core/scale.ts';
import { evidenceKey } from '../../../../core/recommendations/types.ts';
import { capMarks } from '../../../../core/text.ts';
import { Resting } from '../../recommendations/rests.tsx';
import { may } from '../../staff.ts';
import { say, sayRefusal } from '../say.ts';
import { pieces, printed, reviewOf, signsLeft, whyNot } from './commentsModel.ts';
import { useAnalysis } from './context.ts';
import { Publish } from './publish.tsx';

interface Props {
  comment: CommentItem;
  /** Says which statement it is on. */
  named: boolean;
}

export function CommentCard({ comment, named }: Props) {
  const { id, page, decide, recommendations } = useAnalysis();
  const { session: sitting, board, tag } = comment;
  const [failed, setFailed] = useState('');
  const statement = page.statements.find((s) => s.id === comment.statement);
  const scale = statement?.scale ?? DEFAULT_SCALE;
  const [editing, setEditing] = useState(false);
  const text = useId();
  const review = reviewOf(comment);
  const decides = may('PUT /api/consultations/:id/comments');
  const not = whyNot(comment);
  const tone = typeof comment.answer === 'number' ? toneOf(scale, comment.answer) : null;
  const groups = page.groups.filter((g) => comment.groups.includes(g.id)).map((g) => g.label);
  const session = page.sessions.find((s) => s.id === comment.session)?.name ?? '';
  const left = signsLeft(comment).length;
  async function keep(change: (now: CommentItem) => Review): Promise<boolean> {
    const done = await decide(comment, change);
    setFailed(done === true ? '' : sayRefusal(done));
    return done === true;
  }
  const choose = (chosen: boolean): void => void keep((now) => ({ ...reviewOf(now), chosen }));
  return (
    <article class={`said ${review.chosen ? 'said-chosen' : ''} ${tone === null ? '' : `edge-${tone}`}`}>
      <p class="said-text" id={text} dir="auto">
        {pieces(comment).map((piece, i) =>
          piece.found === null ? capMarks(piece.text) : <mark key={i}>{capMarks(piece.text)}</mark>,
        )}
      </p>
      <p class="said-by">
        {named && statement !== undefined && <span>{say('com.on', { n: statement.number })}</span>}
        <span>
          {tone !== null && <span aria-hidden="true">{MARKS[tone]} </span>}
          {answerWord(say, scale, comment.answer)}
        </span>
        {groups.map((label) => (
          <bdi key={label}>{label}</bdi>
        ))}
        {page.sessions.length > 1 && session !== '' && <bdi>{session}</bdi>}
        {comment.round === 2 && <span>{say('res.round.2')}</span>}
      </p>
      <Resting
        consultation={id}
        all={recommendations}
        keys={[evidenceKey({ of: 'postit', session: sitting, board, tag })]}
        text={comment.comment}
        makes={false}
      />
      {not === null && !decides ? null : not === null ? (
        <div class="said-do">
          <label class="check">
            <input
              type="checkbox"
              checked={review.chosen}
              aria-describedby={text}
              onChange={(e) => choose(e.currentTarget.checked)}
            />
            {say('com.choose')}
          </label>
          <button
            type="button"
            class="button small"
            aria-expanded={editing}
            aria-describedby={text}
            onClick={() => setEditing(!editing)}
          >
            {say(editing ? 'com.edit.close' : 'com.edit')}
          </button>
          {left > 0 && <span class="said-signs">{say('com.signs', { n: left })}</span>}
          {review.chosen && printed(comment) !== '' && (
            <span class={review.checked ? 'good' : 'said-signs'}>
              {say(review.checked ? 'com.checked.is' : 'com.checked.not')}
            </span>
          )}
        </div>
      ) : (
        <p class="said-not">{say(`com.not.${not}`)}</p>
      )}
      {failed !== '' && (
        <p class="problem" role="alert">
          {failed}
        </p>
      )}
      {not === null && editing && <Publish comment={comment} keep={keep} />}
      {not === null && !editing && review.published !== null && (
        <p class="said-printed" dir="auto">
          {review.published === '' ? (
            <strong>{say('com.printed.not')}</strong>
          ) : (
            <>
              <strong>{say('com.printed')}</strong> {capMarks(printed(comment))}
            </>
          )}
        </p>
      )}
    </article>
  );
}
