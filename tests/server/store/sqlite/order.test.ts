import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import type { LiveResponse } from '../../../../server/store/store.ts';
import { sealedFrom } from '../../../../server/store/sqlite/sealedRows.ts';
import type { Answer } from '../../../../core/scale.ts';
import type { Channel } from '../../../../core/session.ts';
import {
  aConsultation,
  aParticipant,
  aResponse,
  aSession,
  begun,
  newFolder,
  opened,
  openedRoom,
} from '../made.ts';

/** The same bytes each time it is made anew. */
function fixedRandom(): (bytes: number) => Buffer {
  let n = 0;
  return (bytes) => {
    n += 1;
    return createHash('sha512').update(`fixed ${n}`).digest().subarray(0, bytes);
  };
}

const ANSWERS: Answer[] = [1, 2, 3, 4, 5, 'n', 'x'];
const PEOPLE = 60;

/** Everyone's placements on three boards, some of them changed or taken back later. */
function placements(tagOf: (token: string, statement: string, round: 1) => string): LiveResponse[][] {
  const all: LiveResponse[][] = [];
  for (let person = 0; person < PEOPLE; person += 1)
    for (const board of [1, 2, 3]) {
      const answer = ANSWERS[(person * 7 + board * 3) % ANSWERS.length] ?? 1;
      const last = aResponse(board, tagOf(`token ${person}`, `s${board}`, 1), {
        answer: (person + board) % 11 === 0 ? null : answer,
        comment: (person + board) % 3 === 0 ? `Because of ${person} and ${board}` : '',
        membership: person % 2 === 0 ? 'g1' : 'g2',
        revision: 3,
      });
      all.push([{ ...last, revision: 1, answer: 3, comment: 'a first thought' }, last]);
    }
  return all;
}

/** Seals one session whose placements came in this order; gives the main database's bytes. */
async function sealedIn(order: (list: LiveResponse[][]) => LiveResponse[]): Promise<Buffer> {
  const folder = newFolder();
  const store = await opened(folder, { random: fixedRandom() });
  const live = await begun(store, aSession(), openedRoom(3));
  for (const response of order(placements((token, statement, round) => live.tagOf(token, statement, round))))
    await live.place(response);
  await store.seal('session-1', true);
  await store.close();
  expect(readdirSync(folder).toSorted()).toEqual([
    'backup',
    'concerns.db',
    'keys',
    'live',
    'standpoint.db',
    'standpoint.lock',
  ]);
  return readFileSync(join(folder, 'standpoint.db'));
}

describe('S3 what is sealed', () => {
  test('S3 three orders of arrival give the same bytes', async () => {
    const byPerson = await sealedIn((list) => list.flat());
    const backwards = await sealedIn((list) => list.toReversed().flat());
    const lateFirst = await sealedIn((list) => {
      const mixed = list.toSorted((a, b) => ((a[0]?.tag ?? '') < (b[0]?.tag ?? '') ? 1 : -1));
      return [
        ...mixed.flatMap((pair) => pair.slice(0, 1)),
        ...mixed.toReversed().flatMap((pair) => pair.slice(1)),
      ];
    });
    expect(byPerson.length).toBeGreaterThan(10_000);
    expect(backwards.equals(byPerson)).toBe(true);
    expect(lateFirst.equals(byPerson)).toBe(true);
  });

  test('S3 a session made elsewhere comes in with the same bytes in whatever order it was listed', async () => {
    const bytes = async (turn: <T>(list: T[]) => T[]): Promise<Buffer> => {
      const folder = newFolder();
      const store = await opened(folder);
      await store.saveConsultation(aConsultation(), null);
      const list = placements((token, statement) =>
        createHash('sha256')
          .update(token + statement)
          .digest('hex'),
      );
      const kept = list.map(([first]) => ({ ...(first ?? aResponse(1, '')), answer: 3, shown: false }));
      const boards = openedRoom(3).boards.slice(0, 3);
      await store.addSealed({
        session: aSession(),
        boards: turn(boards.map((b) => ({ ...b, session: 'session-1' }))),
        eligible: turn(
          boards.map(({ statement, round, n }) => ({
            session: 'session-1',
            statement,
            round,
            membership: 'g1',
            n,
          })),
        ),
        responses: turn(kept),
      });
      await store.close();
      return readFileSync(join(folder, 'standpoint.db'));
    };
    const straight = await bytes((list) => list);
    expect((await bytes((list) => list.toReversed())).equals(straight)).toBe(true);
  });

  test('S3 no table of answers has a time, a counter, a revision or a rowid', async () => {
    const folder = newFolder();
    await (await opened(folder)).close();
    const db = new Database(join(folder, 'standpoint.db'), { readonly: true });
    for (const table of ['response', 'tally', 'eligible', 'board']) {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(' ');
      expect(columns).not.toMatch(/time|date|rev|count|seq|created|order|at\b/);
      expect(() => db.prepare(`SELECT rowid FROM ${table}`)).toThrow('no such column');
    }
    expect(
      db.prepare(`SELECT count(*) FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'`).pluck().get(),
    ).toBe(0);
    expect(db.prepare('SELECT DISTINCT timestamp FROM kysely_migration').pluck().all()).toEqual([
      '1970-01-01T00:00:00.000Z',
    ]);
    db.close();
  });

  test('S3 a way of taking part that fewer than five used becomes mixed', () => {
    const by = (channel: Channel, board: number, n: number) =>
      Array.from({ length: n }, (_, i) => aResponse(board, `${channel}${board}${i}`, { channel }));
    const responses = [
      ...by('phone', 1, 5),
      ...by('tablet', 1, 4),
      ...by('tablet', 2, 4),
      ...by('paper', 2, 6),
    ];
    const people = (['phone', 'paper', 'tablet'] as const).flatMap((channel) =>
      Array.from({ length: channel === 'phone' ? 4 : 9 }, (_, i) =>
        aParticipant(`${channel}${i}`, { channel }),
      ),
    );
    const kept = (participants: typeof people | null): Set<string> =>
      new Set(sealedFrom(aSession(), openedRoom(2), responses, participants).responses.map((r) => r.channel));
    expect(kept(null)).toEqual(new Set(['phone', 'mixed', 'paper']));
    // On phones five answered, and four were ever in; paper of the wall is of nobody who is known.
    expect(kept(people)).toEqual(new Set(['mixed', 'paper']));
  });

  test('S3 shown is kept of comments for the room that were let through and part of a reveal', () => {
    const room = openedRoom(2);
    const snapshot = {
      whole: {},
      parts: null,
      withheld: null,
      notes: ['n1', 'n2', 'n3'].map((id) => ({ id, answer: 4 })),
    };
    const revealed = room.boards.map((b) => (b.n === 1 ? { ...b, snapshot: snapshot as never } : b));
    const notes = { n1: 'show', n2: 'hide', n3: 'show', n4: 'show', n5: 'show' } as const;
    const at = (board: number, note: string, change: Partial<LiveResponse> = {}) =>
      aResponse(board, note, { note, comment: 'c', ...change });
    const live = [
      at(1, 'n1'),
      at(1, 'n2'),
      at(1, 'n3', { audience: 'team' }),
      at(1, 'n4'),
      at(2, 'n5'),
      at(4, 'n6'),
    ];
    const { responses } = sealedFrom(aSession(), { ...room, boards: revealed, notes }, live, null);
    expect(responses.map((r) => [r.tag, r.shown])).toEqual([
      ['n1', true],
      ['n2', false],
      ['n3', false],
      ['n4', false],
      ['n5', false],
    ]);
  });
});
