/** A theme by its number, on every screen where things are put under themes. */
import type { Picks } from './themePicker.tsx';

/**
 * Leads to the field for themes, also where it is open already and the focus was taken elsewhere: what is typed then must
 * not be taken for keys.
 *
 * @param begins what it begins with; empty: what is in it stays
 */
export function openPicker(picks: Pick<Picks, 'sought' | 'picking'>, begins = ''): void {
  picks.sought.value = begins;
  picks.picking.value = 'theme';
}

/**
 * Puts it on or off at once where no longer number begins with the digit. Else the digit begins in the field for
 * themes, where a second one can be added and Enter takes it: who reads "12" beside a theme and types it never gets the
 * themes 1 and 2.
 *
 * @returns whether there is a theme of this number
 */
export function pressNumber(key: string, picks: Picks): boolean {
  if (!/^[1-9]$/u.test(key)) return false;
  const { list } = picks.desk.book.peek();
  const number = Number(key);
  const placed = list[number - 1];
  if (placed === undefined) return false;
  if (list.length >= number * 10) openPicker(picks, key);
  else picks.toggleTheme(placed.theme.id);
  return true;
}
