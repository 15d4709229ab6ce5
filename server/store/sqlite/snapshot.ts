/**
 * Reading the main database, from another thread as a rule, by a connection of its own that cannot write. One read
 * transaction lasts from opening to closing, so that what is sealed meanwhile does not mix in.
 */
import Database from 'better-sqlite3';
import type { SnapshotPlace } from '../snapshotPlace.ts';
import type { Whole } from '../releasing.ts';
import type { SealedResponse, Snapshot } from '../store.ts';
import type { Db } from './database.ts';
import { readComments } from './comments.ts';
import { consultationIn, consultationsIn, sessionsIn } from './documents.ts';
import { readChannels, readFigures } from './figures.ts';
import { MainDb } from './mainDb.ts';
import { listPhotos, readPicture } from './photos.ts';
import { readLostReleases } from './removedReleases.ts';
import { readReleases, readReport } from './reports.ts';
import { readRecommendations } from './recommendationRows.ts';
import { readTalk } from './talkRead.ts';
import { readStudiesOf } from './studiesRead.ts';

/** Where this module and the database are, for a thread that shares nothing with this one. */
export function snapshotPlace(path: string): Omit<SnapshotPlace, 'release'> {
  return { module: new URL('./snapshot.ts', import.meta.url).href, path };
}

/** Throws what SQLite throws. */
export function openSnapshot(path: string): Snapshot {
  return snapshotOf(opened(path));
}

/**
 * With the photographs, for what takes everything along.
 *
 * @param release called once it is closed
 */
export function openWhole(path: string, release: () => void): Whole {
  const main = opened(path);
  const snapshot = snapshotOf(main);
  return {
    ...snapshot,
    photos: {
      list: (sessions) => listPhotos(main, sessions),
      picture: (session, id) => readPicture(main, session, id),
    },
    close: async () => {
      await snapshot.close();
      release();
    },
  };
}

function opened(path: string): MainDb {
  const raw = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    raw.pragma('query_only = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    // KiB. Most is read once and from end to end, where a larger cache only fills memory.
    raw.pragma('cache_size = -2000');
    raw.exec('BEGIN');
    // A transaction sees what was there at its first read.
    raw.prepare('SELECT count(*) FROM session').get();
  } catch (error) {
    raw.close();
    throw error;
  }
  return new MainDb(raw);
}

function snapshotOf(main: MainDb): Snapshot {
  return {
    listConsultations: () => consultationsIn(main),
    consultation: (id) => consultationIn(main, id),
    sessions: (consultation) => sessionsIn(main, consultation),
    figures: (sessions) => readFigures(main, sessions),
    sealedResponses: responsesIn(main.raw),
    comments: (consultation, statement) => readComments(main, consultation, statement),
    channels: (sessions) => readChannels(main, sessions),
    report: (consultation) => readReport(main, consultation),
    releases: (consultation) => readReleases(main, consultation),
    lostReleases: (consultation) => readLostReleases(main, consultation),
    talk: { read: (consultation) => readTalk(main, consultation) },
    studies: { read: (consultation) => readStudiesOf(main, consultation) },
    recommendations: { read: (consultation) => readRecommendations(main, consultation) },
    close: () => main.query.destroy(),
  };
}

/** Reads as `readResponsesOf` does, by a statement that is prepared once: a million rows pass through it. */
function responsesIn(raw: Db): Snapshot['sealedResponses'] {
  const keyOf = raw.prepare('SELECT key FROM session WHERE id = ?').pluck();
  const rows = raw.prepare<[unknown, number], Row>(
    `SELECT board, tag, membership, answer, comment, audience, quote, shown, channel, person
     FROM response WHERE session = ? AND board = ? ORDER BY tag`,
  );
  return async (session, board) =>
    // Changed in place: a copy of each of a million rows takes as long as reading it.
    rows
      .all(keyOf.get(session), board)
      .map((row) => Object.assign(row, { quote: row.quote === 1, shown: row.shown === 1 }));
}

type Row = Omit<SealedResponse, 'quote' | 'shown'> & { quote: number; shown: number };
