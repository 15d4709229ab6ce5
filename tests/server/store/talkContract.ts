import { NO_SOURCES } from '../../../core/talk/sources.ts';
/** What every store must do with points, themes and post-its under themes. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../core/limits.ts';
import type { Store } from '../../../server/store/store.ts';
import { coding, edit, editTheme, point, removal, theme } from '../../support/talk.ts';
import type { Place } from './contract.ts';
import { aConsultation, aResponse, aSession, begun } from './made.ts';

export function talkContract(name: string, newPlace: () => Place): void {
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
    const talk = () => store.talk.read('c1');
    const points = async () => (await talk()).points.map(({ id, text, place: at }) => [id, text, at]);

    test('TK1 points keep their order over a restart, and a change that comes again changes nothing', async () => {
      await begun(store);
      const all = [point('z'), point('a', { hands: 1, person: 2 }), edit('a', { hands: 1 }, { hands: 2 })];
      const done = all.map(({ id }) => ({ id, is: 'done' }));
      expect(await store.talk.change('c1', all)).toEqual(done);
      await again();
      expect(await store.talk.change('c1', all)).toEqual(done);
      expect(await points()).toEqual([
        ['z', 'Point z', 1],
        ['a', 'Point a', 2],
      ]);
      expect((await talk()).points[1]).toMatchObject({
        hands: 2,
        person: 2,
        source: 'discussion',
        session: 'session-1',
      });
    });

    test('TK1 P5 changes are carried out all or none, and the refusal names the one', async () => {
      await begun(store);
      await store.saveSession(aSession('draft'));
      const more = (last: ReturnType<typeof point>) =>
        store.talk.change('c1', [theme('t'), point('p'), last]);
      expect(await more(point('q', {}, 'none'))).toMatchObject({
        refusal: 'no-such-session',
        where: 'changes.2',
      });
      expect(await more(point('q', {}, 'draft'))).toMatchObject({
        refusal: 'wrong-state',
        where: 'changes.2',
      });
      expect(await talk()).toMatchObject({ themes: [], points: [] });
      const themes = Array.from({ length: LIMITS.themes }, (_, i) => theme(`t${i}`));
      for (let i = 0; i < themes.length; i += 100) await store.talk.change('c1', themes.slice(i, i + 100));
      expect(await store.talk.change('c1', [theme('more')])).toMatchObject({
        refusal: 'points-full',
        detail: '300',
      });
    });

    test('TK1 TK2 a batch whose reply was lost is answered as the first time, and one’s own later change is no difference', async () => {
      await begun(store);
      await store.talk.change('c1', [point('p', { outcome: 'worked' })]);
      const batch = [
        edit('p', { stance: '' }, { stance: 'agree' }),
        edit('p', { stance: 'agree' }, { stance: 'idea' }),
        edit('p', { outcome: '' }, { outcome: 'change' }),
        edit('none', { hands: 0 }, { hands: 1 }),
      ];
      const first = await store.talk.change('c1', batch);
      expect(first).toMatchObject([{ is: 'done' }, { is: 'done' }, { is: 'differs' }, { is: 'gone' }]);
      await again();
      expect(await store.talk.change('c1', batch)).toEqual(first);
    });

    test('TK2 TK3 what was changed elsewhere is told, and what was removed comes back by undoing', async () => {
      await begun(store);
      const made = point('p', { text: 'First' });
      await store.talk.change('c1', [theme('t'), made, edit('p', { text: 'First' }, { text: 'Second' })]);
      const late = edit('p', { text: 'First' }, { text: 'Third' });
      expect(await store.talk.change('c1', [late])).toEqual([
        { id: late.id, is: 'differs', now: { text: 'Second' } },
      ]);
      // So does a removal of what somebody has changed since, and only that of what stands is carried out.
      const unseen = removal(made);
      const kept = [{ id: unseen.id, is: 'differs', now: { text: 'Second' } }];
      for (const _ of ['first', 'again']) expect(await store.talk.change('c1', [unseen])).toEqual(kept);
      expect((await talk()).points).toHaveLength(1);
      await store.talk.change('c1', [removal(edit('p', {}, { text: 'Second' })), removal(theme('t'))]);
      expect((await talk()).gone.toSorted()).toEqual(['p', 't']);
      const onGone = [
        edit('p', { hands: 0 }, { hands: 1 }),
        editTheme('t', { name: 'Theme t' }, { name: 'Else' }),
      ];
      expect(await store.talk.change('c1', onGone)).toMatchObject([{ is: 'gone' }, { is: 'gone' }]);
      await store.talk.change('c1', [point('p', { text: 'Second' }), theme('t')]);
      expect((await talk()).back.toSorted()).toEqual(['p', 't']);
      expect(await talk()).toMatchObject({ gone: [], points: [{ text: 'Second' }], themes: [{ id: 't' }] });
    });

    test('TK4 TK6 sealing lets number and order go, and what hung on a comment hangs on its response', async () => {
      const live = await begun(store);
      const words = (tag: string, note: string) => aResponse(1, tag, { comment: `words of ${tag}`, note });
      for (const response of [words('taga', 'na'), words('tagb', 'nb')]) await live.place(response);
      await live.place({ ...words('tagb', ''), revision: 2, answer: null, comment: '' });
      await store.talk.change('c1', [
        theme('t'),
        point('z', { person: 1, postit: '1.na', themes: ['t'] }),
        point('a', { person: 1, postit: '1.nb' }),
        coding('1.na', [], ['t']),
        coding('1.nb', [], ['t']),
      ]);
      expect((await talk()).points.map((p) => p.postit)).toEqual(['1.na', '1.nb']);
      await store.seal('session-1', false);
      const sealed = await talk();
      expect(sealed.points.map(({ id, place: at, person, postit }) => [id, at, person, postit])).toEqual([
        ['a', 0, 0, ''],
        ['z', 0, 0, '1.taga'],
      ]);
      expect(sealed.codings).toEqual([{ session: 'session-1', postit: '1.taga', themes: ['t'] }]);
      // A device that was away hands over: nothing that is over comes back.
      await store.talk.change('c1', [
        point('late', { person: 3, postit: '1.nb' }),
        coding('1.nb', [], ['t']),
      ]);
      expect((await talk()).points.find((p) => p.id === 'late')).toMatchObject({
        place: 0,
        person: 0,
        postit: '',
      });
      await store.talk.change('c1', [
        edit('a', { postit: '' }, { postit: '1.taga' }),
        coding('1.taga', ['t'], []),
      ]);
      expect((await talk()).points.find((p) => p.id === 'a')?.postit).toBe('1.taga');
      expect((await talk()).codings).toEqual([]);
    });

    test('TK1 what is newer is told by name, and everything anew after a restart or when much changed at once', async () => {
      await begun(store);
      await store.talk.change('c1', [point('p'), theme('t')]);
      const at = store.talk.at('c1');
      expect(store.talk.since('c1', at)).toEqual(new Set());
      await store.talk.change('c1', [edit('p', { hands: 0 }, { hands: 1 }), coding('1.na', [], ['t'])]);
      expect(store.talk.since('c1', at)).toEqual(new Set(['p', 'session-1 1.na']));
      expect(store.talk.since('c1', 'anything')).toBeNull();
      expect(store.talk.since('c1', at.replace(/\d+$/, '999'))).toBeNull();
      const newest = store.talk.at('c1');
      await store.seal('session-1', false);
      expect(store.talk.since('c1', newest)).toBeNull();
      await again();
      expect(store.talk.since('c1', newest)).toBeNull();
    });

    test('TK6 points go with their session, and themes with the consultation', async () => {
      await begun(store);
      await begun(store, aSession('session-2'));
      await store.talk.change('c1', [theme('t'), point('p'), point('q', {}, 'session-2')]);
      await store.removeSession('session-1');
      expect(await points()).toEqual([['q', 'Point q', 1]]);
      expect((await talk()).themes).toHaveLength(1);
      await store.removeConsultation('c1');
      await store.saveConsultation(aConsultation(), null);
      expect(await talk()).toEqual({
        themes: [],
        points: [],
        codings: [],
        seconds: [],
        ...NO_SOURCES,
        gone: [],
        back: [],
        went: [],
      });
    });
  });
}
