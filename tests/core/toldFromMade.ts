/** Where a recommendation was raised, told page by page. */
import { makeRests } from '../../core/recommendations/rests.ts';
import { fromToTell, type FromOut } from '../../core/recommendations/toldFrom.ts';
import { codebook } from '../../core/talk/themes.ts';
import { NEW_POINT, NEW_THEME, type Point } from '../../core/talk/types.ts';

export const FLOOR = 5;
export const SESSIONS = ['w', 'x', 'y', 'z'];
export const BOOK = codebook([
  { ...NEW_THEME, id: 't', name: 'Calls' },
  { ...NEW_THEME, id: 'under', name: 'Calls back', parent: 't' },
  { ...NEW_THEME, id: 'u', name: 'Visits' },
]);

export const said = (id: string, session: string, themes: string[], hands = 0): Point => ({
  ...NEW_POINT,
  id,
  session,
  source: 'discussion',
  place: 0,
  text: id,
  themes,
  hands,
});
export const many = (session: string, n: number, themes = ['t']): Point[] =>
  Array.from({ length: n }, (_, i) => said(`${session}${themes.join('')}${i}`, session, themes));

export interface Now {
  points: readonly Point[];
  evidence?: string[];
  large?: readonly string[];
  sessions?: readonly string[];
}

export function tell(out: readonly FromOut[], now: Now): FromOut {
  const { points, evidence = ['theme.t'], large = SESSIONS, sessions = SESSIONS } = now;
  const rests = makeRests({
    book: BOOK,
    points,
    codings: [],
    postits: [],
    sources: [],
    passages: [],
    statements: ['st'],
  });
  return fromToTell({ evidence }, out, {
    rests,
    book: BOOK,
    sessions,
    large: new Set(large),
    floor: FLOOR,
  });
}
/** What a reader sees, page by page. */
export function pages(...all: Now[]): (string | null)[] {
  const out: FromOut[] = [];
  return all.map((now) => {
    const told = tell(out, now);
    if (told.voices > 0) out.push(told);
    return seen(told);
  });
}
export const seen = ({ raised, lone }: FromOut): string | null =>
  lone ? 'one' : raised === null ? null : `${raised.n} of ${raised.of}${raised.smaller ? ', more' : ''}`;
