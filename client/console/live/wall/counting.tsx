/** Counting: five large columns, keys, undo, the total beside the heads, and reading it back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { answerLabel, keyOfAnswer, type Answer } from '../../../../core/scale.ts';
import type { ConsoleBoard } from '../../../../core/view.ts';
import { compareHeads } from '../../../../core/wall.ts';
import { Column } from './column.tsx';
import type { WallDesk } from './desk.ts';
import { answersOf, columnsFrom, counted, isSame, keyOf, savedCounts, savedHeads, sumOf } from './model.ts';
import { ReadBack } from './readBack.tsx';
import { say } from './words.ts';
import './counting.css';

/** @param props.group the groups that are counted now; @param props.choices all of them, counted apart */
export function Counting(props: {
  desk: WallDesk;
  board: ConsoleBoard;
  group: readonly string[];
  choices: readonly (readonly string[])[];
  nameOf: (groups: readonly string[]) => string;
}) {
  const { desk, board, group, choices } = props;
  const { scale, n } = board;
  const wall = desk.wall.value;
  const before = wall === null ? {} : savedCounts(wall, n);
  const counts = desk.drafts.value[n] ?? before;
  /** Each as it was pressed, so that undoing one leaves alone what another device has counted since. */
  const [steps, setSteps] = useState<readonly { key: string; by: 1 | -1 }[]>([]);
  const [reading, setReading] = useState(false);
  const [told, setTold] = useState('');
  const answers = answersOf(scale);

  const change = (answer: Answer, by: 1 | -1): void => {
    const next = counted(counts, keyOf(group, answer), by);
    if (next === null) return;
    setSteps([...steps, { key: keyOf(group, answer), by }]);
    desk.draft(n, next);
    setTold(say('column.count', { answer: answerLabel(scale, answer), n: next[keyOf(group, answer)] ?? 0 }));
  };
  const undo = (): void => {
    const last = steps.at(-1);
    if (last === undefined) return;
    setSteps(steps.slice(0, -1));
    desk.draft(n, counted(counts, last.key, last.by === 1 ? -1 : 1) ?? counts);
    setTold(say('undone'));
  };
  useTallyKeys(!reading, (key, shift) => {
    if (key === 'undo') return undo();
    const answer = answers.find((a) => keyOfAnswer(a) === key);
    if (answer !== undefined) change(answer, shift ? -1 : 1);
  });

  if (wall === null) return null;
  const heads = desk.heads.value ?? savedHeads(wall);
  const changed = !isSame(counts, before) || !isSame(heads, savedHeads(wall));
  /** What another device saved, group by group. */
  const thereNow = (): string => {
    const there = desk.wall.value === null ? {} : savedCounts(desk.wall.value, n);
    return choices
      .map((groups) => {
        const parts = answers.map((a) =>
          say('read.line', { answer: answerLabel(scale, a), n: there[keyOf(groups, a)] ?? 0 }),
        );
        const name = props.nameOf(groups);
        return `${name === '' ? '' : `${name}: `}${parts.join(', ')}`;
      })
      .join('; ');
  };
  const save = async (): Promise<void> => {
    const columns = columnsFrom(wall, n, counts, choices, scale);
    const short = columns.find((c) => c.comments.length > c.n);
    setReading(false);
    if (short !== undefined) {
      const name = props.nameOf(short.groups);
      const dropped = say('dropped', { answer: answerLabel(scale, short.answer) });
      return setTold(name === '' ? dropped : `${name}: ${dropped}`);
    }
    const done = await desk.save(n, (now, saved) => columnsFrom(now, n, saved, choices, scale));
    if (done === 'elsewhere') setTold(`${say('elsewhere')} ${say('elsewhere.was', { counts: thereNow() })}`);
    if (done !== 'saved') return;
    if (desk.drafts.value[n] === undefined) setSteps([]);
    const saved = desk.wall.value === null ? {} : savedCounts(desk.wall.value, n);
    setTold(say('saved', { n: choices.reduce((sum, g) => sum + sumOf(saved, g, scale), 0) }));
  };
  const digits = answers.filter((a) => typeof a === 'number').map(keyOfAnswer);
  const declines = answers.filter((a) => typeof a !== 'number').map(keyOfAnswer);
  return (
    <section class="counting" aria-label={say('count')}>
      <ul class="tallies" style={{ '--columns': answers.length }}>
        {answers.map((answer) => (
          <Column
            key={answer}
            scale={scale}
            answer={answer}
            n={counts[keyOf(group, answer)] ?? 0}
            change={(by) => change(answer, by)}
          />
        ))}
      </ul>
      <p class="soft tally-keys">
        {say('keys', { first: digits[0] ?? '', last: digits.at(-1) ?? '' })}
        {declines.length > 0 &&
          ` ${say(declines.length === 1 ? 'keys.decline' : 'keys.declines', { keys: declines.join(', ') })}`}
      </p>
      <div class="tally-foot">
        <Total notes={sumOf(counts, group, scale)} heads={heads[group.toSorted().join('+')] ?? null} />
        <p role="status" class="tally-told">
          {desk.trouble.value === '' ? told : desk.trouble.value}
        </p>
        <button type="button" class="button" disabled={steps.length === 0} onClick={undo}>
          {say('undo')}
        </button>
        <button
          type="button"
          class="button button-main button-large"
          disabled={!changed}
          onClick={() => setReading(true)}
        >
          {say('readBack')}
        </button>
      </div>
      {reading && (
        <ReadBack
          scale={scale}
          parts={choices.map((groups) => ({ name: props.nameOf(groups), groups }))}
          counts={counts}
          heads={heads}
          yes={() => void save()}
          no={() => setReading(false)}
        />
      )}
    </section>
  );
}

function Total({ notes, heads }: { notes: number; heads: number | null }) {
  const { is, by } = compareHeads(notes, heads);
  return (
    <p class={`tally-total tally-total-${is}`}>
      <strong>{say('total', { n: notes })}</strong> <span>{say(`check.${is}`, { n: by })}</span>
    </p>
  );
}

/** Digits count, also while a button or the list of groups has the focus; in a field they are what is typed. */
function useTallyKeys(on: boolean, press: (key: string, shift: boolean) => void): void {
  const latest = useRef(press);
  latest.current = press;
  // From before it is painted: a key between two statements would be lost, or count for the one before.
  useLayoutEffect(() => {
    if (!on) return;
    const down = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, dialog') !== null;
      if (typing || event.altKey) return;
      // On a Mac it is the other key.
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'z') return;
        event.preventDefault();
        return latest.current('undo', false);
      }
      // With Shift the key says another letter on each keyboard; its place is the same.
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
      if (digit === undefined || event.repeat) return;
      event.preventDefault();
      latest.current(digit, event.shiftKey);
    };
    document.addEventListener('keydown', down);
    return () => document.removeEventListener('keydown', down);
  }, [on]);
}
