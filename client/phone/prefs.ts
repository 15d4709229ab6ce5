/** Text size and colours, kept on the phone. */
import type { Keep } from '../shared/storage.ts';

export interface Prefs {
  size: 0 | 1 | 2;
  dark: boolean;
}

const KEY = 'standpoint:prefs';
export const LANG_KEY = 'standpoint:lang';

/** Reads what was chosen; colours follow the phone's own setting until then. */
export function readPrefs(keep: Keep, prefersDark: boolean): Prefs {
  const [size, dark] = (keep.get(KEY) ?? '').split(' ');
  return {
    size: size === '1' ? 1 : size === '2' ? 2 : 0,
    dark: dark === undefined ? prefersDark : dark === 'dark',
  };
}

export function keepPrefs(keep: Keep, prefs: Prefs): void {
  keep.set(KEY, `${prefs.size} ${prefs.dark ? 'dark' : 'light'}`);
}

/** Puts them on the page. */
export function applyPrefs({ size, dark }: Prefs): void {
  const { dataset } = document.documentElement;
  dataset['size'] = String(size);
  dataset['theme'] = dark ? 'dark' : 'light';
}
