/** What exports are written from where people talked. */
import {
  NEW_PASSAGE,
  NEW_SOURCE,
  NO_SOURCES,
  type Passage,
  type TextSource,
} from '../../../core/talk/sources.ts';
import { placeOf } from '../../support/sources.ts';
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
      seconds: [],
      ...NO_SOURCES,
      gone: [],
      back: [],
    },
  };
}

/** With letters beside the basic plane, joiners, a direction of its own, and lines. */
export const URDU = 'میرا نام نہیں پوچھا گیا 👩‍👩‍👧 اور پھر\nوہ دو بار آئے، 𝒩obody told me.\n\nیہ ٹھیک تھا 🏠';

/** The same and an interview that two coders read, a document that nobody coded, and a text without a yes. */
export async function interviewedSource(): Promise<ExportSource> {
  const source = await talkedSource();
  const [group] = source.consultation.groups;
  const text = (id: string, more: Partial<TextSource>): TextSource => ({
    ...NEW_SOURCE,
    id,
    mayUse: true,
    ...more,
  });
  const passage = (id: string, words: string, more: Partial<Passage> = {}): Passage => ({
    ...NEW_PASSAGE,
    id,
    source: 'urdu',
    themes: ['under'],
    ...placeOf(words, URDU),
    ...more,
  });
  return {
    ...source,
    talk: {
      ...source.talk!,
      sources: [
        text('urdu', {
          title: 'A mother of two',
          text: URDU,
          day: '2026-05-04',
          session: source.sessions[0]?.id ?? '',
          group: group?.id ?? '',
          gender: 'woman',
          ageBand: '30 to 44',
          interviewer: 'peer',
          mayQuote: true,
          language: 'ur',
        }),
        text('notes', { form: 'document', title: 'A mother of two', text: 'Notes of a visit' }),
        text('no', { title: 'Someone else', text: 'Nothing of this', mayUse: false }),
      ],
      passages: [
        passage('p1', 'پوچھا گیا 👩‍👩‍👧 اور', { stance: 'experience', outcome: 'absent', note: 'Twice\nin one' }),
        passage('p2', '👩‍👩‍👧 اور پھر\nوہ دو', { coder: 'second', themes: ['gone', 'top'] }),
        passage('p3', '𝒩obody told me.', { themes: [] }),
        passage('lost', '🏠', { from: 3, to: 3 }),
        passage('of-no', 'یہ', { source: 'no', from: 0, to: 7 }),
      ],
    },
  };
}
