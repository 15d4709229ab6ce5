/** A pasted list of statements with what was understood of it, as it is typed. */
import { readStatementList } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { codePoints } from '../../../../core/text.ts';
import { say } from '../say.ts';
import { TextField } from './fields.tsx';

export function PasteList(props: { path: string; value: string; onInput: (value: string) => void }) {
  const list = readStatementList(props.value);
  const long = list.filter((text) => codePoints(text) > LIMITS.statementText).length;
  return (
    <div class="paste">
      <TextField
        path={props.path}
        label={say('paste.list')}
        hint={say('paste.list.hint')}
        value={props.value}
        onInput={props.onInput}
        area
        rows={7}
      />
      <section class="understood" aria-label={say('paste.understood', { n: list.length })} aria-live="polite">
        {list.length === 0 ? (
          <p class="quiet">{say('paste.nothing')}</p>
        ) : (
          <>
            <p class="understood-title">{say('paste.understood', { n: list.length })}</p>
            {long > 0 && <p class="fault">{say('paste.long', { n: long, most: LIMITS.statementText })}</p>}
            {/* A long list scrolls, so it has to be reachable by keyboard. */}
            <ol tabIndex={0} aria-label={say('paste.understood', { n: list.length })}>
              {list.map((text, i) => (
                <li key={i} dir="auto">
                  {text}
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
    </div>
  );
}
