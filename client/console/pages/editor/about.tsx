/** What the consultation is for, and what people are told before they are asked for a yes. */
import { DocField } from './docField.tsx';
import { useEditing } from './context.ts';
import { Part } from './part.tsx';
import { say } from '../say.ts';

const ABOUT = [
  { key: 'aim', area: true, hint: 'about.aim.hint' },
  { key: 'askedBy', area: false, hint: null },
  { key: 'ledBy', area: false, hint: null },
  { key: 'answeredBy', area: false, hint: null },
  { key: 'answerDue', area: false, hint: 'about.answerDue.hint' },
  { key: 'decided', area: true, hint: null },
  { key: 'open', area: true, hint: null },
] as const;

const WORDS = [
  { key: 'dangerTo', area: false, hint: 'words.dangerTo.hint' },
  { key: 'helpFrom', area: true, hint: null },
  { key: 'complainTo', area: true, hint: null },
  { key: 'talkTo', area: false, hint: 'words.talkTo.hint' },
  { key: 'consent', area: true, hint: null },
  { key: 'rights', area: true, hint: null },
] as const;

export function About() {
  const { doc } = useEditing();
  return (
    <Part name="about">
      <div class="grid">
        {ABOUT.map(({ key, area, hint }) => (
          <DocField
            key={key}
            class={key === 'aim' ? 'grid-wide' : ''}
            path={key}
            label={say(`about.${key}`)}
            {...(hint === null ? {} : { hint: say(hint) })}
            value={doc[key]}
            area={area}
            put={(d, text) => ({ ...d, [key]: text })}
          />
        ))}
      </div>
    </Part>
  );
}

export function WordsPart() {
  const { doc } = useEditing();
  return (
    <Part name="words">
      <div class="grid">
        {WORDS.map(({ key, area, hint }) => (
          <DocField
            key={key}
            path={`words.${key}`}
            label={say(`words.${key}`)}
            {...(hint === null ? {} : { hint: say(hint) })}
            value={doc.words[key] ?? ''}
            area={area}
            put={(d, text) => ({ ...d, words: { ...d.words, [key]: text } })}
          />
        ))}
      </div>
      <p>
        <a href={`/console/c/${doc.id}/concerns`}>{say('con.link')}</a>
      </p>
      <p>
        <a href={`/console/c/${doc.id}/alone`}>{say('alone.link')}</a>
      </p>
    </Part>
  );
}
