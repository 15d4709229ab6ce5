/** Who spoke: by attributes, never by a name, and a throwaway number that keeps one speaker's points together. */
import type { Description } from '../../../core/talk/api.ts';
import type { PointFields } from '../../../core/talk/types.ts';
import type { Scribe } from './scribe.ts';
import { describe, say } from './words.ts';

const NOBODY: Description = { group: '', gender: '', ageBand: '' };

interface Choice {
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
  return [NOBODY, ...(session.length > 0 ? session : groups)].map((one) => ({
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
 * Chooses by the number of a choice, at once: whoever types fast presses it before the list is on the screen.
 *
 * @returns whether a list is open
 */
export function chooseSpeaker(scribe: Scribe, digit: number): boolean {
  const picking = scribe.picking.peek();
  if (picking !== 'speaker' && picking !== 'person') return false;
  const marks = scribe.marks.peek();
  const chosen = (picking === 'speaker' ? descriptions(scribe, marks) : people(scribe, marks))[digit];
  if (chosen !== undefined) {
    chosen.choose();
    scribe.picking.value = 'none';
  }
  return true;
}

/** A list of which the digits choose; the first is 0. */
function Choices({ scribe, label, choices }: { scribe: Scribe; label: string; choices: Choice[] }) {
  const end = (): void => {
    scribe.picking.value = 'none';
  };
  return (
    <div class="speaker-list" role="group" aria-label={label}>
      {choices.map(({ label: words, on, choose }, i) => (
        <button
          type="button"
          key={i}
          class="mark-button"
          aria-pressed={on}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            choose();
            end();
          }}
        >
          <bdi>{words}</bdi> {i < 10 && <kbd aria-hidden="true">{i}</kbd>}
        </button>
      ))}
    </div>
  );
}
