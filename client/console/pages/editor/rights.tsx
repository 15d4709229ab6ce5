/** Until when answers can be taken out and are kept, people under 18, and the sheets that say all that. */
import type { Session } from '../../../../core/session.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { sheetPath } from '../../api.ts';
import { sayDate } from '../../words.ts';
import { Checks } from '../parts/choices.tsx';
import { TextField } from '../parts/fields.tsx';
import '../rights.css';
import { say } from '../say.ts';
import { DocField } from './docField.tsx';
import { useEditing } from './context.ts';
import { Part } from './part.tsx';

const VOICE = ['space', 'voice', 'audience', 'influence'] as const;
const NO_VOICE = { space: '', voice: '', audience: '', influence: '' };
const SHEETS = ['privacy', 'consent', 'impact'] as const;

export function RightsPart({ sessions }: { sessions: readonly Session[] }) {
  const { desk, doc } = useEditing();
  return (
    <Part name="rights">
      <div class="grid">
        <TextField
          path="withdrawDays"
          label={say('rights.withdrawDays')}
          hint={say('rights.withdrawDays.hint')}
          type="number"
          max={LIMITS.withdrawDays.most}
          value={String(doc.withdrawDays)}
          onInput={(text) => {
            const days = Math.min(LIMITS.withdrawDays.most, Math.max(0, Math.round(Number(text) || 0)));
            desk.change((d) => ({ ...d, withdrawDays: days }), 'withdrawDays');
          }}
          onBlur={() => desk.settle()}
        />
        <DocField
          path="words.withdrawUntil"
          label={say('rights.withdrawUntil')}
          value={doc.words.withdrawUntil}
          put={(d, text) => ({ ...d, words: { ...d.words, withdrawUntil: text } })}
        />
        <TextField
          path="keepUntil"
          label={say('rights.keepUntil')}
          hint={say('rights.keepUntil.hint')}
          type="date"
          value={doc.keepUntil}
          caution={toldWords(sessions, doc.keepUntil)}
          onInput={(keepUntil) => desk.change((d) => ({ ...d, keepUntil }), 'keepUntil')}
          onBlur={() => desk.settle()}
        />
        <Checks
          path="under18"
          legend={say('rights.under18')}
          value={doc.under18 ? ['yes'] : []}
          options={[{ value: 'yes', label: say('rights.under18.yes') }]}
          onChange={(_, on) => desk.change((d) => ({ ...d, under18: on }), null)}
        />
      </div>
      {doc.under18 && (
        <fieldset class="choices">
          <legend>{say('voice.legend')}</legend>
          <p class="hint">{say('voice.hint')}</p>
          {VOICE.map((key) => (
            <DocField
              key={key}
              path={`voice.${key}`}
              label={say(`voice.${key}`)}
              area
              value={doc.voice?.[key] ?? ''}
              put={(d, text) => ({ ...d, voice: { ...NO_VOICE, ...d.voice, [key]: text } })}
            />
          ))}
        </fieldset>
      )}
      <div class="sheets">
        <h3>{say('sheets.title')}</h3>
        <p class="hint">{say('sheets.hint')}</p>
        <ul>
          {SHEETS.map((name) => (
            <li key={name}>
              <a
                class="button small"
                href={sheetPath(doc.id, name)}
                target="_blank"
                rel="noreferrer"
                onClick={(event) => {
                  // A sheet says what is saved, so it has to be.
                  if (desk.save().is === 'saved') return;
                  event.preventDefault();
                  void desk.flush().then((saved) => saved && window.open(sheetPath(doc.id, name), '_blank'));
                }}
              >
                {say(`sheets.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Part>
  );
}

/** What people were told that the day would break, or that there is none; undefined: nothing to say. */
function toldWords(sessions: readonly Session[], keepUntil: string): string | undefined {
  const days = sessions.flatMap((s) => s.keepUntil ?? []);
  const told = keepUntil === '' ? days : days.filter((day) => day < keepUntil);
  const [first] = told.toSorted();
  if (first === undefined) return keepUntil === '' ? say('rights.keepNone') : undefined;
  return say('rights.told', { n: told.filter((day) => day === first).length, date: sayDate(first) });
}
