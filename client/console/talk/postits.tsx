/** The post-its beside the points: a point can hang on one, and each can be put under the same themes. */
import { capMarks } from '../../../core/text.ts';
import { useState } from 'preact/hooks';
import { codingKey } from './mirror.ts';
import type { Scribe } from './scribe.ts';
import { begin, say } from './words.ts';

export interface Postit {
  /** `BOARD.COMMENT`. */
  key: string;
  /** Id of its statement. */
  statement: string;
  text: string;
}

/** What the panel shows, or why it does not yet. */
export type PostitsTold = readonly Postit[] | 'asked' | 'failed';

/** As many as a panel shows: a hall has thousands, which are coded by statement. */
const MOST = 150;

export function Postits({ scribe, all }: { scribe: Scribe; all: PostitsTold }) {
  const [every, setEvery] = useState(false);
  const { book, codings } = scribe.desk;
  const { statement, postit: hung } = scribe.marks.value;
  const box = scribe.box.value;
  const told = typeof all === 'string' ? [] : all;
  const wanted = told.filter((one) => every || statement === '' || one.statement === statement);
  return (
    <section class="postits" aria-label={say('postits.title')}>
      <label class="check">
        <input type="checkbox" checked={every} onChange={(event) => setEvery(event.currentTarget.checked)} />
        {say('postits.all')}
      </label>
      {typeof all === 'string' ? (
        <p role="status">{say(`postits.${all}`)}</p>
      ) : (
        wanted.length === 0 && <p class="soft">{say('postits.none')}</p>
      )}
      <ul class="postit-list" tabIndex={0} aria-label={say('postits.title')}>
        {wanted.slice(0, MOST).map((one) => {
          const themes = book.value.of(codings.value.get(codingKey(scribe.session, one.key)) ?? []);
          const coding = box.at === 'postit' && box.key === one.key;
          return (
            <li key={one.key} class="postit" aria-current={coding ? 'true' : undefined}>
              <p dir="auto">{capMarks(one.text)}</p>
              {themes.length > 0 && (
                <p class="point-marks">
                  {themes.map(({ theme }) => (
                    <span key={theme.id} class="point-theme">
                      <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
                      <bdi>{capMarks(theme.name)}</bdi>
                    </span>
                  ))}
                </p>
              )}
              <p class="postit-acts">
                <button
                  type="button"
                  class="button small"
                  aria-label={`${say('postits.code')}: ${begin(one.text)}`}
                  aria-pressed={coding}
                  onClick={() =>
                    scribe.open(coding ? { at: 'new' } : { at: 'postit', key: one.key, text: one.text })
                  }
                >
                  {say('postits.code')}
                </button>
                <button
                  type="button"
                  class="button small"
                  aria-label={`${say('postits.hang')}: ${begin(one.text)}`}
                  aria-pressed={hung === one.key}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    if (scribe.box.peek().at === 'postit') scribe.open({ at: 'new' });
                    scribe.calls.value += 1;
                    scribe.mark({ postit: hung === one.key ? '' : one.key, statement: one.statement });
                  }}
                >
                  {say('postits.hang')}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
