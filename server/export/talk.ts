/** Rows of contributions and themes: points of discussions, post-its that are under a theme, and the codebook. */
import { contributions, type PostitFacts } from '../../core/talk/contributions.ts';
import { countThemes, voices, type Counted } from '../../core/talk/count.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { usableOfTeam } from '../../core/talk/sources.ts';
import { codebook, type Codebook } from '../../core/talk/themes.ts';
import { COLOUR_CODES, readPostit, type Coding, type Point } from '../../core/talk/types.ts';
import { groupsOf } from '../../core/session.ts';
import type { SealedResponse } from '../store/store.ts';
import type { Codes } from './codes.ts';
import type { Cell } from './csv.ts';
import { boardsOf } from './responses.ts';
import type { ExportSource } from './source.ts';

/** A post-it with its place, and the id that its response has in this export. */
export interface Postit extends PostitFacts {
  id: string;
  response: SealedResponse;
}

/** An example is as long as a point can be. */
const EXAMPLE = 1000;

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** Whether there is anything: files without a word would only be in the way. */
export function hasTalk({ talk }: ExportSource): boolean {
  return talk !== undefined && talk.themes.length + talk.points.length + talk.codings.length > 0;
}

/** In the order of sessions, and in each of random ids, which say nothing of time or person. */
export async function contributionRows(source: ExportSource, codes: Codes): Promise<Cell[][]> {
  const { points, codings, book, postits } = await talkOf(source, codes);
  const rows: Cell[][] = [];
  const placed = (ids: readonly string[]): Cell[] => placedCells(book, ids);
  const known = new Set(source.consultation.groups.map(({ id }) => id));
  for (const session of source.sessions) {
    const statement = (id: string): Cell => (codes.knows(id) ? codes.statement(id) : null);
    const own: Cell[][] = points
      .filter((point) => point.session === session.id)
      .map((point): Cell[] => [
        contributionId(codes, point),
        point.source,
        codes.session(session.id),
        known.has(point.group) ? codes.groups([point.group]) : null,
        point.gender === '' ? null : point.gender,
        point.ageBand === '' ? null : point.ageBand,
        statement(point.statement),
        postits.get(`${session.id} ${point.postit}`)?.id ?? null,
        point.kind,
        point.text,
        point.kind === 'quote' ? flag(point.mayQuote) : null,
        point.stance === '' ? null : point.stance,
        point.outcome === '' ? null : point.outcome,
        point.hands,
        ...placed(point.themes),
      ]);
    for (const coding of codings) {
      const on = postits.get(`${coding.session} ${coding.postit}`);
      if (coding.session !== session.id || on === undefined) continue;
      own.push([
        codes.uuid(`contribution ${session.id} ${coding.postit}`),
        'post-it',
        codes.session(session.id),
        codes.groups(on.groups) || null,
        null,
        null,
        statement(on.statement),
        on.id,
        'post-it',
        on.response.comment,
        flag(on.response.quote),
        null,
        null,
        null,
        ...placed(coding.themes),
      ]);
    }
    rows.push(...own.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
  }
  return rows;
}

/** The codebook in its own order, with how often, in the sessions of this export. */
export async function themeRows(source: ExportSource, codes: Codes): Promise<Cell[][]> {
  const { book, points, counted: all } = await countedOf(source, codes);
  const counted = countThemes(book, all);
  const passages = usableOfTeam(source.talk?.sources ?? [], source.talk?.passages ?? []);
  const example = (id: string): Cell => {
    const isUnder = (themes: readonly string[]): boolean =>
      book.of(themes).some(({ theme }) => theme.id === id);
    const own = points.filter((point) => isUnder(point.themes));
    const read = passages.filter(({ passage }) => isUnder(passage.themes));
    const first = own.toSorted((a, b) =>
      codes.uuid(`example ${a.id}`) < codes.uuid(`example ${b.id}`) ? -1 : 1,
    )[0];
    if (first !== undefined) return first.text;
    const words = read
      .map(({ source: { text }, passage }) => wordsAt(text, passage))
      .toSorted((a, b) => (codes.uuid(`example ${a}`) < codes.uuid(`example ${b}`) ? -1 : 1))[0];
    return words === undefined ? null : words.slice(0, EXAMPLE);
  };
  return counted
    .toSorted((a, b) => a.number - b.number)
    .map((one): Cell[] => {
      const { theme, number, above } = one;
      const parent = book.get(above[0] ?? '')?.number;
      return [
        themeCode(number),
        parent === undefined ? null : themeCode(parent),
        theme.name,
        theme.description === '' ? null : theme.description,
        COLOUR_CODES[theme.colour],
        one.sessions,
        one.sources,
        one.points,
        one.postits,
        one.hands,
        one.passages,
        voices(one),
        example(theme.id),
      ];
    });
}

/** The id that a point has in this export. */
export function contributionId(codes: Codes, { session, id }: Pick<Point, 'session' | 'id'>): string {
  return codes.uuid(`contribution ${session} ${id}`);
}

/** Codes and names of themes. */
export function placedCells(book: Codebook, ids: readonly string[]): Cell[] {
  const themes = book.of(ids);
  if (themes.length === 0) return [null, null];
  return [
    themes.map(({ number }) => themeCode(number)).join('+'),
    themes.map(({ theme }) => theme.name).join(' + '),
  ];
}

/** Everything that themes of this export are counted from. */
export async function countedOf(
  source: ExportSource,
  codes: Codes,
): Promise<{ book: Codebook; points: readonly Point[]; counted: Counted[] }> {
  const { points, codings, book, postits } = await talkOf(source, codes);
  const { talk, sessions } = source;
  return { book, points, counted: contributions(points, codings, [...postits.values()], sessions, talk) };
}

export function themeCode(number: number): string {
  return `t${String(number).padStart(3, '0')}`;
}

export interface Talk {
  points: readonly Point[];
  codings: readonly Coding[];
  book: Codebook;
  /** By session and post-it. */
  postits: ReadonlyMap<string, Postit>;
}

/** @param more post-its that are wanted besides those that points and codings name */
export async function talkOf(
  source: ExportSource,
  codes: Codes,
  more: readonly { session: string; postit: string }[] = [],
): Promise<Talk> {
  const { talk } = source;
  const shown = new Set(source.sessions.map(({ id }) => id));
  const points = (talk?.points ?? []).filter(({ session }) => shown.has(session));
  const codings = (talk?.codings ?? []).filter(
    ({ session, themes }) => shown.has(session) && themes.length > 0,
  );
  return {
    points,
    codings,
    book: codebook(talk?.themes ?? []),
    postits: await postitsOf(source, codes, [...points.filter((p) => p.postit !== ''), ...codings, ...more]),
  };
}

/** A post-it that is under a theme, or that the second coder put under one. */
export interface CodedPostit extends PostitFacts, Coding {
  /** Themes of the second coder. */
  second: readonly string[];
  comment: string;
  quote: boolean;
}

/** Those of the sessions of this export, by session and in no order. */
export async function codedPostits(source: ExportSource): Promise<CodedPostit[]> {
  const { talk } = source;
  const book = codebook(talk?.themes ?? []);
  const second = secondThemes(source);
  const own = new Map((talk?.codings ?? []).map((one) => [`${one.session} ${one.postit}`, one]));
  for (const { session, unit } of talk?.seconds ?? [])
    if (!own.has(`${session} ${unit}`) && readPostit(unit) !== null)
      own.set(`${session} ${unit}`, { session, postit: unit, themes: [] });
  const codings = [...own.values()].filter(
    ({ session, postit, themes }) => book.of([...themes, ...second(session, postit)]).length > 0,
  );
  const found = await postitsOf(source, { responses: () => [] }, codings);
  return codings.flatMap((coding): CodedPostit[] => {
    const on = found.get(`${coding.session} ${coding.postit}`);
    if (on === undefined) return [];
    const { response, id: _none, ...facts } = on;
    const themes = second(coding.session, coding.postit);
    return [{ ...facts, ...coding, second: themes, comment: response.comment, quote: response.quote }];
  });
}

/** What the second coder put a point or post-it under. */
export function secondThemes({ talk }: ExportSource): (session: string, unit: string) => readonly string[] {
  const all = new Map((talk?.seconds ?? []).map((one) => [`${one.session} ${one.unit}`, one.themes]));
  return (session, unit) => all.get(`${session} ${unit}`) ?? [];
}

async function postitsOf(
  source: ExportSource,
  codes: Pick<Codes, 'responses'>,
  on: readonly { session: string; postit: string }[],
): Promise<Map<string, Postit>> {
  const wanted = new Set(on.map(({ session, postit }) => `${session} ${postit}`));
  const boards = new Set(on.map(({ session, postit }) => `${session} ${readPostit(postit)?.board}`));
  const found = new Map<string, Postit>();
  for (const { id: session } of source.sessions)
    for (const board of await boardsOf(source, session)) {
      if (!boards.has(`${session} ${board.n}`)) continue;
      const list = await source.responsesOf(session, board.n);
      const ids = codes.responses(board, list.length);
      for (const [i, response] of list.entries()) {
        const key = `${session} ${board.n}.${response.tag}`;
        if (!wanted.has(key) || response.comment === '') continue;
        const { statement } = board;
        const groups = groupsOf(response.membership);
        const { tag } = response;
        found.set(key, { id: ids[i] ?? '', response, session, board: board.n, tag, groups, statement });
      }
    }
  return found;
}
