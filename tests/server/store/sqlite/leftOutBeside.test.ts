/** A code of a session that was removed finds what stands beside the boards, also where there are none. */
import { expect, test } from '@jest/globals';
import { taggedBeside } from '../../../../core/beside.ts';
import { checkDotPlace, checkPlace } from '../../../../core/checking.ts';
import { SAID_PLACE, TOLD_PLACE } from '../../../../core/heardPlace.ts';
import type { Room } from '../../../../core/room.ts';
import { FREE_TALK, PROPOSING, taggedThought, THERE, thoughtPlace } from '../../../../core/thought.ts';
import { dotPlace, NO_TOPICS, TOPIC_PLACES } from '../../../../core/topics.ts';
import type { Carried } from '../../../../server/store/carry.ts';
import type { LiveStore, Store } from '../../../../server/store/store.ts';
import { holding } from '../../../support/bytes.ts';
import { aResponse, aSession, begun, newFolder, opened, openedRoom, reopened } from '../made.ts';
import { bring, CODE, copyOf, held, UNTIL } from '../removed.ts';

const HELD = aSession('session-1', { state: 'ended', withdrawUntil: UNTIL });
const THOUGHT = thoughtPlace(FREE_TALK, 0);
const [TOPIC = 0] = TOPIC_PLACES;

/** What two people place there, of whom one has a code. */
async function bothPlace(live: LiveStore, place: number, words: string): Promise<void> {
  const { statement, round } = taggedBeside(place) ?? taggedThought(0, undefined);
  for (const token of ['token 0', 'token 3'])
    await live.place(
      aResponse(place, live.tagOf(token, statement, round), {
        answer: THERE,
        comment: words === '' ? '' : `${words} of ${token}`,
        quote: words !== '',
        note: words === '' ? '' : `${place} ${token}`,
      }),
    );
}

const said = async (store: Store) =>
  (await store.talk.read('c1')).points.map(({ text, mayQuote }) => `${text}: ${mayQuote}`).toSorted();

test('W3 W4 TP5 of a session without any statement a code takes the yes, and everything, out of what an archive has brought back', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const live = await begun(store, aSession('session-1', { withdrawUntil: UNTIL }), openedRoom(0));
  await live.saveCode('token 0', CODE);
  await bothPlace(live, THOUGHT, 'thought');
  await bothPlace(live, thoughtPlace(PROPOSING, 0), 'statement');
  await bothPlace(live, checkPlace(1), 'words');
  await store.saveSession(HELD);
  await store.seal('session-1', true);
  const [copy, talk] = [await copyOf(store), await store.talk.read('c1')];
  expect([copy.boards, talk.points.length]).toEqual([[], 6]);
  await store.removeSession('session-1');
  await bring(store, copy, { talk });
  expect(await said(store)).toHaveLength(6);
  const theirs = ['statement of token 3: true', 'thought of token 3: true', 'words of token 3: true'];
  expect(await store.unquote('session-1', CODE)).toEqual({ ok: true });
  const unquoted = ['statement', 'thought', 'words'].map((words) => `${words} of token 0: false`);
  expect(await said(store)).toEqual([...theirs, ...unquoted].toSorted());
  expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
  expect(await said(store)).toEqual(theirs);
  expect(holding(folder, 'of token 0')).toEqual([]);
  await store.close();
});

test('W3 being heard, topics and dots of whoever used their code do not come with a stick, nor words that a topic was given', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  const copied = new Promise<void>((resolve) => store.carry.onCopied(() => resolve()));
  const live = await held(store);
  await bothPlace(live, THOUGHT, 'thought');
  await bothPlace(live, SAID_PLACE, 'stopped');
  await bothPlace(live, TOPIC, 'topic');
  for (const place of [TOLD_PLACE, dotPlace(1), dotPlace(999), checkDotPlace(40)])
    await bothPlace(live, place, '');
  const room: Room = openedRoom(2);
  const list = ['token 0', 'token 3'].map((token, i) => ({
    n: i + 1,
    note: `${TOPIC} ${token}`,
    text: `mended words of ${token}`,
    done: false,
  }));
  await live.saveRoom({ ...room, topics: { ...NO_TOPICS, list } });
  await copied;
  const stick: Carried | null = await store.carry.pack('session-1');
  if (stick === null) throw new Error('nothing was packed');
  await store.saveSession(HELD);
  await store.removeSession('session-1');
  expect(await store.takeOut('session-1', CODE)).toEqual({ ok: true });
  expect(await store.carry.put(stick, false)).toEqual({ ok: true });
  const again = await reopened(store);
  const standing = (await again.responses()).filter(({ board }) => board > 2);
  const places = [THOUGHT, SAID_PLACE, TOPIC, TOLD_PLACE, dotPlace(1), dotPlace(999), checkDotPlace(40)];
  expect(standing.map(({ board }) => board).toSorted((a, b) => a - b)).toEqual(
    places.toSorted((a, b) => a - b),
  );
  expect((await again.room()).topics?.list.map(({ text }) => text)).toEqual(['mended words of token 3']);
  expect(holding(folder, 'of token 0')).toEqual([]);
  await store.saveSession(HELD);
  await store.seal('session-1', true);
  expect((await store.session('session-1'))?.heard).toMatchObject({ texts: ['stopped of token 3'] });
  await store.close();
});
