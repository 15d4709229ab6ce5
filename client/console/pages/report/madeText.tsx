/**
 * A text that is made from the figures until somebody changes it. What was changed stays when the
 * figures change; the page then says so and shows what would be made now.
 */
import type { Edited } from '../../../../core/report/document.ts';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useWriting } from './context.ts';
import { originOf, typed } from './edits.ts';

interface Props {
  path: string;
  label: string;
  hint?: string | undefined;
  /** As the program makes it now. */
  made: string;
  edited: Edited | undefined;
  rows?: number;
  /** Keeps what was written; undefined: back to what is made. */
  put: (edited: Edited | undefined, field: string | null) => void;
}

export function MadeText({ path, label, hint, made, edited, rows = 3, put }: Props) {
  const { desk } = useWriting();
  const origin = originOf(edited, made);
  return (
    <div class={`made made-${origin}`}>
      <TextField
        path={path}
        label={label}
        hint={hint}
        area
        rows={rows}
        value={edited?.text ?? made}
        onInput={(text) => put(typed(edited, made, text), path)}
        onBlur={() => desk.settle()}
      />
      <p class="made-origin">{say(`rep.made.${origin}`)}</p>
      {edited !== undefined && (
        <div class={origin === 'stale' ? 'made-now' : ''}>
          {origin === 'stale' && (
            <>
              <p>{say('rep.made.now')}</p>
              <blockquote dir="auto">{made === '' ? say('rep.made.empty') : made}</blockquote>
            </>
          )}
          <div class="row">
            {origin === 'stale' && (
              <button
                type="button"
                class="button small"
                aria-label={say('rep.made.keep.of', { label })}
                onClick={() => put({ ...edited, from: made }, null)}
              >
                {say('rep.made.keep')}
              </button>
            )}
            <button
              type="button"
              class={origin === 'stale' ? 'button small' : 'button small button-quiet'}
              aria-label={say('rep.made.back.of', { label })}
              onClick={() => put(undefined, null)}
            >
              {say('rep.made.back')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
