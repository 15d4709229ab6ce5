/** What is under a theme: points and post-its, as the team reads them. */
import { evidenceKey } from '../../../../core/recommendations/types.ts';
import { readPostit } from '../../../../core/talk/types.ts';
import { capMarks } from '../../../../core/text.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import type { TalkDesk } from '../desk.ts';
import { codingList } from '../mirror.ts';
import { describe } from '../words.ts';

export interface Said {
  key: string;
  text: string;
  quote: boolean;
  /** By attributes; empty: not told. */
  who: string;
  /** Name of the session. */
  session: string;
  /** How a recommendation names it; empty: not before its session is counted. */
  evidence: string;
  /** Somebody's idea, or what should change. */
  idea: boolean;
}

export function under(desk: TalkDesk, about: TalkAbout | null, theme: string): Said[] {
  const book = desk.book.value;
  const isUnder = (ids: readonly string[]): boolean =>
    book.of(ids).some((one) => one.theme.id === theme || one.above.includes(theme));
  const nameOf = (id: string): string => about?.sessions.find((s) => s.id === id)?.name ?? '';
  const points = desk.points.value
    .filter((point) => isUnder(point.themes))
    .map((point): Said => ({
      key: point.id,
      text: capMarks(point.text),
      quote: point.kind === 'quote',
      who: describe(point, about),
      session: nameOf(point.session),
      evidence: evidenceKey({ of: 'point', session: point.session, id: point.id }),
      idea: point.stance === 'idea' || point.outcome === 'change',
    }));
  const postits = codingList(desk.codings.value).flatMap(({ session, postit, themes }): Said[] => {
    const text = capMarks(desk.postitText(session, postit));
    if (text === '' || !isUnder(themes)) return [];
    const on = readPostit(postit);
    const counted = about?.sessions.find(({ id }) => id === session)?.state === 'sealed';
    return [
      {
        key: `${session} ${postit}`,
        text,
        quote: true,
        who: '',
        session: nameOf(session),
        evidence:
          counted && on !== null
            ? evidenceKey({ of: 'postit', session, board: on.board, tag: on.comment })
            : '',
        idea: counted,
      },
    ];
  });
  return [...points, ...postits];
}
