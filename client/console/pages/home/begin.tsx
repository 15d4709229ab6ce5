/** The four ways to begin a consultation; one of them is open at a time. */
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../say.ts';
import { FromFile } from './fromFile.tsx';
import { FromList } from './fromList.tsx';
import { FromPolis } from './fromPolis.tsx';
import { FromTemplate } from './fromTemplate.tsx';

const WAYS = {
  template: FromTemplate,
  paste: FromList,
  file: FromFile,
  polis: FromPolis,
} as const satisfies Record<string, FunctionComponent<{ changed: () => void }>>;

type Way = keyof typeof WAYS;

/**
 * @param props.open whether the first way stands open: where there is nothing else to do yet
 * @param props.changed called when something has come into the list and this page stays
 */
export function Begin({ open, changed }: { open: boolean; changed: () => void }) {
  const [way, setWay] = useState<Way | null>(open ? 'template' : null);
  const Panel = way === null ? null : WAYS[way];
  return (
    <section class="begin" aria-labelledby="begin">
      <h2 id="begin">{say('begin.title')}</h2>
      <ul class="ways">
        {(Object.keys(WAYS) as Way[]).map((one) => (
          <li key={one}>
            <button
              type="button"
              class={way === one ? 'way way-open' : 'way'}
              aria-expanded={way === one}
              aria-controls="way-panel"
              onClick={() => setWay(way === one ? null : one)}
            >
              <span class="way-name">{say(`begin.${one}`)}</span>
              <span class="hint">{say(`begin.${one}.hint`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div id="way-panel" class="way-panel" hidden={way === null}>
        {way !== null && <h3>{say(`begin.${way}`)}</h3>}
        {Panel !== null && <Panel changed={changed} />}
      </div>
    </section>
  );
}
