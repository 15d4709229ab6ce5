import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  ConsultationListItem,
  JobState,
  ReleaseCheck,
  ReleaseItem,
  ReportOrder,
  ReportPage,
} from '../../../core/api.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import type { ReportModel } from '../../../core/report/model.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Ending } from '../../../server/report/renderInWorker.ts';
import { ended, fileOf } from '../../support/jobs.ts';
import type { StartRenderer } from '../../../server/use/reportFiles.ts';
import { rendererAs } from '../../support/renderer.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** Stands for the renderers, which have tests of their own; its files are the model as it came. */
let gate: Promise<void> = Promise.resolve();
let failing = '';
/** Renderers that were started and have neither rendered nor been dropped. */
const waiting = new Set<symbol>();
const rendering = rendererAs((model, formats, { onStep, onFile }) => {
  let cancelled = false;
  const work = async (): Promise<Ending> => {
    for (const format of formats) {
      onStep(0, 1, format);
      await gate;
      if (cancelled) return { kind: 'cancelled' };
      if (format === failing) return { kind: 'failed', format, fault: 'It cannot be written.' };
      onFile({ format, bytes: new TextEncoder().encode(JSON.stringify(model)) });
    }
    return { kind: 'done' };
  };
  return { done: work(), cancel: () => void (cancelled = true) };
});

const renderer: StartRenderer = (formats) => {
  const real = rendering(formats);
  const one = Symbol('renderer');
  waiting.add(one);
  return {
    render: (...order) => {
      waiting.delete(one);
      return real.render(...order);
    },
    drop: () => void waiting.delete(one),
  };
};

let server: TestServer;
let path = '';
beforeAll(async () => {
  server = await startServer({ sample: true, renderer });
  const [sample] = await server.get<ConsultationListItem[]>('/api/consultations');
  path = `/api/consultations/${sample?.id}`;
});
afterAll(() => server.stop());

const page = () => server.get<ReportPage>(`${path}/report`);
const check = () => server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
const releases = () => server.get<ReleaseItem[]>(`${path}/releases`);
const order = async (change: Partial<ReportOrder> = {}) =>
  server.send<JobState | Refusal>('POST', `${path}/report/files`, {
    hash: (await check()).hash,
    audience: 'release',
    formats: ['docx', 'json'],
    confirmed: [],
    approvedBy: {},
    ...change,
  });
/** Orders a release with everything confirmed that the check asks for. */
const release = async (change: Partial<ReportOrder> = {}) => {
  const confirmed = (await check()).flags.map((f) => f.code);
  return ended(server, await order({ confirmed, ...change }));
};
const write = async (edit: (document: ReportDocument) => ReportDocument) => {
  const { revision, document } = await page();
  return server.send<{ revision: number; document: ReportDocument } | Refusal>('PUT', `${path}/report`, {
    revision,
    document: edit(document),
  });
};

describe('the report of the sample', () => {
  test('S2 begins with made texts, is saved by revision, and refuses what was changed elsewhere', async () => {
    const first = await page();
    expect(first).toMatchObject({ revision: 0, sample: true, breakdowns: 'shown', approvals: [] });
    expect(first.statements.map((s) => s.sentence).every((s) => s !== '')).toBe(true);
    expect(Object.values(first.made).every((text) => text !== '')).toBe(true);
    const document = { ...first.document, notHeard: 'Fathers.' };
    const saved = await server.send('PUT', `${path}/report`, { revision: 0, document });
    expect(saved).toMatchObject({ revision: 1, document: { notHeard: 'Fathers.' } });
    expect(await server.send('PUT', `${path}/report`, { revision: 0, document })).toMatchObject({
      refusal: 'changed-elsewhere',
    });
    const wrong = { ...document, floor: 7 };
    expect(await server.send('PUT', `${path}/report`, { revision: 1, document: wrong })).toMatchObject({
      refusal: 'bad-file',
      where: 'floor',
    });
    expect((await page()).revision).toBe(1);
  });

  test('F10 a team’s own is complete and marked in name and content, and is not registered', async () => {
    const job = await ended(server, await order({ audience: 'team', formats: ['docx'] }));
    const [file] = job.files;
    expect(file?.name).toMatch(/^\d{4}-\d\d-\d\d_[A-Za-z0-9-]+_report_CONFIDENTIAL-TEAM-ONLY_SAMPLE\.docx$/);
    const model = (await (await fileOf(server, job, file?.name ?? '')).json()) as ReportModel;
    expect(model).toMatchObject({ audience: 'team', number: null, sample: true });
    expect(model.mark).toContain('CONFIDENTIAL: TEAM ONLY');
    expect(await releases()).toEqual([]);
  });

  test('F10 is checked, released, registered before its files can be fetched, and not registered twice', async () => {
    const before = await check();
    expect(before).toMatchObject({ refusals: [], number: 1, same: false, approvals: [] });
    const job = await release();
    expect(job).toMatchObject({ state: 'done', refusal: null });
    const [docx, json] = job.files;
    expect(docx?.name).toMatch(/^\d{4}-\d\d-\d\d_[A-Za-z0-9-]+_report_v1_SAMPLE\.docx$/);
    const [registered, ...more] = await releases();
    expect(more).toEqual([]);
    expect(registered).toMatchObject({ number: 1, formats: ['docx', 'json'], approvedBy: {} });
    expect(registered?.sessions.length).toBe(5);
    const answer = await fileOf(server, job, json?.name ?? '');
    expect(answer.headers.get('content-disposition')).toContain(json?.name);
    const model = (await answer.json()) as ReportModel;
    expect(model).toMatchObject({ audience: 'release', number: 1, mark: expect.stringContaining('SAMPLE') });

    expect(await check()).toMatchObject({ number: 1, same: true });
    const again = await ended(server, await order({ formats: ['json'] }));
    expect(await (await fileOf(server, again, again.files[0]?.name ?? '')).json()).toEqual(model);
    expect(await releases()).toEqual([registered]);
  });

  test('F10 a changed text makes a second release; the first is printed once more as it was', async () => {
    await write((document) => ({ ...document, notHeard: 'Fathers, and those who moved away.' }));
    expect(await check()).toMatchObject({ number: 2, same: false });
    await release();
    const list = await releases();
    expect(list.map((r) => r.number)).toEqual([2, 1]);
    expect(list[0]?.hash).not.toBe(list[1]?.hash);
    const first = await ended(
      server,
      await server.send('POST', `${path}/releases/1/files`, { formats: ['json'] }),
    );
    const name = first.files[0]?.name ?? '';
    expect(name).toContain('_report_v1_');
    expect(await (await fileOf(server, first, name)).text()).not.toContain('moved away');
    expect(await server.send('POST', `${path}/releases/9/files`, { formats: ['json'] })).toMatchObject({
      refusal: 'no-such-release',
    });
  });

  test('F10 what is cancelled is not registered, and nothing of it can be fetched', async () => {
    await write((document) => ({ ...document, subtitle: 'To be cancelled' }));
    const open = Promise.withResolvers<void>();
    gate = open.promise;
    const confirmed = (await check()).flags.map((f) => f.code);
    const job = (await order({ confirmed })) as JobState;
    expect(job.state).toBe('running');
    expect(await server.send('DELETE', `/api/jobs/${job.id}`)).toMatchObject({ state: 'stopping' });
    open.resolve();
    const state = await ended(server, job);
    expect(state).toMatchObject({ state: 'cancelled', files: [] });
    expect((await releases()).length).toBe(2);
  });

  test('F10 when one file cannot be written, those made before are registered and kept', async () => {
    failing = 'pdf';
    const job = await release({ formats: ['docx', 'pdf', 'html'] });
    failing = '';
    expect(job).toMatchObject({ state: 'failed', refusal: { refusal: 'fault', where: 'pdf' } });
    expect(job.files.map((f) => f.name.split('.').at(-1))).toEqual(['docx']);
    expect((await releases())[0]).toMatchObject({ number: 3, formats: ['docx'] });
    expect(server.faults.splice(0)).toEqual([new Error('report, pdf: It cannot be written.')]);
  });

  test('F10 an edited text whose figures have changed has to be read again first', async () => {
    await write((document) => ({
      ...document,
      texts: { summary: { text: 'Our own words.', from: 'what the program said then' } },
    }));
    const { flags } = await check();
    expect(flags.map((f) => f.words)).toContainEqual(expect.stringContaining('the summary'));
    expect(await order()).toMatchObject({ refusal: 'confirm-first', where: 'confirmed' });
    expect((await releases()).length).toBe(3);
    expect(await release()).toMatchObject({ state: 'done' });
  });

  test('F10 the register is there after a restart, and later releases are held against it', async () => {
    const before = await releases();
    await server.restart();
    expect(await releases()).toEqual(before);
    const { sessions, document } = await page();
    const [first] = sessions;
    // All but one session: what is left of the difference is that session's people alone.
    await write(() => ({ ...document, sessions: sessions.filter((s) => s !== first).map((s) => s.id) }));
    const held = await check();
    const told = [...held.refusals, ...held.notes].map((n) => n.words).join('\n');
    expect({ told, same: held.same }).toMatchObject({ same: false });
    await write((d) => ({ ...d, sessions: [] }));
  });

  test('F16 an order that is refused after its check leaves no thread behind', async () => {
    expect(await order({ hash: '0'.repeat(64) })).toMatchObject({ refusal: 'changed-elsewhere' });
    expect(waiting.size).toBe(0);
  });

  test('P5 an order that is not one is refused and nothing is begun', async () => {
    for (const wrong of [{ formats: [] }, { formats: ['exe'] }, { audience: 'all' }, { confirmed: 1 }])
      expect(await order(wrong as Partial<ReportOrder>)).toMatchObject({ refusal: 'bad-file' });
    expect(await server.get('/api/jobs/none')).toMatchObject({ refusal: 'no-such-job' });
    expect(await server.send('DELETE', '/api/jobs/none')).toMatchObject({ refusal: 'no-such-job' });
  });
});
