import { describe, expect, test } from '@jest/globals';
import { applyCaseStudy, undoOfStudies, type CaseStudyChange } from '../../core/caseStudies/change.ts';
import { mayPublish, readOf, yesOf } from '../../core/caseStudies/publish.ts';
import { allSigns, openSigns, passedEntry, replaceSign } from '../../core/caseStudies/signs.ts';
import { NEW_CASE_STUDY, type CaseStudyFields } from '../../core/caseStudies/types.ts';
import { makeVersions } from '../../core/caseStudies/versions.ts';
import { freeNames } from '../../core/personal/pseudonyms.ts';
import type { PersonalLists } from '../../core/personal/types.ts';
import { isRefusal } from '../../core/refusal.ts';
import { readStudies, readStudiesChanges } from '../../core/schemaCaseStudies.ts';
import { correction, editStudy, study } from '../support/studies.ts';

const LISTS = { names: ['Amina Okafor'], places: ['Leeds'] };
const GROUPS = [{ id: 'g1', label: 'Parents' }];
const none: PersonalLists = { names: [], places: [] };
const told = (text: string, more: Partial<CaseStudyFields> = {}): CaseStudyFields => ({
  ...NEW_CASE_STUDY,
  title: 'Waiting',
  text,
  version: 'v1',
  ...more,
});
const keys = (of: CaseStudyFields, lists = none) =>
  openSigns(of, lists).map(({ key, kind, n }) => [key, kind, n]);
const known = makeVersions((words) => words);
const done = (of: CaseStudyFields, change: CaseStudyChange, versions = known): CaseStudyFields => {
  const { next, outcome } = applyCaseStudy(of, change, false, versions);
  expect(outcome.is).toBe('done');
  if (next === null) throw new Error('It is gone.');
  return next;
};
/** Nothing is missing of it. */
const READY = told('They moved twice.', {
  writer: 'First writer',
  yesTo: 'v1',
  yesDay: '2026-11-20',
  yesHow: 'heard',
  readTo: 'v1',
  reader: 'Second reader',
  readDay: '2026-11-21',
});

describe('a change of the words', () => {
  test('CS1 takes the yes and the second reader’s tick back until they are asked again', () => {
    expect([yesOf(READY, GROUPS), readOf(READY, GROUPS), mayPublish(READY, LISTS, GROUPS)]).toEqual([
      'stands',
      'stands',
      [],
    ]);
    for (const field of ['title', 'text', 'group', 'gender', 'ageBand'] as const) {
      const after = done(READY, editStudy('k', { [field]: READY[field] }, { [field]: 'other' }));
      expect([field, yesOf(after, GROUPS), readOf(after, GROUPS)]).toEqual([field, 'old', 'old']);
      expect(mayPublish(after, LISTS, GROUPS)).toEqual([
        'It was changed after the person said yes. Ask again.',
        'It was changed after the second reader read it. It has to be read again.',
      ]);
      const asked = done(after, editStudy('k', { yesTo: 'v1' }, { yesTo: after.version }));
      expect([yesOf(asked, GROUPS), readOf(asked, GROUPS)]).toEqual(['stands', 'old']);
    }
    // What is not read by anybody takes nothing back.
    const passed = done(READY, editStudy('k', { passed: [] }, { passed: [passedEntry('her', 'nobody')] }));
    expect(mayPublish(passed, LISTS, GROUPS)).toEqual([]);
  });

  test('CS1 CS2 undo brings exactly these words back, and with them the yes; over another’s change it does not', () => {
    const change = editStudy('k', { text: READY.text }, { text: 'They moved three times.' });
    const after = done(READY, change);
    const back = undoOfStudies(change, 'u1', READY) as CaseStudyChange;
    expect(yesOf(done(after, back), GROUPS)).toBe('stands');
    expect(done(after, back)).toEqual(READY);
    // Somebody has changed the title meanwhile: the text comes back, but these are other words.
    const titled = done(after, editStudy('k', { title: 'Waiting' }, { title: 'Moving' }));
    const both = editStudy(
      'k',
      { text: after.text, title: 'Waiting' },
      { text: READY.text, title: 'X' },
      'v1',
    );
    const { next, outcome } = applyCaseStudy(titled, both, false, known);
    expect(outcome).toMatchObject({ is: 'differs', now: { title: 'Moving' } });
    expect(next).toMatchObject({ text: READY.text, title: 'Moving', yesTo: 'v1', version: both.id });
    // A version cannot be set by hand.
    expect(done(READY, editStudy('k', { version: 'v1' }, { version: 'v0' }))).toEqual(READY);
  });

  test('CS2 undoing that one was made removes it, but not over what another window has written into it', () => {
    const made = study('k', { title: 'Waiting' });
    const stands = applyCaseStudy(null, made, false, known).next as CaseStudyFields;
    const back = undoOfStudies(made, 'u1', null) as CaseStudyChange;
    expect(applyCaseStudy(stands, back, false, known)).toMatchObject({ next: null, outcome: { is: 'done' } });
    const theirs = done(stands, editStudy('k', { title: 'Waiting' }, { title: 'Moving' }));
    expect(applyCaseStudy(theirs, back, false, known).outcome).toMatchObject({ is: 'differs' });
  });

  test('CS1 a group that is called something else since asks for both again, and its name given back brings them back', () => {
    const called = [{ id: 'g1', label: 'Parents in prison' }];
    const of = { ...READY, group: 'g1', yesGroup: 'Parents', readGroup: 'Parents' };
    expect(mayPublish(of, none, GROUPS)).toEqual([]);
    expect([yesOf(of, called), readOf(of, called), yesOf(of, [])]).toEqual(['renamed', 'renamed', 'renamed']);
    expect(mayPublish(of, none, called)).toEqual([
      'Its group is called something else since the person said yes. Ask again, or give the group its name back.',
      'Its group is called something else since the second reader read it. It has to be read again.',
    ]);
    // Where it is not told, no name stands beside the words that could have changed.
    expect(yesOf({ ...of, group: '' }, called)).toBe('stands');
    // Where it had no name then, or none was kept, one would.
    const unnamed = { ...of, yesGroup: '', readGroup: '' };
    expect(mayPublish(unnamed, none, [{ id: 'g1', label: '' }])).toEqual([]);
    expect(mayPublish(unnamed, none, called)).toEqual([
      'Its group had no name when the person said yes, or what it was called was not kept. Ask again.',
      'Its group had no name when the second reader read it, or what it was called was not kept. It has to be read again.',
    ]);
  });

  test('CS1 an undo that names a version brings no yes to words that never stood under it', () => {
    const versions = makeVersions((words) => words);
    const texted = editStudy('k', { text: READY.text }, { text: 'They moved three times.' });
    const titled = editStudy('k', { title: READY.title }, { title: 'The mother who drank' });
    const one = done(READY, texted, versions);
    const both = done(one, titled, versions);
    const back = undoOfStudies(texted, 'u1', READY) as CaseStudyChange;
    // Another window changed the title: each field by itself stood there, both together never did.
    const mixed = done(both, back, versions);
    expect(mixed).toMatchObject({ text: READY.text, version: 'u1' });
    expect([yesOf(mixed, GROUPS), readOf(mixed, GROUPS)]).toEqual(['old', 'old']);
    // Once that window takes its own back too, the words are again exactly those.
    const title = undoOfStudies(titled, 'u2', one) as CaseStudyChange;
    expect(done(mixed, title, versions)).toEqual(READY);
    const other = editStudy('k', { text: one.text }, { text: 'Anything else' }, 'v1');
    expect(yesOf(done(one, other, versions), GROUPS)).toBe('old');
    // A program that was started again does not know what stood under it.
    const afresh = makeVersions((words) => words);
    expect(yesOf(done(one, back, afresh), GROUPS)).toBe('old');
    const gone = { ...editStudy('k', {}, {}), was: READY, set: null };
    applyCaseStudy(READY, gone, false, versions);
    const whole = { ...gone, id: 'w', was: null, set: { ...READY, title: 'Anything else' } };
    expect(applyCaseStudy(null, whole, false, versions).next).toMatchObject({ yesTo: 'v1', version: 'w' });
  });

  test('CS1 a yes to what a window showed before it heard of another one’s words is none to these', () => {
    const versions = makeVersions((words) => words);
    const titled = done(READY, editStudy('k', { title: READY.title }, { title: 'Theirs' }), versions);
    // Made over v1, handed over late: this window shows its text under the old title, by its change's id.
    const late = { ...editStudy('k', { text: READY.text }, { text: 'Mine' }), on: 'v1' };
    const stands = done(titled, late, versions);
    const ticked = done(stands, editStudy('k', { yesTo: 'v1' }, { yesTo: late.id }), versions);
    expect([ticked.title, ticked.text, yesOf(ticked, GROUPS)]).toEqual(['Theirs', 'Mine', 'old']);
    expect(done(READY, late, versions).version).toBe(late.id);
  });

  test('CS2 two windows that change two fields both get theirs, and names and passed signs are put in one by one', () => {
    const one = done(
      READY,
      editStudy('k', { title: 'Waiting', names: [] }, { title: 'Waiting again', names: ['Clara'] }),
    );
    expect(one).toMatchObject({ names: ['Clara'] });
    const two = done(
      one,
      editStudy('k', { writer: 'First writer', names: [] }, { writer: 'Peer', names: ['Omar'] }),
    );
    expect(two).toMatchObject({ title: 'Waiting again', writer: 'Peer', names: ['Clara', 'Omar'] });
    const { next, outcome } = applyCaseStudy(
      two,
      editStudy('k', { title: 'Waiting' }, { title: 'Mine' }),
      false,
      known,
    );
    expect(next).toEqual(two);
    expect(outcome).toMatchObject({ is: 'differs', now: { title: 'Waiting again' } });
  });
});

describe('signs of a person', () => {
  test('CS4 relatives and third persons are found with and without a name, and a name that was found is found alone', () => {
    const of = told(
      'My son Jake was six. Her sister rang. Jake’s school and my older brother knew. JAKE waited.',
    );
    expect(keys(of)).toEqual([
      ['my son', 'third', 1],
      ['jake', 'name', 3],
      ['her sister', 'third', 1],
      ['my older brother', 'third', 1],
    ]);
    expect(
      keys(told('We met Aminas mother Ruth in Leeds, call 07700 900123.'), LISTS).map(([key]) => key),
    ).toEqual(expect.arrayContaining(['amina', 'leeds', '07700 900123']));
    expect(keys(told('Nothing here.', { title: 'Amina’s way' }), LISTS)).toEqual([['amina', 'name', 1]]);
  });

  test('CS3 a name is replaced wherever it stands, title too, and a changed name is no sign unless the team lists it', () => {
    const of = told('My son Jake was six. Jake’s school. Then JAKE waited, not Jakeson.', { title: 'Jake' });
    const both = replaceSign(of, none, 'jake', 'Omar');
    expect(both).toEqual({
      title: 'Omar',
      text: 'My son Omar was six. Omar’s school. Then Omar waited, not Jakeson.',
    });
    const after = told(both?.text ?? '', { title: 'Omar', names: ['Omar'] });
    expect(keys(after)).toEqual([
      ['my son', 'third', 1],
      ['jakeson', 'capital', 1],
    ]);
    expect(keys(after, { names: ['Omar Said'], places: [] })).toContainEqual(['omar', 'name', 4]);
    // Whoever it is may be listed in another spelling or script.
    for (const listed of ['Umar Said', 'عمر حسن', 'Омар'])
      expect(keys(after, { names: [listed], places: [] })).toContainEqual(['omar', 'name', 4]);
    const brother = told('My brother Boris waited. Boris went.', { names: ['Boris'] });
    expect(keys(brother)).toEqual([['my brother', 'third', 1]]);
    const his = { names: ['Борис Петров'], places: [] };
    expect(keys(brother, his)).toContainEqual(['boris', 'name', 2]);
    expect(replaceSign(brother, his, 'boris', 'Clive')?.text).toBe('My brother Clive waited. Clive went.');
    expect(replaceSign(told('Aminas way'), LISTS, 'amina', 'Clara')?.text).toBe('Clara’s way');
    expect(replaceSign(of, none, 'nobody', 'Omar')).toBeNull();
  });

  test('CS4 an open sign keeps it from print; passed with a reason it does not', () => {
    const of = { ...READY, text: 'My son waited.' };
    expect(mayPublish(of, none, GROUPS)).toEqual([
      '1 sign of a person is open: replace it, or let it pass and say why.',
    ]);
    const passed = { ...of, passed: [passedEntry('my son', 'Many have one')] };
    expect(mayPublish(passed, none, GROUPS)).toEqual([]);
    expect(allSigns(passed, none)).toHaveLength(1);
    expect(openSigns({ ...passed, text: 'My son and my daughter waited.' }, none)).toHaveLength(1);
  });

  test('CS3 names that are offered stand in no text, not even as somebody’s', () => {
    const all = freeNames([], 7);
    expect(all.length).toBeGreaterThan(140);
    const [first = '', second = '', third = ''] = all;
    const free = freeNames([`I met ${first.toUpperCase()}, then ${second}s mum`, `${third}’s house`], 7);
    expect(free).toEqual(all.slice(3));
  });
});

test('CS5 what is missing is said in plain words, and the second reader is not the writer', () => {
  expect(mayPublish(NEW_CASE_STUDY, none, GROUPS)).toEqual([
    'It has no title.',
    'It has no text.',
    'The person has not said yes to it.',
    'It does not say who wrote it, so nobody can tell whether somebody else read it.',
    'No second reader has read it.',
  ]);
  expect(mayPublish({ ...READY, reader: ' first  WRITER' }, none, GROUPS)).toEqual([
    'The second reader has to be somebody else than the writer.',
  ]);
});

describe('what comes in', () => {
  const wrong = (change: object): string => {
    const read = readStudiesChanges({ changes: [change] });
    if (!isRefusal(read)) throw new Error('It was taken.');
    return read.where ?? '';
  };
  test('P5 a change that does not fit is refused by its place', () => {
    const all = study('k');
    expect(readStudiesChanges({ changes: [all, correction('c')] })).toHaveLength(2);
    expect(wrong({ ...all, set: { ...all.set, yesDay: '2026-02-31' } })).toContain('changes.0.set.yesDay');
    expect(wrong({ ...all, set: { ...all.set, passed: ['my son'] } })).toContain('changes.0.set.passed.0');
    expect(wrong({ ...all, set: { title: 'Only that' } })).toContain('changes.0');
    expect(wrong({ ...all, was: null, set: null })).toContain('changes.0');
    const of = correction('c');
    expect(wrong({ ...of, set: { ...of.set, people: 0 } })).toContain('changes.0.set.people');
    expect(wrong({ ...of, set: { ...of.set, text: '' } })).toContain('changes.0');
    expect(
      readStudiesChanges({ changes: [{ ...of, set: { ...of.set, text: '', verdict: 'said' } }] }),
    ).toHaveLength(1);
  });

  test('RB2 what was corrected cannot be changed afterwards', () => {
    const was = { was: 'Being listened to' };
    expect(wrong({ id: 'x', of: 'correction', key: 'c', was, set: { was: 'Never said' } })).toContain(
      'changes.0',
    );
    const text = { id: 'x', of: 'correction', key: 'c', was: { text: 'a' }, set: { text: 'b' } };
    expect(readStudiesChanges({ changes: [text] })).toHaveLength(1);
  });

  test('P5 an archive’s are held to the same form', () => {
    expect(readStudies({ caseStudies: [], corrections: [], gone: ['x'] })).toMatchObject({ gone: ['x'] });
    expect(readStudies({ caseStudies: [{ id: 'x' }], corrections: [], gone: [] })).toHaveProperty('refusal');
  });
});
