/** One statement: its wording large, its place in the order, and the rest folded away. */
import type { Statement } from '../../../../core/consultation.ts';
import { readStatementList } from '../../../../core/consultation.ts';
import { changeStatement, removeStatement, sameBefore } from '../edits.ts';
import { fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { DocField } from './docField.tsx';
import { Frozen } from './frozen.tsx';
import { Mover } from './mover.tsx';
import { Proposed } from './proposals.tsx';
import { StatementMore } from './statementMore.tsx';
import { Wordings } from './wordings.tsx';
import { emptyWords, whoOf } from './whoOf.ts';

interface Props {
  statement: Statement;
  index: number;
  add: (at: number, texts: readonly string[]) => void;
  move: (from: number, to: number) => void;
  drag: (on: boolean) => void;
}

export function StatementCard({ statement, index, add, move, drag }: Props) {
  const { desk, doc, done } = useEditing();
  const frozen = desk.frozen().includes(statement.id);
  const answered = frozen || statement.earlier.length > 0;
  const n = index + 1;
  const path = `statements.${index}`;
  const [first] = statement.wordings;
  const twin = sameBefore(
    doc.statements.map((s) => s.wordings[0]?.text ?? ''),
    index,
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
    } else if (event.key === 'Enter' && !event.isComposing) {
      // A statement is one line, so Enter goes on to the next one.
      event.preventDefault();
      add(n, ['']);
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const list = readStatementList(event.clipboardData?.getData('text/plain') ?? '');
    if (list.length < 2) return;
    event.preventDefault();
    const [head = '', ...rest] = list;
    const empty = first?.text === '';
    if (empty) desk.change((d) => changeStatement(d, statement.id, (s) => withFirst(s, head)), null);
    add(n, empty ? rest : list);
  }

  return (
    <article class="statement" id={fieldId(path)} tabIndex={-1} aria-label={say('st.n', { n })}>
      <div class="statement-side">
        <span
          class="statement-number"
          draggable
          title={say('st.drag')}
          aria-hidden="true"
          onDragStart={(event) => {
            event.dataTransfer?.setData('text/plain', String(n));
            drag(true);
          }}
          onDragEnd={() => drag(false)}
        >
          {n}
        </span>
      </div>
      <div class="statement-main">
        {first !== undefined && (
          <DocField
            class="statement-text"
            path={`${path}.wordings.0.text`}
            label={
              statement.wordings.length > 1
                ? say('st.n.who', { n, who: whoOf(doc, first) })
                : say('st.n', { n })
            }
            hideLabel={statement.wordings.length === 1}
            value={first.text}
            lang={first.lang}
            area
            rows={1}
            leftEmpty={emptyWords(doc, first)}
            caution={twin === null ? undefined : say('st.twice', { n: twin + 1 })}
            readOnly={frozen}
            put={(d, text) => changeStatement(d, statement.id, (s) => withFirst(s, text))}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        )}
        {statement.from !== undefined && (
          <Proposed from={statement.from} n={n} repeats={doc.waves !== undefined} />
        )}
        <Wordings statement={statement} path={path} frozen={frozen} />
        {answered && <Frozen statement={statement} n={n} frozen={frozen} />}
        <StatementMore statement={statement} path={path} n={n} frozen={frozen} />
      </div>
      <Mover
        n={n}
        of={doc.statements.length}
        words="st"
        move={(to) => move(index, to - 1)}
        {...(answered
          ? {}
          : {
              remove: () => {
                desk.change((d) => removeStatement(d, statement.id), null);
                done(say('st.removed'), true);
              },
            })}
      />
    </article>
  );
}

/** The statement with another text in its first wording. */
function withFirst(statement: Statement, text: string): Statement {
  return { ...statement, wordings: statement.wordings.map((w, i) => (i === 0 ? { ...w, text } : w)) };
}
