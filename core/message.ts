/**
 * The message catalogue's reader. A message is a sentence with `{name}` slots, or a set of plural forms
 * chosen by the slot `n`. Sentences are never glued together in code: what varies is a slot.
 */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
export type Catalogue = Record<string, Message>;
export type Slots = Record<string, string | number>;

/** Says a message; the key is one of the catalogue's. */
export type Say<C extends Catalogue> = (key: keyof C & string, slots?: Slots) => string;

/** Makes the speaker for one language. Numbers are written as that language writes them. */
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
      return value === undefined ? slot : typeof value === 'number' ? number.format(value) : value;
    });
  };
}
