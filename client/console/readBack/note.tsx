/** Noting what people said to one thing: as it stood, in their words, how many, and never who. */
import { useId, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { findPersonal } from '../../../core/personal/findPersonal.ts';
import { VERDICTS, type Verdict } from '../../../core/readBack/types.ts';
import { capMarks, codePoints } from '../../../core/text.ts';
import type { StudiesDesk } from '../caseStudies/desk.ts';
import { newEntryId } from '../slips/ask.ts';
import { begin } from '../talk/words.ts';
import { beforeHidden, typedText } from '../talk/typed.ts';
import { useUnsaved } from '../useUnsaved.ts';
import { sayDate } from '../words.ts';
import { cameTo, dayOf } from './suggested.ts';
import type { Pair } from './pair.ts';
import type { Correctable } from './things.ts';
import { lists, say } from './words.ts';

/** @param props.session the one that is being read back to; empty: none */
export function NoteForm(props: {
  told: StudiesDesk;
  pair: Pair;
  thing: Correctable;
  session: string;
  done: () => void;
}) {
  const { told, pair, done } = props;
  // As it was read out: it may be changed elsewhere while this is typed.
  const [thing] = useState(props.thing);
  const about = told.about.value;
  const [verdict, setVerdict] = useState<Verdict>('notQuite');
  const [text, setText] = useState('');
  const [people, setPeople] = useState('1');
  const [session, setSession] = useState(props.session);
  /** Null: nobody chose one, so that it is the session's. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState('');
  const name = useId();
  const day = chosen ?? (about === null ? '' : dayOf(about, session));
  const came = about === null ? 0 : cameTo(about, session);
  const n = Number(people);
  const whole = Number.isInteger(n) && n >= 1 && n <= LIMITS.peoplePerSession;
  const missing = !whole || day === '' || (verdict !== 'said' && text.trim() === '');
  const signs =
    about === null ? [] : findPersonal(text, about.lists).map(({ from, to }) => `“${text.slice(from, to)}”`);
  useUnsaved(text.trim() !== '', told.typing);
  const save = (agreed: boolean): void => {
    const clean = typedText(text);
    if (clean === null) return setWrong(say('note.hidden', { before: beforeHidden(text) ?? '' }));
    if (codePoints(clean) > LIMITS.pointText) return setWrong(say('accept.long', { n: LIMITS.pointText }));
    // It may be right: a head-count can be wrong as well.
    const more = came > 0 && n > came && !agreed;
    setAsking(more);
    if (more) return;
    pair.perform({
      told: [
        {
          of: 'correction',
          key: newEntryId(),
          was: null,
          set: {
            about: thing.about,
            of: thing.of,
            ofSession: thing.ofSession,
            was: thing.words,
            verdict,
            text: verdict === 'said' ? '' : clean,
            day,
            session,
            people: n,
            accepted: false,
          },
        },
      ],
    });
    done();
  };
  const leave = (): void => {
    if (text.trim() === '' || wrong === say('note.unsaved')) done();
    else setWrong(say('note.unsaved'));
  };
  return (
    <form
      class="form read-note"
      aria-label={`${say('note.do')} ${say('note.of', { words: begin(thing.words) })}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) save(false);
      }}
    >
      <fieldset class="choices read-verdicts">
        <legend>{say('note.verdict')}</legend>
        {VERDICTS.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name={name} checked={verdict === one} onChange={() => setVerdict(one)} />
            {say(`verdict.${one}`)}
          </label>
        ))}
      </fieldset>
      {verdict !== 'said' && (
        <label class="field">
          <span>{say(`note.text.${verdict}`)}</span>
          <textarea
            rows={2}
            dir="auto"
            autofocus
            value={text}
            onInput={(event) => {
              setWrong('');
              setText(event.currentTarget.value);
            }}
          />
        </label>
      )}
      {signs.length > 0 && <p class="caution">{say('note.signs', { list: lists.format(signs) })}</p>}
      <div class="read-facts">
        <label class="field">
          <span>{say('note.people')}</span>
          <span class="hint">{say('note.people.hint')}</span>
          <input
            type="number"
            min={1}
            max={LIMITS.peoplePerSession}
            value={people}
            onInput={(event) => {
              setAsking(false);
              setPeople(event.currentTarget.value);
            }}
          />
        </label>
        <label class="field">
          <span>{say('note.session')}</span>
          <select
            class="select"
            value={session}
            onChange={(event) => {
              setAsking(false);
              setSession(event.currentTarget.value);
            }}
          >
            <option value="">{say('note.session.none')}</option>
            {(about?.sessions ?? []).map((one) => (
              <option key={one.id} value={one.id}>
                {say('session.one', { name: capMarks(one.name), date: sayDate(one.date) })}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('note.day')}</span>
          <input
            type="date"
            max={about?.today}
            value={day}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
        </label>
      </div>
      {wrong !== '' && (
        <p class="bad" role="alert">
          {wrong}
        </p>
      )}
      {asking ? (
        <div role="alert">
          <p class="caution">{say(session === '' ? 'note.many.all' : 'note.many', { n, came })}</p>
          <div class="row">
            <button
              type="button"
              class="button"
              // What was pressed has gone, and the focus with it.
              ref={takeFocus}
              onClick={() => setAsking(false)}
            >
              {say('note.many.change')}
            </button>
            <button type="button" class="button" disabled={missing} onClick={() => save(true)}>
              {say('note.many.save')}
            </button>
          </div>
        </div>
      ) : (
        <div class="row">
          <button type="submit" class="button button-main" disabled={missing}>
            {say('note.save')}
          </button>
          <button type="button" class="button" onClick={leave}>
            {say('note.cancel')}
          </button>
        </div>
      )}
    </form>
  );
}

/** One and the same each time it is drawn, or each letter that is typed elsewhere would bring the focus here. */
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();
