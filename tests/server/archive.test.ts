/** Archives: a consultation with everything in it goes to another laptop, and comes together again. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ArchiveResult } from '../../core/api.ts';
import { correctedVersion, type Consultation } from '../../core/consultation.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { newReport } from '../../core/report/document.ts';
import type { Session } from '../../core/session.ts';
import type { Answer } from '../../core/scale.ts';
import type { SealedSession, Store } from '../../server/store/store.ts';
import { archiveConsultation, openArchiveFile } from '../../server/use/archives.ts';
import { makeRooms } from '../../server/use/rooms.ts';
import { sampleSealed } from '../../server/use/sample.ts';
import { contentHash } from '../../server/archive/contentHash.ts';
import { aConsultation, aSession, newFolder, opened } from './store/made.ts';

const TODAY = '2026-11-22';
const rooms = makeRooms(
  () => undefined,
  () => undefined,
);

async function archiveOf(store: Store, id: string): Promise<Buffer> {
  const job = await archiveConsultation(store, id, TODAY);
  if (isRefusal(job)) throw new Error(job.refusal);
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), job.write(out)]);
  return bytes;
}

async function take(store: Store, bytes: Uint8Array): Promise<ArchiveResult> {
  const result = await openArchiveFile(store, rooms, bytes);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

function consultation(change: Partial<Consultation> = {}): Consultation {
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

/** A held session with these answers to the first statement. */
function held(id: string, answers: readonly Answer[], change: Partial<Session> = {}): SealedSession {
  const of = consultation();
  const session = aSession(id, {
    consultation: of.id,
    name: `Session ${id}`,
    state: 'sealed',
    code: '',
    groups: ['g1', 'g2'],
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
      tag: `${id}-${i}`,
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

async function laptop(of: Consultation, ...sessions: SealedSession[]): Promise<Store> {
  const store = await opened(newFolder());
  await store.saveConsultation(of, null);
  for (const session of sessions) await store.addSealed(session);
  return store;
}

async function everything(store: Store, id: string): Promise<string> {
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

describe('an archive', () => {
  test('F13 opens elsewhere with everything in it, and is known again', async () => {
    const { consultation: sample, sessions } = await sampleSealed();
    const one = await laptop(sample, ...sessions);
    await one.saveReport(sample.id, { ...newReport(5, 'shown'), subtitle: 'Köln – مرحبا' }, null);
    const [comment] = await one.comments(sample.id, null);
    if (comment === undefined) throw new Error('The sample has no comment.');
    const { session, board, tag } = comment;
    const review = {
      session,
      board,
      tag,
      chosen: true,
      checked: true,
      published: 'As read',
      replacements: [],
    };
    expect(await one.saveReview(review)).toBe(true);
    await one.saveSession(aSession('draft-1', { consultation: sample.id, code: '' }));

    const bytes = await archiveOf(one, sample.id);
    const two = await opened(newFolder());
    const result = await take(two, bytes);
    expect(result).toMatchObject({ opened: true, known: [], replaced: [], conflicts: [] });
    expect(result.added).toHaveLength(sessions.length + 1);
    expect(await everything(two, sample.id)).toBe(await everything(one, sample.id));
    expect((await archiveOf(two, sample.id)).equals(bytes)).toBe(true);

    const again = await take(two, bytes);
    expect(again).toMatchObject({ opened: false, added: [], replaced: [], conflicts: [] });
    expect((await archiveOf(two, sample.id)).equals(bytes)).toBe(true);
    await one.close();
    await two.close();
  });

  test('F13 brings sessions of two laptops side by side, in either order', async () => {
    const a = await laptop(consultation(), held('aa', [1, 2, 'n']));
    const b = await laptop(consultation(), held('bb', [5, 5, 4, 'x']));
    const [fromA, fromB] = [await archiveOf(a, 'shared'), await archiveOf(b, 'shared')];
    expect(await take(a, fromB)).toMatchObject({ opened: false, added: ['Session bb'], conflicts: [] });
    expect(await take(b, fromA)).toMatchObject({ opened: false, added: ['Session aa'], conflicts: [] });
    const counted = async (store: Store): Promise<string[]> => {
      const ids = (await store.sessions('shared')).map((s) => s.id);
      const { tallies } = await store.figures(ids);
      return tallies.map((t) => JSON.stringify(t)).toSorted();
    };
    expect(await counted(a)).toEqual(await counted(b));
    expect((await counted(a)).length).toBeGreaterThan(0);
    expect(await take(a, fromB)).toMatchObject({ added: [], known: ['Session bb'] });
    await a.close();
    await b.close();
  });

  test('F13 names what differs, and loses neither wording', async () => {
    const theirs = consultation();
    const other = theirs.statements[0];
    if (other === undefined) throw new Error('no statement');
    theirs.groups = [{ id: 'g1', label: 'Families', roomLabel: '' }, ...theirs.groups.slice(1)];
    theirs.statements[0] = { ...other, wordings: [{ group: null, lang: 'en', text: 'Said otherwise' }] };
    theirs.floor = 10;
    theirs.aim = 'Only there';
    const a = await laptop(consultation(), held('aa', [1]));
    const b = await laptop(theirs, {
      ...held('bb', [5]),
      boards: held('bb', [5]).boards.map((x) => ({ ...x, wordings: theirs.statements[0]?.wordings ?? [] })),
    });
    const result = await take(a, await archiveOf(b, 'shared'));
    expect(result.conflicts).toEqual([
      'A group is called “Parents” here and “Families” there. The name that was here stays.',
      'The two differ in “least number of people behind a figure”. The stricter one counts.',
      'Statement 1 reads differently here and there under one number. Both texts are kept, each with the answers that were given on it.',
    ]);
    const merged = (await a.consultation('shared'))?.consultation;
    expect(merged).toMatchObject({ floor: 10, aim: 'Only there' });
    const [statement] = merged?.statements ?? [];
    expect(statement?.wordings[0]?.text).toBe('Statement 1');
    const { boards } = await a.figures(['bb']);
    const version = statement?.earlier.find((e) => e.version === boards[0]?.version);
    expect(version?.wordings[0]?.text).toBe('Said otherwise');
    expect((await take(a, await archiveOf(b, 'shared'))).known).toEqual(['Session bb']);
    await a.close();
    await b.close();
  });

  test('F13 takes over a later correction and later facts of a session', async () => {
    const a = await laptop(consultation(), held('aa', [1, 5]));
    const b = await opened(newFolder());
    await take(b, await archiveOf(a, 'shared'));
    const there = await b.consultation('shared');
    if (there === null) throw new Error('not there');
    const [first, ...rest] = there.consultation.statements;
    if (first === undefined) throw new Error('no statement');
    const words = [{ group: null, lang: 'en', text: 'Put better' }];
    await b.saveConsultation(
      { ...there.consultation, statements: [correctedVersion(first, words), ...rest] },
      there.revision,
    );
    const session = await b.session('aa');
    if (session === null) throw new Error('no session');
    await b.saveSession({ ...session, place: 'The library', generation: 1 });
    const result = await take(a, await archiveOf(b, 'shared'));
    expect(result).toMatchObject({ replaced: ['Session aa'], added: [] });
    expect(result.conflicts).toEqual(['Statement 1 was corrected there. Its newer words are taken over.']);
    expect((await a.session('aa'))?.place).toBe('The library');
    expect((await a.consultation('shared'))?.consultation.statements[0]?.version).toBe(2);
    await a.close();
    await b.close();
  });

  test('F13 keeps both when one draft was held twice, and knows them again', async () => {
    const a = await laptop(consultation(), held('same', [1, 1, 1]));
    const b = await laptop(consultation(), held('same', [5, 5]));
    const fromB = await archiveOf(b, 'shared');
    const result = await take(a, fromB);
    expect(result.added).toEqual(['Session same (held elsewhere)']);
    expect(result.conflicts).toEqual([
      'The session “Session same” was held here and there, with different answers. Both are kept; the other one is called “Session same (held elsewhere)”.',
    ]);
    const sessions = await a.sessions('shared');
    const { tallies } = await a.figures(sessions.map((s) => s.id));
    expect(tallies.reduce((sum, t) => sum + t.n, 0)).toBe(5);
    expect(await take(a, fromB)).toMatchObject({ added: [], known: ['Session same'], conflicts: [] });
    await a.close();
    await b.close();
  });

  test('F13 puts a held session in the place of its draft', async () => {
    const a = await laptop(consultation());
    await a.saveSession(aSession('same', { consultation: 'shared', state: 'draft', code: '' }));
    const b = await laptop(consultation(), held('same', [5, 5]));
    expect(await take(a, await archiveOf(b, 'shared'))).toMatchObject({ replaced: ['Session same'] });
    expect((await a.session('same'))?.state).toBe('sealed');
    await a.close();
    await b.close();
  });
});

type Files = Record<string, Uint8Array>;

describe('a damaged archive', () => {
  const cases: [string, (files: Files) => void, Partial<Refusal>][] = [
    ['one changed answer', (f) => edit(f, /responses/, '"phone"', '"paper"'), { refusal: 'bad-file' }],
    ['a file too many', (f) => void (f['extra.txt'] = strToU8('x')), { where: 'extra.txt' }],
    ['a file missing', (f) => void delete f['reviews.json'], { where: 'reviews.json' }],
    ['no manifest', (f) => void delete f['manifest.json'], { where: 'manifest.json' }],
    ['a newer one', (f) => edit(f, /manifest/, '"version": 1', '"version": 2'), { refusal: 'file-newer' }],
  ];
  test.each(cases)('F13 is refused whole: %s', async (_, damage, refusal) => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const files: Files = unzipSync(await archiveOf(a, 'shared'));
    damage(files);
    const b = await laptop(consultation());
    const before = await everything(b, 'shared');
    expect(await openArchiveFile(b, rooms, zipSync(files))).toMatchObject(refusal);
    expect(await everything(b, 'shared')).toBe(before);
    await a.close();
    await b.close();
  });

  test('F13 is refused when it is cut short at any place', async () => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const bytes = await archiveOf(a, 'shared');
    const b = await opened(newFolder());
    for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / 40))
      expect(await openArchiveFile(b, rooms, bytes.subarray(0, end))).toMatchObject({ refusal: 'bad-file' });
    expect(await b.listConsultations()).toEqual([]);
    await a.close();
    await b.close();
  });

  const wrong: [string, (row: unknown[]) => void, RegExp][] = [
    ['an answer that the scale has not', (row) => void (row[3] = 7), /line 1 of its responses, answer/],
    ['a group that is nobody’s', (row) => void (row[2] = 'g9'), /line 1 of its responses, groups/],
    ['a person where none may be known', (row) => void (row[9] = 'p1'), /line 1 of its responses, person/],
    ['a comment that is too long', (row) => void (row[4] = 'x'.repeat(501)), /line 1 of its responses, 4/],
  ];
  test.each(wrong)('P5 names the line of %s, though its hash is right', async (_, change, where) => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const files: Files = unzipSync(await archiveOf(a, 'shared'));
    const name = Object.keys(files).find((n) => n.endsWith('.jsonl')) ?? '';
    const [first = '', ...rest] = strFromU8(files[name] ?? new Uint8Array()).split('\n');
    const row = JSON.parse(first) as unknown[];
    change(row);
    await rehash(files, name, [JSON.stringify(row), ...rest].join('\n'));
    const b = await opened(newFolder());
    const refusal = await openArchiveFile(b, rooms, zipSync(files));
    expect(isRefusal(refusal) ? refusal.where : '').toMatch(where);
    expect(await b.listConsultations()).toEqual([]);
    await a.close();
    await b.close();
  });
});

function edit(files: Files, name: RegExp, from: string, to: string): void {
  const found = Object.keys(files).find((n) => name.test(n)) ?? '';
  const text = strFromU8(files[found] ?? new Uint8Array());
  expect(text).toContain(from);
  files[found] = strToU8(text.replace(from, to));
}

async function rehash(files: Files, name: string, text: string): Promise<void> {
  const { createHash } = await import('node:crypto');
  const bytes = strToU8(text);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
    files: Record<string, string>;
  };
  manifest.files[name] = createHash('sha256').update(bytes).digest('hex');
  files[name] = bytes;
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
}
