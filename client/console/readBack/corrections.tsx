/** Corrections beside what they corrected, wherever that is shown. */
import type { ComponentChildren } from 'preact';
import { capMarks } from '../../../core/text.ts';
import type { Correction } from '../../../core/readBack/types.ts';
import type { StudiesDesk } from '../caseStudies/desk.ts';
import type { Correctable } from './things.ts';
import { introOf, say } from './words.ts';
import './corrections.css';

function correctionsOf(told: StudiesDesk, { about, of }: Pick<Correctable, 'about' | 'of'>): Correction[] {
  return told.corrections.value
    .filter((one) => one.about === about && one.of === of)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export function Corrections(props: {
  told: StudiesDesk;
  /** As it is now. */
  thing: Pick<Correctable, 'about' | 'of' | 'words'>;
  acts?: (one: Correction) => ComponentChildren;
}) {
  const { told, thing, acts } = props;
  const all = correctionsOf(told, thing);
  if (all.length === 0) return null;
  return (
    <ul class="corrections" aria-label={say('corrected')}>
      {all.map((one) => (
        <li key={one.id}>
          <p>
            <span class="soft">{introOf(one, told.about.value)}</span>{' '}
            {one.text !== '' && <strong dir="auto">“{capMarks(one.text)}”</strong>}
          </p>
          {one.was !== thing.words && thing.about !== 'caseStudy' && (
            <p class="soft" dir="auto">
              {say('was.changed', { was: capMarks(one.was) })}
            </p>
          )}
          {one.was !== thing.words && thing.about === 'caseStudy' && (
            <details>
              <summary>{say('was.text')}</summary>
              <p dir="auto">{capMarks(one.was)}</p>
            </details>
          )}
          {one.accepted && <p class="good">{say('accepted')}</p>}
          {acts?.(one)}
        </li>
      ))}
    </ul>
  );
}
