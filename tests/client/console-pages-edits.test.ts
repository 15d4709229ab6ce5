/** Changes the editor makes to a consultation, and the desk that saves and corrects it. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Consultation } from '../../core/consultation.ts';
import { readConsultation } from '../../core/consultationFile.ts';
import { isId } from '../../core/id.ts';
import {
  idFrom,
  insertStatements,
  missingWordings,
  moved,
  newId,
  newStatement,
  removeGroup,
  removeLanguage,
  removeWording,
  sameBefore,
  scaleOfKind,
} from '../../client/console/pages/edits.ts';
import { draftOf, faultsIn, toSend, totalOf, whoseMayShow } from '../../client/console/pages/sessionForm.ts';
import { fakeConsultations, g1, g2, sampleDoc } from './consultationServer.ts';

const texts = (doc: Consultation): [string | null, string, string][] =>
  (doc.statements[0]?.wordings ?? []).map((w) => [w.group, w.lang, w.text]);

describe('order', () => {
  test('moving one keeps all the others in their order', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(20), fc.nat(20), (list, from, to) => {
        const next = moved(list, from, to);
        const without = (l: number[]): number[] => l.filter((x) => x !== list[from]);
        expect(new Set(next)).toEqual(new Set(list));
        expect(next).toHaveLength(list.length);
        expect(without(next)).toEqual(without(list));
      }),
    );
  });

  test('new ids have the form of the product’s ids', () => {
    expect(isId(newId())).toBe(true);
    expect(idFrom(new Uint8Array(26).fill(255))).toBe('7'.repeat(26));
  });
});

describe('editing a document', () => {
  test('pasted statements go in at their place and make a document that is accepted', () => {
    const added = ['One', 'Two'].map((text) => newStatement(newId(), 'en', text));
    const doc = insertStatements(sampleDoc(), 0, added);
    expect(doc.statements.map((s) => s.wordings[0]?.text)).toEqual([
      'One',
      'Two',
      'My social worker listens to me',
    ]);
    expect(readConsultation(doc)).toEqual(doc);
  });

  test('removing a group removes the wordings that were its own and leaves a valid document', () => {
    const doc = removeGroup(sampleDoc(), g2);
    expect(texts(doc)).toEqual([[null, 'en', 'My social worker listens to me']]);
    expect(readConsultation(doc)).toEqual(doc);
  });

  test('a statement worded for that group alone keeps its text for everyone', () => {
    const doc = sampleDoc();
    const [statement] = doc.statements;
    if (statement === undefined) throw new Error('no statement');
    const only = { ...doc, statements: [removeWording(statement, 0)] };
    expect(texts(removeGroup(only, g2))).toEqual([[null, 'en', 'I listen']]);
  });

  test('a wrong language tag is put right by adding the right one and removing the other', () => {
    const doc = removeLanguage({ ...sampleDoc(), languages: ['en', 'cy'] }, 'en');
    expect(doc.languages).toEqual(['cy']);
    expect(texts(doc).map(([, lang]) => lang)).toEqual(['cy', 'cy']);
    expect(readConsultation(doc)).toEqual(doc);
    expect(removeLanguage(doc, 'cy')).toBe(doc);
  });

  test('wordings can be added for each group and language that has none', () => {
    const doc = { ...sampleDoc(), languages: ['en', 'cy'] };
    const [statement] = doc.statements;
    if (statement === undefined) throw new Error('no statement');
    expect(missingWordings(doc, statement).map((m) => [m.group?.id ?? null, m.lang])).toEqual([
      [g1, 'en'],
      [null, 'cy'],
      [g1, 'cy'],
      [g2, 'cy'],
    ]);
  });

  test('a text that stands there already is found whatever its case and spaces; nothing is never the same', () => {
    const list = ['Buses run late', '', 'buses  run LATE ', ''];
    expect(list.map((_, i) => sameBefore(list, i))).toEqual([null, null, 0, null]);
  });

  test('own labels begin as the words that were there', () => {
    const own = scaleOfKind({ kind: 'agreement-3', declines: ['n'] }, 'own');
    expect(own).toEqual({ kind: 'own', declines: ['n'], labels: ['Disagree', 'Neither', 'Agree'] });
    expect(scaleOfKind(own, 'agreement-5')).toEqual({ kind: 'agreement-5', declines: ['n'] });
  });
});

describe('the desk', () => {
  test('a correction is made on the saved document and is not undone by undo', async () => {
    const { kept, desk: open } = fakeConsultations(sampleDoc());
    const desk = open();
    const [statement] = kept.doc.statements;
    if (statement === undefined) throw new Error('no statement');
    desk.change((d) => ({ ...d, title: 'Being heard' }), 'title');
    expect(await desk.correct(statement.id)).toBe(true);
    expect(kept.saves).toEqual(['1 Being heard']);
    expect(desk.frozen()).toEqual([]);
    expect(desk.save().is).toBe('saved');
    desk.undo();
    expect(desk.document().title).toBe('Listening');
    expect(desk.document().statements[0]?.version).toBe(2);
    expect(await desk.flush()).toBe(true);
    expect(kept.saves.at(-1)).toBe('3 Listening');
  });
});

describe('the form of a session', () => {
  const fresh = { name: 'Session 1', date: '2026-11-22', groups: [g1, g2] };

  test('a new session is unlinked and guided, and what is fixed is not sent again once open', () => {
    const draft = draftOf(null, fresh);
    expect(faultsIn(draft)).toEqual([]);
    expect(toSend(draft, false)).toMatchObject({ mode: 'unlinked', style: 'guided', groups: [g1, g2] });
    expect(Object.keys(toSend(draft, true)).toSorted()).toEqual([
      'attendance',
      'date',
      'name',
      'others',
      'place',
    ]);
  });

  test('head-counts are whole numbers; empty rows are nobody’s fault and are not sent', () => {
    const rows = [
      { group: g1, gender: 'female', ageBand: '', n: '9' },
      { group: '', gender: '', ageBand: '', n: '' },
      { group: '', gender: '', ageBand: '25 and over', n: '1.5' },
    ];
    const draft = { ...draftOf(null, fresh), name: ' ', attendance: rows };
    expect(faultsIn(draft)).toEqual([
      { where: 'name', row: null },
      { where: 'attendance', row: 3 },
    ]);
    expect(totalOf(rows)).toBe(9);
    expect(toSend({ ...draft, attendance: rows.slice(0, 2) }, true).attendance).toEqual([
      { group: g1, gender: 'female', ageBand: '', n: 9 },
    ]);
  });

  test('only an unlinked session with two groups a person or many groups is warned of', () => {
    const draft = draftOf(null, fresh);
    expect(whoseMayShow(draft)).toBe(false);
    expect(whoseMayShow({ ...draft, twoGroups: true })).toBe(true);
    expect(whoseMayShow({ ...draft, twoGroups: true, groups: [g1] })).toBe(false);
    expect(whoseMayShow({ ...draft, groups: ['a', 'b', 'c', 'd'] })).toBe(true);
    expect(whoseMayShow({ ...draft, mode: 'linked', twoGroups: true })).toBe(false);
  });
});
