/** Two finished sessions of twenty people, of which releases are made with quotes in them. */
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { JobState, ReleaseCheck, ReportPage } from '../../core/api.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import type { Change } from '../../core/talk/change.ts';
import type { Release, SealedSession, Store } from '../../server/store/store.ts';
import { consultation } from './archives.ts';
import { clockAt } from './clock.ts';
import { ended } from './jobs.ts';
import { startServer, type TestServer } from './server.ts';
import { sitting, statement } from './waves.ts';

const PATH = '/api/consultations/shared';

export const quotedConsultation = () =>
  consultation({
    statements: [statement('s1', 'My social worker listens'), statement('s2', 'I know who to ask')],
  });

/** @param comment what one of them wrote, and may be quoted with; empty: nobody wrote anything */
export function twenty(id: string, comment = ''): SealedSession {
  const counts = { g1: [2, 2, 2, 2, 2], g2: [2, 2, 2, 2, 2] };
  const made = sitting(quotedConsultation(), id, '2026-11-01', { s1: counts, s2: counts });
  const responses = made.responses.map((response, i) =>
    i === 0 && comment !== ''
      ? { ...response, comment, quote: true, audience: 'room' as const, shown: true }
      : response,
  );
  return { ...made, responses };
}

export interface QuotedRoom {
  server: TestServer;
  store: () => Store;
  talk: (...changes: Change[]) => Promise<void>;
  write: (edit: Partial<ReportDocument>) => Promise<void>;
  /** The new release, as the register has it. */
  release: () => Promise<Release>;
  /** Whether any of these words stand in the register, or in a file. */
  kept: (...words: string[]) => Promise<string[]>;
}

/** @param sessions none: a laptop on which nothing was held */
export async function quotedRoom(sessions: readonly SealedSession[]): Promise<QuotedRoom> {
  const stores: Store[] = [];
  const server = await startServer({
    clock: clockAt('2027-03-01'),
    wrap: (store) => {
      stores.push(store);
      return store;
    },
  });
  const store = (): Store => {
    const last = stores.at(-1);
    if (last === undefined) throw new Error('no store');
    return last;
  };
  if (sessions.length > 0) await store().saveConsultation(quotedConsultation(), null);
  for (const session of sessions) await store().addSealed(session);
  return {
    server,
    store,
    talk: async (...changes) => void good(await store().talk.change('shared', changes)),
    write: async (edit) => {
      const { revision, document } = await server.get<ReportPage>(`${PATH}/report`);
      const saved = { revision, document: { ...document, ...edit } };
      good(await server.send<{ revision: number } | Refusal>('PUT', `${PATH}/report`, saved));
    },
    release: async () => {
      const { flags, hash } = await server.send<ReleaseCheck>('POST', `${PATH}/report/check`);
      const confirmed = flags.map(({ code }) => code);
      const order = { audience: 'release', formats: ['json'], confirmed, approvedBy: {}, hash };
      const job = await ended(server, await server.send('POST', `${PATH}/report/files`, order));
      const made = (await store().releases('shared')).at(-1);
      if (job.state !== 'done' || made === undefined) throw new Error(JSON.stringify(job));
      return made;
    },
    kept: async (...words) => {
      const text = JSON.stringify([await store().releases('shared'), await store().report('shared')]);
      return words.filter((word) => text.includes(word));
    },
  };
}

function good<T extends object>(done: T | Refusal): T {
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done;
}

/** Whether its files may be written once more without a question. */
export function reprint({ server }: QuotedRoom, number: number): Promise<JobState | Refusal> {
  return server.send('POST', `${PATH}/releases/${number}/files`, { formats: ['json'], confirmed: false });
}
