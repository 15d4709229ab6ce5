import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../core/refusal.ts';
import { LIMITS } from '../../core/limits.ts';
import { readChanges } from '../../core/schemaTalk.ts';
import { applyChange, undoOf, type Change } from '../../core/talk/change.ts';
import { countThemes, voices, type Counted } from '../../core/talk/count.ts';
import { codebook } from '../../core/talk/themes.ts';
import { COLOUR_CODES, NEW_POINT, NEW_THEME, type PointFields, type Theme } from '../../core/talk/types.ts';
import { coding, edit, point, removal, theme } from '../support/talk.ts';

const THERE: PointFields = { ...NEW_POINT, text: 'They never rang back', themes: ['a', 'b'], hands: 2 };
const apply = (now: PointFields | null, change: Change, again = false) =>
  applyChange<PointFields>(now, change as Parameters<typeof applyChange<PointFields>>[1], again);

describe('TK2 two scribes on one point', () => {
  test('TK2 different fields are both kept, and the same field is told and stays as it is there', () => {
    const first = apply(THERE, edit('p', { stance: '' }, { stance: 'agree' })).next;
    const second = apply(first, edit('p', { outcome: '' }, { outcome: 'change' }));
    expect(second).toMatchObject({ next: { stance: 'agree', outcome: 'change' }, outcome: { is: 'done' } });
    const late = edit('p', { text: THERE.text, stance: '' }, { text: 'Nobody rang', stance: 'disagree' });
    expect(apply(second.next, late)).toEqual({
      next: { ...second.next, text: 'Nobody rang' },
      outcome: { id: late.id, is: 'differs', now: { stance: 'agree' } },
    });
  });

  test('TK2 themes are put in and taken out one by one, and hands are added up', () => {
    const mine = edit('p', { themes: ['a', 'b'], hands: 2 }, { themes: ['b', 'c'], hands: 3 });
    const theirs = edit('p', { themes: ['a', 'b'], hands: 2 }, { themes: ['a', 'b', 'd'], hands: 4 });
    const both = apply(apply(THERE, mine).next, theirs);
    expect(both).toMatchObject({ next: { themes: ['b', 'c', 'd'], hands: 5 }, outcome: { is: 'done' } });
    const down = edit('p', { hands: 9 }, { hands: 0 });
    expect(apply(THERE, down).next?.hands).toBe(0);
  });

  test('TK2 what somebody has changed since is not removed with it, and what is not theirs does not count', () => {
    const change = removal(edit('p', {}, { ...THERE, themes: ['b', 'a'], person: 3, postit: '1.na' }));
    expect(apply(THERE, change)).toMatchObject({ next: null, outcome: { is: 'done' } });
    const theirs = { ...THERE, hands: 7, themes: ['a', 'b', 'c'] };
    const told = { id: change.id, is: 'differs', now: { hands: 7, themes: theirs.themes } };
    expect(apply(theirs, change)).toEqual({ next: theirs, outcome: told });
    // One that an earlier version of the page sends knows nothing, and is carried out.
    expect(apply(theirs, { ...change, was: {} }).next).toBeNull();
  });

  test('TK2 what was removed elsewhere is told, and stays removed', () => {
    const change = edit('p', { stance: '' }, { stance: 'idea' });
    expect(apply(null, change)).toEqual({ next: null, outcome: { id: change.id, is: 'gone' } });
  });
});

test('TK1 a change that was carried out changes nothing when it comes again, whatever happened since', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }), (kinds) => {
      const made: Change[] = kinds.map((kind, i) =>
        kind === 0
          ? point('p', { text: `Text ${i}` })
          : kind === 1
            ? removal(point('p'))
            : kind === 2
              ? edit('p', { hands: 0 }, { hands: 1 })
              : kind === 3
                ? edit('p', { themes: [] }, { themes: [`t${i}`] })
                : edit('p', { stance: '' }, { stance: 'agree' }),
      );
      let now: PointFields | null = null;
      for (const change of made) now = apply(now, change).next;
      for (const change of made) expect(apply(now, change, true).next).toEqual(now);
    }),
  );
});

test('TK3 every change is taken back by another one, a removal with everything it had', () => {
  const steps: [PointFields | null, Change][] = [
    [null, point('p', THERE)],
    [THERE, edit('p', { text: THERE.text, themes: ['a', 'b'] }, { text: 'Else', themes: ['c'] })],
    [THERE, edit('p', { hands: 2 }, { hands: 3 })],
    [THERE, removal(point('p', THERE))],
  ];
  for (const [before, change] of steps) {
    const back = undoOf(change, 'back', before);
    expect(back).not.toBeNull();
    const after = apply(before, change).next;
    const undone = back === null ? after : apply(after, back).next;
    expect(undone === null ? null : { ...undone, themes: undone.themes.toSorted() }).toEqual(before);
  }
  expect(undoOf(removal(point('p')), 'back', null)).toBeNull();
});

const themeOf = (id: string, fields: Partial<Theme> = {}): Theme => ({
  ...NEW_THEME,
  id,
  name: id,
  ...fields,
});
const ids = (list: readonly { theme: Theme }[]): string[] => list.map((one) => one.theme.id);

describe('TK3 the codebook', () => {
  test('TK3 a merged theme counts as the other, and stands again as it was when that is undone', () => {
    const merged = [
      themeOf('a', { into: 'b' }),
      themeOf('b', { into: 'c' }),
      themeOf('c'),
      themeOf('d', { parent: 'a' }),
    ];
    const book = codebook(merged);
    expect(ids(book.list)).toEqual(['c', 'd']);
    expect(ids(book.of(['a', 'c', 'gone']))).toEqual(['c']);
    expect(book.get('d')).toMatchObject({ number: 2, depth: 1, above: ['c'] });
    const parted = codebook(merged.map((one) => ({ ...one, into: '' })));
    expect(ids(parted.of(['a', 'c']))).toEqual(['a', 'c']);
  });

  test('TK3 order and nesting give the numbers of the keys', () => {
    const book = codebook([
      themeOf('late', { order: 3 }),
      themeOf('under', { order: 1, parent: 'early' }),
      themeOf('early', { order: 2 }),
    ]);
    expect(book.list.map(({ theme: { id }, number, depth }) => [id, number, depth])).toEqual([
      ['early', 1, 0],
      ['under', 2, 1],
      ['late', 3, 0],
    ]);
  });

  test('TK2 themes that two devices nested or merged into each other are all still there, on each device alike', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ parent: fc.integer({ min: 0, max: 6 }), into: fc.integer({ min: 0, max: 9 }) }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (links) => {
          const all = links.map(({ parent, into }, i) =>
            themeOf(`t${i}`, { parent: `t${parent}`, into: `t${into}` }),
          );
          const book = codebook(all);
          for (const one of all) expect(ids(book.list)).toContain(book.get(one.id)?.theme.id);
          expect(new Set(ids(book.list)).size).toBe(book.list.length);
          expect(ids(codebook(all.toReversed()).list)).toEqual(ids(book.list));
        },
      ),
    );
  });
});

describe('TK9 how often', () => {
  const said = (session: string, themes: string[], more: Partial<Counted> = {}): Counted => ({
    session,
    groups: [],
    statement: '',
    themes,
    hands: 0,
    isPostit: false,
    ...more,
  });

  test('TK9 in how many sessions comes before how many voices, and those before how many points', () => {
    const book = codebook(['wide', 'loud', 'hands', 'quiet'].map((id, order) => themeOf(id, { order })));
    const list = [
      said('1', ['wide']),
      said('2', ['wide']),
      ...Array.from({ length: 5 }, () => said('1', ['loud'])),
      said('1', ['hands'], { hands: 7 }),
    ];
    const counted = countThemes(book, list);
    expect(ids(counted)).toEqual(['wide', 'hands', 'loud', 'quiet']);
    expect(counted.map(voices)).toEqual([2, 8, 5, 0]);
  });

  test('TK9 a theme counts what is under it once, by groups and statements as well', () => {
    const book = codebook([
      themeOf('top'),
      themeOf('one', { parent: 'top' }),
      themeOf('two', { parent: 'top' }),
    ]);
    const [top] = countThemes(book, [
      said('1', ['one', 'two'], { groups: ['g1'], statement: 's1', hands: 2 }),
      said('2', ['two'], { groups: ['g1', 'g2'], isPostit: true }),
    ]);
    expect(top).toMatchObject({ theme: { id: 'top' }, sessions: 2, points: 1, postits: 1, hands: 2 });
    expect(top?.groups.get('g1')).toMatchObject({ sessions: 2, points: 1, postits: 1, hands: 2 });
    expect(top?.groups.get('g2')).toMatchObject({ sessions: 1, points: 0, postits: 1, hands: 0 });
    expect([top?.statements.get('s1')?.points, top?.statements.get('')?.postits]).toEqual([1, 1]);
  });
});

describe('P5 what comes in', () => {
  const refused = (change: unknown): string => {
    const read = readChanges({ changes: [change] });
    if (!isRefusal(read)) throw new Error('it was taken');
    return `${read.where ?? ''}: ${read.detail ?? ''}`;
  };

  test('P5 each field that is wrong is named, and nothing unknown is taken', () => {
    const good = point('p');
    expect(
      isRefusal(readChanges({ changes: [good, theme('t'), coding('3.a_B-', [], ['t']), removal(good)] })),
    ).toBe(false);
    expect(refused({ ...good, set: { ...good.set, text: ' \n ' } })).toMatch(
      /changes\.0\.set\.text: .*some text/,
    );
    expect(refused({ ...good, set: { ...good.set, text: 'x'.repeat(LIMITS.pointText + 1) } })).toContain(
      'set.text',
    );
    expect(refused({ ...good, set: { ...good.set, name: 'Ann' } })).toContain(
      'set.name: no field of this name',
    );
    expect(refused({ ...good, set: { text: 'only this' } })).toContain('all fields of something new');
    expect(refused({ ...good, was: { hands: 0 }, set: { person: 1 } })).toContain('the same fields');
    expect(refused({ ...theme('t'), set: { ...NEW_THEME, name: 'T', colour: 'tone-1' } })).toContain(
      'colour of the codebook',
    );
    expect(refused(coding('board one', [], []))).toContain('changes.0.key');
    expect(refused({ ...good, of: 'person' })).toContain('a point, a theme, a coding');
    expect(refused({ ...good, set: { ...good.set, themes: ['t', 't'] } })).toContain('each theme once');
    expect(
      isRefusal(readChanges({ changes: Array.from({ length: LIMITS.changesAtOnce + 1 }, () => good) })),
    ).toBe(true);
  });

  test('P7 what is typed is cleaned, and its words stay as they are', () => {
    const read = readChanges({
      changes: [point('p', { text: '  said\u202e twice\r\nand \u0627\u0644 👩‍👧 ' })],
    });
    expect(isRefusal(read) ? null : read[0]?.set).toMatchObject({ text: 'said twice\nand \u0627\u0644 👩‍👧' });
  });
});

test('TK9 every colour of the codebook can be told from paper, and none is an answer’s', () => {
  for (const code of Object.values(COLOUR_CODES)) {
    const part = (at: number): number => {
      const c = Number.parseInt(code.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
    expect(1.05 / (light + 0.05)).toBeGreaterThan(4.5);
  }
});
