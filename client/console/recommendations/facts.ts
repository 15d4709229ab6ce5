/** What evidence is chosen from and looked up in: themes, statements, points, post-its and passages of the consultation. */
import { useMemo } from 'preact/hooks';
import type { CommentItem } from '../../../core/api.ts';
import { makeRests, type EvidenceFacts, type Rests } from '../../../core/recommendations/rests.ts';
import {
  evidenceKey,
  readEvidence,
  type Evidence,
  type Recommendation,
} from '../../../core/recommendations/types.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import type { TalkAbout } from '../../../core/talk/api.ts';
import { wordsAt } from '../../../core/talk/positions.ts';
import { usableOfTeam } from '../../../core/talk/sources.ts';
import { codebook } from '../../../core/talk/themes.ts';
import { capMarks } from '../../../core/text.ts';
import { askComments, askThemes } from './ask.ts';
import { useUntilTold } from './untilTold.ts';
import { say } from './words.ts';

/** A piece of evidence as it is shown and found. */
export interface Piece {
  key: string;
  of: Evidence['of'];
  /** "Theme", "Statement 2". */
  kind: string;
  text: string;
  /** In which session, interview or document it was said; empty: not told. */
  where: string;
  /** The page on which it stands. */
  href: string;
}

export interface Facts extends EvidenceFacts {
  about: TalkAbout;
  pieces: readonly Piece[];
  rests: (one: Pick<Recommendation, 'evidence'>) => Rests;
  piece: (key: string) => Piece | null;
}

/** @returns null before all of it is there: it is asked for until it is */
export function useFacts(consultation: string): Facts | null {
  const told = useUntilTold(askAll, consultation);
  return useMemo(() => {
    if (told === null) return null;
    const pieces = piecesOf(consultation, told);
    const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
    const piece = (key: string): Piece | null => {
      const one = readEvidence(key);
      // A theme that was merged into another is that one now.
      const now = one?.of === 'theme' ? told.book.get(one.id)?.theme.id : undefined;
      return byKey.get(now === undefined ? key : evidenceKey({ of: 'theme', id: now })) ?? null;
    };
    return { ...told, pieces, piece, rests: makeRests(told) };
  }, [told, consultation]);
}

type Told = Omit<Facts, 'rests' | 'piece' | 'pieces'>;

/** Without either of them pieces that are there would be told to be missing. */
async function askAll(consultation: string): Promise<Told | Refusal> {
  const [talk, postits] = await Promise.all([askThemes(consultation), askComments(consultation)]);
  if (isRefusal(talk)) return talk;
  if (isRefusal(postits)) return postits;
  const { themes, points, codings, sources, passages, about } = talk;
  // Asked for whole, it always has this.
  if (about === null) return refuse('fault');
  const statements = about.statements.map(({ id }) => id);
  return { about, book: codebook(themes), points, codings, postits, sources, passages, statements };
}

function piecesOf(consultation: string, told: Told): Piece[] {
  const { about, book, points, postits, sources, passages } = told;
  const here = `/console/c/${encodeURIComponent(consultation)}`;
  const nameOf = (session: string): string => about.sessions.find(({ id }) => id === session)?.name ?? '';
  return [
    ...book.list.map(({ theme }): Piece => ({
      key: evidenceKey({ of: 'theme', id: theme.id }),
      of: 'theme',
      kind: say('of.theme'),
      text: capMarks(theme.name),
      where: '',
      href: `${here}/themes#theme-${theme.id}`,
    })),
    ...about.statements.map(({ id, text }, i): Piece => ({
      key: evidenceKey({ of: 'statement', id }),
      of: 'statement',
      kind: say('of.statement', { n: i + 1 }),
      text,
      where: '',
      href: `${here}/results#line-${id}`,
    })),
    ...points.map(({ id, session, text }): Piece => ({
      key: evidenceKey({ of: 'point', session, id }),
      of: 'point',
      kind: say('of.point'),
      text: capMarks(text),
      where: nameOf(session),
      href: `/console/s/${encodeURIComponent(session)}/talk#point-${id}`,
    })),
    ...(postits as readonly CommentItem[]).map(({ session, board, tag, statement, comment }): Piece => ({
      key: evidenceKey({ of: 'postit', session, board, tag }),
      of: 'postit',
      kind: say('of.postit'),
      text: capMarks(comment),
      where: nameOf(session),
      href: `${here}/results#line-${statement}.${session}.${board}.${tag}`,
    })),
    ...usableOfTeam(sources, passages).map(({ source, passage }): Piece => ({
      key: evidenceKey({ of: 'passage', id: passage.id }),
      of: 'passage',
      kind: say('of.passage'),
      text: capMarks(wordsAt(source.text, passage)),
      where: capMarks(source.title),
      href: `${here}/sources#${source.id}.${passage.id}`,
    })),
  ];
}

/** Pieces with all of these words, themes and statements first as they stand. */
export function found(pieces: readonly Piece[], words: string): Piece[] {
  const wanted = words
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return pieces.filter(({ of }) => of === 'theme' || of === 'statement');
  return pieces.filter(({ text, kind }) => {
    const all = `${kind} ${text}`.toLocaleLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}
