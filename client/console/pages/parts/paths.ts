/** Places in a document: names of fields, and ids or places of list entries, with dots between. */

/** Where an entry of a list stands; a path names it by its id or by its place. */
export function placeOf(list: readonly { id: string }[], name: string | undefined): number {
  const at = list.findIndex(({ id }) => id === name);
  return at === -1 && /^\d+$/.test(name ?? '') ? Number(name) : at;
}

/** The key of these that a name is, if any. */
export function oneOf<K extends string>(keys: readonly K[], name: string | undefined): K | undefined {
  return keys.find((key) => key === name);
}

/** The text at a place such as `chapters.0.text`; empty where there is none. */
export function textAt(document: unknown, path: string): string {
  let value = document;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return '';
    value = new Map(Object.entries(value)).get(name);
  }
  return typeof value === 'string' ? value : '';
}
