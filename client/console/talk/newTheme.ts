/** A theme that is made on the way, by its name alone. */
import { LIMITS } from '../../../core/limits.ts';
import { codePoints } from '../../../core/text.ts';
import { nameKey } from '../../../core/talk/themes.ts';
import { COLOURS, NEW_THEME, type Theme } from '../../../core/talk/types.ts';
import { newEntryId } from '../slips/ask.ts';
import type { TalkDesk } from './desk.ts';
import { typedLine } from './typed.ts';

/** The theme that stands under this name, in whatever case; undefined: none does. */
export function themeCalled(desk: Pick<TalkDesk, 'book'>, name: string): Theme | undefined {
  const wanted = nameKey(name);
  return desk.book.peek().list.find(({ theme }) => nameKey(theme.name) === wanted)?.theme;
}

/** The place after all of them; at the end of what is allowed several have the same one. */
export function nextOrder(all: readonly { order: number }[]): number {
  return Math.min(LIMITS.themeOrder, Math.max(0, ...all.map(({ order }) => order)) + 1);
}

/** @returns its id, or that of the one that has this name; empty: there is no room or no name */
export function newThemeOn(desk: Pick<TalkDesk, 'book' | 'perform'>, name: string): string {
  const clean = typedLine(name) ?? '';
  const { list } = desk.book.peek();
  if (clean === '' || codePoints(clean) > LIMITS.label) return '';
  const known = themeCalled(desk, clean);
  if (known !== undefined) return known.id;
  const id = newEntryId();
  const order = nextOrder(list.map(({ theme }) => theme));
  const colour = COLOURS[list.length % COLOURS.length] ?? 'leaf';
  desk.perform([{ of: 'theme', key: id, was: null, set: { ...NEW_THEME, name: clean, order, colour } }]);
  return id;
}
