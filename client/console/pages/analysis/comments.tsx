/** Comments, on one statement or on all, by answer, and what somebody looks for in them. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommentItem } from '../../../../core/api.ts';
import { api } from '../../api.ts';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { say } from '../say.ts';
import { CommentCard } from './comment.tsx';
import { ALL_COMMENTS, byAnswer, commentKey, sought } from './commentsModel.ts';
import { CommentSearch } from './commentSearch.tsx';
import { useAnalysis } from './context.ts';

/**
 * Fetched when they are opened and not before: they are the most private there is on the page.
 *
 * @param props.statement null: all statements
 * @param props.first whether it is open at first
 * @param props.postit `commentKey` of the one that a link led to; empty: none
 */
export function CommentsBox(props: { statement: string | null; first?: boolean; postit?: string }) {
  const { statement, first = false, postit = '' } = props;
  const [open, setOpen] = useState(first);
  return (
    <details class="comments-box" open={first} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <span class="comments-title">{say(statement === null ? 'com.title.all' : 'com.title')}</span>
      </summary>
      {open && <Comments statement={statement} postit={postit} />}
    </details>
  );
}

function Comments({ statement, postit }: { statement: string | null; postit: string }) {
  const { id } = useAnalysis();
  const load = useCallback(async () => api.comments(id, statement), [id, statement]);
  const { state, again } = useLoaded(load);
  return (
    <Loaded state={state} again={again}>
      {(comments) => <List statement={statement} loaded={comments} postit={postit} />}
    </Loaded>
  );
}

/** Cards that are drawn at first, and more with each press. */
const PAGE = 30;

interface ListProps {
  statement: string | null;
  loaded: readonly CommentItem[];
  postit: string;
}

function List({ statement, loaded, postit }: ListProps) {
  const { page, view, renewed } = useAnalysis();
  const [by, setBy] = useState(ALL_COMMENTS);
  const [most, setMost] = useState(PAGE);
  const { sessions } = view.chosen;
  const comments = loaded
    .filter((c) => sessions.length === 0 || sessions.includes(c.session))
    .map((c) => renewed.get(commentKey(c)) ?? c);
  const of = page.statements.find((s) => s.id === statement) ?? null;
  if (comments.length === 0)
    return <p class="quiet">{say(statement === null ? 'com.none.all' : 'com.none')}</p>;
  const found = sought(comments, by);
  // Over all statements they stand as those do; on one, by what was answered.
  const shown =
    statement === null
      ? page.statements.flatMap((s) => byAnswer(found.filter((c) => c.statement === s.id)))
      : byAnswer(found);
  const there = postit === '' ? -1 : shown.findIndex((c) => commentKey(c) === postit);
  const rows = shown.slice(0, Math.max(most, there + 1));
  const marked = useRef<HTMLLIElement>(null);
  // In the middle, and what the keys are at, as the list is drawn for the first time.
  useLayoutEffect(() => {
    marked.current?.scrollIntoView({ block: 'center' });
    marked.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div class="comments">
      <CommentSearch by={by} change={setBy} statement={of} comments={comments} />
      <p class="quiet" role="status">
        {say('com.found', { n: shown.length, of: comments.length })}
      </p>
      <ul class="comment-list">
        {rows.map((c, i) => (
          <li
            key={commentKey(c)}
            {...(i === there ? { ref: marked, tabIndex: -1, 'aria-current': 'location' as const } : {})}
          >
            <CommentCard comment={c} named={statement === null} />
          </li>
        ))}
      </ul>
      {shown.length > rows.length && (
        <button type="button" class="button" onClick={() => setMost(rows.length + PAGE)}>
          {say('com.more', { n: Math.min(PAGE, shown.length - rows.length) })}
        </button>
      )}
    </div>
  );
}
