/** What exports are written from where people talked. */
import { NO_SOURCES } from '../../../core/talk/sources.ts';
import { NEW_POINT, NEW_THEME, postitKey, type Point } from '../../../core/talk/types.ts';
import type { ExportSource } from '../../../server/export/source.ts';
import { nastySource } from './sources.ts';

export const NASTY_TEXT = '=1+1 "said"\n@home';

/** The sample and a session more, with three points, one of them on a post-it, and a post-it under a theme. */
export async function talkedSource(): Promise<ExportSource> {
  const { source } = await nastySource();
  const [first, second] = source.sessions.map((s) => s.id);
  const [group] = source.consultation.groups;
  const [response] = (await source.responsesOf('linked', 1)).filter((r) => r.comment === '@home');
  const on = postitKey(1, response?.tag ?? '');
  const said = (id: string, session: string | undefined, more: Partial<Point> = {}): Point => ({
    ...NEW_POINT,
    id,
    session: session ?? '',
    source: 'discussion',
    place: 0,
    text: `Said ${id}`,
    ...more,
  });
  return {
    ...source,
    talk: {
      themes: [
        { ...NEW_THEME, id: 'top', name: '=Top', description: 'All of it', order: 1 },
        { ...NEW_THEME, id: 'under', name: 'Under', parent: 'top', order: 2, colour: 'plum' },
        { ...NEW_THEME, id: 'gone', name: 'Merged', into: 'under', order: 3 },
      ],
      points: [
        said('a', first, {
          text: NASTY_TEXT,
          kind: 'quote',
          mayQuote: true,
          group: group?.id ?? '',
          themes: ['gone'],
          hands: 3,
        }),
        said('b', second, { stance: 'idea', outcome: 'change', themes: ['under', 'top'], gender: 'woman' }),
        said('c', 'linked', { postit: on, statement: source.consultation.statements[0]?.id ?? '' }),
        said('d', 'not exported', { themes: ['top'] }),
      ],
      codings: [{ session: 'linked', postit: on, themes: ['under'] }],
      ...NO_SOURCES,
      gone: [],
      back: [],
    },
  };
}
