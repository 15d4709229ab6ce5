/** Begin by pasting a list of statements. */
import { useState } from 'preact/hooks';
import { readStatementList } from '../../../../core/consultation.ts';
import { api } from '../../api.ts';
import { Faults, TextField } from '../parts/fields.tsx';
import { PasteList } from '../parts/preview.tsx';
import { Summary } from '../parts/summary.tsx';
import { say } from '../say.ts';
import { useBegin } from './useBegin.ts';

export function FromList() {
  const [title, setTitle] = useState('');
  const [statements, setStatements] = useState('');
  const { busy, faults, fail, begin } = useBegin();
  const n = readStatementList(statements).length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (n === 0) fail('paste', say('paste.error'));
        else
          void begin(async () =>
            api.create({ title: title.trim() === '' ? say('paste.name.default') : title, statements }),
          );
      }}
    >
      <Summary faults={faults} />
      <Faults.Provider value={faults}>
        <TextField
          path="name"
          label={say('paste.name')}
          hint={say('paste.name.hint')}
          value={title}
          onInput={setTitle}
        />
        <PasteList path="paste" value={statements} onInput={setStatements} />
      </Faults.Provider>
      <button type="submit" class="button button-main" disabled={busy}>
        {busy ? say('begin.working') : n === 0 ? say('paste.do.none') : say('paste.do', { n })}
      </button>
    </form>
  );
}
