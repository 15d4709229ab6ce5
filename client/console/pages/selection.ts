/** Which sessions and groups the results are about, as it stands in the page's address and is asked of the server. */

/** Empty lists mean everything. */
export interface Chosen {
  sessions: readonly string[];
  groups: readonly string[];
}

export const EVERYTHING: Chosen = { sessions: [], groups: [] };

/** The query of a choice: empty when it is about everything. */
export function queryOf(chosen: Chosen): string {
  const parts = (['sessions', 'groups'] as const)
    .filter((key) => chosen[key].length > 0)
    .map((key) => `${key}=${chosen[key].map(encodeURIComponent).join(',')}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Reads a choice from an address. */
export function chosenFrom(search: string): Chosen {
  const params = new URLSearchParams(search);
  const list = (key: string): string[] => (params.get(key) ?? '').split(',').filter((id) => id !== '');
  return { sessions: list('sessions'), groups: list('groups') };
}

/**
 * Ticks or unticks one of a list. With nothing ticked everything is counted, because a choice of nobody
 * has no figure.
 *
 * @param all every id there is, in its fixed order, which the choice keeps
 */
export function ticked(all: readonly string[], now: readonly string[], id: string, on: boolean): string[] {
  return all.filter((one) => (one === id ? on : now.includes(one)));
}
