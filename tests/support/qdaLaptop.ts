/** Laptops between which files of qualitative analysis go. */
import { Writable } from 'node:stream';
import type { StoredDocument } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { inText } from '../../core/talk/sources.ts';
import { readQda, type ReadQda } from '../../server/import/qda/read.ts';
import type { Store } from '../../server/store/store.ts';
import { exportConsultation } from '../../server/use/exportConsultation.ts';
import { importQda } from '../../server/use/importQda.ts';
import { consultation, held, laptop, rooms } from './archives.ts';
import { coding, point, theme } from './talk.ts';

const stores: Store[] = [];
export const kept = async (store: Promise<Store>): Promise<Store> => {
  stores.push(await store);
  return store;
};
export const closeAll = async (): Promise<void> => {
  for (const store of stores.splice(0)) await store.close();
};

export async function talked(store: Store, ...changes: Change[]): Promise<void> {
  const done = await store.talk.change('shared', changes);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}

export async function qdpx(store: Store, id = 'shared'): Promise<Buffer> {
  const job = await exportConsultation(store, id, [], { kinds: ['qdpx'] }, '2026-11-22');
  if (isRefusal(job)) throw new Error(JSON.stringify(job));
  const parts: Buffer[] = [];
  const out = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(Buffer.from(part));
      done();
    },
  });
  await job.write(out);
  return Buffer.concat(parts);
}

export const asked = (store: Store, bytes: Uint8Array, into = ''): Promise<StoredDocument | Refusal> =>
  importQda(store, rooms, bytes, { into, name: 'file', today: '2026-11-22' });

export async function taken(store: Store, bytes: Uint8Array, into = ''): Promise<StoredDocument> {
  const done = await asked(store, bytes, into);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done;
}

export const WORDS = 'They said «نہیں» 👩‍👩‍👧\nand cafe\u0301'.normalize('NFC');

/** A laptop with two sessions in which something was said, and a post-it under a theme. */
export async function talkedLaptop(): Promise<Store> {
  const store = await kept(laptop(consultation(), held('aa', [1, 2]), held('bb', [3])));
  await talked(
    store,
    theme('t', { name: 'Being heard', colour: 'plum', description: 'All of it' }),
    theme('u', { name: 'Never', parent: 't' }),
    point(
      'p',
      { text: WORDS, kind: 'quote', mayQuote: true, group: 'g1', gender: 'woman', hands: 2, themes: ['u'] },
      'aa',
    ),
    point('q', { stance: 'idea', group: 'g2', themes: ['t', 'u'] }, 'aa'),
    point('r', { text: 'Under nothing' }, 'bb'),
    coding('1.aa-0', [], ['t'], 'aa'),
  );
  return store;
}

export const shown = async (store: Store, id: string) => {
  const { themes, points, codings } = await store.talk.read(id);
  const name = (of: string): string => themes.find((one) => one.id === of)?.name ?? of;
  return {
    themes: themes
      .map((one) => `${one.parent === '' ? '' : `${name(one.parent)} / `}${one.name} ${one.colour}`)
      .toSorted(),
    points: points
      .map((one): [string, string] => [one.text, one.themes.map(name).toSorted().join()])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    codings: codings.map((one) => [one.postit, one.themes.map(name).toSorted().join()]),
  };
};

export async function back(bytes: Uint8Array): Promise<ReadQda> {
  const read = await readQda(bytes);
  if (isRefusal(read)) throw new Error(JSON.stringify(read));
  return read;
}

/** Interviews and documents by title: their text, and of each passage its words, themes and coder. */
export async function textsIn(
  store: Store,
  id: string,
): Promise<[string, string, [string, string, string][]][]> {
  const { themes, sources, passages } = await store.talk.read(id);
  const name = (of: string): string => themes.find((one) => one.id === of)?.name ?? of;
  return sources
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ id: own, title, text }) => [
      title,
      text,
      passages
        .filter(({ source }) => source === own)
        .toSorted(inText)
        .map((one) => [wordsAt(text, one), one.themes.map(name).toSorted().join(), one.coder]),
    ]);
}
