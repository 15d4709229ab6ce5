/** Writing a case study, or changing it: saved whole by a press, so that words under a yes never change by the way. */
import { useState } from 'preact/hooks';
import { NEW_CASE_STUDY, type CaseStudy, type CaseStudyFields } from '../../../core/caseStudies/types.ts';
import { yesOf, readOf } from '../../../core/caseStudies/publish.ts';
import { LIMITS } from '../../../core/limits.ts';
import { codePoints } from '../../../core/text.ts';
import { newEntryId } from '../slips/ask.ts';
import { beforeHidden, typedLine, typedText } from '../talk/typed.ts';
import { useUnsaved } from '../useUnsaved.ts';
import type { StudiesDesk } from './desk.ts';
import { say } from './words.ts';

const FIELDS = ['title', 'text', 'group', 'gender', 'ageBand', 'writer'] as const;
type Typed = Pick<CaseStudyFields, (typeof FIELDS)[number]>;

const typedOf = (study: CaseStudyFields): Typed =>
  Object.fromEntries(FIELDS.map((field) => [field, study[field]])) as Typed;

/**
 * @param props.study null: a new one
 * @param props.done told its id, or null where nothing was made
 */
export function StudyForm(props: {
  desk: StudiesDesk;
  study: CaseStudy | null;
  done: (id: string | null) => void;
}) {
  const { desk, done } = props;
  // As it was opened: what another window changes meanwhile is not taken for what was seen here.
  const [before] = useState<CaseStudyFields>(props.study ?? NEW_CASE_STUDY);
  const [typed, setTyped] = useState<Typed>(typedOf(before));
  const [wrong, setWrong] = useState('');
  const about = desk.about.value;
  const changed = FIELDS.filter((field) => typed[field] !== before[field]);
  const type = (field: keyof Typed, value: string): void => {
    setWrong('');
    setTyped({ ...typed, [field]: value });
  };
  useUnsaved(changed.length > 0, desk.typing);
  const save = (): void => {
    const [title, writer, text] = [typedLine(typed.title), typedLine(typed.writer), typedText(typed.text)];
    if (title === null || writer === null || text === null) {
      const bad = title === null ? typed.title : writer === null ? typed.writer : typed.text;
      return setWrong(say('form.hidden', { before: beforeHidden(bad) ?? '' }));
    }
    if (codePoints(text) > LIMITS.caseStudyText)
      return setWrong(say('form.long', { n: LIMITS.caseStudyText }));
    const next: Typed = { ...typed, title, writer, text };
    if (props.study === null) {
      // Whoever presses Save means to keep something: the form stays, and what was chosen with it.
      if (text === '' && title === '') return setWrong(say('form.empty'));
      const key = newEntryId();
      desk.perform([{ of: 'caseStudy', key, was: null, set: { ...NEW_CASE_STUDY, ...next } }]);
      return done(key);
    }
    const moved = FIELDS.filter((field) => next[field] !== before[field]);
    const pick = (from: Typed): Partial<Typed> =>
      Object.fromEntries(moved.map((field) => [field, from[field]]));
    if (moved.length > 0)
      desk.perform([{ of: 'caseStudy', key: props.study.id, was: pick(before), set: pick(next) }]);
    done(props.study.id);
  };
  const leave = (): void => {
    if (changed.length === 0 || wrong === say('form.unsaved')) done(null);
    else setWrong(say('form.unsaved'));
  };
  const groups = about?.groups ?? [];
  const ticked = yesOf(before, groups) === 'stands' || readOf(before, groups) === 'stands';
  return (
    <form
      class="form study-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{say(props.study === null ? 'form.new' : 'form.change')}</h2>
      {ticked && <p class="caution">{say('form.takesBack')}</p>}
      <label class="field">
        <span>{say('form.title')}</span>
        <input
          type="text"
          dir="auto"
          autofocus
          maxLength={LIMITS.title}
          value={typed.title}
          onInput={(event) => type('title', event.currentTarget.value)}
        />
      </label>
      <label class="field study-text-field">
        <span>{say('form.text')}</span>
        <span class="hint">{say('form.text.hint')}</span>
        <textarea
          rows={12}
          dir="auto"
          value={typed.text}
          onInput={(event) => type('text', event.currentTarget.value)}
        />
      </label>
      {about !== null && about.genders.length + about.ageBands.length === 0 && (
        <p class="hint">{say('form.noHeads')}</p>
      )}
      <div class="study-who">
        <Choice
          label={say('form.group')}
          value={typed.group}
          options={about?.groups ?? []}
          choose={(value) => type('group', value)}
        />
        <Choice
          label={say('form.gender')}
          value={typed.gender}
          options={(about?.genders ?? []).map((one) => ({ id: one, label: one }))}
          choose={(value) => type('gender', value)}
        />
        <Choice
          label={say('form.age')}
          value={typed.ageBand}
          options={(about?.ageBands ?? []).map((one) => ({ id: one, label: one }))}
          choose={(value) => type('ageBand', value)}
        />
      </div>
      <label class="field">
        <span>{say('form.writer')}</span>
        <span class="hint">{say('form.writer.hint')}</span>
        <input
          type="text"
          dir="auto"
          maxLength={LIMITS.label}
          value={typed.writer}
          onInput={(event) => type('writer', event.currentTarget.value)}
        />
      </label>
      {wrong !== '' && (
        <p class="bad" role="alert">
          {wrong}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button button-main">
          {say('save')}
        </button>
        <button type="button" class="button" onClick={leave}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly { id: string; label: string }[];
  choose: (value: string) => void;
}) {
  const { value, options } = props;
  const known = value === '' || options.some(({ id }) => id === value);
  return (
    <label class="field">
      <span>{props.label}</span>
      <select class="select" value={value} onChange={(event) => props.choose(event.currentTarget.value)}>
        <option value="">{say('form.untold')}</option>
        {/* What it was told as stays, should attendance not have it any more. */}
        {!known && <option value={value}>{value}</option>}
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
