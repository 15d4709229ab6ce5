/** What the scribe has in front of them: a new point, one that is changed, or a post-it, and the marks on it. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../core/limits.ts';
import { codePoints } from '../../../core/text.ts';
import { NEW_POINT, readPostit, sourceOf, type Point, type PointFields } from '../../../core/talk/types.ts';
import { newEntryId } from '../slips/ask.ts';
import type { TalkDesk } from './desk.ts';
import type { Kept } from './kept.ts';
import { codingKey, fieldsOf } from './mirror.ts';
import { newThemeOn } from './newTheme.ts';
import { typedText } from './typed.ts';
import { say } from './words.ts';

export type Box = { at: 'new' } | { at: 'point'; id: string } | { at: 'postit'; key: string; text: string };
export type Picking = 'none' | 'theme' | 'speaker' | 'person';

export interface Scribe {
  readonly desk: TalkDesk;
  readonly session: string;
  readonly box: ReadonlySignal<Box>;
  /** What is being typed; the field itself is the browser's, so that nothing ever moves its caret. */
  readonly text: Signal<string>;
  /** The marks on what is in the box. */
  readonly marks: ReadonlySignal<PointFields>;
  readonly picking: Signal<Picking>;
  /** What the field for themes is to begin with, as the first digit of a number; null: nobody has asked for it. */
  readonly sought: Signal<string | null>;
  /** What was typed of a number in the list that is open, to which another digit may come. */
  readonly digits: Signal<string>;
  /** The statement that new points are about: a chosen one, or `auto` for what the room has in front of it. */
  readonly about: Signal<string>;
  /** What the room has in front of it; empty: none, or nobody knows. */
  readonly inFront: Signal<string>;
  /** What was done last, for those who cannot see it. */
  readonly told: Signal<string>;
  /** What cannot be put under one theme more, for everyone to see; empty: nothing was to be. */
  readonly full: Signal<string>;
  /** The room was told goodbye; points are taken all the same. */
  readonly ended: Signal<boolean>;
  /** The session is counted: no order, no throwaway numbers. */
  readonly sealed: ReadonlySignal<boolean>;
  /** Puts something else into the box; what was typed stays with what it was typed for. */
  open(box: Box): void;
  mark(set: Partial<PointFields>): void;
  toggleTheme(id: string): void;
  /** @returns its id; empty: there is no room or no name */
  newTheme(name: string): string;
  /** Saves what is in the box and makes room for the next. @returns whether it could */
  save(): boolean;
  remove(): void;
  /** One hand more or fewer for what is in the box, or for a point. */
  hand(by: number, point?: Point): void;
  last(): Point | undefined;
  /** All that was typed and is not saved. */
  typed(): string;
  /** Nothing of what was typed stays. */
  forget(): void;
  /** Leads to where points are typed; rises with each time that is wanted. */
  readonly calls: Signal<number>;
}

/** What was being written as the page went. */
interface Begun {
  text: string;
  /** Of the new point. */
  marks: PointFields;
  /** Of a point that was being changed: its id, and its text as it was opened; else empty. */
  id: string;
  opened: string;
  /** What was typed of the new point meanwhile. */
  waiting: string;
}

/** @param place where this window keeps what is being typed */
export function makeScribe(desk: TalkDesk, session: string, kept: Kept, place: string): Scribe {
  const begun = kept.get(place) as Begun | null;
  const changing = begun !== null && begun.id !== '';
  const box = signal<Box>(changing ? { at: 'point', id: begun.id } : { at: 'new' });
  const draft = signal<PointFields>({ ...NEW_POINT, ...begun?.marks });
  const text = signal(begun?.text ?? '');
  const picking = signal<Picking>('none');
  const sought = signal<string | null>(null);
  const digits = signal('');
  picking.subscribe(() => {
    digits.value = '';
  });
  const about = signal('auto');
  const inFront = signal('');
  const told = signal('');
  const full = signal('');
  const sealed = computed(() => desk.about.value?.sessions[0]?.state === 'sealed');
  /** What is typed of a new point while another is in the box. */
  let waitingText = changing ? begun.waiting : '';
  /** The text of the point in the box as whoever types has seen it: another device may change it meanwhile. */
  let opened = changing ? begun.opened : '';
  let lastId = '';

  const statement = (): string => (about.peek() === 'auto' ? inFront.peek() : about.peek());
  const pointOf = (id: string): Point | undefined => desk.points.peek().find((one) => one.id === id);
  const marks = computed((): PointFields => {
    const now = box.value;
    if (now.at === 'point') return desk.points.value.find((one) => one.id === now.id) ?? NEW_POINT;
    if (now.at === 'postit')
      return { ...NEW_POINT, themes: desk.codings.value.get(codingKey(session, now.key)) ?? [] };
    const chosen = about.value === 'auto' ? inFront.value : about.value;
    return draft.value.statement === '' ? { ...draft.value, statement: chosen } : draft.value;
  });

  const edit = (point: Point, set: Partial<PointFields>): void => {
    const fields = Object.keys(set) as (keyof PointFields)[];
    const was = Object.fromEntries(fields.map((field) => [field, point[field]])) as Partial<PointFields>;
    if (JSON.stringify(was) !== JSON.stringify(set))
      desk.perform([{ of: 'point', key: point.id, session, was, set }]);
  };
  const keep = (): void => {
    const now = box.peek();
    // While a post-it is in the box, what waits is of the new point.
    const typed = now.at === 'postit' ? waitingText : text.peek();
    const fresh = typed === '' && JSON.stringify(draft.peek()) === JSON.stringify(NEW_POINT);
    const id = now.at === 'point' ? now.id : '';
    const untouched = id === '' ? fresh : typed === opened && waitingText === '';
    const waiting = id === '' ? '' : waitingText;
    const state: Begun = { text: typed, marks: draft.peek(), id, opened, waiting };
    kept.set(place, untouched ? null : state);
  };
  /** What was typed of a point that is changed. */
  const keepText = (): boolean => {
    const now = box.peek();
    const point = now.at === 'point' ? pointOf(now.id) : undefined;
    const typed = typedText(text.peek());
    if (point === undefined || text.peek() === opened || typed === '') return true;
    if (typed === null || codePoints(typed) > LIMITS.pointText) return false;
    edit({ ...point, text: opened }, { text: typed });
    return true;
  };

  let soon: ReturnType<typeof setTimeout> | null = null;
  text.subscribe(() => {
    soon ??= setTimeout(() => {
      soon = null;
      keep();
    }, 250);
  });

  // Whoever wrote a thought may have taken it out: what the scribe made of it in the box goes with it, and is no new point.
  // Each time that something new is shown, also for the first time after the page was loaded anew.
  desk.steps.subscribe(() => {
    const now = box.peek();
    if (now.at !== 'point' || sourceOf(now.id) !== 'phone' || desk.link.peek() !== 'here') return;
    if (pointOf(now.id) !== undefined) return;
    [text.value, waitingText, opened] = [waitingText, '', ''];
    picking.value = 'none';
    box.value = { at: 'new' };
    told.value = say('trouble.takenOut');
    keep();
  });

  const scribe: Scribe = {
    desk,
    session,
    box,
    text,
    marks,
    picking,
    sought,
    digits,
    about,
    inFront,
    told,
    full,
    ended: signal(false),
    sealed,
    open: (next) => {
      const now = box.peek();
      if (!keepText()) return;
      // Removed elsewhere while it was changed here: the words go on as a new point.
      if (now.at === 'point' && pointOf(now.id) === undefined && text.peek() !== opened) {
        waitingText = scribe.typed();
        told.value = say('box.orphan');
      }
      if (now.at === 'new') waitingText = text.peek();
      const typed =
        next.at === 'new' ? waitingText : next.at === 'point' ? (pointOf(next.id)?.text ?? '') : '';
      opened = next.at === 'point' ? typed : '';
      if (next.at === 'new') waitingText = '';
      picking.value = 'none';
      full.value = '';
      box.value = next;
      text.value = typed;
      keep();
    },
    mark: (set) => {
      const now = box.peek();
      if (now.at === 'new') {
        draft.value = { ...draft.peek(), ...set };
        keep();
      } else if (now.at === 'point') {
        const point = pointOf(now.id);
        if (point !== undefined) edit(point, set);
      } else if (set.themes !== undefined) {
        const was = { themes: marks.peek().themes };
        desk.perform([{ of: 'coding', key: now.key, session, was, set: { themes: set.themes } }]);
      }
    },
    toggleTheme: (id) => {
      full.value = '';
      const { themes } = marks.peek();
      const placed = desk.book.peek();
      const standing = placed.get(id)?.theme.id ?? id;
      // One that was merged into it counts as it: it goes with it.
      const on = themes.filter((one) => placed.get(one)?.theme.id === standing);
      if (on.length === 0 && themes.length >= LIMITS.themesPerPoint) {
        full.value = say('box.full', { n: LIMITS.themesPerPoint });
        return;
      }
      scribe.mark({
        themes: on.length > 0 ? themes.filter((one) => !on.includes(one)) : [...themes, standing],
      });
    },
    newTheme: (name) => newThemeOn(desk, name),
    save: () => {
      const now = box.peek();
      if (now.at !== 'new') {
        scribe.open({ at: 'new' });
        return box.peek().at === 'new';
      }
      const typed = typedText(text.peek());
      if (typed === null || typed === '' || codePoints(typed) > LIMITS.pointText) return false;
      lastId = newEntryId();
      const fields = draft.peek();
      const set = {
        ...fields,
        text: typed,
        statement: fields.statement === '' ? statement() : fields.statement,
      };
      desk.perform([{ of: 'point', key: lastId, session, was: null, set }]);
      draft.value = NEW_POINT;
      text.value = '';
      full.value = '';
      kept.set(place, null);
      told.value = say('box.saved');
      return true;
    },
    remove: () => {
      const now = box.peek();
      if (now.at !== 'point') return;
      const point = pointOf(now.id);
      // As it was seen: what another device has written since is not removed with it.
      const was = point === undefined ? {} : { ...fieldsOf(point), text: opened };
      box.value = { at: 'new' };
      text.value = waitingText;
      [waitingText, opened] = ['', ''];
      if (point !== undefined) desk.perform([{ of: 'point', key: now.id, session, was, set: null }]);
      told.value = say('box.removed');
    },
    hand: (by, point) => {
      const now = box.peek();
      const on = point ?? (now.at === 'point' ? pointOf(now.id) : undefined);
      const hands = Math.max(0, Math.min(LIMITS.peoplePerSession, (on ?? draft.peek()).hands + by));
      if (on !== undefined) edit(on, { hands });
      else scribe.mark({ hands });
    },
    typed: () =>
      [text.peek() === opened ? '' : text.peek(), waitingText].filter((part) => part !== '').join('\n'),
    forget: () => {
      draft.value = NEW_POINT;
      [waitingText, opened] = ['', ''];
      if (box.peek().at !== 'new') box.value = { at: 'new' };
      text.value = '';
      keep();
    },
    calls: signal(0),
    last: () => pointOf(lastId) ?? (sealed.peek() ? undefined : desk.points.peek().at(-1)),
  };
  return scribe;
}

/** The board that a post-it is on. */
export function boardOf(postit: string): number {
  return readPostit(postit)?.board ?? 0;
}
