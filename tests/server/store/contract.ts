/** What every implementation of the store's port must do, whatever is behind it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../server/store/store.ts';
import type { Board } from '../../../core/room.ts';
import { aConsultation, aParticipant, aResponse, aSession, begun, openedRoom, reopened } from './made.ts';

/** A place that keeps data; opening it twice, one after the other, finds the same data. */
export interface Place {
  open: () => Promise<Store>;
}

export function storeContract(name: string, newPlace: () => Place): void {
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

    test('S2 a consultation is saved from the revision it was made from, or refused', async () => {
      expect(await store.saveConsultation(aConsultation(), null)).toEqual({ revision: 1 });
      expect(await store.saveConsultation(aConsultation(), null)).toEqual({ refusal: 'changed-elsewhere' });
      const changed = { ...aConsultation(), title: 'Changed' };
      expect(await store.saveConsultation(changed, 1)).toEqual({ revision: 2 });
      expect(await store.saveConsultation(changed, 1)).toEqual({ refusal: 'changed-elsewhere' });
      expect(await store.saveConsultation(aConsultation('c9'), 1)).toEqual({
        refusal: 'no-such-consultation',
      });
      await store.saveConsultation(aConsultation('c2'), null);
      await again();
      expect(await store.consultation('c1')).toEqual({ consultation: changed, revision: 2 });
      expect(await store.consultation('c9')).toBeNull();
      expect((await store.listConsultations()).map((c) => c.consultation.id)).toEqual(['c1', 'c2']);
    });

    test('S1 sessions are kept, listed by consultation, and found while they run', async () => {
      await store.saveConsultation(aConsultation(), null);
      await store.saveSession(aSession('draft-1'));
      await begun(store, aSession('running-1'));
      await store.saveSession(aSession('draft-1', { name: 'Renamed' }));
      await again();
      expect((await store.sessions('c1')).map((s) => [s.id, s.name, s.state])).toEqual([
        ['draft-1', 'Renamed', 'draft'],
        ['running-1', 'Adult focus group 1', 'lobby'],
      ]);
      expect((await store.unsealed()).map((s) => s.id)).toEqual(['running-1']);
      expect(await store.session('none')).toBeNull();
      await expect(store.saveSession(aSession('x', { consultation: 'none' }))).rejects.toThrow();
    });

    test('S5 a session is opened only while it runs', async () => {
      await store.saveConsultation(aConsultation(), null);
      await store.saveSession(aSession('draft-1'));
      expect(await store.openLive('none')).toEqual({ refusal: 'no-such-session' });
      expect(await store.openLive('draft-1')).toEqual({ refusal: 'wrong-state' });
      await begun(store);
      await expect(store.beginLive(aSession(), openedRoom())).rejects.toThrow('Only a draft');
      await store.seal('session-1', true);
      expect(await store.openLive('session-1')).toEqual({ refusal: 'wrong-state' });
      await expect(store.seal('none', true)).rejects.toThrow('no session');
    });

    test('L7 S1 room, responses and participants are there again after a restart', async () => {
      const live = await begun(store);
      const room = openedRoom(3, { paused: true });
      const answer = aResponse(1, live.tagOf('token', 's1', 1), { comment: 'Why', note: 'n1', answer: 'x' });
      const person = aParticipant(live.hashOf('token'), { membership: 'g1+g2', slot: 3, person: 'p1' });
      await Promise.all([live.saveRoom(room), live.place(answer), live.saveParticipant(person)]);
      await live.saveParticipant({ ...person, quote: true });
      const made = [live.hashOf('token'), live.tagOf('token', 's1', 1), live.noteIdOf('tag', 'text')];
      await again();
      const then = await reopened(store);
      expect(await then.room()).toEqual(room);
      expect(await then.responses()).toEqual([answer]);
      expect(then.current(1, answer.tag)).toEqual(answer);
      expect(await then.participants()).toEqual([{ ...person, quote: true }]);
      expect([then.hashOf('token'), then.tagOf('token', 's1', 1), then.noteIdOf('tag', 'text')]).toEqual(
        made,
      );
      expect(await reopened(store)).toBe(then);
    });

    test('S3 tags, hashes and ids of comments share nothing and cannot be confused', async () => {
      const live = await begun(store);
      const other = await begun(store, aSession('session-2'));
      const made = [
        live.hashOf('ab'),
        live.tagOf('ab', 'c', 1),
        live.tagOf('ab', 'c', 2),
        live.tagOf('a', 'bc', 1),
        live.noteIdOf('ab', 'c'),
        live.noteIdOf('a', 'bc'),
        other.hashOf('ab'),
        other.tagOf('ab', 'c', 1),
      ];
      expect(new Set(made).size).toBe(made.length);
      for (const id of made) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(live.noteIdOf('ab', '')).toBe('');
    });

    test('S2 a replay is saved again, an older or differing one is told what counts', async () => {
      const live = await begun(store);
      const first = aResponse(1, 't', { revision: 2 });
      expect(await live.place(first)).toEqual({ saved: first, before: undefined });
      expect(await live.place({ ...first })).toEqual({ saved: first, before: first });
      expect(await live.place({ ...first, membership: 'g1' })).toEqual({ saved: first, before: first });
      expect(await live.place({ ...first, answer: 5 })).toEqual({ stale: first });
      expect(await live.place({ ...first, comment: 'else' })).toEqual({ stale: first });
      expect(await live.place({ ...first, audience: 'team' })).toEqual({ stale: first });
      expect(await live.place({ ...first, revision: 1 })).toEqual({ stale: first });
      const back = { ...first, revision: 7, answer: null };
      expect(await live.place(back)).toEqual({ saved: back, before: first });
      await again();
      expect(await (await reopened(store)).responses()).toEqual([back]);
    });

    test('S2 placements of one batch are decided in the order they came', async () => {
      const live = await begun(store);
      const at = (revision: number) => aResponse(1, 't', { revision, answer: revision });
      const outcomes = await Promise.all([2, 1, 2, 4, 3].map((revision) => live.place(at(revision))));
      expect(outcomes).toEqual([
        { saved: at(2), before: undefined },
        { stale: at(2) },
        { saved: at(2), before: at(2) },
        { saved: at(4), before: at(2) },
        { stale: at(4) },
      ]);
      const many = Array.from({ length: 500 }, (_, i) => aResponse(2, `t${i}`));
      const placing = many.map((r) => live.place(r));
      expect(live.current(2, 't499')).toEqual(many[499]);
      await Promise.all(placing);
      await Promise.all(many.map((_, i) => live.saveParticipant(aParticipant(`h${i}`))));
      await again();
      const then = await reopened(store);
      expect((await then.responses()).length).toBe(501);
      expect((await then.participants()).length).toBe(500);
    });

    test('S1 a closed session takes nothing and says so', async () => {
      const live = await begun(store);
      const kept = live.place(aResponse(1, 't'));
      await live.close();
      expect(await kept).toHaveProperty('saved');
      await expect(live.place(aResponse(1, 'u'))).rejects.toThrow('closed');
      expect(live.current(1, 'u')).toBeUndefined();
      await expect(live.saveParticipant(aParticipant('h'))).rejects.toThrow('closed');
    });

    test('F1 S3 sealing keeps opened boards, what stands, and its counts', async () => {
      const room = openedRoom(2);
      const eligible = { g1: 3, 'g1+g2': 1 };
      const [first] = room.boards as [Board];
      first.eligible = eligible;
      const live = await begun(store, aSession(), room);
      await live.place(aResponse(1, 'a', { membership: 'g1', answer: 5 }));
      await live.place(aResponse(1, 'b', { membership: 'g1', answer: 5 }));
      await live.place(aResponse(1, 'c', { membership: 'g1+g2', answer: 'n' }));
      await live.place(aResponse(1, 'd', { answer: null, revision: 9 }));
      await live.place(aResponse(2, 'e', { answer: 1 }));
      expect(await store.answeredVersions('c1')).toEqual(
        new Map([
          ['s1', new Set([1])],
          ['s2', new Set([1])],
        ]),
      );
      await store.seal('session-1', true);
      await store.seal('session-1', true);
      await again();
      expect(await store.session('session-1')).toMatchObject({ state: 'sealed', code: '' });
      const figures = await store.figures(['session-1', 'none']);
      expect(figures.boards.map((b) => [b.session, b.n, b.statement, b.wordings.length])).toEqual([
        ['session-1', 1, 's1', 1],
        ['session-1', 2, 's2', 1],
      ]);
      const of = (statement: string, membership: string, answer: number | 'n', n: number) => ({
        session: 'session-1',
        statement,
        round: 1,
        version: 1,
        membership,
        answer,
        n,
      });
      expect(figures.tallies).toEqual([of('s1', 'g1', 5, 2), of('s1', 'g1+g2', 'n', 1), of('s2', '', 1, 1)]);
      expect(figures.eligible).toEqual(
        Object.entries(eligible).map(([membership, n]) => ({
          session: 'session-1',
          statement: 's1',
          round: 1,
          membership,
          n,
        })),
      );
      expect(await store.sealedResponses('session-1', 1)).toEqual(
        [
          { tag: 'a', membership: 'g1', answer: 5 },
          { tag: 'b', membership: 'g1', answer: 5 },
          { tag: 'c', membership: 'g1+g2', answer: 'n' },
        ].map((known) => {
          const { revision: _, note: _note, ...kept } = aResponse(1, known.tag);
          return { ...kept, shown: false, channel: 'mixed', ...known };
        }),
      );
      expect(await store.unsealed()).toEqual([]);
      expect((await store.answeredVersions('c1')).size).toBe(2);
      expect(await store.heldVersions('c1')).toEqual(await store.answeredVersions('c1'));
      expect(await store.figures([])).toEqual({ boards: [], tallies: [], eligible: [] });
    });

    test('F8 a session made elsewhere comes in sealed, whole or not at all', async () => {
      await store.saveConsultation(aConsultation(), null);
      const { n, statement, round, version, wordings, scale } = openedRoom().boards[0] as Board;
      const board = { session: 'session-1', n, statement, round, version, wordings, scale };
      const response = { ...aResponse(1, 'b'), shown: false, answer: 2 };
      const sealed = {
        session: aSession('session-1', { state: 'ended', mode: 'linked' }),
        boards: [board],
        eligible: [{ session: 'session-1', statement, round, membership: '', n: 2 }],
        responses: [response, { ...response, tag: 'a', answer: 3 }],
      };
      const broken = { ...sealed, responses: [response, response] };
      await expect(store.addSealed(broken)).rejects.toThrow();
      expect(await store.session('session-1')).toBeNull();
      await store.addSealed(sealed);
      await expect(store.addSealed(sealed)).rejects.toThrow();
      expect((await store.session('session-1'))?.state).toBe('sealed');
      expect((await store.figures(['session-1'])).tallies.map((t) => [t.answer, t.n])).toEqual([
        [2, 1],
        [3, 1],
      ]);
      await store.addSealed({ ...sealed, session: aSession('session-2'), eligible: [], responses: [] });
      await store.removeSession('session-1');
      expect((await store.answeredVersions('c1')).size).toBe(0);
      expect(await store.heldVersions('c1')).toEqual(new Map([[statement, new Set([version])]]));
    });

    test('S6 a rehearsal leaves nothing: no figures, no frozen wording, no session', async () => {
      const live = await begun(store, aSession('session-1', { rehearsal: true }));
      await live.place(aResponse(1, 'a'));
      expect((await store.answeredVersions('c1')).size).toBe(0);
      await store.seal('session-1', true);
      expect(await store.session('session-1')).toBeNull();
      expect((await store.figures(['session-1'])).tallies).toEqual([]);
    });

    test('S6 removing takes the sessions, running ones too', async () => {
      await begun(store);
      const other = await begun(store, aSession('session-2'));
      await other.place(aResponse(1, 'a'));
      await store.seal('session-2', true);
      await store.removeSession('session-1');
      expect(await store.openLive('session-1')).toEqual({ refusal: 'no-such-session' });
      await begun(store, aSession('session-3'));
      await store.removeConsultation('c1');
      expect(await store.sessions('c1')).toEqual([]);
      expect(await store.listConsultations()).toEqual([]);
      expect((await store.figures(['session-2'])).tallies).toEqual([]);
    });
  });
}
