/** What the release checker did or found, each in a sentence with the statements it is about. */
import type { ReleaseNote } from '../../../../core/api.ts';
import { sayList } from '../../words.ts';
import { say } from '../say.ts';

/** The statements that a note is about; undefined: all of them. */
export function aboutWords({ statements }: Pick<ReleaseNote, 'statements'>): string | undefined {
  return statements.length === 0
    ? undefined
    : say('make.about', { n: statements.length, numbers: sayList(statements.map(String)) });
}

/** What the report lacks and the team could still give it; it has nothing to do with who could be worked out. */
export function isMissing({ code }: ReleaseNote): boolean {
  return code === 'pictures' || code === 'unheard';
}

export function Notes(props: {
  kind: 'stops' | 'done';
  title: string;
  notes: readonly ReleaseNote[];
  empty?: string;
}) {
  const { kind, title, notes, empty } = props;
  return (
    <section class={kind === 'stops' ? 'problem' : 'release-notes'}>
      <h3>{title}</h3>
      {notes.length === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <ul>
          {notes.map((note) => (
            <li key={`${note.code} ${note.words}`}>
              {note.words} <span class="quiet">{aboutWords(note)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
