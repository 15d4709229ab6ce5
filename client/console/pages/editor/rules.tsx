/** Rounds and their order, what may be shown and who approves it, and the languages it is held in. */
import { useState } from 'preact/hooks';
import { INVOLVEMENT, type Consultation, type Involvement } from '../../../../core/consultation.ts';
import { FLOORS, LIMITS } from '../../../../core/limits.ts';
import { languageAndTag, languageName, languagesOffered, tagOf } from '../../languages.ts';
import { removeLanguage } from '../edits.ts';
import { Checks, Radios } from '../parts/choices.tsx';
import { TextField, fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { Part } from './part.tsx';

export function Rules() {
  const { desk, doc } = useEditing();
  return (
    <Part name="rules">
      <Radios
        path="rounds"
        legend={say('rules.rounds')}
        value={doc.rounds === 1 ? '1' : '2'}
        options={(['1', '2'] as const).map((n) => ({ value: n, label: say(`rules.rounds.${n}`) }))}
        onChange={(n) => desk.change((d) => ({ ...d, rounds: n === '1' ? 1 : 2 }), null)}
      />
      {doc.rounds === 2 && (
        <Radios
          path="roundOrder"
          legend={say('rules.order')}
          value={doc.roundOrder}
          options={(['each', 'all'] as const).map((o) => ({ value: o, label: say(`rules.order.${o}`) }))}
          onChange={(roundOrder) => desk.change((d) => ({ ...d, roundOrder }), null)}
        />
      )}
      <Radios
        path="floor"
        legend={say('rules.floor')}
        hint={say('rules.floor.hint')}
        value={String(doc.floor)}
        options={FLOORS.choices.map((n) => ({ value: String(n), label: say('rules.floor.n', { n }) }))}
        onChange={(value) => {
          const floor = FLOORS.choices.find((n) => String(n) === value) ?? doc.floor;
          desk.change((d) => ({ ...d, floor }), null);
        }}
      />
      <Radios
        path="involvement"
        legend={say('rules.involvement')}
        hint={say('rules.involvement.hint')}
        value={doc.involvement ?? ''}
        options={['', ...INVOLVEMENT].map((value) => ({
          value,
          label: say(value === '' ? 'rules.involvement.none' : `rules.involvement.${value as Involvement}`),
        }))}
        onChange={(value) => desk.change((d) => declared(d, value), null)}
      />
      <Releases />
      <Languages />
    </Part>
  );
}

/** Not declared is not there. */
function declared({ involvement: _before, ...rest }: Consultation, value: string): Consultation {
  const involvement = INVOLVEMENT.find((one) => one === value);
  return involvement === undefined ? rest : { ...rest, involvement };
}

function Releases() {
  const { desk, doc } = useEditing();
  const who = ['lead', 'panel'] as const;
  return (
    <>
      <Radios
        path="breakdowns"
        legend={say('rules.breakdowns')}
        hint={say('rules.breakdowns.hint')}
        value={doc.breakdowns}
        options={(['shown', 'hidden'] as const).map((value) => ({
          value,
          label: say(`rules.breakdowns.${value}`),
        }))}
        onChange={(breakdowns) => desk.change((d) => ({ ...d, breakdowns }), null)}
      />
      <Checks
        path="approvals"
        legend={say('rules.approvals')}
        hint={say('rules.approvals.hint')}
        value={doc.approvals}
        options={who.map((value) => ({ value, label: say(`rules.approvals.${value}`) }))}
        onChange={(value, on) => {
          const approvals = who.filter((w) => (w === value ? on : doc.approvals.includes(w)));
          desk.change((d) => ({ ...d, approvals }), null);
        }}
      />
    </>
  );
}

function Languages() {
  const { desk, doc, done, focusNext } = useEditing();
  const [tag, setTag] = useState('');
  const clean = tagOf(tag);
  const unknown = tag.trim() !== '' && clean === '';
  return (
    <fieldset class="choices" id={fieldId('languages')} tabIndex={-1}>
      <legend>{say('rules.languages')}</legend>
      <p class="hint">{say('rules.languages.hint')}</p>
      <ul class="chips">
        {doc.languages.map((lang) => (
          <li key={lang} class="tag">
            {languageAndTag(lang)}
            {doc.languages.length > 1 && (
              <button
                type="button"
                aria-label={say('rules.language.remove', { lang: languageName(lang) })}
                onClick={() => {
                  desk.change((d) => removeLanguage(d, lang), null);
                  done(say('rules.language.removed'), true);
                  focusNext('notice-undo');
                }}
              >
                <span aria-hidden="true">✕</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        class="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          if (clean === '' || doc.languages.includes(clean)) return;
          desk.change((d) => ({ ...d, languages: [...d.languages, clean] }), null);
          setTag('');
        }}
      >
        <TextField
          path="language"
          label={say('rules.language.add')}
          value={tag}
          onInput={setTag}
          class="short"
          options={languagesOffered().map((one) => languageAndTag(one.tag))}
          caution={unknown ? say('rules.language.unknown') : undefined}
        />
        <button
          type="submit"
          class="button"
          disabled={clean === '' || doc.languages.includes(clean) || doc.languages.length >= LIMITS.languages}
        >
          {say('rules.language.do')}
        </button>
      </form>
    </fieldset>
  );
}
