/** This laptop: how it is, the stick that stands in for it, and what comes from another one. */
import { useRef, useState } from 'preact/hooks';
import type { Finding } from '../../../core/laptop.ts';
import type { LaptopPage as Shown } from '../../../core/stick.ts';
import { api } from '../api.ts';
import { sayLaptop, troublesOf } from '../laptopWords.ts';
import { may } from '../staff.ts';
import './pages.css';
import './staff/staff.css';
import './laptop/laptop.css';
import { Lost } from './laptop/aside.tsx';
import { Elsewhere, GoTo, type Opened } from './laptop/elsewhere.tsx';
import { StickPart } from './laptop/stick.tsx';
import { TakePart } from './laptop/take.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';

export default function LaptopPage() {
  const { state, again } = useLoaded(api.laptop);
  const [told, setTold] = useState<{ words: string; opened: Opened | null } | null>(null);
  // As it was when the page was opened: what was taken over must not jump away from whoever took it.
  const takeFirst = useRef<boolean | null>(null);
  if (state.is === 'here') takeFirst.current ??= state.value.idle;
  return (
    <Shell page={sayLaptop('lap.page')}>
      <div class="staff laptop">
        <h1>{sayLaptop('lap.page')}</h1>
        <div role="status" class="home-told laptop-told">
          {told !== null && <p>{told.words}</p>}
          {told?.opened != null && <GoTo {...told.opened} />}
        </div>
        <Loaded state={state} again={again}>
          {(page) => {
            const take = may('POST /api/stick/take') && (
              <TakePart key="take" places={page.stick.places} taken={again} />
            );
            return (
              <>
                <Elsewhere
                  items={page.elsewhere}
                  done={(words, opened) => {
                    setTold({ words, opened });
                    again();
                  }}
                />
                <Lost
                  page={page}
                  done={(words) => {
                    setTold({ words, opened: null });
                    again();
                  }}
                />
                {takeFirst.current === true && take}
                <How page={page} />
                {may('PUT /api/stick') && <StickPart page={page} changed={again} />}
                {takeFirst.current !== true && take}
              </>
            );
          }}
        </Loaded>
      </div>
    </Shell>
  );
}

function How({ page }: { page: Shown }) {
  // Whatever is elsewhere has a section of its own.
  const troubles = troublesOf(page.laptop).filter(({ what }) => what !== 'elsewhere');
  const lines = page.findings.map(wordsOf);
  const well = troubles.length + lines.length === 0;
  // Beside a question that waits, "nothing is wrong" would be taken for the answer.
  if (well && page.elsewhere.length + page.notTakenUp.length > 0) return null;
  return (
    <section aria-labelledby="how">
      <h2 id="how">{sayLaptop('lap.how')}</h2>
      {well && <p class="laptop-well">{sayLaptop('lap.well')}</p>}
      {!well && (
        <ul class="laptop-lines">
          {troubles.map(({ what, title, text }) => (
            <li key={what} class={what === 'saving' ? 'laptop-stop' : ''}>
              <strong>{title}</strong> {text}
            </li>
          ))}
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function wordsOf(finding: Finding & { name?: string }): string {
  const { name = 'session' in finding ? finding.session : '' } = finding;
  const minute = 'minute' in finding ? finding.minute : '';
  return sayLaptop(`found.${finding.is}`, { name, minute });
}
