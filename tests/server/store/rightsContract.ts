/** What every store must do for people's rights: codes for later, taking out, keys that end, retention. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Encrypter } from 'age-encryption';
import type { LiveStore, Store } from '../../../server/store/store.ts';
import { newReport } from '../../../core/report/document.ts';
import type { Place } from './contract.ts';
import {
  aConsultation,
  aParticipant,
  aRelease,
  aResponse,
  aReview,
  aSession,
  begun,
  openedRoom,
  reopened,
} from './made.ts';

const CODE = 'BCDF2345GHJK';
const OTHER = 'BCDF2345GHJM';

/** Somebody with a code, and six others, have answered both boards of a session. */
async function held(store: Store, mode: 'unlinked' | 'linked' = 'unlinked'): Promise<LiveStore> {
  const room = openedRoom(2);
  for (const board of room.boards.slice(0, 2)) board.eligible = { g1: 7 };
  const live = await begun(store, aSession('session-1', { mode }), room);
  for (const [i, token] of ['token', ...Array.from({ length: 6 }, (_, n) => `other ${n}`)].entries())
    for (const board of [1, 2])
      await live.place(
        aResponse(board, live.tagOf(token, `s${board}`, 1), {
          membership: 'g1',
          answer: i === 0 ? 2 : 4,
          comment: i === 0 ? `mine on ${board}` : '',
          quote: true,
          person: mode === 'linked' ? `p${i}` : null,
        }),
      );
  await live.saveParticipant(aParticipant(live.hashOf('token'), { membership: 'g1' }));
  await live.saveCode('token', CODE);
  return live;
}

export function rightsContract(name: string, newPlace: () => Place): void {
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

    test('W1 a code finds the person it was made for, a card nobody, and a mistyped one nothing', async () => {
      let live = await begun(store);
      expect(live.findCode(CODE)).toBeNull();
      await Promise.all([live.saveCode('token', CODE), live.saveCards([OTHER])]);
      await again();
      live = await reopened(store);
      expect(live.findCode(CODE)).toEqual({ is: 'person', token: 'token', card: false });
      expect(live.findCode(OTHER)).toEqual({ is: 'card' });
      expect(live.findCode('BCDF2345GHJN')).toBeNull();
      await live.saveCode('token', OTHER);
      expect([live.findCode(OTHER), live.findCode(CODE)]).toEqual([
        { is: 'person', token: 'token', card: true },
        null,
      ]);
      expect(live.codes()).toBe(1);
    });

    test('W3 a sealed session that is edited stays sealed, and what was taken out of it stays counted', async () => {
      await held(store);
      await store.seal('session-1', true);
      const before = await store.session('session-1');
      if (before === null) throw new Error('no session');
      expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
      // Made from what somebody read before.
      await store.saveSession({ ...before, place: 'Hall 2' });
      expect(await store.session('session-1')).toMatchObject({ place: 'Hall 2', takenOut: 1 });
      await expect(store.saveSession({ ...before, state: 'ended' })).rejects.toThrow('sealed');
      expect(await store.session('session-1')).toMatchObject({ state: 'sealed' });
    });

    test('K1 what is sealed to a session’s tablets opens there and nowhere else, and after a restart too', async () => {
      let live = await begun(store);
      const other = await begun(store, aSession('session-2'));
      const [own, theirs] = await Promise.all([live.tabletRecipient(), other.tabletRecipient()]);
      expect(await Promise.all([live.tabletRecipient(), other.tabletRecipient()])).toEqual([own, theirs]);
      expect(own).not.toBe(theirs);
      const encrypter = new Encrypter();
      encrypter.addRecipient(own);
      const sealed = await encrypter.encrypt('what somebody said');
      await again();
      live = await reopened(store);
      expect(await live.tabletRecipient()).toBe(own);
      expect(Buffer.from((await live.openSealed(sealed)) ?? []).toString()).toBe('what somebody said');
      expect(await (await reopened(store, 'session-2')).openSealed(sealed)).toBeNull();
      expect(await live.openSealed(sealed.subarray(0, -1))).toBeNull();
    });

    test('W2 taken out of a running session is gone after a restart, and whoever left stays known as gone', async () => {
      let live = await held(store);
      const hash = live.hashOf('token');
      const spots = [1, 2, 3].map((board) => ({ board, tag: live.tagOf('token', `s${board}`, 1) }));
      const late = live.place(aResponse(3, live.tagOf('token', 's3', 1), { comment: 'on its way' }));
      expect((await live.takeOut(spots)).map((r) => r.comment).toSorted()).toEqual([
        'mine on 1',
        'mine on 2',
        'on its way',
      ]);
      await late;
      await live.forgetPerson(hash);
      expect(live.current(1, spots[0]?.tag ?? '')).toBeUndefined();
      expect(await live.takeOut(spots)).toEqual([]);
      // Nothing is placed there again, whoever is a moment late.
      const again1 = aResponse(1, spots[0]?.tag ?? '', { revision: 9, comment: 'back again' });
      expect(await live.place(again1)).toMatchObject({ stale: { answer: null, comment: '' } });
      await again();
      live = await reopened(store);
      expect((await live.responses()).length).toBe(12);
      expect([live.hasLeft(hash), live.hasLeft('nobody')]).toEqual([true, false]);
      expect(await live.participants()).toEqual([]);
      expect(live.findCode(CODE)).toEqual({ is: 'spent' });
    });

    test('W4 the yes to being quoted is changed for what was placed, now and after a restart', async () => {
      const live = await held(store);
      const spots = [1, 2, 3].map((board) => ({ board, tag: live.tagOf('token', `s${board}`, 1) }));
      await live.quote(spots, false);
      expect(live.current(1, spots[0]?.tag ?? '')?.quote).toBe(false);
      await again();
      const quoted = (await (await reopened(store)).responses()).filter((r) => !r.quote);
      expect(quoted.map((r) => r.comment).toSorted()).toEqual(['mine on 1', 'mine on 2']);
    });

    test.each(['unlinked', 'linked'] as const)(
      'W3 a code takes one person’s answers out of a sealed %s session: responses, reviews, tallies, numbers',
      async (mode) => {
        const live = await held(store, mode);
        const tag = live.tagOf('token', 's1', 1);
        await store.seal('session-1', true);
        await store.saveReview(aReview({ tag }), null);
        const look = await store.sealedCodes();
        expect([look(CODE), look(OTHER)]).toEqual([{ session: 'session-1', spent: false }, null]);
        await again();
        expect(await store.takeOut('session-1', OTHER)).toEqual({ refusal: 'code-unknown', where: 'code' });
        expect(await store.takeOut('none', CODE)).toEqual({ refusal: 'code-unknown', where: 'code' });
        expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
        const { tallies, eligible } = await store.figures(['session-1']);
        expect(tallies.map((t) => [t.statement, t.answer, t.n])).toEqual([
          ['s1', 4, 6],
          ['s2', 4, 6],
        ]);
        expect(eligible.map((e) => e.n)).toEqual([6, 6]);
        expect((await store.sealedResponses('session-1', 1)).some((r) => r.tag === tag)).toBe(false);
        expect(await store.comments('c1', null)).toEqual([]);
        expect(await store.takeOut('session-1', CODE)).toEqual({ refusal: 'code-spent', where: 'code' });
        expect((await store.sealedCodes())(CODE)).toEqual({ session: 'session-1', spent: true });
      },
    );

    test('W3 whatever was quoted of them goes from the report and the kept releases, and nothing else', async () => {
      const live = await held(store);
      await live.place(
        aResponse(1, live.tagOf('other 0', 's1', 1), {
          revision: 2,
          membership: 'g1',
          comment: 'theirs',
          quote: true,
        }),
      );
      const [mine, theirs] = ['token', 'other 0'].map((token) => live.tagOf(token, 's1', 1)) as [
        string,
        string,
      ];
      await store.seal('session-1', true);
      await store.saveReview(aReview({ tag: mine, published: 'what I said, at some length' }), null);
      await store.saveReport(
        'c1',
        { ...newReport(5, 'shown'), notHeard: 'One of them: “what I said, at some length”.' },
        null,
      );
      const quote = (text: string) => ({ kind: 'quote' as const, text, by: 'A participant' });
      const release = aRelease(1);
      const blocks = [quote('an older wording of it'), quote('theirs')];
      release.model.sections = [{ id: 's', heading: 'One', level: 1, blocks }];
      const of = (tag: string) => ({ session: 'session-1', board: 1, tag, said: null });
      release.entry.quotes = [of(mine), of(theirs)];
      await store.addRelease(release);
      await store.takeOut('session-1', CODE);
      const [kept] = await store.releases('c1');
      expect(kept?.hash).toBe(release.hash);
      expect(kept?.now).toMatch(/^[0-9a-f]{64}$/);
      expect(kept?.entry.quotes).toEqual([of(theirs)]);
      expect(kept?.model.sections[0]?.blocks).toEqual([
        quote('[Taken out by whoever wrote it]'),
        quote('theirs'),
      ]);
      const report = await store.report('c1');
      expect(report?.document.notHeard).toBe('One of them: “[Taken out by whoever wrote it]”.');
      expect(report?.revision).toBe(2);
    });

    test('W4 a code takes back the yes to being quoted in a sealed session, and can still take out', async () => {
      await held(store);
      await store.seal('session-1', true);
      expect(await store.unquote('session-1', OTHER)).toMatchObject({ refusal: 'code-unknown' });
      expect(await store.unquote('session-1', CODE)).toEqual({ ok: true });
      expect((await store.comments('c1', null)).map((c) => c.quote)).toEqual([false, false]);
      expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
    });

    test('W5 cards that nobody used leave nothing, and without a code in use no key stays', async () => {
      const live = await held(store);
      await live.saveCards([OTHER]);
      const other = await begun(store, aSession('session-2'));
      await other.saveCards([OTHER]);
      await begun(store, aSession('session-3')).then((third) => third.saveCode('token', CODE));
      await store.seal('session-1', true);
      await store.seal('session-2', true);
      await store.seal('session-3', false);
      expect(await store.sessionsWithKeys()).toEqual(['session-1']);
      expect((await store.sealedCodes())(OTHER)).toBeNull();
      await store.destroyKey('session-1');
      expect(await store.sessionsWithKeys()).toEqual([]);
      expect((await store.sealedCodes())(CODE)).toBeNull();
      expect(await store.takeOut('session-1', CODE)).toMatchObject({ refusal: 'code-unknown' });
    });

    test('W5 the key of a session that runs is not destroyed', async () => {
      await held(store);
      expect(await store.sessionsWithKeys()).toEqual([]);
      await store.destroyKey('session-1');
      await again();
      expect((await reopened(store)).findCode(CODE)).toMatchObject({ is: 'person' });
    });

    test('W6 of a destroyed consultation a record stays: title, days, sessions, changes, releases', async () => {
      await held(store);
      await store.seal('session-1', true);
      const change = { on: '2026-12-01', from: '', to: '2027-03-31' };
      const dated = { ...aConsultation(), keepUntil: '2027-03-31' };
      expect(await store.saveConsultation(dated, 7, change)).toMatchObject({ refusal: 'changed-elsewhere' });
      expect(await store.dayChanges('c1')).toEqual([]);
      await store.saveConsultation(dated, 1, change);
      expect(await store.dayChanges('c1')).toEqual([change]);
      await store.addRelease(aRelease(1));
      const record = {
        consultation: 'c1',
        title: 'What I expect',
        on: '2027-04-01',
        keepUntil: '2027-03-31',
        sessions: 1,
        first: '2026-11-22',
        last: '2026-11-22',
      };
      await store.destroyConsultation(record);
      await again();
      expect([await store.consultation('c1'), await store.session('session-1')]).toEqual([null, null]);
      expect(await store.sessionsWithKeys()).toEqual([]);
      const { number, date, hash } = aRelease(1);
      expect(await store.destroyed()).toEqual([
        { ...record, changes: [change], releases: [{ number, date, hash }] },
      ]);
    });
  });
}
