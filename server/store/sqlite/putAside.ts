/**
 * Sessions that could not be taken up and that somebody put aside: their files as they were, in a folder for each
 * consultation, so that nothing else looks at them. They hold answers that no code reaches, so they end.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays } from '../../../core/day.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Session } from '../../../core/session.ts';
import type { AsideItem } from '../carry.ts';
import { keyPath, livePath, syncFile, syncFolder, type Paths } from './paths.ts';

/** What is kept about one beside its files. */
type About = Pick<AsideItem, 'name' | 'day'>;

const ABOUT = 'about.json';
/** It is not put aside yet: the session and its files are still where they were, or its row has just gone. */
const PART = '.part';
const ID = /^[a-z0-9-]{1,40}$/;

/** Copies everything that there is of a session's files; `finishPutAside` makes that count, once they are gone. */
export function beginPutAside(paths: Paths, session: Session, day: string): void {
  const to = `${placeOf(paths, session)}${PART}`;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const [kind, path] of [
    ['live', livePath(paths, session.id)],
    ['keys', keyPath(paths, session.id)],
  ] as const) {
    const folder = dirname(path);
    for (const name of readdirSync(folder).filter((file) => file.startsWith(`${session.id}.`))) {
      const copy = join(to, `${kind}-${name}`);
      copyFileSync(join(folder, name), copy);
      syncFile(copy);
    }
  }
  const about: About = { name: session.name, day };
  writeFileSync(join(to, ABOUT), JSON.stringify(about), { mode: 0o600, flush: true });
  for (const folder of [to, dirname(to), paths.aside, paths.folder]) syncFolder(folder);
}

/** @param gone whether the session was removed; where it was not, nothing of this stays */
export function finishPutAside(
  paths: Paths,
  session: Pick<Session, 'id' | 'consultation'>,
  gone: boolean,
): void {
  const to = placeOf(paths, session);
  if (!existsSync(`${to}${PART}`)) return;
  if (gone) {
    rmSync(to, { recursive: true, force: true });
    renameSync(`${to}${PART}`, to);
    syncFolder(dirname(to));
  } else rmSync(`${to}${PART}`, { recursive: true, force: true });
}

/** Those of which a kill left it open, by session. */
export function openPutAside(paths: Paths): { session: string; consultation: string }[] {
  return entries(paths).flatMap(({ session, consultation }) =>
    session.endsWith(PART) ? [{ session: session.slice(0, -PART.length), consultation }] : [],
  );
}

/** What is put aside. */
export function readPutAside(paths: Paths): AsideItem[] {
  return entries(paths).flatMap(({ session, consultation }) => {
    const folder = join(paths.aside, consultation, session);
    if (session.endsWith(PART)) return [];
    const { name, day } = JSON.parse(readFileSync(join(folder, ABOUT), 'utf8')) as About;
    return [{ session, consultation, name, day, until: addDays(day, LIMITS.asideDays), folder }];
  });
}

/** Removes what was put aside of a session; nothing happens where nothing was. */
export function dropPutAside(paths: Paths, session: string): void {
  for (const one of entries(paths))
    if (one.session === session) dropAt(join(paths.aside, one.consultation, session));
}

/** Removes what was put aside of a consultation, whose data go. */
export function dropAllAside(paths: Paths, consultation: string): void {
  if (ID.test(consultation)) dropAt(join(paths.aside, consultation));
}

/** Removes what was kept for the days that are told. */
export function dropOldAside(paths: Paths, today: string): void {
  for (const { until, folder } of readPutAside(paths)) if (until < today) dropAt(folder);
}

function placeOf(paths: Paths, { id, consultation }: Pick<Session, 'id' | 'consultation'>): string {
  // They become names of folders, so they must not be able to name any other.
  if (!ID.test(id) || !ID.test(consultation)) throw new Error('This cannot be an id.');
  return join(paths.aside, consultation, id);
}

function entries({ aside }: Paths): { session: string; consultation: string }[] {
  if (!existsSync(aside)) return [];
  return readdirSync(aside).flatMap((consultation) =>
    readdirSync(join(aside, consultation)).map((session) => ({ session, consultation })),
  );
}

function dropAt(folder: string): void {
  if (!existsSync(folder)) return;
  rmSync(folder, { recursive: true });
  syncFolder(dirname(folder));
}
