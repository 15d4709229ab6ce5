/** What can go from a theme to a new one: points, post-its, and passages of interviews and documents. */
import { wordsAt } from '../../../core/talk/positions.ts';
import { usableOfTeam } from '../../../core/talk/sources.ts';
import type { Theme } from '../../../core/talk/types.ts';
import type { TalkDesk, Wanted } from './desk.ts';
import { codingList } from './mirror.ts';

export interface Part {
  key: string;
  text: string;
  /** Title of the interview or document; else empty. */
  from: string;
  move: (to: string) => Wanted;
}

export type SplitDesk = Pick<TalkDesk, 'book' | 'points' | 'codings' | 'texts' | 'postitText'>;

/** What is under this theme itself, by whichever of the themes that were merged into it. */
export function partsOf(desk: SplitDesk, theme: Pick<Theme, 'id'>): Part[] {
  const book = desk.book.value;
  const own = (ids: readonly string[]): string[] => ids.filter((id) => book.get(id)?.theme.id === theme.id);
  const moved = (ids: readonly string[], to: string): string[] => [
    ...ids.filter((id) => !own(ids).includes(id)),
    to,
  ];
  const points = desk.points.value.flatMap((point): Part[] =>
    own(point.themes).length === 0
      ? []
      : [
          {
            key: point.id,
            text: point.text,
            from: '',
            move: (to) => ({
              of: 'point',
              key: point.id,
              session: point.session,
              was: { themes: point.themes },
              set: { themes: moved(point.themes, to) },
            }),
          },
        ],
  );
  const postits = codingList(desk.codings.value).flatMap((coding): Part[] => {
    const text = desk.postitText(coding.session, coding.postit);
    if (own(coding.themes).length === 0 || text === '') return [];
    return [
      {
        key: `${coding.session} ${coding.postit}`,
        text,
        from: '',
        move: (to) => ({
          of: 'coding',
          key: coding.postit,
          session: coding.session,
          was: { themes: coding.themes },
          set: { themes: moved(coding.themes, to) },
        }),
      },
    ];
  });
  // A passage whose words were taken out, or whose text nobody may use any more, is not read here either.
  const passages = usableOfTeam(desk.texts.value.sources, desk.texts.value.passages).flatMap(
    ({ source, passage }): Part[] => {
      if (own(passage.themes).length === 0) return [];
      return [
        {
          key: `passage ${passage.id}`,
          text: wordsAt(source.text, passage),
          from: source.title,
          move: (to) => ({
            of: 'passage',
            key: passage.id,
            source: source.id,
            words: '',
            was: { themes: passage.themes },
            set: { themes: moved(passage.themes, to) },
          }),
        },
      ];
    },
  );
  return [...points, ...postits, ...passages];
}
