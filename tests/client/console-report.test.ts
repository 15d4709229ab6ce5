/** The report on its desk: what is made follows the figures, what was written stays, and it is saved by itself. */
import { describe, expect, test } from '@jest/globals';
import type { Chapter, ReportDocument, ReportPicture } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';
import { readReport } from '../../core/schemaReport.ts';
import {
  addChapter,
  changeChapter,
  changePicture,
  moveChapter,
  originOf,
  putSentence,
  putStatementText,
  putText,
  readLines,
  removeChapter,
  staleFields,
  tickSession,
  typed,
} from '../../client/console/pages/report/edits.ts';
import { fakeReports, s1, write } from './reportServer.ts';

describe('a made text', () => {
  test('F15 follows the figures until somebody changes it; then it stays, and the page knows that it is stale', async () => {
    const { stored, desk: open } = fakeReports();
    const desk = open();
    stored.figures = 2;
    await desk.refresh();
    expect(desk.page().made.summary).toBe('summary: 2 people, 0 sessions');
    expect(originOf(desk.document().texts.summary, desk.page().made.summary)).toBe('made');

    desk.change(write('summary', desk.page().made.summary, 'Two came'), 'texts.summary.text');
    desk.change(write('summary', 'typed a moment later', 'Two came.'), 'texts.summary.text');
    expect(await desk.flush()).toBe(true);
    expect(stored.document.texts.summary).toEqual({ text: 'Two came.', from: desk.page().made.summary });
    expect(originOf(desk.document().texts.summary, desk.page().made.summary)).toBe('yours');

    stored.figures = 3;
    await desk.refresh();
    const { made } = desk.page();
    expect(desk.document().texts.summary?.text).toBe('Two came.');
    expect(originOf(desk.document().texts.summary, made.summary)).toBe('stale');

    // "Keep mine" says that it was looked at; "Take what is made" lets the figures speak again.
    desk.change((d) => putText(d, 'summary', { text: 'Two came.', from: made.summary }), null);
    expect(originOf(desk.document().texts.summary, made.summary)).toBe('yours');
    desk.change((d) => putText(d, 'summary', undefined), null);
    expect(desk.document().texts).toEqual({});
    desk.undo();
    expect(desk.document().texts.summary?.text).toBe('Two came.');
  });

  test('F15 an emptied text is the team’s, not the made one', () => {
    expect(typed(undefined, 'made', '')).toEqual({ text: '', from: 'made' });
    expect(originOf({ text: '', from: 'made' }, 'made')).toBe('yours');
  });

  test('F15 texts are made anew after a setting has changed what they are made from, and only then', async () => {
    const { stored, desk: open } = fakeReports();
    const desk = open();
    desk.change((d) => ({ ...d, notHeard: 'Fathers' }), 'notHeard');
    desk.change((d) => addChapter(d, 'x'.repeat(26)), null);
    await desk.flush();
    expect(stored.asked).toBe(0);
    const settings: Partial<ReportDocument>[] = [
      { sessions: ['a'.repeat(26)] },
      { parts: 'none' },
      { units: [{ id: 'u'.repeat(26), name: 'Both', groups: [], sessions: [] }] },
      { floor: 10 },
      { neutral: 'plain' },
      { order: 'net' },
      { show: { agreement: false, consensus: true, intervals: false, tests: false } },
      { showDates: false },
      { showPlaces: true },
    ];
    for (const [i, setting] of settings.entries()) {
      desk.change((d) => ({ ...d, ...setting }), null);
      await desk.flush();
      expect([setting, stored.asked]).toEqual([setting, i + 1]);
    }
    expect(desk.page().made.reading).toBe('plain');
  });

  test('F15 where nothing answers, the texts are asked for again with the next save', async () => {
    const { stored, desk: open } = fakeReports();
    const desk = open();
    desk.change((d) => ({ ...d, neutral: 'apart' }), null);
    stored.answers = false;
    expect(await desk.flush()).toBe(false);
    expect(desk.save().is).toBe('failed');
    stored.answers = true;
    desk.change((d) => ({ ...d, subtitle: 'Later' }), 'subtitle');
    expect(await desk.flush()).toBe(true);
    expect(stored.asked).toBe(1);
    expect(desk.page().made.reading).toBe('apart');
  });
});

describe('what is shown of it', () => {
  test('F15 fields whose figures have changed are named in the order of the page', () => {
    const page = {
      made: { summary: 'a', changeable: '', methods: '', shared: '', differ: '', limits: 'l', reading: '' },
      statements: [{ id: s1, number: 1, text: '', sentence: 's', quotes: 0 }],
    };
    const edited = { text: 'Ours', from: 'as it was' };
    const start = newReport(5, 'shown');
    const doc = putSentence(putText(putText(start, 'limits', edited), 'summary', edited), s1, edited);
    expect(staleFields(start, page)).toEqual([]);
    expect(staleFields(doc, page)).toEqual([
      'texts.summary.text',
      `statements.${s1}.sentence.text`,
      'texts.limits.text',
    ]);
    expect(staleFields(putText(start, 'summary', { text: '', from: 'a' }), page)).toEqual([]);
  });

  test('F10 all sessions are an empty list, so that a later one is in it too', () => {
    const all = ['a', 'b', 'c'];
    expect(tickSession(all, [], 'b', false)).toEqual(['a', 'c']);
    expect(tickSession(all, ['c', 'a'], 'b', true)).toEqual([]);
    expect(tickSession(all, ['c'], 'a', true)).toEqual(['a', 'c']);
    // One that is gone, or of another laptop, is not kept; without any tick it is about all.
    expect(tickSession(all, ['gone', 'a'], 'b', true)).toEqual(['a', 'b']);
    expect(tickSession(all, ['a'], 'a', false)).toEqual([]);
  });
});

describe('changes', () => {
  const picture: ReportPicture = {
    id: 'p'.repeat(26),
    type: 'image/png',
    data: 'iVBORw0KGgo=',
    alt: 'A wall',
    credit: '',
    consent: false,
  };
  const [one, two] = ['x'.repeat(26), 'y'.repeat(26)];

  test('S2 typing is one step of Undo; leaving the field begins another', () => {
    const desk = fakeReports().desk();
    for (const subtitle of ['A', 'AB']) desk.change((d) => ({ ...d, subtitle }), 'subtitle');
    desk.settle();
    desk.change((d) => ({ ...d, subtitle: 'ABC' }), 'subtitle');
    desk.undo();
    expect(desk.document().subtitle).toBe('AB');
    desk.undo();
    expect([desk.document().subtitle, desk.canUndo(), desk.canRedo()]).toEqual(['', false, true]);
  });

  test('S2 a statement on which nothing is written any more has no entry', () => {
    const start = newReport(5, 'shown');
    const doc = putStatementText(putSentence(start, s1, { text: 'a', from: 'b' }), s1, 'Ours');
    expect(doc.statements[s1]).toEqual({ sentence: { text: 'a', from: 'b' }, text: 'Ours' });
    expect(putStatementText(putSentence(doc, s1, undefined), s1, '')).toEqual(start);
    expect(readReport(doc)).toEqual(doc);
  });

  test('S2 chapters and their pictures are added, moved, changed and removed, each alone', () => {
    let doc = addChapter(addChapter(newReport(5, 'shown'), one), two);
    doc = changeChapter(doc, one, (c): Chapter => ({ ...c, title: 'Talk', pictures: [picture] }));
    expect(readReport(doc)).toEqual(doc);
    expect(moveChapter(doc, one, 1).chapters.map((c) => c.id)).toEqual([two, one]);
    expect(moveChapter(doc, one, -1)).toBe(doc);
    expect(moveChapter(doc, two, 1)).toBe(doc);
    doc = changePicture(doc, one, picture.id, (p) => ({ ...p, consent: true }));
    expect(doc.chapters[0]?.pictures).toEqual([{ ...picture, consent: true }]);
    expect(changePicture(doc, one, picture.id, () => null).chapters[0]?.pictures).toEqual([]);
    expect(removeChapter(doc, one).chapters.map((c) => c.id)).toEqual([two]);
  });

  test('F14 a list of names is read line by line, each once', () => {
    expect(readLines(' Ann\n\nBen \r\nAnn\n')).toEqual(['Ann', 'Ben']);
  });
});
