/** What is sealed of an unlinked session, read by somebody who looks for an order or for what belongs together. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from '@jest/globals';
import type { LiveStore } from '../../../../server/store/store.ts';
import type { Answer } from '../../../../core/scale.ts';
import { aResponse, aReview, aSession, begun, newFolder, opened, openedRoom } from '../made.ts';

const ANSWERS: Answer[] = [1, 2, 3, 4, 5, 'n', 'x'];

/** A key that is the same in each run, so that a figure of chance is too. */
const fixed = (bytes: number): Buffer => createHash('sha512').update('fixed').digest().subarray(0, bytes);

/** Spearman's rank correlation of a list of places, each once, with the order in which they stand. */
function correlation(places: readonly number[]): number {
  const rank = new Map(places.toSorted((a, b) => a - b).map((place, i) => [place, i]));
  const n = places.length;
  const sum = places.reduce((total, place, i) => total + ((rank.get(place) ?? 0) - i) ** 2, 0);
  return 1 - (6 * sum) / (n * (n ** 2 - 1));
}

test('S3 the order in which three thousand people placed is in no order of rows, pages or bytes, live or sealed', async () => {
  const PEOPLE = 3000;
  const folder = newFolder();
  const store = await opened(folder, { random: fixed });
  const live = await begun(store, aSession(), openedRoom(1));
  const tags: string[] = [];
  for (let person = 0; person < PEOPLE; person += 1) tags.push(live.tagOf(`token ${person}`, 's1', 1));
  const placed = tags.map((tag, i) => live.place(aResponse(1, tag, { answer: ANSWERS[i % 7] ?? 1 })));
  await Promise.all(placed);

  const rowsOf = (path: string): string[] => {
    const db = new Database(path, { readonly: true });
    // Whole rows: tags alone would be read from an index, which is in order whatever the table is.
    const rows = db.prepare('SELECT * FROM response').all() as { tag: string }[];
    db.close();
    return rows.map((row) => row.tag);
  };
  /** How what is read from the start of the file to its end goes with the order of arrival. */
  const inBytes = (path: string): number => {
    const at = new Map<string, number>();
    for (const m of readFileSync(path)
      .toString('latin1')
      .matchAll(/[\w-]{22}/g))
      if (!at.has(m[0])) at.set(m[0], m.index);
    const places = tags.flatMap((tag) => at.get(tag) ?? []);
    expect(places.length).toBeGreaterThan(PEOPLE * 0.9);
    return correlation(places);
  };
  const arrival = new Map(tags.map((tag, i) => [tag, i]));
  const inRows = (path: string): number => correlation(rowsOf(path).map((tag) => arrival.get(tag) ?? 0));

  const liveFile = join(folder, 'live', 'session-1.db');
  expect(Math.abs(inRows(liveFile))).toBeLessThan(0.05);
  await store.seal('session-1', true);
  await store.close();
  const main = join(folder, 'standpoint.db');
  expect(rowsOf(main).length).toBe(PEOPLE);
  expect([Math.abs(inRows(main)) < 0.05, Math.abs(inBytes(main)) < 0.05]).toEqual([true, true]);
  // The measure itself sees an order where there is one.
  expect(correlation(tags.map((_, i) => i))).toBe(1);
});

type Row = Record<string, unknown>;

/** Every row of every table of a database, as `table.column` and value. */
function everyRow(path: string): Row[] {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
  const rows = tables.flatMap((table) =>
    (db.prepare(`SELECT * FROM "${table}"`).all() as Row[]).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [`${table}.${column}`, value])),
    ),
  );
  db.close();
  return rows;
}

/** Columns whose values come from a short list that the consultation sets, and are many people's. */
const CLOSED = [
  'response.session',
  'response.board',
  'response.membership',
  'response.answer',
  'response.audience',
  'response.quote',
  'response.shown',
  'response.channel',
  'review.session',
  'review.board',
];

const PEOPLE = 40;
const BOARDS = 4;

async function everyonePlaces(live: LiveStore): Promise<Map<string, number>> {
  const writer = new Map<string, number>();
  for (let person = 0; person < PEOPLE; person += 1)
    for (let board = 1; board <= BOARDS; board += 1) {
      const tag = live.tagOf(`token ${person}`, `s${board}`, 1);
      writer.set(tag, person);
      await live.place(
        aResponse(board, tag, {
          answer: ANSWERS[(person * 3 + board * 5) % ANSWERS.length] ?? 1,
          comment: `Comment ${createHash('sha256').update(`${person} ${board}`).digest('hex')}`,
          membership: person % 2 === 0 ? 'g1' : 'g2',
          quote: person % 3 !== 0,
          note: live.noteIdOf(tag, 'x'),
          revision: 1,
        }),
      );
    }
  return writer;
}

test('S3 two responses of one person share no value in any table but those of short lists, which at least five people have', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store, aSession(), openedRoom(BOARDS));
  const writer = await everyonePlaces(live);
  await store.seal('session-1', true);
  for (const [i, tag] of [...writer.keys()].slice(0, 5 * BOARDS).entries())
    await store.saveReview(aReview({ board: (i % BOARDS) + 1, tag, published: `Published ${i}` }), null);
  await store.close();

  const rows = everyRow(join(folder, 'standpoint.db'));
  // Rows about a response are those in which its tag stands, in whatever column or document.
  const about = rows.flatMap((row) => {
    const text = JSON.stringify(row);
    const tag = [...writer.keys()].find((known) => text.includes(known));
    // A response is known by its board and tag, so that one tag on two boards is a value that is shared.
    const board = String(row['response.board'] ?? row['review.board']);
    return tag === undefined ? [] : [{ response: `${board} ${tag}`, person: writer.get(tag) ?? -1, row }];
  });
  expect(about.length).toBe(PEOPLE * BOARDS + 5 * BOARDS);

  /** Who has which value, whatever the column: a value that joins two tables joins as well. */
  const owners = new Map<unknown, { people: Set<number>; responses: Set<string>; columns: Set<string> }>();
  for (const { response, person, row } of about)
    for (const [column, value] of Object.entries(row)) {
      if (value === null || value === '') continue;
      const known = owners.get(value) ?? { people: new Set(), responses: new Set(), columns: new Set() };
      owners.set(value, known);
      known.people.add(person);
      known.responses.add(response);
      known.columns.add(column);
    }
  const shared = [...owners].filter(([, { responses }]) => responses.size > 1);
  expect(shared.length).toBeGreaterThan(8);
  for (const [value, { people, columns }] of shared) {
    const strange = [...columns].filter((column) => !CLOSED.includes(column));
    expect([value, strange, people.size >= 5]).toEqual([value, [], true]);
  }
  // Nobody has a number in an unlinked session.
  expect(about.filter(({ row }) => row['response.person'] != null)).toEqual([]);
});
