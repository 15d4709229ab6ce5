/** What can be read back: themes in the order of how often, quotes with a yes, case studies with nothing missing. */
import type { CommentItem } from '../../../core/api.ts';
import { mayPublish } from '../../../core/caseStudies/publish.ts';
import { readablePostit, readableWords } from '../../../core/readBack/quotes.ts';
import type { CorrectedKind } from '../../../core/readBack/types.ts';
import { quotablePassages } from '../../../core/report/passageQuotes.ts';
import { mayBeQuoted } from '../../../core/report/talkQuotes.ts';
import type { QuoteOrder } from '../../../core/schemaReadBack.ts';
import type { TalkAbout } from '../../../core/talk/api.ts';
import { contributions } from '../../../core/talk/contributions.ts';
import { countThemes, isRaised, type ThemeCount } from '../../../core/talk/count.ts';
import type { StudiesDesk } from '../caseStudies/desk.ts';
import type { TalkDesk } from '../talk/desk.ts';
import { codingList } from '../talk/mirror.ts';

interface Words {
  of: string;
  /** Of a point or post-it its session; else empty. */
  ofSession: string;
  /** As it is corrected: a theme's name, a quote's or a case study's text. */
  words: string;
  /** Of a case study; else empty. */
  title: string;
}

/** What people can correct. */
export interface Correctable extends Words {
  about: CorrectedKind;
}

/** Somebody's own words, which stay as they are. */
export interface OwnWords extends Words {
  about: 'passage' | 'postit';
  /** Of a post-it; else 0. */
  board: number;
}

export type Thing = Correctable | OwnWords;

export const isCorrectable = (thing: Thing): thing is Correctable =>
  thing.about !== 'passage' && thing.about !== 'postit';

export const keyOf = ({ about, of }: { about: Thing['about']; of: string }): string => `${about} ${of}`;

export interface Things {
  themes: (Correctable & { count: ThemeCount })[];
  /** By their random ids, so that what is shown or printed does not tell those of interviews from the others. */
  quotes: Thing[];
  studies: Correctable[];
  /** Case studies that lack something. */
  notReady: number;
}

/**
 * @param comments post-its of sessions that were counted
 * @param session empty: all of them, and interviews that belong to none
 */
export function thingsOf(
  talk: TalkDesk,
  told: StudiesDesk,
  about: TalkAbout,
  comments: readonly CommentItem[],
  session: string,
): Things {
  const here = (of: { session: string }): boolean => session === '' || of.session === session;
  const { sources: every, passages } = talk.texts.value;
  const texts = { sources: every.filter(here), passages };
  const points = talk.points.value.filter(here);
  const postits = comments.filter(here);
  const counted = countThemes(
    talk.book.value,
    contributions(points, codingList(talk.codings.value).filter(here), postits, about.sessions, texts),
  );
  const { lists, groups } = about;
  const asPrinted = (words: string, at: string, point: string): string =>
    readableWords(words, { session: at, point }, about.reworded);
  const ready = told.studies.value.filter((study) => mayPublish(study, lists, groups).length === 0);
  const quotes = [
    ...points
      .filter(mayBeQuoted)
      .map((point) => ({ ...pointThing(point), words: asPrinted(point.text, point.session, point.id) })),
    ...quotablePassages(texts).map(({ passage: { id }, words }): OwnWords => ({
      about: 'passage',
      of: id,
      ofSession: '',
      board: 0,
      words: asPrinted(words, '', id),
      title: '',
    })),
    ...postits.flatMap((one): OwnWords[] => {
      const words = readablePostit(one);
      const { tag: of, session: ofSession, board } = one;
      return words === '' ? [] : [{ about: 'postit', of, ofSession, board, words, title: '' }];
    }),
  ];
  return {
    // What nobody has raised is nothing that people told.
    themes: counted.filter(isRaised).map((count) => ({ ...themeThing(count.theme), count })),
    quotes: quotes.filter(({ words }) => words !== '').toSorted((a, b) => (a.of < b.of ? -1 : 1)),
    studies: ready.map(studyThing),
    notReady: told.studies.value.length - ready.length,
  };
}

/** How a quote is ordered for print. */
export function quoteOrder(thing: Thing): QuoteOrder {
  if (thing.about === 'passage') return { of: 'passage', id: thing.of };
  if (thing.about === 'postit')
    return { of: 'postit', session: thing.ofSession, board: thing.board, tag: thing.of };
  return { of: 'point', session: thing.ofSession, id: thing.of };
}

const themeThing = ({ id, name }: { id: string; name: string }): Correctable => ({
  about: 'theme',
  of: id,
  ofSession: '',
  words: name,
  title: '',
});
const studyThing = ({ id, title, text }: { id: string; title: string; text: string }): Correctable => ({
  about: 'caseStudy',
  of: id,
  ofSession: '',
  words: text,
  title,
});

const pointThing = ({ id, session, text }: { id: string; session: string; text: string }): Correctable => ({
  about: 'point',
  of: id,
  ofSession: session,
  words: text,
  title: '',
});

/** As it stands now, wherever it is; null: it is not here any more. */
export function thingNow(
  talk: TalkDesk,
  told: StudiesDesk,
  about: CorrectedKind,
  of: string,
): Correctable | null {
  if (about === 'theme') {
    const found = talk.book.value.get(of);
    return found === undefined ? null : themeThing(found.theme);
  }
  if (about === 'caseStudy') {
    const study = told.studies.value.find(({ id }) => id === of);
    return study === undefined ? null : studyThing(study);
  }
  const point = talk.points.value.find(({ id }) => id === of);
  return point === undefined ? null : pointThing(point);
}
