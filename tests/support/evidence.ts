/** What evidence of recommendations is looked up in: a few themes, points, a post-it, interviews and a document. */
import type { EvidenceFacts } from '../../core/recommendations/rests.ts';
import { NEW_PASSAGE, NEW_SOURCE, type Passage, type TextSource } from '../../core/talk/sources.ts';
import { codebook } from '../../core/talk/themes.ts';
import { NEW_POINT, NEW_THEME } from '../../core/talk/types.ts';

const point = (id: string, session: string, fields = {}) => ({
  ...NEW_POINT,
  id,
  session,
  source: 'discussion' as const,
  place: 0,
  text: id,
  ...fields,
});
export const read = (id: string, fields: Partial<TextSource> = {}): TextSource => ({
  ...NEW_SOURCE,
  title: id,
  text: 'They never rang.',
  mayUse: true,
  ...fields,
  id,
});
export const passage = (
  id: string,
  source: string,
  themes: string[],
  fields: Partial<Passage> = {},
): Passage => ({
  ...NEW_PASSAGE,
  to: 4,
  themes,
  ...fields,
  id,
  source,
});
export const FACTS: EvidenceFacts = {
  book: codebook([
    { ...NEW_THEME, id: 't', name: 'Calls' },
    { ...NEW_THEME, id: 'u', name: 'Calls back', parent: 't' },
    { ...NEW_THEME, id: 'old', name: 'Ringing', into: 't' },
    { ...NEW_THEME, id: 'rare', name: 'Rare' },
    { ...NEW_THEME, id: 'few', name: 'Few' },
    { ...NEW_THEME, id: 'heard', name: 'Heard', parent: 'few' },
    { ...NEW_THEME, id: 'single', name: 'Single' },
    { ...NEW_THEME, id: 'written', name: 'Written' },
    { ...NEW_THEME, id: 'alone', name: 'Alone' },
  ]),
  points: [
    point('p', 's1', { themes: ['u'], hands: 3 }),
    point('q', 's2', { themes: ['old'] }),
    point('lone', 's3', { themes: ['alone'] }),
    point('rare', 's3', { themes: ['rare'] }),
  ],
  codings: [{ session: 's4', postit: '1.x', themes: ['t'] }],
  postits: [{ session: 's4', board: 1, tag: 'x' }],
  sources: [
    read('i1'),
    read('i2', { session: 's1' }),
    read('d1', { form: 'document' }),
    read('no', { mayUse: false }),
  ],
  passages: [
    passage('a', 'i1', ['heard']),
    // Comes back to it.
    passage('b', 'i1', ['heard']),
    passage('c', 'i2', ['heard', 'rare']),
    passage('d', 'd1', ['rare']),
    passage('kept', 'no', ['rare']),
    passage('lost', 'i1', ['rare'], { to: 0 }),
    passage('single', 'i2', ['single']),
    passage('second', 'd1', ['single', 'alone'], { coder: 'second' }),
    passage('written', 'd1', ['written']),
  ],
  statements: ['st'],
};
