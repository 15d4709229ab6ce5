/** Whatever the routes and the console's socket accept, the archive written of it opens elsewhere. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { ArchiveResult, ConsultationPage, NewSession, StoredDocument } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import { connectConsole, connectPhone, startServer, type TestServer } from '../support/server.ts';

let here: TestServer;
let there: TestServer;
beforeAll(async () => {
  here = await startServer();
  there = await startServer();
});
afterAll(async () => {
  await here.stop();
  await there.stop();
});

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Texts as people type and paste them: of any script, with spaces about, decomposed, or too long. */
const typed = fc.oneof(
  fc.constantFrom('', 'Officer ', ' Woman  or girl', 'cafe\u0301', 'a\nb', '\u202eabc', 'x\u0000', '\ufb2c'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.nat({ max: 450 }).map((n) => 'long '.repeat(n).slice(0, n)),
);
const day = fc.constantFrom('2026-02-28', '2026-02-31', '2028-02-29', '0001-01-01', '2026-13-01');
const place = fc.nat({ max: 3 });
const group = fc.option(place);
const count = fc.constantFrom(0, 1, 17, 5000, 5001);
const row = fc.record({ group, gender: typed, ageBand: fc.constantFrom('', '18-25 '), n: fc.constant(3) });
const every = {
  name: typed,
  date: day,
  place: typed,
  mode: fc.constantFrom('linked' as const, 'unlinked' as const),
  style: fc.constantFrom('guided' as const, 'walk-around' as const),
  groups: fc.array(place, { maxLength: 4 }),
  twoGroups: fc.boolean(),
  attendance: fc.array(row, { maxLength: 2 }),
  others: fc.array(fc.record({ role: typed, n: count }), { maxLength: 2 }),
};
/** One fact at a time as a rule: a body with one bad field is refused whole. */
const facts = fc.oneof(
  ...Object.entries(every).map(([key, values]) => fc.record({ [key]: values as fc.Arbitrary<never> })),
  fc.record(every, { requiredKeys: [] }),
) as fc.Arbitrary<Partial<{ [K in keyof typeof every]: Of<(typeof every)[K]> }>>;
type Facts = Of<typeof facts>;

const one = <const T extends string>(name: T) => fc.constant(name);
const step = fc.oneof(
  fc.record({ do: one('make'), facts }),
  fc.record({ do: one('edit'), at: place, facts }),
  fc.record({ do: one('hold'), at: place, answer: fc.boolean(), facts }),
  fc.record({ do: one('remove'), what: fc.constantFrom('groups', 'statements'), at: place }),
  fc.record({ do: one('reword'), at: place, text: typed }),
  fc.record({ do: one('correct'), at: place }),
  fc.record({ do: one('forget'), at: place }),
);
type Step = Of<typeof step>;

const begun = fc.record({
  labels: fc.array(fc.constantFrom('', 'Parents', 'Workers '), { maxLength: 4 }),
  texts: fc.array(fc.constantFrom('One', 'Two ', 'Thre\u0301e'), { minLength: 1, maxLength: 4 }),
  rounds: fc.constantFrom(1 as const, 2 as const),
});

/** Groups by their place in the list; one past its end is nobody's. */
function bodyOf({ groups, attendance, ...others }: Facts, known: readonly string[]): NewSession {
  const id = (at: number): string => known[at] ?? 'nobody';
  return {
    ...others,
    ...(groups === undefined ? {} : { groups: groups.map(id) }),
    ...(attendance === undefined
      ? {}
      : { attendance: attendance.map((a) => ({ ...a, group: a.group === null ? null : id(a.group) })) }),
  };
}

async function hold(session: Session, answer: boolean, body: NewSession): Promise<void> {
  const opened = await here.send<Session | Refusal>('POST', `/api/sessions/${session.id}/lobby`, {});
  if (isRefusal(opened)) return;
  const desk = await connectConsole(here, session.id);
  await desk.do({ do: 'start' });
  if (opened.style === 'walk-around') await desk.do({ do: 'openAll', round: 1 });
  else await desk.do({ do: 'next' });
  const phone = await connectPhone(here, opened.code);
  await phone.join(opened.groups.slice(0, 1));
  if (answer) await phone.place(1, 1, 2, 'Said  so ');
  phone.close();
  const { attendance = [], others = [] } = body;
  await desk.socket.emitWithAck('attendance', { attendance, others });
  await desk.do({ do: 'end' });
  desk.close();
  await here.send('POST', `/api/sessions/${session.id}/seal`, {});
}

async function take(path: string, what: Step): Promise<void> {
  const page = await here.get<ConsultationPage>(path);
  const { consultation, revision, sessions } = page;
  const known = consultation.groups.map((g) => g.id);
  const save = (change: Partial<Consultation>) =>
    here.send('PUT', path, { revision, consultation: { ...consultation, ...change } });
  const statements = (change: (s: Consultation['statements'][number]) => object) =>
    save({
      statements: consultation.statements.map((s, i) =>
        'at' in what && i === what.at ? { ...s, ...change(s) } : s,
      ),
    });
  if (what.do === 'make') await here.send('POST', `${path}/sessions`, bodyOf(what.facts, known));
  else if (what.do === 'remove')
    await (what.what === 'groups'
      ? save({ groups: consultation.groups.toSpliced(what.at, 1) })
      : save({ statements: consultation.statements.toSpliced(what.at, 1) }));
  else if (what.do === 'reword')
    await statements(() => ({ wordings: [{ group: null, lang: 'en', text: what.text }] }));
  else if (what.do === 'forget') await statements(() => ({ version: 1, earlier: [] }));
  else if (what.do === 'correct')
    await here.send('POST', `${path}/correct`, {
      revision,
      statement: consultation.statements[what.at]?.id ?? '',
    });
  else {
    const session = sessions[what.at];
    if (session === undefined) return;
    const body = bodyOf(what.facts, known);
    if (what.do === 'edit') await here.send('PUT', `/api/sessions/${session.id}`, body);
    else await hold(session, what.answer, body);
  }
}

/** What is in an archive, whatever the order of its sessions and of their fields. */
async function archive(server: TestServer, path: string) {
  const response = await server.fetch(`${path}/archive`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { 'manifest.json': _, ...files } = unzipSync(bytes);
  const read = (name: string, file: Uint8Array): unknown =>
    name.endsWith('.json') ? JSON.parse(strFromU8(file)) : strFromU8(file);
  return { bytes, files: Object.fromEntries(Object.entries(files).map(([n, f]) => [n, read(n, f)])) };
}

test('F13 opens again, whatever was accepted before', async () => {
  await fc.assert(
    fc.asyncProperty(begun, fc.array(step, { minLength: 3, maxLength: 12 }), async (first, steps) => {
      const fresh = { title: 'Any', statements: first.texts.join('\n') };
      const made = await here.send<StoredDocument>('POST', '/api/consultations', fresh);
      const path = `/api/consultations/${made.consultation.id}`;
      const groups = first.labels.map((label, i) => ({ id: `g${i}`, label, roomLabel: '' }));
      await here.send('PUT', path, {
        ...made,
        consultation: { ...made.consultation, groups, rounds: first.rounds },
      });
      await here.send('POST', `${path}/sessions`, {});
      for (const next of steps) await take(path, next);

      const saved = await archive(here, path);
      // Nothing had to be mended for it.
      const { consultation, sessions } = await here.get<ConsultationPage>(path);
      expect(saved.files['consultation.json']).toMatchObject({ consultation });
      for (const session of sessions)
        expect(saved.files[`sessions/${session.id}.json`]).toMatchObject({ session });
      const response = await there.fetch(`/api/archives`, {
        method: 'POST',
        headers: { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' },
        body: Buffer.from(saved.bytes),
      });
      const opened = (await response.json()) as ArchiveResult | Refusal;
      expect(opened).toMatchObject({ opened: true, conflicts: [], leftOut: [] });
      expect((await archive(there, path)).files).toEqual(saved.files);
      expect([...here.faults, ...there.faults]).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 120_000);
