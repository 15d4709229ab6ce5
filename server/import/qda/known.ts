/** Texts of a consultation that is here, as a file that came from it has them. */
import type { Session } from '../../../core/session.ts';
import type { Point } from '../../../core/talk/types.ts';
import { guid } from '../../export/qdaFiles.ts';
import { discussionId, pointId, postitId, postitsId } from '../../export/qdaIds.ts';
import { cleaned } from './clean.ts';

/** Something that is here, with the themes it is under. */
export type Here = { themes: string[] } & ({ point: Point } | { session: string; postit: string });

export interface KnownText {
  session: string;
  /** It came from elsewhere, so that what is newly marked in it comes in as well. */
  grows: boolean;
  /** What these marks are on: by their ids, by its whole text, or the one thing whose text has it in it. Null: nothing. */
  find(ids: readonly string[], text: string): Here | null;
}

/** Something of a session as it may stand in a file. */
interface Piece {
  id: string;
  text: string;
  here: Here;
}

/** A post-it with its words and its themes. */
export interface KnownPostit {
  postit: string;
  comment: string;
  themes: string[];
}

/** @returns the two texts of a session by the ids of their sources */
export function knownTexts(
  { id: session, imported }: Pick<Session, 'id' | 'imported'>,
  points: readonly Point[],
  postits: readonly KnownPostit[],
): [string, KnownText][] {
  const said = points.map((point): Piece => ({
    id: guid(pointId(session, point.id)),
    text: point.text,
    here: { point, themes: [...point.themes] },
  }));
  const written = postits.map(({ postit, comment, themes }): Piece => ({
    id: guid(postitId(session, postit)),
    text: comment,
    here: { session, postit, themes: [...themes] },
  }));
  return [
    [guid(discussionId(session)), { session, grows: imported?.from === 'qda', find: findIn(said) }],
    [guid(postitsId(session)), { session, grows: false, find: findIn(written) }],
  ];
}

function findIn(list: readonly Piece[]): KnownText['find'] {
  const byId = new Map(list.map((piece) => [piece.id, piece]));
  return (ids, marked) => {
    const own = ids.flatMap((id) => byId.get(id) ?? [])[0];
    if (own !== undefined) return own.here;
    const text = cleaned(marked, false);
    if (text === '') return null;
    const whole = list.filter((piece) => cleaned(piece.text, false) === text);
    const within = whole.length > 0 ? whole : list.filter((piece) => piece.text.includes(text));
    return within.length === 1 ? (within[0]?.here ?? null) : null;
  };
}
