/** Archives: a consultation with everything in it goes to another laptop, and comes together again. */
import { describe, expect, test } from '@jest/globals';
import { correctedVersion } from '../../core/consultation.ts';
import { newReport } from '../../core/report/document.ts';
import type { Store } from '../../server/store/store.ts';
import { sampleSealed } from '../../server/use/sample.ts';
import { archiveOf, consultation, everything, held, laptop, take } from '../support/archives.ts';
import { aSession, newFolder, opened } from './store/made.ts';

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
    expect(await one.saveReview(review, null)).toEqual({ ok: true });
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

  test('F13 keeps where a session was brought in from', async () => {
    const { consultation: sample, sessions } = await sampleSealed();
    const imported = { from: 'polis', first: '2018-05-07' } as const;
    const brought = sessions.map((s) => ({ ...s, session: { ...s.session, imported } }));
    const one = await laptop(sample, ...brought);
    const two = await opened(newFolder());
    await take(two, await archiveOf(one, sample.id));
    const [session] = await two.sessions(sample.id);
    expect(session?.imported).toEqual(imported);
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
    expect(result.conflicts).toEqual([
      'Statement 1 was corrected there. Its newer words are taken over.',
      'Date, place or attendance of “Session aa” were changed later there, and are taken over.',
    ]);
    expect((await a.session('aa'))?.place).toBe('The library');
    expect((await a.consultation('shared'))?.consultation.statements[0]?.version).toBe(2);
    await a.close();
    await b.close();
  });

  test('F13 keeps both when one draft was held twice, and knows them again', async () => {
    const a = await laptop(consultation(), held('same', [1, 1, 1]));
    const b = await laptop(consultation(), held('same', [5, 5], {}, 'other'));
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
