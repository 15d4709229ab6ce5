/** The buttons that put one of a list in its place, or take it out. */
import { useEditing } from './context.ts';
import { say } from '../say.ts';

interface Props {
  /** Its place now, from 1. */
  n: number;
  of: number;
  words: 'st' | 'group';
  move: (to: number) => void;
  /** Left out where it cannot be removed. */
  remove?: () => void;
}

export function Mover({ n, of, words, move, remove }: Props) {
  const { focusNext } = useEditing();
  const id = (place: number, way: string): string => `${words}-${way}-${place}`;
  function go(to: number, way: 'up' | 'down'): void {
    move(to);
    // The button goes along; at either end it is dead and the other one is next.
    const dead = way === 'up' ? to === 1 : to === of;
    focusNext(id(to, dead ? (way === 'up' ? 'down' : 'up') : way));
  }
  return (
    <div class="mover">
      <button
        type="button"
        class="icon"
        id={id(n, 'up')}
        aria-label={say(`${words}.up`, { n })}
        disabled={n === 1}
        onClick={() => go(n - 1, 'up')}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        class="icon"
        id={id(n, 'down')}
        aria-label={say(`${words}.down`, { n })}
        disabled={n === of}
        onClick={() => go(n + 1, 'down')}
      >
        <span aria-hidden="true">↓</span>
      </button>
      {remove !== undefined && (
        <button
          type="button"
          class="icon"
          aria-label={say(`${words}.remove`, { n })}
          onClick={() => {
            remove();
            focusNext('notice-undo');
          }}
        >
          <span aria-hidden="true">✕</span>
        </button>
      )}
    </div>
  );
}
