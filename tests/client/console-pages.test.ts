/** The console's pages, without a browser: undo, order, autosave, the results' selection, the routes' caller. */
import { describe, expect, test } from '@jest/globals';
import type { Result } from '../../client/console/api.ts';
import { exportPath, makeApi } from '../../client/console/api.ts';
import type { AutosavePorts, SaveState } from '../../client/console/pages/autosave.ts';
import { makeAutosave } from '../../client/console/pages/autosave.ts';
import { chosenFrom, EVERYTHING, queryOf, ticked } from '../../client/console/pages/selection.ts';
import { sayRefusal } from '../../client/console/pages/say.ts';
import { begin, change, rebase, redo, settle, undo } from '../../client/console/undo.ts';
import { refuse } from '../../core/refusal.ts';

describe('undo and redo', () => {
  test('steps are taken back and done again in order', () => {
    const three = change(change(begin('a'), 'b', null), 'c', null);
    expect(undo(three).present).toBe('b');
    expect(undo(undo(three)).present).toBe('a');
    expect(undo(undo(undo(three))).present).toBe('a');
    expect(redo(redo(undo(undo(three)))).present).toBe('c');
    expect(redo(three)).toBe(three);
  });

  test('typing in one field is one step, another field or a pause begins another', () => {
    let history = begin('');
    for (const text of ['h', 'he', 'hey']) history = change(history, text, 'title');
    history = change(history, 'hey+', 'aim');
    history = change(settle(history), 'hey++', 'aim');
    expect(undo(history).present).toBe('hey+');
    expect(undo(undo(history)).present).toBe('hey');
    expect(undo(undo(undo(history))).present).toBe('');
  });

  test('typing after an undo is a step of its own and ends what could be redone', () => {
    const typed = change(begin(''), 'a', 'title');
    const again = change(undo(typed), 'b', 'title');
    expect(again.future).toEqual([]);
    expect(undo(again).present).toBe('');
    expect(undo(undo(change(redo(undo(typed)), 'ab', 'title'))).present).toBe('');
  });

  test('the oldest steps are forgotten beyond the limit, and no change is no step', () => {
    let history = begin(0);
    for (let n = 1; n <= 5; n += 1) history = change(history, n, null, 3);
    expect(history.past).toEqual([2, 3, 4]);
    expect(change(history, 5, null)).toBe(history);
  });

  test('what was done on the server stays in every snapshot', () => {
    const history = rebase(undo(change(change(begin('a'), 'b', null), 'c', null)), (s) => `${s}!`);
    expect([undo(history).present, history.present, redo(history).present]).toEqual(['a!', 'b!', 'c!']);
  });
});

/** A way to save that answers when told to, and timers that ring when told to. */
function stage() {
  const sent: { revision: number; document: string; answer: (r: Result<{ revision: number }>) => void }[] =
    [];
  const states: string[] = [];
  let timers: { action: () => void; ms: number }[] = [];
  const met: { next: Awaited<ReturnType<AutosavePorts<string>['meet']>> } = { next: 'ask' };
  const ports: AutosavePorts<string> = {
    meet: async () => Promise.resolve(met.next),
    save: async (revision, document) =>
      new Promise((answer) => {
        sent.push({ revision, document, answer });
      }),
    later(action, ms) {
      const timer = { action, ms };
      timers.push(timer);
      return () => {
        timers = timers.filter((t) => t !== timer);
      };
    },
    changed: (state: SaveState) => states.push(state.is),
  };
  const ring = (): void => {
    const due = timers;
    timers = [];
    for (const { action } of due) action();
  };
  const answer = async (index: number, result: Result<{ revision: number }>): Promise<void> => {
    sent[index]?.answer(result);
    // The answer's promise and those that wait for it are settled one after the other.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const ok = (revision: number): Result<{ revision: number }> => ({ ok: true, value: { revision } });
  return {
    met,
    autosave: makeAutosave(4, ports),
    sent,
    states,
    ring,
    answer,
    ok,
    waits: () => timers.map((t) => t.ms),
  };
}

describe('autosave', () => {
  test('saves once after typing pauses, at most a second later, from the newest revision', async () => {
    const { autosave, sent, ring, answer, ok, waits } = stage();
    autosave.put('a');
    autosave.put('ab');
    expect(waits()).toHaveLength(1);
    expect(Math.max(...waits())).toBeLessThanOrEqual(1000);
    expect(autosave.state().is).toBe('waiting');
    ring();
    expect(sent.map((s) => [s.revision, s.document])).toEqual([[4, 'ab']]);
    await answer(0, ok(5));
    expect(autosave.state().is).toBe('saved');
    expect(autosave.revision()).toBe(5);
  });

  test('what is typed while a save is on its way goes after it, never beside it', async () => {
    const { autosave, sent, ring, answer, ok } = stage();
    autosave.put('a');
    ring();
    autosave.put('ab');
    autosave.put('abc');
    expect(sent).toHaveLength(1);
    await answer(0, ok(5));
    expect(sent.map((s) => [s.revision, s.document])).toEqual([
      [4, 'a'],
      [5, 'abc'],
    ]);
    expect(autosave.state().is).toBe('saving');
    await answer(1, ok(6));
    expect(autosave.state().is).toBe('saved');
  });

  test('without an answer it is not saved and tries again by itself, at longer waits', async () => {
    const { autosave, sent, ring, answer, ok, waits } = stage();
    autosave.put('a');
    ring();
    await answer(0, { ok: false, refusal: null });
    expect(autosave.state().is).toBe('failed');
    const [first = 0] = waits();
    ring();
    await answer(1, { ok: false, refusal: refuse('fault') });
    const [second = 0] = waits();
    expect(second).toBeGreaterThan(first);
    ring();
    await answer(2, ok(5));
    expect(sent.map((s) => s.document)).toEqual(['a', 'a', 'a']);
    expect(autosave.state().is).toBe('saved');
  });

  test('a refusal that trying again cannot help waits for a change', async () => {
    const { autosave, sent, ring, answer, ok, waits } = stage();
    const refusal = refuse('bad-file', 'title', 'at most 200 characters');
    autosave.put('too long');
    ring();
    await answer(0, { ok: false, refusal });
    expect(autosave.state()).toEqual({ is: 'refused', refusal });
    expect(waits()).toEqual([]);
    autosave.put('short');
    ring();
    await answer(1, ok(5));
    expect(sent[1]?.document).toBe('short');
    expect(autosave.state().is).toBe('saved');
  });

  test('what was mended while the refused save was on its way is saved at once', async () => {
    const { autosave, sent, ring, answer, ok } = stage();
    autosave.put('too long');
    ring();
    autosave.put('short');
    await answer(0, { ok: false, refusal: refuse('bad-file', 'title', 'shorter') });
    expect(sent[1]?.document).toBe('short');
    await answer(1, ok(5));
    expect(autosave.state().is).toBe('saved');
  });

  test('S7 a change in another window stops it until someone chooses', async () => {
    const { autosave, sent, ring, answer, ok, waits } = stage();
    autosave.put('mine');
    ring();
    await answer(0, { ok: false, refusal: refuse('changed-elsewhere') });
    expect(autosave.state().is).toBe('elsewhere');
    autosave.put('mine, longer');
    expect(waits()).toEqual([]);
    autosave.goOnFrom(9);
    expect(sent.at(-1)).toMatchObject({ revision: 9, document: 'mine, longer' });
    await answer(1, ok(10));
    expect(autosave.state().is).toBe('saved');
  });

  test('S7 a change in another window that could be merged goes on by itself, from its revision', async () => {
    const { autosave, sent, ring, answer, ok, met } = stage();
    met.next = 9;
    autosave.put('mine');
    ring();
    await answer(0, { ok: false, refusal: refuse('changed-elsewhere') });
    expect(sent.map((s) => [s.revision, s.document])).toEqual([
      [4, 'mine'],
      [9, 'mine'],
    ]);
    await answer(1, ok(10));
    expect(autosave.state().is).toBe('saved');
  });

  test('S7 where it cannot be found out what another window saved, it is tried again', async () => {
    const { autosave, sent, ring, answer, met } = stage();
    met.next = { refusal: null };
    autosave.put('mine');
    ring();
    await answer(0, { ok: false, refusal: refuse('changed-elsewhere') });
    expect(autosave.state()).toEqual({ is: 'failed', refusal: null });
    ring();
    expect(sent.map((s) => s.document)).toEqual(['mine', 'mine']);
  });

  test('letting go forgets what was not saved', async () => {
    const { autosave, sent, ring, waits } = stage();
    autosave.put('mine');
    autosave.letGo(7);
    ring();
    expect(waits()).toEqual([]);
    expect(sent).toEqual([]);
    expect(await autosave.flush()).toBe(true);
    expect(autosave.revision()).toBe(7);
  });

  test('flush saves at once and says whether everything is saved', async () => {
    const { autosave, sent, answer, ok } = stage();
    autosave.put('a');
    const flushed = autosave.flush();
    expect(sent).toHaveLength(1);
    await answer(0, ok(5));
    expect(await flushed).toBe(true);
  });
});

describe('what the results are about', () => {
  const all = ['a', 'b', 'c'];

  test('a choice keeps the fixed order, and nothing ticked means everything', () => {
    expect(ticked(all, ['c'], 'a', true)).toEqual(['a', 'c']);
    expect(ticked(all, ['a'], 'a', false)).toEqual([]);
    expect(queryOf(EVERYTHING)).toBe('');
  });

  test('a choice becomes the query of the route and comes back from the address', () => {
    const chosen = { sessions: ['s1', 's2'], groups: ['g2', 'g3'] };
    expect(queryOf(chosen)).toBe('?sessions=s1,s2&groups=g2,g3');
    expect(queryOf({ sessions: [], groups: ['g2'] })).toBe('?groups=g2');
    expect(chosenFrom(queryOf(chosen))).toEqual(chosen);
    expect(chosenFrom('')).toEqual(EVERYTHING);
    expect(exportPath('c', chosen.sessions)).toBe('/api/consultations/c/export?sessions=s1,s2');
  });
});

describe('calling the routes', () => {
  const answering = (status: number, body: string) => {
    const calls: { path: string; init: RequestInit }[] = [];
    const api = makeApi(async (path, init) => {
      calls.push({ path, init });
      return new Response(body, { status });
    });
    return { api, calls };
  };

  test('what changes something carries the header and a JSON body; what reads does not', async () => {
    const { api, calls } = answering(200, '{"ok":true}');
    await api.remove('c1');
    await api.consultations();
    expect(calls[0]?.init).toMatchObject({ method: 'DELETE', headers: { 'X-Standpoint': '1' }, body: '{}' });
    expect(calls[1]?.init).toEqual({ method: 'GET' });
  });

  test('a refusal, no answer at all, and an answer that is no JSON are told apart', async () => {
    const refusal = refuse('changed-elsewhere');
    expect(await answering(409, JSON.stringify(refusal)).api.consultations()).toEqual({ ok: false, refusal });
    expect(await answering(500, 'oh').api.consultations()).toEqual({ ok: false, refusal: refuse('fault') });
    const silent = makeApi(async () => Promise.reject(new TypeError('no network')));
    expect(await silent.consultations()).toEqual({ ok: false, refusal: null });
  });
});

describe('refusals in words', () => {
  test('each is one sentence after another from the catalogue, with its place and what was expected', () => {
    expect(sayRefusal(refuse('bad-file', 'statements.2.wordings.0.text', 'a text'))).toBe(
      'The file could not be read. At statements.2.wordings.0.text it should have: a text.',
    );
    expect(sayRefusal(refuse('file-newer', 'version', 'at most 1'))).toBe(
      'This file was made by a newer Standpoint.',
    );
    expect(sayRefusal(refuse('session-running'))).toBe('A session is running. End it first.');
  });
});
