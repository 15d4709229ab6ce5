/** Words of which a second reader said that somebody would recognise the person, under whichever version they stand. */
import { expect, test } from '@jest/globals';
import { applyCaseStudy, type CaseStudyChange } from '../../core/caseStudies/change.ts';
import { readOf } from '../../core/caseStudies/publish.ts';
import { withinLimit, withKnown } from '../../core/caseStudies/ticks.ts';
import { NEW_CASE_STUDY, type CaseStudyFields } from '../../core/caseStudies/types.ts';
import { makeVersions } from '../../core/caseStudies/versions.ts';
import { LIMITS } from '../../core/limits.ts';
import { readStudiesChanges } from '../../core/schemaCaseStudies.ts';
import { editStudy } from '../support/studies.ts';

const READ: CaseStudyFields = {
  ...NEW_CASE_STUDY,
  title: 'Waiting',
  text: 'A',
  version: 'v1',
  readTo: 'v1',
  reader: 'Second reader',
  readDay: '2026-11-21',
};

/** One case study that windows change, one after another. */
function made() {
  const versions = makeVersions((words) => words);
  let study = READ;
  const change = (of: CaseStudyChange): CaseStudyFields => {
    study = applyCaseStudy(study, of, false, versions).next ?? study;
    return study;
  };
  const typed = (id: string, was: string, text: string, more: Partial<CaseStudyChange> = {}) =>
    change({ ...editStudy('k', { text: was }, { text }), id, ...more });
  const known = (version: string) => change(editStudy('k', { knownTo: [] }, { knownTo: [version] }));
  const notKnown = (version: string) => change(editStudy('k', { knownTo: [version] }, { knownTo: [] }));
  return { typed, known, notKnown, tick: () => readOf(study, []) };
}

test('CS5 words that somebody would recognise are not printed where an undo brings an older version of them back, with its tick', () => {
  const { typed, known, tick } = made();
  typed('v2', 'A', 'B');
  typed('v3', 'B', 'A');
  known('v3');
  typed('v4', 'A', 'B');
  expect(tick()).toBe('old');
  expect(typed('u', 'B', 'A', { undoes: 'v2', back: 'v1' }).version).toBe('v1');
  expect(tick()).toBe('known');
});

test('CS5 a second reader who saw these words under a version that was led back meanwhile has said it of these words', () => {
  const { typed, known, tick } = made();
  typed('v2', 'A', 'B');
  typed('v3', 'B', 'A');
  typed('v4', 'A', 'B');
  typed('u', 'B', 'A', { undoes: 'v2', back: 'v1' });
  expect(tick()).toBe('stands');
  known('v3');
  expect(tick()).toBe('known');
});

test('CS5 CS6 of versions that somebody would recognise as many are kept as an archive takes, with the one that stands', () => {
  const { typed, known, tick } = made();
  known('v1');
  for (let i = 0; i < LIMITS.caseStudySigns + 5; i += 1) {
    typed(`b${i}`, 'A', 'B');
    const { knownTo } = typed(`a${i}`, 'B', 'A');
    expect([tick(), knownTo.length]).toEqual(['known', Math.min(i + 2, LIMITS.caseStudySigns)]);
  }
  const there = Array.from({ length: LIMITS.caseStudySigns }, (_, i) => `there${i}`);
  const both = withKnown({ ...READ, knownTo: ['v0', 'v1'] }, { knownTo: there });
  expect([both.knownTo.length, readOf(both, [])]).toEqual([LIMITS.caseStudySigns, 'known']);
  // One more can still be said, as a window sends it.
  const said = editStudy('k', { knownTo: there }, { knownTo: withinLimit([...there, 'v1'], 'v1') });
  expect(readStudiesChanges({ changes: [said] })).toEqual([said]);
  const after = applyCaseStudy(
    { ...READ, knownTo: there },
    said,
    false,
    makeVersions((words) => words),
  );
  expect([after.outcome.is, after.next === null ? '' : readOf(after.next, [])]).toEqual(['done', 'known']);
});

test('CS5 whoever pressed it by mistake takes it back, also where the words were typed anew in between', () => {
  const { typed, known, notKnown, tick } = made();
  known('v1');
  typed('v2', 'A', 'B');
  typed('v3', 'B', 'A');
  typed('u1', 'A', 'B', { undoes: 'v3', back: 'v2' });
  typed('u2', 'B', 'A', { undoes: 'v2', back: 'v1' });
  expect(tick()).toBe('known');
  expect(notKnown('v1').knownTo).toEqual([]);
  expect(tick()).toBe('stands');
});
