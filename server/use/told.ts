/** "You said, we did, or why not": what may leave of a consultation's recommendations, and where it can be read. */
import type { JobState } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { Telling } from '../../core/recommendations/api.ts';
import { heardFigure } from '../../core/heard.ts';
import {
  mayStand,
  wordsIn,
  wordsOf,
  wordsOfPage,
  wordsOnPage,
  wordsOut,
  type ToldOut,
  type ToldQuote,
} from '../../core/recommendations/told.ts';
import { countsIn, toldLists } from '../../core/recommendations/toldLists.ts';
import { sayTold, toldSections } from '../../core/recommendations/toldWords.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readPageAddress } from '../../core/schemaRecommendations.ts';
import type { Session } from '../../core/session.ts';
import { postitKey } from '../../core/talk/types.ts';
import {
  firstAndNow,
  firstWords,
  inTurn,
  openJudged,
  toldNothing,
  type ToldInTurn,
} from '../../core/wordsTold.ts';
import type { Store, StoredComment } from '../store/store.ts';
import type { PublishedNow } from '../store/recommendations.ts';
import { setPosters } from '../told/setInWorker.ts';
import { toldHtml } from '../told/renderPage.ts';
import { sealedSessions } from './analysis.ts';
import { fileName } from './fileName.ts';
import type { JobFile, JobStart } from './jobs.ts';
import { ofWhatStands } from './ofWhatStands.ts';
import { documentOf } from './reportSource.ts';

/** Quotes beside one recommendation, at most. */
const QUOTES = 2;

/** What would be told now. */
interface ToldNow extends PublishedNow {
  consultation: Consultation;
  /** The responses of its quotes. */
  from: ToldQuote[];
  /** What is to be noted as it goes out. */
  out: ToldOut[];
}

/** @param today YYYY-MM-DD */
async function toldNow(store: Store, id: string, today: string): Promise<ToldNow | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const floor = await floorOf(store, consultation);
  const { list, out } = await store.recommendations.read(id);
  const sessions = await sealedSessions(store, id);
  const held = new Set(sessions.map((session) => session.id));
  const talk = await store.talk.read(id);
  const comments = (await store.comments(id, null)).filter(({ session }) => held.has(session));
  const byKey = new Map(comments.map((one) => [keyOf(one), one]));
  const shown = list.filter((one) => one.told);
  const { eligible } = await store.figures([...held]);
  const lists = toldLists({
    consultation,
    list: shown,
    out,
    sessions,
    eligible,
    talk,
    postits: comments,
    releases: (await store.releases(id)).map(({ entry }) => entry.talk),
    floor,
  });
  const { rests, change, keep } = lists;
  const printed = await printedQuotes(store, id);
  const from = shown.flatMap((one) =>
    rests(one)
      .postits.filter((on) => printed.has(keyOf(on)) && mayStand(byKey.get(keyOf(on)) ?? NOBODY))
      .toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
      .slice(0, QUOTES)
      .map(({ session, board, tag }): ToldQuote => ({ recommendation: one.id, session, board, tag })),
  );
  const told = inTurn(sessions, wordsIn(out));
  const page = {
    title: consultation.title,
    sample: consultation.sample,
    date: today,
    floor,
    change,
    keep,
    ...(await beforeOf(store, consultation, { sessions, before: told, floor })),
  };
  return {
    consultation,
    page,
    quotes: from.map((on) => ({
      recommendation: on.recommendation,
      text: wordsOf(byKey.get(keyOf(on)) ?? NOBODY),
    })),
    from,
    out: [
      ...countsIn([...change, ...keep]),
      ...lists.from,
      ...lists.promised,
      ...wordsOut([...firstWords(told, wordsOfPage(page)), wordsOnPage(page)], out),
    ],
  };
}

/**
 * What people were told can change, and what of being heard a report printed last: no figure is on the page that was not
 * held against all that went out.
 */
async function beforeOf(
  store: Store,
  { id, open: present }: Consultation,
  { sessions, before, floor }: { sessions: readonly Session[]; before: readonly ToldInTurn[]; floor: number },
): Promise<Pick<PublishedNow['page'], 'before'>> {
  const open = firstAndNow(before, 'open', present);
  // Nobody was told what can change: nothing stands beside what came of it.
  if (open.now === '' || toldNothing(before, 'open')) return {};
  const words = { open: open.now, ...(open.first === open.now ? {} : { first: open.first }) };
  const releases = await store.releases(id);
  const last = releases.findLast(
    ({ entry }) => entry.heard?.some(({ question }) => question === 'told') === true,
  );
  const told = last?.entry.heard?.find(({ question }) => question === 'told');
  const figure = heardFigure(told?.sessions.map(({ cells }) => cells) ?? []);
  // One that was printed under a lower floor is on no page any more.
  if (told === undefined || figure.n < floor) return { before: { ...words, heard: null } };
  const { n, yes, partly, no } = figure;
  const asked = sessions.filter((one) => told.sessions.some(({ session }) => session === one.id));
  const judged = openJudged(asked, open);
  return {
    before: {
      ...words,
      heard: { date: told.date, n, yes, partly, no },
      ...(judged.length === 0 ? {} : { judged }),
    },
  };
}

/** The floor of the report, never lower than the consultation's. */
export async function floorOf(store: Store, consultation: Consultation): Promise<number> {
  const { document } = await documentOf(store, consultation);
  return Math.max(document.floor, consultation.floor);
}

const NOBODY: Pick<StoredComment, 'comment' | 'audience' | 'quote' | 'review'> = {
  comment: '',
  audience: 'team',
  quote: false,
  review: null,
};

function keyOf({ session, board, tag }: { session: string; board: number; tag: string }): string {
  return `${session} ${postitKey(board, tag)}`;
}

/** Post-its that a report which left the team has quoted: what it could publish, and did. */
async function printedQuotes(store: Store, id: string): Promise<Set<string>> {
  return new Set((await store.releases(id)).flatMap(({ entry }) => (entry.quotes ?? []).map(keyOf)));
}

/** @param address of the laptop, as phones open it */
export async function telling(
  store: Store,
  id: string,
  today: string,
  address: string,
): Promise<Telling | Refusal> {
  const now = await toldNow(store, id, today);
  if (isRefusal(now)) return now;
  const out = await store.recommendations.published(id);
  return {
    publishedOn: out?.page.date ?? '',
    changed: out !== null && readAs(out) !== readAs(now),
    address: `${address}/told/${id}`,
  };
}

/** All that somebody reads of it but its day; what is said of days that have passed meanwhile is among it. */
function readAs({ page, quotes }: PublishedNow): string {
  return JSON.stringify([
    { ...page, date: '' },
    toldSections(page, new Map()),
    quotes.map((q) => `${q.recommendation} ${q.text}`).toSorted(),
  ]);
}

/** What is taken back while it is read for that is not on the page. */
export function publishTold(store: Store, id: string, today: string): Promise<{ ok: true } | Refusal> {
  return ofWhatStands(store, {
    read: () => toldNow(store, id, today),
    make: async ({ page, from, out }) => ({ page, quotes: from, out }),
    end: (published, _, at) => store.recommendations.publish(id, published, at),
  });
}

export async function withdrawTold(store: Store, id: string): Promise<{ ok: true } | Refusal> {
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  await store.recommendations.withdraw(id);
  return { ok: true };
}

/** The page as it would be now, for the team to look at. */
export async function previewTold(store: Store, id: string, today: string): Promise<string | Refusal> {
  const now = await toldNow(store, id, today);
  return isRefusal(now) ? now : toldHtml(now);
}

/** The published page; it is set once, and again when something in it is another. */
export function makeReader(store: Store): (id: string) => Promise<string | Refusal> {
  const last = new Map<string, { of: string; html: string }>();
  return async (id) => {
    const out = await store.recommendations.published(id);
    if (out === null) {
      last.delete(id);
      return refuse('not-told');
    }
    const of = JSON.stringify(out);
    const known = last.get(id);
    if (known?.of === of) return known.html;
    const html = toldHtml(out);
    last.set(id, { of, html });
    return html;
  };
}

/**
 * Orders the page as a file and the poster in both sizes; they are set anew where something in them was taken back or
 * changed meanwhile.
 *
 * @param value names the address of the page, where the team has put it somewhere that people reach
 */
export async function orderTold(
  store: Store,
  jobs: JobStart,
  id: string,
  value: unknown,
  today: string,
): Promise<JobState | Refusal> {
  const address = readPageAddress(value);
  if (typeof address !== 'string') return address;
  const read = async (): Promise<ToldNow | Refusal> => {
    const now = await toldNow(store, id, today);
    if (isRefusal(now)) return now;
    return now.page.change.length + now.page.keep.length === 0 ? refuse('nothing-to-tell') : now;
  };
  const now = await read();
  if (isRefusal(now)) return now;
  return jobs.start((desk) => {
    desk.step(sayTold('step'), 0, 1);
    return ofWhatStands(store, {
      signal: desk.signal,
      read,
      make: (told) => filesOf(told, address, desk.signal),
      end: async (files, { out }, at) => {
        desk.commit();
        const noted = await store.recommendations.wentOut(id, out, at);
        return isRefusal(noted) ? noted : { files, refusal: null };
      },
    });
  });
}

async function filesOf(told: ToldNow, address: string, signal: AbortSignal): Promise<JobFile[]> {
  const { title, sample } = told.consultation;
  const named = (what: string, ending: string): string =>
    fileName(told.page.date, [title, what, ...(sample ? ['SAMPLE'] : [])], ending);
  const posters = await setPosters({ page: told.page, quotes: told.quotes, address }, signal);
  return [
    { name: named('you said we did', 'html'), bytes: Buffer.from(toldHtml(told)) },
    ...posters.map(({ paper, bytes }) => ({ name: named(`poster ${paper.toUpperCase()}`, 'pdf'), bytes })),
  ];
}
