/** Quotes that are removed after they went out: in the words in which they went out they leave what is kept. */
import { afterEach, expect, test } from '@jest/globals';
import type { PointReview } from '../../core/report/document.ts';
import { holding } from '../support/bytes.ts';
import { archiveOf, take } from '../support/archives.ts';
import { quotedConsultation, quotedRoom, reprint, twenty, type QuotedRoom } from '../support/quotedRoom.ts';
import { asked } from '../support/recommendations.ts';
import { passage, source } from '../support/sources.ts';
import { edit, point, removal, theme } from '../support/talk.ts';
import { newFolder, opened } from './store/made.ts';

const COMMENT = 'They said they would ring me back and never did';
const laptops: QuotedRoom[] = [];
afterEach(async () => {
  for (const { server } of laptops.splice(0)) await server.stop();
});

async function laptop(...given: Parameters<typeof quotedRoom>): Promise<QuotedRoom> {
  const made = await quotedRoom(given[0]);
  laptops.push(made);
  return made;
}

const decided = (key: string, published: string | null = null, session = 'aa'): PointReview => ({
  session,
  point: key,
  chosen: true,
  checked: true,
  published,
});
const said = (key: string, text: string) =>
  point(key, { text, kind: 'quote', mayQuote: true, themes: ['t'], group: 'g1' }, 'aa');
const others = [0, 1, 2, 3, 4, 5].map((i) => point(`x${i}`, { themes: ['t'] }, 'bb'));
/** Another laptop with all that the first one has. */
async function second(from: QuotedRoom): Promise<QuotedRoom> {
  const two = await laptop([]);
  await take(two.store(), await archiveOf(from.store(), 'shared'));
  return two;
}

test('RT4 RT8 what is removed goes out of the releases in the words in which they printed it, however short or edited since', async () => {
  const room = await laptop([twenty('aa'), twenty('bb')]);
  const mended = said('a-mended', 'Nobody rings back when I ask about my Hamida');
  const reworded = said('b-reworded', 'Well, nobody rings back, is it not so');
  const short = said('c-short', 'They hit my boy');
  const text = source('s', { mayQuote: true });
  await room.talk(
    theme('t'),
    ...others,
    mended,
    reworded,
    short,
    said('d-stays', 'It was all right with us'),
    text,
    passage('p', 's', 'They came on Monday', { themes: ['t'] }),
  );
  const quotes = [decided('a-mended'), decided('c-short'), decided('d-stays')];
  const passages = [decided('p', 'They came to my boy on Monday', '')];
  const printed = 'Nobody rings back to my son';
  await room.write({ points: [...quotes, ...passages, decided('b-reworded', printed)] });
  await room.release();
  const words = ['my Hamida', printed, 'They hit my boy', 'They came to my boy', 'all right with us'];
  expect(await room.kept(...words)).toEqual(words);
  const now = { text: 'Nobody rings back when I ask' };
  await room.talk(edit('a-mended', { text: mended.set?.text ?? '' }, now, 'aa'));
  await room.write({ points: [...quotes.slice(1), decided('b-reworded'), decided('p', null, '')] });
  await room.talk(
    removal({ ...mended, set: { ...mended.set, ...now } }),
    removal(reworded),
    removal(short),
    removal(text),
  );
  expect(await room.kept(...words)).toEqual(['all right with us']);
  await room.store().scrub();
  for (const word of words.slice(0, -1)) expect(holding(room.server.folder, word)).toEqual([]);
  // Nothing of them is left that anybody would have to be asked about.
  expect(await reprint(room, 1)).toMatchObject({ state: 'running' });
});

test('TK6 RT4 RT8 what was removed here does not come back with a release that another laptop made, nor with its report', async () => {
  const room = await laptop([twenty('aa'), twenty('bb')]);
  const quoted = said('q', 'Nobody rings back when they say that they will');
  const own = passage('p', 's', 'They came on Monday', { themes: ['t'] });
  await room.talk(theme('t'), quoted, ...others, source('s', { mayQuote: true }), own);
  const two = await second(room);
  await two.write({ points: [decided('q', 'Nobody rings my son'), decided('p', null, '')] });
  await two.release();
  const words = ['Nobody rings my son', 'They came on Monday'];
  expect(await two.kept(...words)).toEqual(words);
  await room.talk(removal(quoted), removal(source('s', { mayQuote: true })));
  const taken = await take(room.store(), await archiveOf(two.store(), 'shared'));
  expect(taken.conflicts.join(' ')).toContain('Release 1');
  expect(await room.kept(...words)).toEqual([]);
  expect((await room.store().report('shared'))?.document.points).toEqual([]);
  await room.store().scrub();
  for (const word of words) expect(holding(room.server.folder, word)).toEqual([]);
});

test('TK6 RT4 what another laptop removed goes out of the releases and the report that are here', async () => {
  const room = await laptop([twenty('aa'), twenty('bb')]);
  const quoted = said('q', 'Nobody rings back when they say that they will');
  await room.talk(theme('t'), quoted, ...others);
  await room.write({ points: [decided('q', 'Nobody rings my son')] });
  const two = await second(room);
  await room.release();
  await room.write({ points: [decided('q', 'Nobody rings')] });
  await two.talk(removal(quoted));
  await take(room.store(), await archiveOf(two.store(), 'shared'));
  expect(await room.kept('Nobody rings')).toEqual([]);
  await room.store().scrub();
  expect(holding(room.server.folder, 'Nobody rings')).toEqual([]);
});

test('W3 RC5 RT4 answers that were taken out here do not come back with a release or a recommendation of another laptop', async () => {
  const room = await laptop([twenty('aa', COMMENT), twenty('bb')]);
  const two = await second(room);
  const [comment] = await two.store().comments('shared', null);
  const { session = '', board = 0, tag = '' } = comment ?? {};
  const review = { session, board, tag, chosen: true, checked: true, published: null, replacements: [] };
  await two.store().saveReview(review, null);
  await two
    .store()
    .recommendations.change('shared', [
      asked('idea', { text: COMMENT }),
      asked('other', { text: `Because: ${COMMENT}`, order: 2 }),
    ]);
  await two.release();
  // Worded otherwise since.
  await two.store().saveReview({ ...review, published: 'They never rang' }, review);
  expect(await two.kept(COMMENT)).toEqual([COMMENT]);
  const third = await opened(newFolder());
  await third.saveConsultation((await two.store().consultation('shared'))?.consultation ?? never(), null);
  const { session: facts, responses, ...held } = twenty('aa', COMMENT);
  const less = { ...held, session: { ...facts, takenOut: 1, generation: 1 }, responses: responses.slice(1) };
  await third.addSealed(less);
  await take(room.store(), await archiveOf(third, 'shared'));
  await third.close();
  await room.store().scrub();
  expect(holding(room.server.folder, COMMENT)).toEqual([]);
  await take(room.store(), await archiveOf(two.store(), 'shared'));
  expect(await room.kept(COMMENT)).toEqual([]);
  const { list } = await room.store().recommendations.read('shared');
  expect(list.map(({ text }) => text).toSorted()).toEqual([
    'Because: [Taken out by whoever wrote it]',
    '[Taken out by whoever wrote it]',
  ]);
  await room.store().scrub();
  expect(holding(room.server.folder, COMMENT)).toEqual([]);
});

test('TP5 RC5 TK6 the words of a thought that was taken out on one laptop go from recommendations of the other, and do not come back with one', async () => {
  const room = await laptop([twenty('aa'), twenty('bb')]);
  const thought = point('phone-1', { text: 'Ask them', kind: 'quote', themes: ['t'] }, 'aa');
  await room.talk(theme('t'), thought, ...others);
  const two = await second(room);
  const ideas = (on: QuotedRoom, key: string) =>
    on.store().recommendations.change('shared', [asked(key, { text: 'Ask them' })]);
  await ideas(room, 'here');
  await ideas(two, 'there');
  // Their one thought was all that they had said, so that both copies have the same answers.
  const third = await second(room);
  const facts = (await third.store().session('aa')) ?? never();
  await third.store().saveSession({ ...facts, takenOut: 1, generation: 1 });
  await third.talk(removal(thought));
  const texts = async () =>
    (await room.store().recommendations.read('shared')).list.map(({ text }) => text).toSorted();
  await take(room.store(), await archiveOf(third.store(), 'shared'));
  expect(await texts()).toEqual(['[Taken out by whoever wrote it]']);
  await take(room.store(), await archiveOf(two.store(), 'shared'));
  expect(await texts()).toEqual(['[Taken out by whoever wrote it]', '[Taken out by whoever wrote it]']);
  await room.store().scrub();
  expect(holding(room.server.folder, 'Ask them')).toEqual([]);
});

test('W3 RT4 where people took theirs out on both laptops, the words of those who did here still do not come back', async () => {
  const room = await laptop([]);
  const two = await laptop([twenty('aa', COMMENT), twenty('bb')]);
  const [comment] = await two.store().comments('shared', null);
  const { session = '', board = 0, tag = '' } = comment ?? {};
  const review = { session, board, tag, chosen: true, checked: true, published: null, replacements: [] };
  await two.store().saveReview(review, null);
  await two.release();
  const { responses, ...held } = twenty('aa', COMMENT);
  const out = { ...held.session, takenOut: 1, generation: 1 };
  await room.store().saveConsultation(quotedConsultation(), null);
  await room.store().addSealed({ ...held, session: out, responses: responses.slice(1) });
  const third = await opened(newFolder());
  await take(third, await archiveOf(two.store(), 'shared'));
  await third.removeSession('aa');
  await third.addSealed({ ...held, session: out, responses: responses.slice(0, -1) });
  await take(room.store(), await archiveOf(third, 'shared'));
  await third.close();
  expect((await room.store().releases('shared')).length).toBe(1);
  expect(await room.kept(COMMENT)).toEqual([]);
  await room.store().scrub();
  expect(holding(room.server.folder, COMMENT)).toEqual([]);
});

function never(): never {
  throw new Error('no consultation');
}
