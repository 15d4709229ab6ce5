/** Consultations, sessions and responses to fill a store with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { LiveResponse, LiveStore, Participant, Release, Store } from '../../../server/store/store.ts';
import { isStoreFault, openStore, type StoreOptions } from '../../../server/store/open.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Room } from '../../../core/room.ts';
import type { Session } from '../../../core/session.ts';
import type { Review } from '../../../core/report/document.ts';
import { DEFAULT_SCALE } from '../../../core/scale.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { makeRoom } from '../../support/room.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the test file is done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-store-'));
  folders.push(folder);
  return folder;
}

/** Opens the store of a folder and throws when it is refused. */
export async function opened(folder: string, options?: StoreOptions): Promise<Store> {
  const store = await openStore(folder, options);
  if (isStoreFault(store)) throw new Error(store.sentence);
  return store;
}

export function aConsultation(id = 'c1'): Consultation {
  return {
    id,
    title: 'What I expect',
    aim: '',
    askedBy: '',
    ledBy: '',
    answeredBy: '',
    answerDue: '',
    decided: '',
    open: '',
    words: { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' },
    languages: ['en'],
    scale: DEFAULT_SCALE,
    groups: [],
    statements: [],
    rounds: 1,
    roundOrder: 'each',
    floor: 5,
    breakdowns: 'shown',
    approvals: [],
    withdrawDays: 14,
    keepUntil: '',
    under18: false,
    sample: false,
  };
}

export function aSession(id = 'session-1', change: Partial<Session> = {}): Session {
  return {
    id,
    consultation: 'c1',
    name: 'Adult focus group 1',
    date: '2026-11-22',
    place: 'Hall',
    mode: 'unlinked',
    style: 'guided',
    state: 'draft',
    groups: [],
    twoGroups: false,
    code: 'BCDFGH',
    attendance: [],
    others: [],
    rehearsal: false,
    ...change,
  };
}

export function aResponse(board: number, tag: string, change: Partial<LiveResponse> = {}): LiveResponse {
  return {
    board,
    tag,
    revision: 1,
    membership: '',
    answer: 4,
    comment: '',
    audience: 'room',
    quote: false,
    channel: 'phone',
    person: null,
    note: '',
    ...change,
  };
}

export function aParticipant(hash: string, change: Partial<Participant> = {}): Participant {
  return { hash, membership: '', quote: false, channel: 'phone', slot: null, person: null, ...change };
}

/** What was decided about the comment of `aResponse(1, 'a')` in the first session. */
export function aReview(change: Partial<Review> = {}): Review {
  return {
    session: 'session-1',
    board: 1,
    tag: 'a',
    chosen: true,
    checked: true,
    published: null,
    replacements: [],
    ...change,
  };
}

export function aRelease(number: number, change: Partial<Release> = {}): Release {
  return {
    consultation: 'c1',
    number,
    date: '2026-11-22',
    formats: ['docx'],
    approvedBy: { lead: 'A lead' },
    notes: [],
    hash: 'ab'.repeat(32),
    model: {
      format: 'standpoint-report',
      version: 1,
      language: 'en',
      title: 'What I expect',
      subtitle: '',
      cover: [],
      date: '2026-11-22',
      audience: 'release',
      number,
      sample: false,
      mark: '',
      words: { foot: '', page: '', contents: '', figure: '', table: '', release: '', unprintable: '' },
      sections: [],
    },
    entry: { number, date: '2026-11-22', floor: 5, boards: [] },
    ...change,
  };
}

/** A room of four statements whose first `boards` were opened. */
export function openedRoom(boards = 2, change: Partial<Room> = {}): Room {
  const room = makeRoom('guided', 4);
  return {
    ...room,
    state: 'live',
    boards: room.boards.map((b) => (b.n <= boards ? { ...b, state: 'open', opened: true } : b)),
    ...change,
  };
}

/** Saves a consultation and a draft session in it, and opens its lobby. */
export async function begun(store: Store, session = aSession(), room = openedRoom()): Promise<LiveStore> {
  if ((await store.consultation('c1')) === null) await store.saveConsultation(aConsultation(), null);
  await store.saveSession({ ...session, state: 'draft' });
  return store.beginLive(session, room);
}

/** Opens a running session again and throws when it is refused. */
export async function reopened(store: Store, session = 'session-1'): Promise<LiveStore> {
  const live = await store.openLive(session);
  if (isRefusal(live)) throw new Error(live.refusal);
  return live;
}
