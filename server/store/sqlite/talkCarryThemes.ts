/** Themes that come with a session from another laptop, where both may have changed them. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { LIMITS } from '../../../core/limits.ts';
import type { Theme } from '../../../core/talk/types.ts';
import type { Tables } from './tables.ts';
import { themeMark } from './talkKnown.ts';
import { readTheme, themeDocument } from './talkTables.ts';
import { putTheme } from './talkWrite.ts';

const THEME = themeMark('', '').slice(0, -1);

type Trx = Transaction<Tables>;

/** What is known on either side of changes that were carried out. */
export interface Known {
  here: ReadonlySet<string>;
  there: ReadonlySet<string>;
}

/** @param done what is known there */
export async function knownOnBoth(trx: Trx, consultation: string, done: readonly string[]): Promise<Known> {
  const rows = await trx
    .selectFrom('talk_done')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  return { here: new Set(rows.map(({ id }) => id)), there: new Set(done) };
}

/**
 * Where one side knows all that was changed of a theme its one stands. Else what is here stays and takes what it has
 * not; where names or descriptions differ, the other one is put under it as a theme of its own, for somebody to merge
 * or remove.
 */
export async function bringThemes(
  trx: Trx,
  consultation: string,
  themes: readonly Theme[],
  known: Known,
): Promise<void> {
  const rows = await trx
    .selectFrom('theme')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  const ours = new Map(rows.map((row) => [row.id, readTheme(row)]));
  const [here, there] = [marksOf(known.here), marksOf(known.there)];
  let room = LIMITS.themes - ours.size;
  for (const theme of themes) {
    const own = ours.get(theme.id);
    const [mine, theirs] = [here.get(theme.id) ?? [], there.get(theme.id) ?? []];
    if (own === undefined || mine.every((mark) => known.there.has(mark))) {
      await putTheme(trx, consultation, theme.id, theme);
      if (own === undefined) room -= 1;
      continue;
    }
    if (theirs.every((mark) => known.here.has(mark))) continue;
    const united = unite(own, theme);
    await putTheme(trx, consultation, theme.id, united);
    if (united.name === theme.name && united.description === theme.description) continue;
    const id = besideId(theme);
    if (ours.has(id) || room <= 0) continue;
    await putTheme(trx, consultation, id, { ...theme, parent: theme.id, into: '' });
    room -= 1;
  }
}

/** Marks of changes, by the theme that they changed. */
function marksOf(known: ReadonlySet<string>): Map<string, string[]> {
  return Map.groupBy(
    [...known].filter((mark) => mark.startsWith(THEME)),
    (mark) => mark.split('.')[1] ?? '',
  );
}

function unite(own: Theme, theirs: Theme): Theme {
  return {
    ...own,
    description: own.description === '' ? theirs.description : own.description,
    parent: own.parent === '' ? theirs.parent : own.parent,
    into: own.into === '' ? theirs.into : own.into,
  };
}

/** The same each time, so that it comes once. */
function besideId(theme: Theme): string {
  return createHash('sha256')
    .update(`${theme.id} ${themeDocument(theme)}`)
    .digest('hex')
    .slice(0, 26);
}
