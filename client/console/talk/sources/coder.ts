/** One text while it is coded: what is selected, which passage is open, and what is done with them. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { LIMITS } from '../../../../core/limits.ts';
import { movedPassages, type Range } from '../../../../core/talk/passages.ts';
import { wordsAt } from '../../../../core/talk/positions.ts';
import {
  inText,
  isLost,
  NEW_PASSAGE,
  type Coder,
  type Passage,
  type PassageFields,
  type TextSource,
} from '../../../../core/talk/sources.ts';
import { newEntryId } from '../../slips/ask.ts';
import type { TalkDesk } from '../desk.ts';
import type { Kept } from '../kept.ts';
import { passageFields } from '../mirror.ts';
import { newThemeOn } from '../newTheme.ts';
import type { Picking } from '../scribe.ts';
import { sayText } from './words.ts';

export interface TextCoder {
  readonly desk: TalkDesk;
  readonly source: ReadonlySignal<TextSource | undefined>;
  /** Of whom this device codes as, or of both; those that lost their words first, then in the order of the text. */
  readonly passages: ReadonlySignal<readonly Passage[]>;
  /** What is selected, in code points: the same words where the text was changed since. Null: nothing. */
  readonly selected: ReadonlySignal<Range | null>;
  /** Id of the passage that is open; empty: none. */
  readonly open: Signal<string>;
  readonly passage: ReadonlySignal<Passage | undefined>;
  readonly as: ReadonlySignal<Coder>;
  readonly both: Signal<boolean>;
  readonly picking: Signal<Picking>;
  readonly sought: Signal<string | null>;
  /** What was done last, for those who cannot see it. */
  readonly told: Signal<string>;
  /** What cannot be put under one theme more, for everyone to see; empty: nothing was to be. */
  readonly full: Signal<string>;
  select(range: Range | null): void;
  codeAs(coder: Coder): void;
  /** Opens a passage, whoever's it is; nothing where it is not there any more. */
  show(passage: string): void;
  /** Themes of the open passage, of the one that is exactly what is selected, or of none. */
  themes(): readonly string[];
  /** Whether there is something to put under a theme, and a yes to that; what stands against it is told. */
  mayPut(): boolean;
  toggleTheme(id: string): void;
  /** @returns its id; empty: it was not made, as where nothing may be put under it */
  newTheme(name: string): string;
  edit(passage: Passage, set: Partial<PassageFields>): void;
  remove(passage: Passage): void;
  /** Puts a passage that has lost its words where something is selected. */
  place(passage: Passage): void;
}

export function makeCoder(desk: TalkDesk, id: string, kept: Kept): TextCoder {
  const source = computed(() => desk.texts.value.sources.find((one) => one.id === id));
  const as = signal<Coder>(kept.get('coder') === 'second' ? 'second' : 'first');
  const both = signal(false);
  const passages = computed(() =>
    desk.texts.value.passages
      .filter((one) => one.source === id && (both.value || one.coder === as.value))
      .toSorted((a, b) => Number(isLost(b)) - Number(isLost(a)) || inText(a, b)),
  );
  /** In the text as it was then: it may be mended here or elsewhere meanwhile. */
  const held = signal<{ range: Range; text: string } | null>(null);
  const selected = computed(() => {
    const now = source.value?.text ?? '';
    return held.value === null ? null : sameWords(held.value.range, held.value.text, now);
  });
  const open = signal('');
  const passage = computed(() => passages.value.find((one) => one.id === open.value));
  const picking = signal<Picking>('none');
  const sought = signal<string | null>(null);
  const told = signal('');
  const full = signal('');
  open.subscribe(() => {
    full.value = '';
  });

  /** What a theme is put on, as the panel shows it: the open passage, or this coder's one of the very same words. */
  const target = (): Passage | undefined => {
    const range = selected.peek();
    const shown = passage.peek();
    if (shown !== undefined || range === null) return shown;
    return passages
      .peek()
      .find((one) => one.from === range.from && one.to === range.to && one.coder === as.peek());
  };
  const mayPut = (): boolean => {
    if (source.peek()?.mayUse !== true) {
      told.value = sayText('no.use');
      return false;
    }
    const shown = passage.peek();
    // Whose coding it is: nobody changes the other one's.
    return shown === undefined ? selected.peek() !== null : shown.coder === as.peek();
  };
  const wordsOf = (range: Range): string => wordsAt(source.peek()?.text ?? '', range);
  const edit = (one: Passage, set: Partial<PassageFields>): void => {
    const was = Object.fromEntries(
      Object.keys(set).map((field) => [field, one[field as keyof PassageFields]]),
    ) as Partial<PassageFields>;
    const words = set.from === undefined ? '' : wordsOf({ from: set.from, to: set.to ?? set.from });
    desk.perform([{ of: 'passage', key: one.id, source: id, words, was, set }]);
  };
  const make = (range: Range, themes: string[]): void => {
    const key = newEntryId();
    const set = { ...NEW_PASSAGE, ...range, coder: as.peek(), themes };
    desk.perform([{ of: 'passage', key, source: id, words: wordsOf(range), was: null, set }]);
    open.value = key;
  };

  return {
    desk,
    source,
    passages,
    selected,
    open,
    passage,
    as,
    both,
    picking,
    sought,
    told,
    full,
    select: (range) => {
      held.value = range === null ? null : { range, text: source.peek()?.text ?? '' };
    },
    codeAs: (coder) => {
      as.value = coder;
      open.value = '';
      kept.set('coder', coder === 'first' ? null : coder);
    },
    show: (wanted) => {
      const there = desk.texts.peek().passages.find((other) => other.source === id && other.id === wanted);
      if (there === undefined) return;
      if (there.coder !== as.peek()) both.value = true;
      open.value = wanted;
    },
    themes: () => target()?.themes ?? [],
    mayPut,
    toggleTheme: (theme) => {
      full.value = '';
      if (!mayPut()) return;
      const range = selected.peek();
      const one = target();
      const book = desk.book.peek();
      const standing = book.get(theme)?.theme.id ?? theme;
      const name = desk.themeName(standing);
      if (one === undefined) {
        if (range === null) return;
        make(range, [standing]);
        told.value = sayText('made', { name });
        return;
      }
      const on = one.themes.filter((other) => book.get(other)?.theme.id === standing);
      if (on.length === 0 && one.themes.length >= LIMITS.themesPerPoint) {
        open.value = one.id;
        full.value = sayText('full', { n: LIMITS.themesPerPoint });
        return;
      }
      open.value = one.id;
      edit(one, {
        themes: on.length > 0 ? one.themes.filter((other) => !on.includes(other)) : [...one.themes, standing],
      });
      told.value = sayText(on.length > 0 ? 'taken' : 'made', { name });
    },
    // Else it would stand in the codebook with nothing under it, and nobody would have said so.
    newTheme: (name) => (mayPut() ? newThemeOn(desk, name) : ''),
    edit,
    remove: (one) => {
      const words = isLost(one) ? '' : wordsOf(one);
      desk.perform([{ of: 'passage', key: one.id, source: id, words, was: passageFields(one), set: null }]);
      open.value = '';
      told.value = sayText('removed');
    },
    place: (one) => {
      const range = selected.peek();
      if (range !== null) edit(one, { ...range });
    },
  };
}

/** Where selected words stand in the text of now; null: they were changed, so that nobody has selected what is there. */
function sameWords(range: Range, before: string, now: string): Range | null {
  if (before === now) return range;
  const [moved = range] = movedPassages(before, now, [{ ...NEW_PASSAGE, ...range, id: '', source: '' }]);
  return wordsAt(now, moved) === wordsAt(before, range) ? { from: moved.from, to: moved.to } : null;
}
