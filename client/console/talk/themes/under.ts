/** What is under a theme: points and post-its, as the team reads them. */
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
    }));
  const postits = codingList(desk.codings.value).flatMap(({ session, postit, themes }): Said[] => {
    const text = capMarks(desk.postitText(session, postit));
    if (text === '' || !isUnder(themes)) return [];
    return [{ key: `${session} ${postit}`, text, quote: true, who: '', session: nameOf(session) }];
  });
  return [...points, ...postits];
}
