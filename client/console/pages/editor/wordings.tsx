/** A statement's further wordings, each for a group or language. */
import type { Statement } from '../../../../core/consultation.ts';
import { changeStatement, removeWording } from '../edits.ts';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { DocField } from './docField.tsx';
import { emptyWords, whoOf } from './whoOf.ts';

export function Wordings(props: { statement: Statement; path: string; frozen: boolean }) {
  const { statement, path, frozen } = props;
  const { desk, doc, done, focusNext } = useEditing();
  return (
    <>
      {statement.wordings.slice(1).map((wording, k) => {
        const index = k + 1;
        const who = whoOf(doc, wording);
        return (
          <div key={`${wording.group ?? ''} ${wording.lang}`} class="wording">
            <DocField
              path={`${path}.wordings.${index}.text`}
              label={who}
              value={wording.text}
              lang={wording.lang}
              area
              rows={1}
              leftEmpty={emptyWords(doc, wording)}
              readOnly={frozen}
              put={(d, text) =>
                changeStatement(d, statement.id, (s) => ({
                  ...s,
                  wordings: s.wordings.map((w, i) => (i === index ? { ...w, text } : w)),
                }))
              }
            />
            {!frozen && (
              <button
                type="button"
                class="icon"
                aria-label={say('wording.remove', { who })}
                onClick={() => {
                  desk.change((d) => changeStatement(d, statement.id, (s) => removeWording(s, index)), null);
                  done(say('wording.removed'), true);
                  focusNext('notice-undo');
                }}
              >
                <span aria-hidden="true">✕</span>
              </button>
            )}
          </div>
        );
      })}
    </>
  );
}
