import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { scaleOf } from '../../../core/consultation.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { figureOf } from '../../../core/results.ts';
import { isStoreFault, openStore } from '../../../server/store/open.ts';
import { openSnapshot } from '../../../server/store/sqlite/snapshot.ts';
import type { Store } from '../../../server/store/store.ts';
import { exportConsultation, type ExportJob } from '../../../server/use/exportConsultation.ts';
import { sampleSealed } from '../../../server/use/sample.ts';
import { wantedFiles, MARK } from './sources.ts';
import { newFolder, opened } from '../store/made.ts';

let folder = '';
let store: Store;
const sample = await sampleSealed();
const { consultation } = sample;
const today = '2026-11-22';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-export-'));
  const own = await openStore(folder);
  if (isStoreFault(own)) throw new Error(own.sentence);
  store = own;
  await store.saveConsultation(consultation, null);
  for (const sealed of sample.sessions.slice(0, 4)) await store.addSealed(sealed);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function jobFor(wanted: Parameters<typeof exportConsultation>[3]): Promise<ExportJob> {
  const job = await exportConsultation(store, consultation.id, [], wanted, today);
  if (isRefusal(job)) throw new Error(job.refusal);
  return job;
}

/** Keeps a copy of what it is given, as a file or a socket does. */
function collector() {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Uint8Array, _encoding, done) {
      pieces.push(Buffer.from(piece));
      done();
    },
  });
  return { stream, bytes: () => Buffer.concat(pieces) };
}

describe('an export in a thread of its own', () => {
  test('F1 has the numbers of the figures on every screen', async () => {
    const job = await jobFor({ table: 'responses_long', form: 'data' });
    expect(job.name).toMatch(/^2026-11-22_.*_responses-long-data_SAMPLE_CONFIDENTIAL-TEAM-ONLY\.csv$/);
    const out = collector();
    await job.write(out.stream);
    const rows: Record<string, string>[] = parse(out.bytes(), { columns: true });
    const sessions = sample.sessions.slice(0, 4).map((s) => s.session.id);
    const { tallies } = await store.figures(sessions);
    for (const [i, statement] of consultation.statements.entries()) {
      const figure = figureOf(
        tallies,
        null,
        { sessions, groups: [], statement: statement.id, round: 1 },
        scaleOf(consultation, statement),
      );
      const here = rows.filter((r) => r['statement_id'] === `s0${i + 1}`);
      const count = (code: number): number => here.filter((r) => r['answer_code'] === String(code)).length;
      expect(figure.counts.map((_, k) => count(k + 1))).toEqual(figure.counts);
      expect(here.filter((r) => r['declined'] === 'n')).toHaveLength(figure.declined.n);
      expect(here.filter((r) => r['declined'] === 'x')).toHaveLength(figure.declined.x);
    }
  });

  test('F5 tells each step, and stops when the reader goes away', async () => {
    const steps: string[] = [];
    const whole = await jobFor(wantedFiles('csv'));
    await whole.write(collector().stream, ({ file, of }) => void steps.push(`${file} ${of}`));
    expect(steps[1]).toBe(`${MARK}responses_long_data.csv ${steps.length}`);

    const away = new Writable({ write: () => away.destroy() });
    const cut = await jobFor(wantedFiles('all'));
    await expect(cut.write(away)).rejects.toThrow(/premature/i);
  });

  test('F5 a session sealed while it is read is in none of it', async () => {
    const place = store.reader();
    const snapshot = openSnapshot(place.path);
    const [last] = sample.sessions.slice(4);
    if (last === undefined) throw new Error('the sample has five sessions');
    await store.addSealed(last);
    expect(await snapshot.sessions(consultation.id)).toHaveLength(4);
    expect(await snapshot.sealedResponses(last.session.id, 1)).toEqual([]);
    expect((await snapshot.figures([last.session.id])).boards).toEqual([]);
    await snapshot.close();
    place.release();
    expect(await store.sessions(consultation.id)).toHaveLength(5);
    const [first] = sample.sessions;
    const later = store.reader();
    const again = openSnapshot(later.path);
    const id = first?.session.id ?? '';
    expect(await again.sealedResponses(id, 2)).toEqual(await store.sealedResponses(id, 2));
    await again.close();
    later.release();
  });

  test('N2 the store closes only when nobody reads a snapshot of it any more', async () => {
    const own = await opened(newFolder());
    const place = own.reader();
    const snapshot = openSnapshot(place.path);
    let closed = false;
    const closing = own.close().then(() => (closed = true));
    expect(await snapshot.sessions(consultation.id)).toEqual([]);
    expect(closed).toBe(false);
    await snapshot.close();
    place.release();
    expect(await closing).toBe(true);
  });

  test('P5 what nobody can know is refused with its reason, before anything is written', async () => {
    const asked = await exportConsultation(store, consultation.id, [], wantedFiles('polis-votes'), today);
    expect(asked).toEqual({ refusal: 'needs-linking', where: 'files' });
    const gone = await exportConsultation(store, 'none', [], wantedFiles('csv'), today);
    expect(gone).toEqual({ refusal: 'no-such-consultation' });
  });
});
