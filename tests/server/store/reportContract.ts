/** What every implementation of the store must do for comments, reports and releases. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newReport } from '../../../core/report/document.ts';
import type { Release, Store } from '../../../server/store/store.ts';
import type { Place } from './contract.ts';
import { aConsultation, aRelease, aResponse, aReview, aSession, begun } from './made.ts';

export function reportContract(name: string, newPlace: () => Place): void {
  describe(name, () => {
    let place: Place;
    let store: Store;
    beforeEach(async () => {
      place = newPlace();
      store = await place.open();
    });
    afterEach(() => store.close());
    const again = async (): Promise<void> => {
      await store.close();
      store = await place.open();
    };

    test('F14 comments of sealed sessions come with what was decided, the original kept apart', async () => {
      const first = await begun(store);
      await first.place(aResponse(1, 'b', { comment: 'Ann said so', note: 'n1', quote: true }));
      await first.place(aResponse(1, 'a', { comment: 'Why not', note: 'n2' }));
      await first.place(aResponse(2, 'c', { comment: 'Other board', note: 'n3' }));
      await first.place(aResponse(1, 'd'));
      const second = await begun(store, aSession('session-2'));
      await second.place(aResponse(1, 'a', { comment: 'Another room', note: 'n4' }));
      expect(await store.comments('c1', null)).toEqual([]);
      await store.seal('session-1', false);
      expect((await store.comments('c1', null)).map((c) => c.comment)).toEqual([
        'Why not',
        'Ann said so',
        'Other board',
      ]);
      await store.seal('session-2', false);
      const review = aReview({ tag: 'b', published: '[a worker] said so' });
      const typed = { ...review, published: 'first' };
      expect(await store.saveReview(typed, null)).toEqual({ ok: true });
      expect(await store.saveReview(review, null)).toMatchObject({ refusal: 'changed-elsewhere' });
      expect(await store.saveReview(review, typed)).toEqual({ ok: true });
      for (const stranger of [{ tag: 'none' }, { tag: 'd' }, { board: 9 }, { session: 'none' }])
        expect(await store.saveReview({ ...review, ...stranger }, null)).toMatchObject({
          refusal: 'no-such-note',
        });
      await again();
      const found = await store.comments('c1', 's1');
      expect(found.map(({ session, tag, comment }) => [session, tag, comment])).toEqual([
        ['session-1', 'a', 'Why not'],
        ['session-1', 'b', 'Ann said so'],
        ['session-2', 'a', 'Another room'],
      ]);
      expect(found[1]).toEqual({
        session: 'session-1',
        board: 1,
        tag: 'b',
        statement: 's1',
        round: 1,
        membership: '',
        answer: 4,
        comment: 'Ann said so',
        audience: 'room',
        quote: true,
        shown: false,
        channel: 'mixed',
        person: null,
        review,
      });
      expect(found[0]?.review).toBeNull();
      expect(await store.comments('c2', null)).toEqual([]);
      await store.removeSession('session-1');
      expect((await store.comments('c1', null)).map((c) => c.session)).toEqual(['session-2']);
    });

    test('S2 a report is saved from the revision it was made from, or refused', async () => {
      const report = newReport(8, 'shown');
      expect(await store.saveReport('c1', report, null)).toEqual({ refusal: 'no-such-consultation' });
      await store.saveConsultation(aConsultation(), null);
      expect(await store.report('c1')).toBeNull();
      expect(await store.saveReport('c1', report, 1)).toEqual({ refusal: 'changed-elsewhere' });
      expect(await store.saveReport('c1', report, null)).toEqual({ revision: 1 });
      expect(await store.saveReport('c1', report, null)).toEqual({ refusal: 'changed-elsewhere' });
      expect(await store.saveReport('c1', { ...report, title: 'New' }, 1)).toEqual({ revision: 2 });
      expect(await store.saveReport('c1', report, 1)).toEqual({ refusal: 'changed-elsewhere' });
      await again();
      expect(await store.report('c1')).toEqual({ document: { ...report, title: 'New' }, revision: 2 });
    });

    test('F10 the register takes releases in the order of their numbers and keeps them as they were', async () => {
      expect(await store.addRelease(aRelease(1))).toEqual({ refusal: 'no-such-consultation' });
      await store.saveConsultation(aConsultation(), null);
      expect(await store.addRelease(aRelease(2))).toEqual({ refusal: 'changed-elsewhere' });
      const two = await Promise.all([store.addRelease(aRelease(1)), store.addRelease(aRelease(1))]);
      expect(two).toEqual([{ number: 1 }, { refusal: 'changed-elsewhere' }]);
      expect(await store.addRelease(aRelease(2))).toEqual({ number: 2 });
      await again();
      expect(await store.releases('c1')).toEqual([aRelease(1), aRelease(2)]);
      await store.removeConsultation('c1');
      expect(await store.releases('c1')).toEqual([]);
      expect(await store.report('c1')).toBeNull();
    });

    test('F10 of the register of what was removed it stays known which releases there were', async () => {
      const [one, two] = [aRelease(1, { hash: '11'.repeat(32) }), aRelease(2, { hash: '22'.repeat(32) })];
      await store.saveConsultation(aConsultation(), null);
      for (const release of [one, two]) await store.addRelease(release);
      expect(await store.lostReleases('c1')).toEqual([]);
      await store.removeConsultation('c1');
      await again();
      const left = ({ number, date, hash }: Release) => ({ number, date, hash });
      expect(await store.lostReleases('c1')).toEqual([left(one), left(two)]);
      await store.saveConsultation(aConsultation(), null);
      await store.addRelease(one);
      expect(await store.lostReleases('c1')).toEqual([left(two)]);
      expect(await store.lostReleases('c2')).toEqual([]);
      // Removed once more, what was lost before is not forgotten.
      await store.removeConsultation('c1');
      expect(await store.lostReleases('c1')).toEqual([left(one), left(two)]);
    });
  });
}
