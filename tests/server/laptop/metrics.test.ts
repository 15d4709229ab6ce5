/** Metrics: who may read them, that they are right in form, and that they tell nobody's moment. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Counts, Durations, roundedDown, roundedUp } from '../../../server/metrics/coarse.ts';
import { CommitMeter, commits } from '../../../server/store/commitMeter.ts';
import { metricsText } from '../../../server/metrics/text.ts';
import { asks } from '../../support/asks.ts';
import { lanAddress } from '../../support/program.ts';
import {
  connectConsole,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';

const TOKEN = 'a-token-of-the-watcher-0123456789';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ watcherToken: TOKEN });
});
afterAll(() => server?.stop());

/** Values by name and labels, as a scraper reads them. */
async function scraped(): Promise<Map<string, number>> {
  const { status, headers, text } = await asks(`${server.url}/metrics`);
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('version=0.0.4');
  const values = new Map<string, number>();
  for (const line of text.trimEnd().split('\n')) {
    if (/^# (HELP|TYPE) standpoint_\w+ \S/.test(line)) continue;
    const [, key = '', value = ''] =
      /^(standpoint_\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})?) (\S+)$/.exec(line) ?? [];
    expect([line, key === '', Number.isNaN(Number(value))]).toEqual([line, false, false]);
    values.set(key, Number(value));
  }
  return values;
}

describe('who may read them', () => {
  test('O10 the laptop itself, and elsewhere only whoever shows the token', async () => {
    const lan = `http://${lanAddress()}:${server.app.port}/metrics`;
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await asks(lan, { headers })).status;
    expect(await status({})).toBe(403);
    expect(await status({ Authorization: 'Bearer ' })).toBe(403);
    expect(await status({ Authorization: `Bearer ${TOKEN}x` })).toBe(403);
    expect(await status({ Authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect((await asks(`${server.url}/metrics`)).status).toBe(200);
  });

  test('O10 without a token nobody elsewhere may', async () => {
    const other = await startServer();
    const lan = `http://${lanAddress()}:${other.app.port}/metrics`;
    expect((await asks(lan, { headers: { Authorization: 'Bearer ' } })).status).toBe(403);
    await other.stop();
  });
});

describe('what they tell', () => {
  test('O10 of a room only steps of ten, and nothing by session', async () => {
    const { session } = await openSession(server, ['One is true']);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'start' });
    await desk.do({ do: 'open', board: 1 });
    // The histograms are of the whole process: however much was placed in it before, they are just renewed.
    commits.committed(1, 100);
    const before = await scraped();
    expect(before.get('standpoint_commit_placements_sum')).toBeGreaterThanOrEqual(100);
    const phones = await Promise.all(Array.from({ length: 7 }, () => joinPhone(server, session.code)));
    for (const phone of phones) await phone.place(1, 1, 4, 'words of theirs');
    const after = await scraped();
    expect(after.get('standpoint_sockets{screen="phone"}')).toBe(10);
    expect(after.get('standpoint_sockets{screen="console"}')).toBe(1);
    expect(after.get('standpoint_sessions')).toBe(1);
    expect(after.get('standpoint_can_save')).toBe(1);
    expect(after.get('standpoint_disk_free_bytes')).toBeGreaterThan(0);
    expect(after.get('standpoint_memory_bytes{kind="resident"}')).toBeGreaterThan(1e7);
    expect(after.get('standpoint_event_loop_lag_seconds{quantile="0.99"}')).toBeGreaterThan(0);
    // Seven answers have moved nothing that would count them.
    const moved = [...after.keys()].filter((key) => before.get(key) !== after.get(key));
    const free = /^standpoint_(memory|event_loop|disk_free|sockets\{screen="phone"\})/;
    expect(moved.filter((key) => !free.test(key))).toEqual([]);
    const { text } = await asks(`${server.url}/metrics`);
    for (const secret of [session.id, session.code, session.name, 'words of theirs', phones[0]?.token ?? 'x'])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    for (const phone of phones) phone.close();
    desk.close();
  });

  test('O10 counts move in tens, and how long things take is told anew after each hundred', () => {
    expect([0, 1, 10, 11].map(roundedUp)).toEqual([0, 10, 10, 20]);
    expect([9, 10, 19].map(roundedDown)).toEqual([0, 10, 10]);
    const counts = new Counts();
    for (let i = 0; i < 19; i += 1) counts.add('too-fast');
    counts.add('left');
    expect(counts.coarse()).toEqual([['too-fast', 10]]);
    const durations = new Durations();
    for (let i = 1; i < 100; i += 1) durations.add(i);
    expect(durations.quantile(0.5)).toBeNull();
    durations.add(100);
    expect([0.5, 0.99].map((q) => durations.quantile(q))).toEqual([51, 100]);
    for (let i = 0; i < 99; i += 1) durations.add(1000);
    expect(durations.quantile(0.5)).toBe(51);
    durations.add(1000);
    expect(durations.quantile(0.99)).toBe(1000);
  });

  test('O10 histograms of commits stand still between one hundred placements and the next, and their counts are tens', () => {
    const meter = new CommitMeter();
    for (let i = 0; i < 99; i += 1) meter.committed(4, 1);
    meter.committed(60, 0);
    expect([meter.seconds.told(), meter.placements.told()]).toEqual([null, null]);
    meter.committed(300, 12);
    const seconds = meter.seconds.told();
    expect(seconds?.counts).toEqual([0, 0, 90, 90, 90, 90, 100, 100, 100, 100, 100, 100, 100, 100]);
    expect(seconds?.sum).toBeCloseTo(99 * 0.004 + 0.06 + 0.3);
    expect(meter.placements.told()).toMatchObject({
      counts: [90, 90, 90, 90, 100, 100, 100, 100, 100, 100],
      sum: 111,
    });
    meter.committed(20_000, 99);
    expect(meter.seconds.told()).toBe(seconds);
    meter.committed(1, 1);
    expect(meter.placements.told()?.sum).toBe(211);
  });

  test('O10 a hundred placements are in the histograms of a running server, as Prometheus reads them', async () => {
    const { session } = await openSession(server, ['One is true']);
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'start' });
    await desk.do({ do: 'open', board: 1 });
    const phones = await Promise.all(Array.from({ length: 25 }, () => joinPhone(server, session.code)));
    for (let revision = 1; revision <= 8; revision += 1)
      await Promise.all(phones.map((phone) => phone.place(1, revision, (revision % 5) + 1)));
    const now = await scraped();
    for (const name of ['commit_seconds', 'commit_placements']) {
      const all = now.get(`standpoint_${name}_count`) ?? NaN;
      expect(now.get(`standpoint_${name}_bucket{le="+Inf"}`)).toBe(all);
      expect(now.get(`standpoint_${name}_sum`)).toBeGreaterThan(0);
      const buckets = [...now]
        .filter(([key]) => key.startsWith(`standpoint_${name}_bucket`))
        .map(([, n]) => n);
      expect(buckets.toSorted((a, b) => a - b)).toEqual(buckets);
      expect([all, ...buckets].filter((n) => n % 10 !== 0)).toEqual([]);
    }
    expect(now.get('standpoint_commit_placements_sum')).toBeGreaterThanOrEqual(100);
    expect(now.get('standpoint_commit_queue_length')).toBe(0);
    for (const phone of phones) phone.close();
    desk.close();
  });

  test('O10 what waits for a commit is told in tens', () => {
    const meter = new CommitMeter();
    const ends = [7, 12].map((n) => meter.watch({ waiting: () => n }));
    expect(meter.waiting()).toBe(10);
    ends[1]?.();
    expect(meter.waiting()).toBe(0);
  });

  test('O10 the text is as Prometheus reads it', () => {
    const samples = [{ labels: { kind: 'a "b"\\\n' }, value: 1.5 }];
    expect(metricsText([{ name: 'x_total', help: 'What.', type: 'counter', samples }])).toBe(
      '# HELP x_total What.\n# TYPE x_total counter\nx_total{kind="a \\"b\\"\\\\\\n"} 1.5\n',
    );
    expect(metricsText([{ name: 'none', help: 'None.', type: 'gauge', samples: [] }])).toBe('');
  });
});
