/** The text that may be printed, beside the original, which stays as it was written. */
import { useId, useState } from 'preact/hooks';
import type { CommentItem } from '../../../../core/api.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { capMarks } from '../../../../core/text.ts';
import type { Review } from '../../../../core/report/document.ts';
import { useUnsaved } from '../../useUnsaved.ts';
import { say } from '../say.ts';
import { printed, replaced, retyped, reviewOf, signsLeft } from './commentsModel.ts';

interface Props {
  comment: CommentItem;
  /** Saves a change of what was decided; true when it is saved. */
  keep: (change: (now: CommentItem) => Review) => Promise<boolean>;
}

export function Publish({ comment, keep }: Props) {
  const now = printed(comment);
  /** What is typed over what was to be printed then; once that has changed, it counts no more. */
  const [typing, setTyping] = useState({ over: now, text: now });
  const text = typing.over === now ? typing.text : now;
  // It is saved as the field is left.
  useUnsaved(text !== now);
  const [saved, setSaved] = useState(false);
  const field = useId();
  const original = useId();
  const empty = useId();
  async function save(change: (now: CommentItem) => Review): Promise<void> {
    setSaved(false);
    setSaved(await keep(change));
  }
  /** With what is in the field, also where it has not been left yet. */
  const typed = (of: CommentItem): CommentItem => ({ ...of, review: retyped(of, text) });
  const left = signsLeft(typed(comment));
  const { checked, published } = reviewOf(comment);
  return (
    <div class="publish">
      <div>
        <p class="publish-head">{say('com.original')}</p>
        <p class="publish-original" id={original} dir="auto">
          {capMarks(comment.comment)}
        </p>
        {left.length > 0 && (
          <ul class="signs">
            {left.map((i) => {
              const sign = comment.found[i];
              if (sign === undefined) return null;
              const word = comment.comment.slice(sign.from, sign.to);
              return (
                <li key={i}>
                  <button
                    type="button"
                    class="button small"
                    onClick={() => void save((c) => replaced(typed(c), i))}
                  >
                    {say('com.replace', { word, by: sign.suggestion })}
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <div>
        <label class="publish-head" for={field}>
          {say('com.published')}
        </label>
        <textarea
          id={field}
          rows={4}
          dir="auto"
          maxLength={LIMITS.commentBytes}
          aria-describedby={`${original} ${empty}`}
          value={text}
          onInput={(e) => setTyping({ over: now, text: e.currentTarget.value })}
          onChange={(e) => {
            const { value } = e.currentTarget;
            void save((c) => retyped(c, value));
          }}
        />
        <p class="said-signs" id={empty} role="status">
          {text.trim() === '' ? say('com.printed.not') : ''}
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={checked && text === now}
            onChange={(e) => {
              const on = e.currentTarget.checked;
              void save((c) => ({ ...retyped(c, text), checked: on }));
            }}
          />
          {say('com.check')}
        </label>
        <div class="row">
          {published !== null && (
            <button
              type="button"
              class="button small"
              onClick={() => void save((c) => retyped(c, c.comment))}
            >
              {say('com.back')}
            </button>
          )}
          <span class="quiet" role="status">
            {saved ? say('com.saved') : ''}
          </span>
        </div>
      </div>
    </div>
  );
}
