/** What can be read back: themes in the order of how often, quotes with a yes, case studies with nothing missing. */
import { mayPublish } from '../../../core/caseStudies/publish.ts';
import type { CorrectedKind } from '../../../core/readBack/types.ts';
import type { TalkAbout } from '../../../core/talk/api.ts';
import { contributions } from '../../../core/talk/contributions.ts';
import { countThemes, type ThemeCount } from '../../../core/talk/count.ts';
import type { StudiesDesk } from '../caseStudies/desk.ts';
import type { TalkDesk } from '../talk/desk.ts';
import { codingList } from '../talk/mirror.ts';

export interface Thing {
  about: CorrectedKind;
  of: string;
  /** Of a point its session; else empty. */
  ofSession: string;
  /** As it is corrected: a theme's name, a quote's or a case study's text. */
  words: string;
  /** Of a case study; else empty. */
  title: string;
}

export const keyOf = ({ about, of }: Pick<Thing, 'about' | 'of'>): string => `${about} ${of}`;

export interface Things {
  themes: (Thing & { count: ThemeCount })[];
  quotes: Thing[];
  studies: Thing[];
  /** Case studies that lack something. */
  notReady: number;
}

/** @param session empty: all of them */
export function thingsOf(talk: TalkDesk, told: StudiesDesk, about: TalkAbout, session: string): Things {
  const here = (of: { session: string }): boolean => session === '' || of.session === session;
  const counted = countThemes(
    talk.book.value,
    contributions(
      talk.points.value.filter(here),
      codingList(talk.codings.value).filter(here),
      [],
      about.sessions,
    ),
  );
  const lists = about.lists;
  const ready = told.studies.value.filter((study) => mayPublish(study, lists).length === 0);
  return {
    themes: counted.map((count) => ({ ...themeThing(count.theme), count })),
    quotes: talk.points.value
      .filter((point) => point.kind === 'quote' && point.mayQuote && here(point))
      .map(({ id, session: of, text }) => ({
        about: 'point',
        of: id,
        ofSession: of,
        words: text,
        title: '',
      })),
    studies: ready.map(studyThing),
    notReady: told.studies.value.length - ready.length,
  };
}

const themeThing = ({ id, name }: { id: string; name: string }): Thing => ({
  about: 'theme',
  of: id,
  ofSession: '',
  words: name,
  title: '',
});
const studyThing = ({ id, title, text }: { id: string; title: string; text: string }): Thing => ({
  about: 'caseStudy',
  of: id,
  ofSession: '',
  words: text,
  title,
});

/** As it stands now, wherever it is; null: it is not here any more. */
export function thingNow(talk: TalkDesk, told: StudiesDesk, about: CorrectedKind, of: string): Thing | null {
  if (about === 'theme') {
    const found = talk.book.value.get(of);
    return found === undefined ? null : themeThing(found.theme);
  }
  if (about === 'caseStudy') {
    const study = told.studies.value.find(({ id }) => id === of);
    return study === undefined ? null : studyThing(study);
  }
  const point = talk.points.value.find(({ id }) => id === of);
  return point === undefined ? null : { about, of, ofSession: point.session, words: point.text, title: '' };
}
