/**
 * The message catalogue's reader. A message is a sentence with `{name}` slots, or a set of plural forms
 * chosen by the slot `n`. Sentences are never glued together in code: what varies is a slot.
 */
import { isolated } from './bidi.ts';

export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
export type Catalogue = Record<string, Message>;
export type Slots = Record<string, string | number>;

/** Says a message; the key is one of the catalogue's. */
export type Say<C extends Catalogue> = (key: keyof C & string, slots?: Slots) => string;

/**
 * Makes the speaker for one language. Numbers are written as that language writes them, and texts that run the
 * other way do not turn the words around them.
 */
export function speaker<C extends Catalogue>(catalogue: C, lang: string): Say<C> {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  return (key, slots = {}) => {
    const message: Message = catalogue[key] ?? key;
    const form =
      typeof message === 'string'
        ? message
        : (message[plural.select(Number(slots['n'] ?? 0))] ?? message.other);
    return form.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = slots[name];
      if (value === undefined) return slot;
      return typeof value === 'number' ? number.format(value) : isolated(value, lang);
    });
  };
}

/** Lists in one language, whose items may run the other way. */
export function listsIn(lang: string, type: 'conjunction' | 'disjunction') {
  const list = new Intl.ListFormat(lang, { type });
  return {
    format: (items: readonly string[]): string =>
      items.length === 1 ? (items[0] ?? '') : list.format(items.map((item) => isolated(item, lang))),
  };
}
