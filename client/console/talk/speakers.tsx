/** Who spoke: by attributes, never by a name, and a throwaway number that keeps one speaker's points together. */
import type { Description } from '../../../core/talk/api.ts';
import type { PointFields } from '../../../core/talk/types.ts';
import type { Scribe } from './scribe.ts';
import { describe, say } from './words.ts';

const NOBODY: Description = { group: '', gender: '', ageBand: '' };

interface Choice {
  /** Typed to choose it. A person has their own number. */
  key: number;
  label: string;
  on: boolean;
  choose: () => void;
}

export function Speakers({ scribe, marks }: { scribe: Scribe; marks: PointFields }) {
  const about = scribe.desk.about.value;
  const picking = scribe.picking.value;
  const told = describe(marks, about);
  const toggle = (which: 'speaker' | 'person') => (): void => {
    scribe.picking.value = picking === which ? 'none' : which;
  };
  const sealed = scribe.sealed.value;
  return (
    <div class="mark-set speakers">
      <button
        type="button"
        class="mark-button"
        aria-expanded={picking === 'speaker'}
        onMouseDown={(event) => event.preventDefault()}
        onClick={toggle('speaker')}
      >
        {say('speaker')}
        {told !== '' && (
          <>
            {': '}
            <bdi>{told}</bdi>
          </>
        )}{' '}
        <kbd aria-hidden="true">s</kbd>
      </button>
      {!sealed && (
        <button
          type="button"
          class="mark-button"
          aria-expanded={picking === 'person'}
          title={say('speaker.keep.hint')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={toggle('person')}
        >
          {marks.person === 0 ? say('speaker.keep') : say('speaker.person', { n: marks.person })}{' '}
          <kbd aria-hidden="true">p</kbd>
        </button>
      )}
      {picking === 'speaker' && (
        <Choices scribe={scribe} label={say('speaker')} choices={descriptions(scribe, marks)} />
      )}
      {picking === 'person' && (
        <Choices scribe={scribe} label={say('speaker.keep')} choices={people(scribe, marks)} />
      )}
    </div>
  );
}

function descriptions(scribe: Scribe, marks: PointFields): Choice[] {
  const about = scribe.desk.about.value;
  const session = about?.sessions[0]?.descriptions ?? [];
  const groups = (about?.groups ?? []).map(({ id }) => ({ ...NOBODY, group: id }));
  return [NOBODY, ...(session.length > 0 ? session : groups)].map((one, i) => ({
    key: i,
    label: one === NOBODY ? say('speaker.none') : describe(one, about),
    on: one.group === marks.group && one.gender === marks.gender && one.ageBand === marks.ageBand,
    choose: () => scribe.mark({ group: one.group, gender: one.gender, ageBand: one.ageBand }),
  }));
}

/** Those that have a number in this session, with what is known of them, and a new one. */
function people(scribe: Scribe, marks: PointFields): Choice[] {
  const { points, about } = scribe.desk;
  const known = new Map<number, Description>();
  for (const point of points.value) {
    if (point.person === 0) continue;
    const before = known.get(point.person) ?? NOBODY;
    known.set(point.person, describe(point, about.value) === '' ? before : point);
  }
  const next = Math.max(0, ...known.keys(), marks.person) + 1;
  const numbers = [...new Set([...known.keys(), ...(marks.person > 0 ? [marks.person] : [])])].toSorted(
    (a, b) => a - b,
  );
  return [0, ...numbers, next].map((n) => {
    const one = known.get(n) ?? NOBODY;
    const words = describe(one, about.value);
    const name = n === 0 ? say('speaker.none') : say('speaker.person', { n });
    const label = n === next ? say('speaker.new') : words === '' ? name : `${name}: ${words}`;
    return {
      key: n,
      label,
      on: marks.person === n,
      choose: () => {
        // What is known of them comes along, unless something was chosen already.
        const take = describe(marks, about.value) === '' && words !== '';
        const { group, gender, ageBand } = one;
        scribe.mark({ person: n, ...(take ? { group, gender, ageBand } : {}) });
      },
    };
  });
}

/**
 * Chooses by the number of a choice, at once where no longer number begins with it: whoever types fast presses it
 * before the list is on the screen. Else a second digit makes the longer one, and any other key means the short one
 * and does its own work besides.
 *
 * @returns whether the key was for the list that is open
 */
export function chooseSpeaker(scribe: Scribe, key: string): boolean {
  const picking = scribe.picking.peek();
  if (picking !== 'speaker' && picking !== 'person') return false;
  const marks = scribe.marks.peek();
  const choices = picking === 'speaker' ? descriptions(scribe, marks) : people(scribe, marks);
  const before = scribe.digits.peek();
  const choose = (number: string): boolean => {
    const chosen = choices.find((one) => String(one.key) === number);
    if (chosen === undefined) return false;
    chosen.choose();
    scribe.picking.value = 'none';
    return true;
  };
  if (/^\d$/.test(key)) {
    const typed = before + key;
    if (
      choices.some((one) => one.key >= 10 && one.key > Number(typed) && String(one.key).startsWith(typed))
    ) {
      scribe.digits.value = typed;
      scribe.told.value = say('speaker.digits', { number: typed });
      return true;
    }
    // A digit that makes no number is about something else, once the one before it is done.
    return choose(typed) || before === '' || !choose(before);
  }
  if (before !== '' && key !== 'Escape') choose(before);
  return false;
}

/** A list of which numbers choose; the first is 0. */
function Choices({ scribe, label, choices }: { scribe: Scribe; label: string; choices: Choice[] }) {
  const end = (): void => {
    scribe.picking.value = 'none';
  };
  const typed = scribe.digits.value;
  return (
    <div
      class={choices.length > 10 ? 'speaker-list speaker-many' : 'speaker-list'}
      role="group"
      aria-label={label}
    >
      {typed !== '' && <p class="speaker-typed">{say('speaker.digits', { number: typed })}</p>}
      {choices.map(({ key, label: words, on, choose }) => (
        <button
          type="button"
          key={key}
          class={typed !== '' && !String(key).startsWith(typed) ? 'mark-button speaker-other' : 'mark-button'}
          aria-pressed={on}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            choose();
            end();
          }}
        >
          <bdi>{words}</bdi> <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
    </div>
  );
}
