/** What is under a theme: points, post-its and passages, as the team reads them. */
import { capMarks } from '../../../../core/text.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import type { TalkDesk } from '../desk.ts';
import { wordsAt } from '../../../../core/talk/positions.ts';
import { usable } from '../../../../core/talk/sources.ts';
import { codingList } from '../mirror.ts';
import { describe } from '../words.ts';

export interface Said {
  key: string;
  text: string;
  quote: boolean;
  /** By attributes; empty: not told. */
  who: string;
  /** Name of the session, or title of the interview or document. */
  session: string;
  /** Where the interview or document is read; empty: it is none. */
  source: string;
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
      source: '',
    }));
  const postits = codingList(desk.codings.value).flatMap(({ session, postit, themes }): Said[] => {
    const text = capMarks(desk.postitText(session, postit));
    if (text === '' || !isUnder(themes)) return [];
    return [
      { key: `${session} ${postit}`, text, quote: true, who: '', session: nameOf(session), source: '' },
    ];
  });
  const { sources, passages } = desk.texts.value;
  // Two coders may have selected the very same words.
  const read = new Map<string, Said>();
  for (const { source, passage } of usable(sources, passages)) {
    if (!isUnder(passage.themes)) continue;
    const key = `${source.id} ${passage.from} ${passage.to}`;
    const text = capMarks(wordsAt(source.text, passage));
    const [who, session] = [describe(source, about), capMarks(source.title)];
    read.set(key, { key, text, quote: true, who, session, source: source.id });
  }
  return [...points, ...postits, ...read.values()];
}
