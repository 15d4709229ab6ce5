/** Points and post-its one by one, for a second coder: which one is shown, what it is put under, what comes next. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../../core/limits.ts';
import { firstCoding, sampleOf, SHARES, unitKey, type Share } from '../../../../core/talk/second.ts';
import { postitKey } from '../../../../core/talk/types.ts';
import type { TalkDesk } from '../desk.ts';
import type { Kept } from '../kept.ts';
import { codingList, secondAt } from '../mirror.ts';
import { newThemeOn } from '../newTheme.ts';
import type { Picking } from '../scribe.ts';
import { say } from './words.ts';

/** A point or post-it, and nothing of where it was put or who said it. */
export interface Shown {
  session: string;
  unit: string;
  kind: 'point' | 'quote' | 'postit';
  text: string;
  /** Id of the statement it is about; empty: none. */
  statement: string;
}

/** A comment of a finished session. */
export interface Words {
  session: string;
  board: number;
  tag: string;
  statement: string;
  comment: string;
}

export interface SecondCoder {
  readonly desk: TalkDesk;
  /** Null: not here yet. Until then nothing is shown, since how many there are is not known. */
  readonly comments: Signal<readonly Words[] | null>;
  /** How many there are before a sample is taken. */
  readonly all: ReadonlySignal<number>;
  /** How many are not asked, since the team has put nothing of their kind, session or board under a theme. */
  readonly left: ReadonlySignal<number>;
  /** Those of the sample, in their order. */
  readonly units: ReadonlySignal<readonly Shown[]>;
  readonly coded: ReadonlySignal<number>;
  readonly share: ReadonlySignal<Share>;
  /** What is shown; undefined: all are coded, or there are none. */
  readonly now: ReadonlySignal<Shown | undefined>;
  /** Themes of what is shown; null: it was not looked at yet. */
  readonly themes: ReadonlySignal<readonly string[] | null>;
  readonly picking: Signal<Picking>;
  readonly sought: Signal<string | null>;
  /** What was done last, for those who cannot see it. */
  readonly told: Signal<string>;
  /** What cannot be put under one theme more, for everyone to see; empty: nothing was to be. */
  readonly full: Signal<string>;
  take(share: Share): void;
  toggleTheme(id: string): void;
  newTheme(name: string): string;
  /** It is coded as it stands, also under nothing; the next one that is not coded comes. */
  next(): void;
  /** Shows the one before or after, whatever is coded. */
  go(by: 1 | -1): void;
  undo(): void;
  redo(): void;
}

const keyOf = ({ session, unit }: Pick<Shown, 'session' | 'unit'>): string => unitKey(session, unit);

export function makeSecond(desk: TalkDesk, kept: Kept): SecondCoder {
  const comments = signal<readonly Words[] | null>(null);
  const before = SHARES.find((one) => one === kept.get('share'));
  const share = signal<Share>(before ?? 'all');
  /** Key of what somebody went to; empty: the first that is not coded. */
  const at = signal('');
  const picking = signal<Picking>('none');
  const sought = signal<string | null>(null);
  const told = signal('');
  const full = signal('');

  const held = computed((): Shown[] => {
    const postits = comments.value;
    if (postits === null) return [];
    const sessions = desk.about.value?.sessions ?? [];
    const sealed = new Set(sessions.flatMap(({ id, state }) => (state === 'sealed' ? [id] : [])));
    const points = desk.points.value.filter(({ session }) => sealed.has(session));
    return [
      ...points.map(({ session, id: unit, kind, text, statement }): Shown => ({
        session,
        unit,
        kind: kind === 'quote' ? 'quote' : 'point',
        text,
        statement,
      })),
      ...postits
        .filter(({ session }) => sealed.has(session))
        .map(({ session, board, tag, statement, comment: text }): Shown => ({
          session,
          unit: postitKey(board, tag),
          kind: 'postit',
          text,
          statement,
        })),
    ];
  });
  const pool = computed((): Shown[] => {
    const first = firstCoding(desk.book.value, desk.points.value, codingList(desk.codings.value));
    return held.value.filter(({ session, unit }) => first(session, unit) !== null);
  });
  const units = computed(() => sampleOf(pool.value, share.value));
  const isCoded = (one: Shown): boolean => desk.seconds.value.has(keyOf(one));
  const coded = computed(() => units.value.filter(isCoded).length);
  const now = computed(
    () => units.value.find((one) => keyOf(one) === at.value) ?? units.value.find((one) => !isCoded(one)),
  );
  const themes = computed(() => {
    const { value } = now;
    return value === undefined ? null : (desk.seconds.value.get(keyOf(value)) ?? null);
  });

  const put = (one: Shown, list: string[]): void => {
    const was = secondAt(desk.seconds.peek(), keyOf(one));
    const { session, unit: key } = one;
    desk.perform([{ of: 'second', key, session, was, set: { themes: list, coded: true } }]);
  };
  /** What a step taken back was about comes to be seen. */
  const seeing = (step: () => void): void => {
    const was = desk.seconds.peek();
    step();
    const is = desk.seconds.peek();
    const changed = units.peek().find((one) => was.get(keyOf(one)) !== is.get(keyOf(one)));
    if (changed !== undefined) at.value = keyOf(changed);
  };

  return {
    desk,
    comments,
    all: computed(() => pool.value.length),
    left: computed(() => held.value.length - pool.value.length),
    units,
    coded,
    share,
    now,
    themes,
    picking,
    sought,
    told,
    full,
    take: (wanted) => {
      share.value = wanted;
      at.value = '';
      kept.set('share', wanted === 'all' ? null : wanted);
    },
    toggleTheme: (id) => {
      full.value = '';
      const one = now.peek();
      if (one === undefined) return;
      // It stays in sight once it is coded.
      at.value = keyOf(one);
      const book = desk.book.peek();
      const standing = book.get(id)?.theme.id ?? id;
      const name = desk.themeName(standing);
      const list = themes.peek() ?? [];
      const on = list.filter((other) => book.get(other)?.theme.id === standing);
      if (on.length === 0 && list.length >= LIMITS.themesPerPoint) {
        full.value = say('full', { n: LIMITS.themesPerPoint });
        return;
      }
      put(one, on.length > 0 ? list.filter((other) => !on.includes(other)) : [...list, standing]);
      told.value = say(on.length > 0 ? 'taken' : 'put', { name });
    },
    newTheme: (name) => newThemeOn(desk, name),
    next: () => {
      full.value = '';
      const one = now.peek();
      if (one === undefined) return;
      if (!isCoded(one)) put(one, []);
      const list = units.peek();
      const from = list.indexOf(one) + 1;
      const following = [...list.slice(from), ...list.slice(0, from)].find((other) => !isCoded(other));
      at.value = following === undefined ? '' : keyOf(following);
    },
    go: (by) => {
      full.value = '';
      const list = units.peek();
      const one = now.peek();
      const place = one === undefined ? list.length : list.indexOf(one);
      const to = list[Math.min(list.length - 1, Math.max(0, place + by))];
      if (to !== undefined) at.value = keyOf(to);
    },
    undo: () => seeing(() => desk.undo()),
    redo: () => seeing(() => desk.redo()),
  };
}
