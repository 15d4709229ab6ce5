/** Laptops with one consultation, and archives that go between them. */
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ArchiveResult } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { Answer } from '../../core/scale.ts';
import { contentHash } from '../../server/archive/contentHash.ts';
import type { Release, SealedSession, Store } from '../../server/store/store.ts';
import { archiveConsultation, openArchiveFile } from '../../server/use/archives.ts';
import { makeRooms } from '../../server/use/rooms.ts';
import { aConsultation, aSession, newFolder, opened } from '../server/store/made.ts';

const TODAY = '2026-11-22';
export const rooms = makeRooms(
  () => undefined,
  () => undefined,
);

export async function archiveOf(store: Store, id: string): Promise<Buffer> {
  const job = await archiveConsultation(store, id, TODAY);
  if (isRefusal(job)) throw new Error(job.refusal);
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), job.write(out)]);
  return bytes;
}

export async function take(store: Store, bytes: Uint8Array): Promise<ArchiveResult> {
  const result = await openArchiveFile(store, rooms, bytes);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

export function consultation(change: Partial<Consultation> = {}): Consultation {
  return {
    ...aConsultation('shared'),
    groups: [
      { id: 'g1', label: 'Parents', roomLabel: '' },
      { id: 'g2', label: 'Workers', roomLabel: '' },
    ],
    statements: ['s1', 's2'].map((id, i) => ({
      id,
      notes: '',
      picture: null,
      scale: null,
      version: 1,
      wordings: [{ group: null, lang: 'en', text: `Statement ${i + 1}` }],
      earlier: [],
    })),
    ...change,
  };
}

/**
 * A held session with these answers to the first statement.
 *
 * @param sitting tells tags of one sitting from those of another that was held under the same id
 */
export function held(
  id: string,
  answers: readonly Answer[],
  change: Partial<Session> = {},
  sitting = id,
): SealedSession {
  const of = consultation();
  const session = aSession(id, {
    consultation: of.id,
    name: `Session ${id}`,
    state: 'sealed',
    code: '',
    groups: ['g1', 'g2'],
    twoGroups: true,
    ...change,
  });
  return {
    session,
    boards: [
      {
        session: id,
        n: 1,
        statement: 's1',
        round: 1,
        version: 1,
        wordings: of.statements[0]?.wordings ?? [],
        scale: of.scale,
      },
    ],
    eligible: [{ session: id, statement: 's1', round: 1, membership: 'g1', n: answers.length }],
    responses: answers.map((answer, i) => ({
      board: 1,
      tag: `${sitting}-${i}`,
      membership: i % 2 === 0 ? 'g1' : 'g1+g2',
      answer,
      comment: i === 0 ? `=1+1 "said"\nin ${id} \u0627\u0644\u0628\u064a\u062a 👩‍👧` : '',
      audience: 'room',
      quote: i === 0,
      shown: i === 0,
      channel: 'phone',
      person: null,
    })),
  };
}

/** A laptop on which the consultation was held in these sessions; in a folder that is named, or a new one. */
export async function laptop(
  of: Consultation,
  ...given: (SealedSession | { folder: string })[]
): Promise<Store> {
  const sessions = given.filter((item) => 'session' in item);
  const named = given.find((item) => 'folder' in item);
  const store = await opened(named?.folder ?? newFolder());
  await store.saveConsultation(of, null);
  for (const session of sessions) await store.addSealed(session);
  return store;
}

export async function everything(store: Store, id: string): Promise<string> {
  const sessions = [];
  for (const session of await store.sessions(id)) {
    const { boards, eligible } = await store.figures([session.id]);
    const responses = [];
    for (const { n } of boards) responses.push(...(await store.sealedResponses(session.id, n)));
    sessions.push([session, contentHash({ boards, eligible, responses })]);
  }
  const { consultation: document } = (await store.consultation(id)) ?? {};
  return JSON.stringify([document, sessions, await store.report(id), await store.comments(id, null)]);
}

/** A release that printed the first statement in one session. */
export function aRelease(title: string, session: string): Release {
  const model: Release['model'] = {
    format: 'standpoint-report',
    version: 1,
    language: 'en',
    title,
    subtitle: '',
    cover: [],
    date: '2026-11-22',
    audience: 'release',
    number: 1,
    sample: false,
    mark: '',
    words: {
      foot: '',
      page: '',
      contents: '',
      figure: '',
      table: '',
      release: '',
      unprintable: '',
    },
    sections: [],
  };
  return {
    consultation: 'shared',
    number: 1,
    date: '2026-11-22',
    formats: ['docx'],
    approvedBy: {},
    notes: [],
    hash: createHash('sha256').update(JSON.stringify(model)).digest('hex'),
    model,
    entry: {
      number: 1,
      date: '2026-11-22',
      floor: 5,
      boards: [
        {
          statement: 's1',
          round: 1,
          figures: [{ set: { sessions: [session], units: null, others: null }, there: false }],
          atoms: [{ session, membership: 'g1', cells: [2, 1, 1, 1, 1, 0, 0], there: 6 }],
        },
      ],
    },
  };
}
