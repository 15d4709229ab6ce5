/** This laptop: how it is, the stick that stands in for it, and what comes from another one. */
import { useState } from 'preact/hooks';
import type { Finding } from '../../../core/laptop.ts';
import type { LaptopPage as Shown } from '../../../core/stick.ts';
import { api } from '../api.ts';
import { sayLaptop, troublesOf } from '../laptopWords.ts';
import { may } from '../staff.ts';
import './pages.css';
import './staff/staff.css';
import './laptop/laptop.css';
import { Elsewhere } from './laptop/elsewhere.tsx';
import { StickPart } from './laptop/stick.tsx';
import { TakePart } from './laptop/take.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';

export default function LaptopPage() {
  const { state, again } = useLoaded(api.laptop);
  const [told, setTold] = useState('');
  return (
    <Shell page={sayLaptop('lap.page')}>
      <div class="staff laptop">
        <h1>{sayLaptop('lap.page')}</h1>
        <p role="status" class="home-told">
          {told}
        </p>
        <Loaded state={state} again={again}>
          {(page) => (
            <>
              <How page={page} />
              <Elsewhere
                items={page.elsewhere}
                done={(words) => {
                  setTold(words);
                  again();
                }}
              />
              {may('PUT /api/stick') && <StickPart page={page} changed={again} />}
              {may('POST /api/stick/take') && <TakePart places={page.stick.places} taken={again} />}
            </>
          )}
        </Loaded>
      </div>
    </Shell>
  );
}

function How({ page }: { page: Shown }) {
  // Whatever is elsewhere has a section of its own.
  const troubles = troublesOf(page.laptop).filter(({ what }) => what !== 'elsewhere');
  const lines = [
    ...page.findings.map(wordsOf),
    ...page.notTakenUp.map((session) => sayLaptop('found.notTakenUp', session)),
  ];
  const well = troubles.length + lines.length === 0;
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
