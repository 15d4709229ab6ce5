/** A register's entry whose sessions have other ids here. */
import type { Choice, EntryBoard, ReleaseEntry } from '../../core/release/types.ts';

export function entryUnder(entry: ReleaseEntry, idOf: (id: string) => string): ReleaseEntry {
  const choices = (list: Choice[] | null): Choice[] | null =>
    list === null ? null : list.map((c) => ({ ...c, sessions: c.sessions.map(idOf) }));
  const under = (board: EntryBoard): EntryBoard => ({
    ...board,
    figures: board.figures.map((figure) => ({
      ...figure,
      set: {
        sessions: figure.set.sessions.map(idOf),
        units: choices(figure.set.units),
        others: choices(figure.set.others),
      },
    })),
    atoms: board.atoms.map((atom) => ({ ...atom, session: idOf(atom.session) })),
  });
  return {
    ...entry,
    boards: entry.boards.map(under),
    ...(entry.moved === undefined ? {} : { moved: entry.moved.map(under) }),
  };
}
