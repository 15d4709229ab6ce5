/** Printing what is read back: what was picked is looked up here, and nothing but that crosses to the printed pages. */
import type { JobState } from '../../core/api.ts';
import { namesChanged } from '../../core/caseStudies/namesChanged.ts';
import { mayPublish } from '../../core/caseStudies/publish.ts';
import type { CaseStudy } from '../../core/caseStudies/types.ts';
import { readReadBackOrder, type QuoteOrder, type ReadBackOrder } from '../../core/schemaReadBack.ts';
import { listsIn } from '../../core/message.ts';
import { readablePostit, readableWords, rewordedIn, type Reworded } from '../../core/readBack/quotes.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { quotablePassages } from '../../core/report/passageQuotes.ts';
import { mayBeQuoted } from '../../core/report/talkQuotes.ts';
import { codebook } from '../../core/talk/themes.ts';
import { tooMuchIn, type TooMuch } from '../paper/readBackFit.ts';
import { say, type DraftSource, type ReadBackSource } from '../paper/readBackParts.ts';
import { setInWorker } from '../paper/setInWorker.ts';
import type { Store, StoredComment } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import { fileName } from './fileName.ts';
import type { JobDesk, JobResult, JobStart } from './jobs.ts';
import { printPicked } from './printPicked.ts';
import { documentOf } from './reportSource.ts';

interface Parts {
  store: Store;
  jobs: JobStart;
  /** YYYY-MM-DD. */
  today: () => string;
}

/**
 * Starts setting at most two pages, or the draft of one case study for the person whose story it is. Refused for what is not there, for quotes without a yes and case studies that lack
 * something (`not-ready`), and for letters that no font has; the work itself for more than two pages hold.
 */
export async function orderReadBack(
  { store, jobs, today }: Parts,
  id: string,
  value: unknown,
): Promise<JobState | Refusal> {
  const order = readReadBackOrder(value);
  if (isRefusal(order)) return order;
  return printPicked(
    { store, jobs },
    {
      picked: () => picked(store, id, order, today()),
      make,
      field: say('field.picked'),
    },
  );
}

async function picked(
  store: Store,
  id: string,
  order: ReadBackOrder,
  today: string,
): Promise<ReadBackSource | DraftSource | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const session = order.session === null ? null : await store.session(order.session);
  if (order.session !== null && session?.consultation !== id) return refuse('no-such-session', 'session');
  const [talk, told] = [await store.talk.read(id), await store.studies.read(id)];
  const comments = order.quotes.some(({ of }) => of === 'postit') ? await store.comments(id, null) : [];
  const { document } = await documentOf(store, consultation);
  const book = codebook(talk.themes);
  const themes: string[] = [];
  for (const [i, theme] of order.themes.entries()) {
    const found = book.get(theme);
    if (found === undefined) return refuse('bad-message', `themes.${i}`);
    themes.push(found.theme.name);
  }
  const reworded = rewordedIn(document.points);
  const quotes: string[] = [];
  for (const [i, quote] of order.quotes.entries()) {
    const text = wordsOf(quote, talk, comments, reworded);
    if (text === null) return refuse('bad-message', `quotes.${i}`);
    if (text === '') return refuse('not-ready', `quotes.${i}`);
    quotes.push(text);
  }
  const stories: CaseStudy[] = [];
  for (const [i, key] of order.caseStudies.entries()) {
    const study = told.caseStudies.find((one) => one.id === key);
    if (study === undefined) return refuse('bad-message', `caseStudies.${i}`);
    if (order.draft) {
      if (study.text === '') return refuse('not-ready', `caseStudies.${i}`);
      const changed = namesChanged([study], document.lists);
      const draft = { title: study.title, text: study.text, changed };
      return { title: consultation.title, sample: consultation.sample, session: '', draft, today };
    }
    if (mayPublish(study, document.lists, consultation.groups).length > 0)
      return refuse('not-ready', `caseStudies.${i}`);
    stories.push(study);
  }
  const { title, sample } = consultation;
  const caseStudies = stories.map((study) => ({ title: study.title, text: study.text }));
  const changed = namesChanged(stories, document.lists);
  return { title, sample, session: session?.name ?? '', themes, quotes, caseStudies, changed, today };
}

/** What somebody said or wrote, in the words that may be read back; empty: it may not be; null: it is not there. */
function wordsOf(
  order: QuoteOrder,
  talk: StoredTalk,
  comments: readonly StoredComment[],
  reworded: readonly Reworded[],
): string | null {
  if (order.of === 'point') {
    const point = talk.points.find((one) => one.id === order.id && one.session === order.session);
    if (point === undefined) return null;
    const at = { session: order.session, point: order.id };
    return mayBeQuoted(point) ? readableWords(point.text, at, reworded) : '';
  }
  if (order.of === 'passage') {
    if (!talk.passages.some(({ id }) => id === order.id)) return null;
    const found = quotablePassages(talk).find(({ passage }) => passage.id === order.id);
    return readableWords(
      found?.words ?? '',
      { session: '', point: order.id },
      found === undefined ? [] : reworded,
    );
  }
  const { session, board, tag } = order;
  const one = comments.find((of) => of.session === session && of.board === board && of.tag === tag);
  return one === undefined ? null : readablePostit(one);
}

async function make(source: ReadBackSource | DraftSource, desk: JobDesk): Promise<JobResult | Refusal> {
  desk.step(say('step'), 0, 1);
  try {
    const set = await setInWorker(source, desk.signal, () => undefined);
    const kind = say('draft' in source ? 'draft.file' : 'file');
    const parts = [source.title, source.session, kind, source.sample ? 'SAMPLE' : ''];
    const name = fileName(source.today, parts, 'pdf');
    return { files: set.map(({ bytes }) => ({ name, bytes })), refusal: null };
  } catch (error) {
    const much = tooMuchIn(error);
    if (much !== null) return refuse('two-pages', say('field.picked'), sayTooMuch(much));
    throw error;
  }
}

const either = listsIn('en-GB', 'disjunction');

/** "It is about half a page too much. It fits without the last case study, or without the last 3 quotes." */
function sayTooMuch({ over, without }: TooMuch): string {
  const quarters = Math.max(1, Math.round(over * 4));
  const much =
    quarters <= 4
      ? say(`over.${quarters as 1 | 2 | 3 | 4}`)
      : say('over.more', { n: Math.round(over * 2) / 2 });
  const ways = without.map(({ kind, n }) => say(`without.${kind}`, { n }));
  return ways.length === 0
    ? say('over.much', { much })
    : say('over.leave', { much, ways: either.format(ways) });
}
