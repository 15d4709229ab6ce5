/** A register's entry whose sessions have other ids here. */
import type { EntryPersons } from '../../core/release/persons.ts';
import type { EntryReadBack } from '../../core/release/stories.ts';
import type {
  Choice,
  EntryBoard,
  EntryHeads,
  EntryTalk,
  FigureSet,
  QuoteEntry,
  ReleaseEntry,
} from '../../core/release/types.ts';
import type { PointOf } from './reportUnder.ts';

/**
 * Every id of a session or a point in an entry, under its id here: later releases are held against these.
 *
 * @param idOf a session's id here, by its id there
 */
export function entryUnder(
  entry: ReleaseEntry,
  idOf: (id: string) => string,
  pointOf: PointOf,
): ReleaseEntry {
  // Each field is named, so that one that is added later is not passed on as it stands.
  const { number, date, floor, breakdowns, boards, moved, quotes, talk, heard, heads, ...more } = entry;
  const { studies, persons, readBack, readings, coders, twice, channels, how, about, ...none } = more;
  none satisfies Record<string, never>;
  return {
    number,
    date,
    floor,
    boards: boards.map((board) => boardUnder(board, idOf)),
    ...(breakdowns === undefined ? {} : { breakdowns }),
    ...(about === undefined ? {} : { about: about.map(idOf) }),
    ...(moved === undefined ? {} : { moved: moved.map((board) => boardUnder(board, idOf)) }),
    ...(quotes === undefined ? {} : { quotes: quotes.map((quote) => quoteUnder(quote, idOf)) }),
    ...(talk === undefined ? {} : { talk: talkUnder(talk, idOf, pointOf) }),
    ...(heard === undefined
      ? {}
      : {
          heard: heard.map((figure) => ({
            ...figure,
            sessions: figure.sessions.map(({ session, cells }) => ({ session: idOf(session), cells })),
          })),
        }),
    ...(studies === undefined ? {} : { studies }),
    ...(persons === undefined ? {} : { persons: personsUnder(persons, idOf, pointOf) }),
    ...(readBack === undefined ? {} : { readBack: sumUnder(readBack, idOf) }),
    ...(readings === undefined
      ? {}
      : {
          readings: readings.map((one) => ({ ...one, session: one.session === '' ? '' : idOf(one.session) })),
        }),
    ...(coders === undefined ? {} : { coders: sumUnder(coders, idOf) }),
    ...(twice === undefined ? {} : { twice: { ...twice, sessions: twice.sessions.map(idOf).toSorted() } }),
    ...(how === undefined
      ? {}
      : {
          how: {
            texts: how.texts.map((one) => ({
              ...one,
              session: one.session === '' ? '' : idOf(one.session),
            })),
          },
        }),
    ...(channels === undefined
      ? {}
      : {
          channels: channels.map(({ session, of, ways }) => ({
            session: idOf(session),
            ways,
            ...(of === undefined ? {} : { of: of.map(idOf) }),
          })),
        }),
    ...(heads === undefined ? {} : { heads: heads.map((table) => headsUnder(table, idOf)) }),
  };
}

function sumUnder<T extends Pick<EntryReadBack, 'sessions' | 'counts'>>(told: T, idOf: IdOf): T {
  const { sessions, counts } = told;
  return {
    ...told,
    sessions: sessions.map(idOf).toSorted(),
    ...(counts === undefined
      ? {}
      : { counts: counts.map(({ session, n }) => ({ session: session === '' ? '' : idOf(session), n })) }),
  };
}

type IdOf = (id: string) => string;

function setUnder({ sessions, units, others }: FigureSet, idOf: IdOf): FigureSet {
  const choices = (list: Choice[] | null): Choice[] | null =>
    list === null ? null : list.map((c) => ({ ...c, sessions: c.sessions.map(idOf) }));
  return { sessions: sessions.map(idOf), units: choices(units), others: choices(others) };
}

function boardUnder(board: EntryBoard, idOf: IdOf): EntryBoard {
  return {
    ...board,
    figures: board.figures.map((figure) => ({ ...figure, set: setUnder(figure.set, idOf) })),
    atoms: board.atoms.map((atom) => ({ ...atom, session: idOf(atom.session) })),
  };
}

function quoteUnder({ session, board, tag, said, at, ...none }: QuoteEntry, idOf: IdOf): QuoteEntry {
  none satisfies Record<string, never>;
  return {
    session: idOf(session),
    board,
    tag,
    said: said === null ? null : { ...said, set: setUnder(said.set, idOf) },
    ...(at === undefined ? {} : { at }),
  };
}

function talkUnder(
  { sessions: said, counted, cells, themes, quotes, passages, interviews, left, ...none }: EntryTalk,
  idOf: IdOf,
  pointOf: PointOf,
): EntryTalk {
  none satisfies Record<string, never>;
  return {
    ...(said === undefined ? {} : { sessions: said.map(idOf) }),
    ...(counted === undefined ? {} : { counted: counted.map(idOf) }),
    cells: cells.map(({ sessions, of, ...cell }) => ({
      ...cell,
      ...(sessions === undefined
        ? {}
        : { sessions: sessions.map(({ session, ...where }) => ({ ...where, session: idOf(session) })) }),
      ...(of === undefined ? {} : { of: of.map(idOf) }),
    })),
    ...(themes === undefined ? {} : { themes }),
    quotes: quotes.map((one) => ({
      ...one,
      session: idOf(one.session),
      point: pointOf(one.session, one.point),
    })),
    // Texts keep their ids wherever they are opened.
    ...(passages === undefined ? {} : { passages }),
    ...(interviews === undefined ? {} : { interviews }),
    ...(left === undefined ? {} : { left }),
  };
}

function personsUnder({ salt, list }: EntryPersons, idOf: IdOf, pointOf: PointOf): EntryPersons {
  // Texts and case studies keep their ids wherever they are opened.
  return {
    salt,
    list: list.map((one) =>
      one.of === 'point' ? { ...one, id: pointOf(one.in, one.id), in: idOf(one.in) } : one,
    ),
  };
}

function headsUnder(table: EntryHeads, idOf: IdOf): EntryHeads {
  const nameOf = table.kind === 'session' ? idOf : (name: string): string => name;
  return {
    ...table,
    cells: table.cells.map(({ session, name, n }) => ({ session: idOf(session), name: nameOf(name), n })),
    rows: table.rows.map((row) => row.map(nameOf)),
  };
}
