/** The list of statements: add, paste, put in order. */
import { useState } from 'preact/hooks';
import { readStatementList } from '../../../../core/consultation.ts';
import { useLeaving } from '../../leaving.tsx';
import { insertStatements, mainLanguage, moved, newId, newStatement } from '../edits.ts';
import { Dialog } from '../parts/dialog.tsx';
import { fieldId } from '../parts/fields.tsx';
import { PasteList } from '../parts/preview.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { Part } from './part.tsx';
import { Proposals } from './proposals.tsx';
import { StatementCard } from './statementCard.tsx';

export function Statements() {
  const { desk, doc, done, focusNext } = useEditing();
  const [pasting, setPasting] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);

  function add(at: number, texts: readonly string[]): void {
    desk.change((d) => {
      const added = texts.map((text) => newStatement(newId(), mainLanguage(d), text));
      return insertStatements(d, at, added);
    }, null);
    focusNext(fieldId(`statements.${at + texts.length - 1}.wordings.0.text`));
    if (texts.length > 1) done(say('st.pasted', { n: texts.length }), true);
  }

  function move(from: number, to: number): void {
    if (to < 0 || to >= doc.statements.length || from === to) return;
    desk.change((d) => ({ ...d, statements: moved(d.statements, from, to) }), null);
    done(say('st.moved', { n: to + 1, of: doc.statements.length }), false);
  }

  return (
    <Part name="statements">
      {doc.statements.length === 0 && <p class="empty">{say('st.none')}</p>}
      <ol class="statements">
        {doc.statements.map((statement, i) => (
          <li
            key={statement.id}
            class={
              over === i && dragged !== i ? `drop ${(dragged ?? 0) < i ? 'drop-after' : 'drop-before'}` : ''
            }
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(i);
            }}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              move(dragged, i);
            }}
          >
            <StatementCard
              statement={statement}
              index={i}
              add={add}
              move={move}
              drag={(on) => {
                setDragged(on ? i : null);
                setOver(null);
              }}
            />
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" class="button" onClick={() => add(doc.statements.length, [''])}>
          {say('st.add')}
        </button>
        <button type="button" class="button" onClick={() => setPasting(true)}>
          {say('st.paste')}
        </button>
      </div>
      <Proposals />
      {pasting && (
        <PasteDialog
          close={() => setPasting(false)}
          add={(texts) => {
            setPasting(false);
            add(doc.statements.length, texts);
          }}
        />
      )}
    </Part>
  );
}

function PasteDialog(props: { close: () => void; add: (texts: string[]) => void }) {
  const [text, setText] = useState('');
  const list = readStatementList(text);
  const { leave, question } = useLeaving(text.trim() !== '', props.close);
  return (
    <Dialog title={say('st.paste')} wide onClose={leave}>
      <PasteList path="paste-more" value={text} onInput={setText} />
      <div class="row">
        <button
          type="button"
          class="button button-main"
          disabled={list.length === 0}
          onClick={() => props.add(list)}
        >
          {list.length === 0 ? say('paste.do.none') : say('st.paste.do', { n: list.length })}
        </button>
        <button type="button" class="button" onClick={leave}>
          {say('app.cancel')}
        </button>
      </div>
      {question}
    </Dialog>
  );
}
