/** Opinion groups: people who answered alike. Looked for only when somebody asks for it. */
import { useCallback, useState } from 'preact/hooks';
import type { OpinionPage } from '../../../../core/api.ts';
import type { Shared as SharedStatement } from '../../../../core/opinion/marks.ts';
import { api } from '../../api.ts';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { say } from '../say.ts';
import { useAnalysis } from './context.ts';

/** Statements that all groups share which are shown until more are asked for. */
const AT_FIRST = 10;

export function Opinion() {
  const { page, view } = useAnalysis();
  const [asked, setAsked] = useState(false);
  const linked = page.sessions.some(
    ({ id, mode }) =>
      mode === 'linked' && (view.chosen.sessions.length === 0 || view.chosen.sessions.includes(id)),
  );
  return (
    <section class="opinion" aria-labelledby="opinion">
      <h2 id="opinion">{say('op.title')}</h2>
      <p>{say('op.is')}</p>
      <p class="hint">{say('op.is.not')}</p>
      {!linked && <p>{say('op.none.not-linked')}</p>}
      {linked && !asked && (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {say('op.find')}
        </button>
      )}
      {linked && asked && <Found />}
    </section>
  );
}

function Found() {
  const { id, view } = useAnalysis();
  const { sessions } = view.chosen;
  const load = useCallback(async () => api.opinion(id, sessions), [id, sessions]);
  const { state, again } = useLoaded(load);
  return (
    <Loaded state={state} again={again}>
      {(result) => <Groups result={result} />}
    </Loaded>
  );
}

function Groups({ result }: { result: OpinionPage }) {
  const { floor } = useAnalysis().page;
  if (result.kind === 'none') return <p role="status">{say(`op.none.${result.reason}`, { floor })}</p>;
  const { groups, shared, people, statements, leftOut } = result;
  return (
    <>
      <p role="status">
        {say('op.found', { n: groups.length, people, statements })}{' '}
        {leftOut > 0 && say('op.left-out', { n: leftOut })}
      </p>
      <p>{say(`op.clarity.${result.clarity}`)}</p>
      <ol class="opinion-groups">
        {groups.map((group, i) => (
          <li key={i} class="opinion-group">
            <h3>{say('op.group', { letter: letterOf(i) })}</h3>
            <p class="opinion-size">{say('op.size', { n: group.size, of: people })}</p>
            <p>{say(group.marks.length === 0 ? 'op.marks.none' : 'op.marks')}</p>
            <ul>
              {group.marks.map((mark) => (
                <li key={mark.statement}>
                  <StatementText id={mark.statement} />
                  <span class="opinion-mark">
                    {say(`op.mark.${mark.side}`, {
                      n: mark.inside[mark.side],
                      of: mark.inside.n,
                      others: mark.outside[mark.side],
                      all: mark.outside.n,
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <h3>{say('op.shared')}</h3>
      {shared.length === 0 ? (
        <p class="quiet">{say('op.shared.none', { floor })}</p>
      ) : (
        <>
          <Shared list={shared.slice(0, AT_FIRST)} />
          {shared.length > AT_FIRST && (
            <details>
              <summary>{say('an.more', { n: shared.length - AT_FIRST })}</summary>
              <Shared list={shared.slice(AT_FIRST)} />
            </details>
          )}
        </>
      )}
      <p class="hint">{say('op.how')}</p>
    </>
  );
}

/** What all groups share: each statement with how many of each group are on the side. */
function Shared({ list }: { list: readonly SharedStatement[] }) {
  return (
    <ul class="opinion-shared">
      {list.map((one) => (
        <li key={one.statement}>
          <StatementText id={one.statement} />
          <span class="opinion-mark">
            {one.groups
              .map((sides, i) =>
                say(`op.shared.${one.side}`, { letter: letterOf(i), n: sides[one.side], of: sides.n }),
              )
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const letterOf = (i: number): string => String.fromCodePoint(65 + i);

function StatementText({ id }: { id: string }) {
  const statement = useAnalysis().page.statements.find((s) => s.id === id);
  if (statement === undefined) return null;
  return (
    <span class="opinion-statement">
      <span class="statement-number">{statement.number}</span>
      <span dir="auto">{statement.text}</span>
    </span>
  );
}
