/** What one copy on a stick holds, before it is locked: a zip with a list of SHA-256 hashes in it. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import * as v from 'valibot';
import type { Consultation } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';
import { entriesOf, unpackEntry } from '../archive/unzip.ts';
import type { Carried } from '../store/carry.ts';
import type { CarriedTalk } from '../store/talk.ts';

/** About the copy as a whole. */
export interface BundleHead {
  /** Rises with each laptop that takes the stick over, and with each copy: the later one counts. */
  turn: number;
  count: number;
  /** When it was made, in milliseconds by that laptop's clock. */
  made: number;
  /** Where phones found that laptop: http://192.168.1.20:8080 */
  address: string;
}

export interface Bundle extends BundleHead {
  sessions: Carried[];
}

const FORM = 1;
const LIST = 'manifest.json';
/** Filled up to whole steps, so that its size does not count answers. */
const STEP_BYTES = 256 * 1024;

const headSchema = v.looseObject({
  form: v.literal(FORM),
  turn: v.number(),
  count: v.number(),
  made: v.number(),
  address: v.string(),
  sessions: v.array(v.string()),
  files: v.record(v.string(), v.string()),
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const jsonBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export function packBundle({ sessions, ...head }: Bundle): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const { consultation, session, live, keys, talk } of sessions) {
    files[`${session.id}/consultation.json`] = jsonBytes(consultation);
    files[`${session.id}/session.json`] = jsonBytes(session);
    files[`${session.id}/live.db`] = live;
    files[`${session.id}/keys.db`] = keys;
    if (talk !== undefined) files[`${session.id}/talk.json`] = jsonBytes(talk);
  }
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  const list = { form: FORM, ...head, sessions: sessions.map(({ session }) => session.id), files: hashes };
  files[LIST] = jsonBytes(list);
  const size = Object.values(files).reduce((sum, bytes) => sum + bytes.length, 0);
  files['filler'] = new Uint8Array(STEP_BYTES - (size % STEP_BYTES));
  return zipSync(files, { level: 0 });
}

/** Null where it is not whole, or not of a form that this version knows. */
export async function readBundle(bytes: Uint8Array): Promise<Bundle | null> {
  try {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const entries = new Map(entriesOf(zip).map((entry) => [entry.name, entry]));
    const file = async (name: string): Promise<Uint8Array> => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error('a file that is missing');
      return unpackEntry(zip, entry);
    };
    const text = async (name: string): Promise<unknown> =>
      JSON.parse(Buffer.from(await file(name)).toString());
    const { turn, count, made, address, sessions, files } = v.parse(headSchema, await text(LIST));
    const checked = async (name: string): Promise<Uint8Array> => {
      const found = await file(name);
      if (sha256(found) !== files[name]) throw new Error('a file that was changed');
      return found;
    };
    const json = async <T>(name: string): Promise<T> =>
      JSON.parse(Buffer.from(await checked(name)).toString()) as T;
    const carried = await Promise.all(
      sessions.map(async (id): Promise<Carried> => ({
        consultation: await json<Consultation>(`${id}/consultation.json`),
        session: await json<Session>(`${id}/session.json`),
        live: await checked(`${id}/live.db`),
        keys: await checked(`${id}/keys.db`),
        ...(entries.has(`${id}/talk.json`) ? { talk: await json<CarriedTalk>(`${id}/talk.json`) } : {}),
      })),
    );
    return { turn, count, made, address, sessions: carried };
  } catch {
    return null;
  }
}
