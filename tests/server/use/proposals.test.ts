/** Which proposals wait where statements are prepared. */
import { expect, test } from '@jest/globals';
import { NEW_POINT, PROPOSED } from '../../../core/talk/types.ts';
import type { Store } from '../../../server/store/store.ts';
import { proposalsPage } from '../../../server/use/proposals.ts';

test('SP3 proposals wait by their random ids, without their session; thoughts, points and pretend people’s do not', async () => {
  const point = (id: string, session: string) => ({ ...NEW_POINT, id, session, text: `Text ${id}` });
  const points = [
    point(`${PROPOSED}b`, 'real'),
    point(`${PROPOSED}a`, 'real'),
    point(`${PROPOSED}c`, 'rehearsal'),
    point('phone-d', 'real'),
    point('e', 'real'),
  ];
  const store = {
    consultation: async (id: string) => (id === 'here' ? { consultation: {} } : null),
    sessions: async () => [
      { id: 'real', rehearsal: false },
      { id: 'rehearsal', rehearsal: true },
    ],
    talk: { read: async () => ({ points }) },
    report: async () => null,
  } as unknown as Store;
  expect(await proposalsPage(store, 'here')).toEqual({
    proposals: ['a', 'b'].map((id) => ({ id: PROPOSED + id, text: `Text ${PROPOSED}${id}` })),
    lists: { names: [], places: [] },
  });
  expect(await proposalsPage(store, 'gone')).toMatchObject({ refusal: 'no-such-consultation' });
});
