/** What earlier versions kept of sessions and consultations: its archive opens all the same. */
import { expect, test } from '@jest/globals';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import type { Session } from '../../core/session.ts';
import { archiveOf, consultation, held, laptop, take } from '../support/archives.ts';
import { aSession, newFolder, opened } from './store/made.ts';

const untidy = {
  name: 'Morning '.repeat(12),
  attendance: [{ group: 'g1', gender: 'Woman ', ageBand: '18\u000025', n: 3 }],
  others: [{ role: 'cafe\u0301\n', n: 1 }],
};
const tidy = {
  name: untidy.name.trim(),
  attendance: [{ group: 'g1', gender: 'Woman', ageBand: '18 25', n: 3 }],
  others: [{ role: 'caf\u00e9', n: 1 }],
};

test('F13 facts that were kept as they were typed go out clean, and are the same when they come back', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2], { ...untidy, date: '2026-02-31' }));
  const two = await opened(newFolder());
  const bytes = await archiveOf(one, 'shared');
  expect(await take(two, bytes)).toMatchObject({ opened: true, conflicts: [] });
  expect(await two.session('aa')).toMatchObject({ ...tidy, date: '2026-02-28' });
  expect(await take(one, await archiveOf(two, 'shared'))).toMatchObject({ replaced: [], conflicts: [] });
  await one.close();
  await two.close();
});

test('F13 an archive that has them as they were typed is mended, not refused', async () => {
  const one = await laptop(consultation(), held('aa', [1, 2]));
  const files = unzipSync(await archiveOf(one, 'shared'));
  const put = (name: string, edit: (value: never) => void): void => {
    const value = JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as never;
    edit(value);
    files[name] = strToU8(JSON.stringify(value));
  };
  put('sessions/aa.json', ({ session }: { session: Session }) => void Object.assign(session, untidy));
  const hash = createHash('sha256')
    .update(files['sessions/aa.json'] ?? '')
    .digest('hex');
  put('manifest.json', (m: { files: Record<string, string> }) => void (m.files['sessions/aa.json'] = hash));
  const two = await opened(newFolder());
  await take(two, zipSync(files));
  expect(await two.session('aa')).toMatchObject(tidy);
  await one.close();
  await two.close();
});

test('F13 groups and statements that were let go under a session do not shut its archive', async () => {
  const of = { ...consultation(), groups: consultation().groups.slice(0, 1) };
  const [first] = held('bb', []).boards;
  if (first === undefined) throw new Error('no board');
  const gone = { ...first, n: 2, statement: 'gone' };
  const session = held('bb', [4, 5]);
  const eligible = [
    ...session.eligible,
    { session: 'bb', statement: 'gone', round: 1 as const, membership: 'g1', n: 2 },
  ];
  const one = await laptop(of, { ...session, boards: [...session.boards, gone], eligible });
  const plan = { consultation: 'shared', code: '', groups: ['g1', 'g2'] };
  await one.saveSession(aSession('draft-1', plan));
  const two = await opened(newFolder());
  expect(await take(two, await archiveOf(one, 'shared'))).toMatchObject({ opened: true });
  expect((await two.consultation('shared'))?.consultation.groups).toEqual([
    ...of.groups,
    { id: 'g2', label: '', roomLabel: '' },
  ]);
  expect((await two.session('draft-1'))?.groups).toEqual(['g1']);
  const { boards, tallies } = await two.figures(['bb']);
  expect(boards.map((b) => b.statement)).toEqual(['s1']);
  expect(tallies.reduce((n, t) => n + t.n, 0)).toBe(2);
  await one.close();
  await two.close();
});
