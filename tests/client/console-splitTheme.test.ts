/** What a theme can be split into: everything that is under it, in sessions and in texts. */
import { signal } from '@preact/signals';
import { expect, test } from '@jest/globals';
import { emptyMirror, overlaid } from '../../client/console/talk/mirror.ts';
import { textsOf } from '../../client/console/talk/shown.ts';
import { partsOf, type SplitDesk } from '../../client/console/talk/splitParts.ts';
import { codebook } from '../../core/talk/themes.ts';
import type { Change } from '../../core/talk/change.ts';
import { editSource, passage, source } from '../support/sources.ts';
import { coding, point, theme } from '../support/talk.ts';

function deskOf(...changes: Change[]): SplitDesk {
  const mirror = overlaid(emptyMirror(), changes);
  return {
    book: signal(codebook([...mirror.themes.values()])),
    points: signal([...mirror.points.values()]),
    codings: signal(mirror.codings),
    texts: signal(textsOf(mirror)),
    postitText: () => 'A post-it',
  };
}

test('TK3 SC6 points, post-its and passages can go to a new theme, also what was under a theme that was merged into it', () => {
  const texts = [
    theme('late'),
    theme('merged', { into: 'late' }),
    theme('other'),
    source('s', { title: 'Interview 1' }),
    source('no', { mayUse: true }),
    passage('a', 's', 'Monday', { themes: ['late', 'other'] }),
    passage('b', 's', 'too late', { themes: ['merged'] }),
    passage('twice', 's', 'Monday', { themes: ['late'], coder: 'second' }),
    passage('c', 's', 'on Friday', { themes: ['other'] }),
    passage('d', 'no', 'too late', { themes: ['late'] }),
    editSource('no', { mayUse: true }, { mayUse: false }),
  ];
  const alone = partsOf(deskOf(...texts), { id: 'late' });
  expect(alone.map(({ text, from }) => [text, from])).toEqual([
    ['Monday', 'Interview 1'],
    ['too late', 'Interview 1'],
  ]);
  expect(alone.map(({ move }) => move('new'))).toEqual([
    {
      of: 'passage',
      key: 'a',
      source: 's',
      words: '',
      was: { themes: ['late', 'other'] },
      set: { themes: ['other', 'new'] },
    },
    {
      of: 'passage',
      key: 'b',
      source: 's',
      words: '',
      was: { themes: ['merged'] },
      set: { themes: ['new'] },
    },
  ]);
  const said = [point('p', { text: 'Said', themes: ['late'] }), coding('1.a', [], ['late'])];
  const all = partsOf(deskOf(...texts, ...said), { id: 'late' });
  expect(all.map(({ text }) => text)).toEqual(['Said', 'A post-it', 'Monday', 'too late']);
});
