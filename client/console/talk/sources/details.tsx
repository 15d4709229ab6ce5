/** The fields of an interview or document beside its words: of whom, when, who asked, and what was said yes to. */
import { useId } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { INTERVIEWERS, type Interviewer, type SourceFields } from '../../../../core/talk/sources.ts';
import { languageAndTag } from '../../languages.ts';
import { sayDate } from '../../words.ts';
import { sayText } from './words.ts';

interface Props {
  about: TalkAbout;
  fields: SourceFields;
  set: (more: Partial<SourceFields>) => void;
}

export function Consent({ fields, set }: Omit<Props, 'about'>) {
  return (
    <fieldset class="source-consent">
      <legend>{sayText('edit.consent')}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={fields.mayUse}
          onChange={(event) => set({ mayUse: event.currentTarget.checked })}
        />
        <span>{sayText('edit.use')}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={fields.mayQuote}
          onChange={(event) => set({ mayQuote: event.currentTarget.checked })}
        />
        <span>{sayText('edit.quote')}</span>
      </label>
      {!fields.mayUse && <p class="soft">{sayText('edit.use.no')}</p>}
    </fieldset>
  );
}

export function Details({ about, fields, set }: Props) {
  const people = about.sessions.flatMap(({ descriptions }) => descriptions);
  return (
    <fieldset class="source-details">
      <legend>{sayText('edit.who')}</legend>
      <Choice
        label={sayText('edit.group')}
        value={fields.group}
        none={sayText('edit.group.none')}
        choices={about.groups.map(({ id, label }) => [id, label])}
        choose={(group) => set({ group })}
      />
      <Known
        label={sayText('edit.gender')}
        value={fields.gender}
        known={people.map(({ gender }) => gender)}
        type={(gender) => set({ gender })}
      />
      <Known
        label={sayText('edit.age')}
        value={fields.ageBand}
        known={people.map(({ ageBand }) => ageBand)}
        type={(ageBand) => set({ ageBand })}
      />
      {fields.form === 'interview' && (
        <Choice
          label={sayText('edit.interviewer')}
          value={fields.interviewer}
          none={sayText('edit.interviewer.none')}
          choices={INTERVIEWERS.map((one) => [one, sayText(`interviewer.${one}`)])}
          choose={(who) => set({ interviewer: who as Interviewer })}
        />
      )}
      <label class="field">
        <span>{sayText('edit.day')}</span>
        <input
          type="date"
          class="select"
          value={fields.day}
          onInput={(event) => set({ day: event.currentTarget.value })}
        />
      </label>
      <Choice
        label={sayText('edit.session')}
        value={about.sessions.some(({ id }) => id === fields.session) ? fields.session : ''}
        none={sayText('edit.session.none')}
        choices={about.sessions.map(({ id, name, date }) => [id, `${name}, ${sayDate(date)}`])}
        choose={(session) => set({ session })}
      />
      {(about.languages.length > 1 || !about.languages.includes(fields.language)) && (
        <Choice
          label={sayText('edit.language')}
          value={fields.language}
          choices={[...new Set([...about.languages, fields.language])].map((tag) => [
            tag,
            languageAndTag(tag),
          ])}
          choose={(language) => set({ language })}
        />
      )}
    </fieldset>
  );
}

/** @param props.none what the empty choice is called; absent: one has to be chosen */
export function Choice(props: {
  label: string;
  value: string;
  none?: string;
  choices: readonly (readonly [value: string, label: string])[];
  choose: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select
        class="select"
        value={props.value}
        onChange={(event) => props.choose(event.currentTarget.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What attendance already has is offered; another word may be typed. */
function Known(props: {
  label: string;
  value: string;
  known: readonly string[];
  type: (value: string) => void;
}) {
  const list = useId();
  const known = [...new Set(props.known)].filter((one) => one !== '').toSorted();
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        type="text"
        dir="auto"
        list={list}
        maxLength={LIMITS.label}
        value={props.value}
        onInput={(event) => props.type(event.currentTarget.value)}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </label>
  );
}
