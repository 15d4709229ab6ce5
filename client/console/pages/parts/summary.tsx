/** "There is a problem": what is wrong with a form, each with a link to its field. Takes the focus. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../say.ts';
import type { Fault } from './fields.tsx';
import { fieldId, goToField } from './fields.tsx';

/** Nothing when there are no faults; the focus comes here each time the list is a new one. */
export function Summary({ faults }: { faults: readonly Fault[] }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div class="summary" ref={box} tabIndex={-1} role="alert">
      <h3>{say('app.problem')}</h3>
      <ul>
        {faults.map((fault) => (
          <li key={fault.where + fault.text}>
            {fault.where === '' ? (
              fault.text
            ) : (
              <a
                href={`#${fieldId(fault.where)}`}
                onClick={(event) => {
                  event.preventDefault();
                  goToField(fault.where);
                }}
              >
                {fault.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
