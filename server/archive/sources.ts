/** Interviews, documents, passages and questions in an archive, with and without a yes: it is the team's own copy. */
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { readSources } from '../../core/schemaSources.ts';
import { standing } from '../../core/talk/passages.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import type { Passage, Question, Sources, TextSource } from '../../core/talk/sources.ts';

export const SOURCES_NAME = 'sources.json';

/** Sorted by random ids, which say nothing of when each came. */
export function sourcesToArchive({ sources, passages, questions }: Sources): Sources {
  const inOrder = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    sources: sources.toSorted(inOrder),
    passages: passages.map((one) => ({ ...one, themes: one.themes.toSorted() })).toSorted(inOrder),
    questions: questions.toSorted(inOrder),
  };
}

export function hasSources({ sources, questions }: Sources): boolean {
  return sources.length + questions.length > 0;
}

/** @returns what the archive has of them, or a refusal of what belongs together nowhere */
export function sourcesFrom(value: unknown): Sources | Refusal {
  const read = readSources(value);
  if (isRefusal(read)) return read;
  const { sources, passages, questions } = read;
  const lengths = new Map(sources.map(({ id, text }) => [id, [...text].length]));
  const per = new Map<string, number>();
  for (const [i, { source, to }] of passages.entries()) {
    const length = lengths.get(source);
    if (length === undefined) return refuse('bad-file', `passages.${i}.source`, 'a source that is in it');
    if (to > length) return refuse('bad-file', `passages.${i}.to`, 'a place in its text');
    const n = (per.get(source) ?? 0) + 1;
    per.set(source, n);
    if (n > LIMITS.passages) return refuse('too-large', 'passages', `at most ${LIMITS.passages} of one text`);
  }
  const ids = [...sources, ...passages, ...questions].map(({ id }) => id);
  if (new Set(ids).size < ids.length) return refuse('bad-file', 'sources', 'each id once');
  return read;
}

/**
 * Both sides together. Where both changed the same one, what is here stays and is counted, but a yes has to stand on
 * both: one that was taken back anywhere is taken back. A passage that comes for a
 * text that reads differently here goes where its words stand, or is kept without them.
 *
 * @param idOf what a session of the archive is called here
 * @param gone what was removed on either side
 */
export function mergeSources(
  here: Sources,
  there: Sources,
  idOf: (session: string) => string,
  gone: ReadonlySet<string>,
): { taken: Sources; sources: number; passages: number; questions: number; full: number } {
  const counted = { sources: 0, passages: 0, questions: 0, full: 0 };
  const ours = byId(here.sources);
  const sources: TextSource[] = [];
  let room = LIMITS.sources - here.sources.length;
  for (const incoming of there.sources) {
    const source = { ...incoming, session: incoming.session === '' ? '' : idOf(incoming.session) };
    const own = ours.get(source.id);
    if (gone.has(source.id)) continue;
    if (own === undefined && room > 0) {
      room -= 1;
      sources.push(source);
    } else if (own === undefined) counted.full += 1;
    else if (!isSame(own, source)) {
      counted.sources += 1;
      const [mayUse, mayQuote] = [own.mayUse && source.mayUse, own.mayQuote && source.mayQuote];
      if (mayUse !== own.mayUse || mayQuote !== own.mayQuote) sources.push({ ...own, mayUse, mayQuote });
    }
  }
  const [before, texts] = [byId(there.sources), byId([...here.sources, ...sources])];
  const known = byId(here.passages);
  const per = new Map<string, number>();
  for (const { source } of here.passages) per.set(source, (per.get(source) ?? 0) + 1);
  const passages: Passage[] = [];
  for (const incoming of there.passages) {
    const [was, is] = [before.get(incoming.source), texts.get(incoming.source)];
    if (gone.has(incoming.id) || gone.has(incoming.source) || was === undefined || is === undefined) continue;
    const own = known.get(incoming.id);
    if (own !== undefined) {
      const themes = [...new Set([...own.themes, ...incoming.themes])].slice(0, LIMITS.themesPerPoint);
      if (!isSame({ ...own, themes, from: 0, to: 0 }, { ...incoming, themes, from: 0, to: 0 }))
        counted.passages += 1;
      passages.push({ ...own, themes });
      continue;
    }
    const n = (per.get(incoming.source) ?? 0) + 1;
    per.set(incoming.source, n);
    if (n > LIMITS.passages) {
      counted.full += 1;
      continue;
    }
    const found = was.text === is.text ? incoming : standing(is.text, incoming, wordsAt(was.text, incoming));
    const place = Math.min(incoming.from, [...is.text].length);
    passages.push({ ...incoming, from: found?.from ?? place, to: found?.to ?? place });
    if (found === null) counted.passages += 1;
  }
  const asked = byId(here.questions);
  const questions: Question[] = [];
  for (const question of there.questions) {
    const own = asked.get(question.id);
    if (gone.has(question.id)) continue;
    if (own === undefined && here.questions.length + questions.length < LIMITS.questions)
      questions.push(question);
    else if (own === undefined) counted.full += 1;
    else if (!isSame(own, question)) counted.questions += 1;
  }
  return { taken: { sources, passages, questions }, ...counted };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function isSame(a: object, b: object): boolean {
  const fieldsOf = (one: object): string =>
    JSON.stringify(Object.entries(one).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return fieldsOf(a) === fieldsOf(b);
}
