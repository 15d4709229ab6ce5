/** A statement that was answered: why its wording stays, the way to correct it, and its earlier versions. */
import { useState } from 'preact/hooks';
import type { Statement } from '../../../../core/consultation.ts';
import { fieldId } from '../parts/fields.tsx';
import { say, sayRefusal } from '../say.ts';
import { useEditing } from './context.ts';

export function Frozen({ statement, n, frozen }: { statement: Statement; n: number; frozen: boolean }) {
  const { desk, done, focusNext } = useEditing();
  const [busy, setBusy] = useState(false);
  async function correct(): Promise<void> {
    setBusy(true);
    const result = await desk.correct(statement.id);
    setBusy(false);
    if (result === true) {
      done(say('st.corrected', { n: statement.version + 1 }), false);
      focusNext(fieldId(`statements.${n - 1}.wordings.0.text`));
    } else done(sayRefusal(result), false);
  }
  return (
    <div class="frozen">
      {frozen && (
        <>
          <p>
            <strong>{say('st.frozen')}</strong> {say('st.frozen.words')} {say('st.frozen.remove')}
          </p>
          <button type="button" class="button small" disabled={busy} onClick={() => void correct()}>
            {say('st.correct')}
          </button>
        </>
      )}
      {statement.earlier.length > 0 && (
        <div class="earlier">
          <p class="earlier-title">{say('st.earlier')}</p>
          <ul>
            {statement.earlier.map((e) => (
              <li key={e.version}>
                {say('st.earlier.one', { n: e.version, text: e.wordings[0]?.text ?? '' })}
              </li>
            ))}
          </ul>
          <p class="hint">{say('st.version', { n: statement.version })}</p>
        </div>
      )}
    </div>
  );
}
