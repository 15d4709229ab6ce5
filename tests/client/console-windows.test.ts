/** One document in two windows: both type, and nothing of either is lost. */
import { describe, expect, test } from '@jest/globals';
import { fakeConsultations, sampleDoc } from './consultationServer.ts';
import { fakeReports, write } from './reportServer.ts';

describe('a report in two windows', () => {
  test('S7 nothing unsaved here: what it saved is simply there', async () => {
    const { desk: open } = fakeReports();
    const [desk, other] = [open(), open()];
    other.change((d) => ({ ...d, subtitle: 'From the other' }), 'subtitle');
    await other.flush();
    await desk.refresh();
    expect(desk.document().subtitle).toBe('From the other');
    desk.change((d) => ({ ...d, notHeard: 'Fathers' }), 'notHeard');
    expect(await desk.flush()).toBe(true);
  });

  test('S7 another field was saved there: both stay, nobody is asked, and Undo takes back only what was done here', async () => {
    const { stored, desk: open } = fakeReports();
    const [mine, other] = [open(), open()];
    other.change(write('summary', 'made', 'One.'), 'texts.summary.text');
    await other.flush();
    mine.change((d) => ({ ...d, notHeard: 'Fathers' }), 'notHeard');
    expect(await mine.flush()).toBe(true);
    expect(mine.conflicts()).toEqual([]);
    for (const doc of [mine.document(), stored.document])
      expect(doc).toMatchObject({ notHeard: 'Fathers', texts: { summary: { text: 'One.' } } });
    mine.undo();
    expect(await mine.flush()).toBe(true);
    expect(stored.document).toMatchObject({ notHeard: '', texts: { summary: { text: 'One.' } } });
  });

  test('S7 what was taken in without asking is not undone either', async () => {
    const { stored, desk: open } = fakeReports();
    const [mine, other] = [open(), open()];
    mine.change((d) => ({ ...d, notHeard: 'Fathers' }), 'notHeard');
    await mine.flush();
    await other.refresh();
    other.change(write('summary', 'made', 'One.'), 'texts.summary.text');
    await other.flush();
    await mine.refresh();
    mine.undo();
    expect(await mine.flush()).toBe(true);
    expect(stored.document).toMatchObject({ notHeard: '', texts: { summary: { text: 'One.' } } });
  });

  test('S7 the same field was saved there: nothing is overwritten until one of the two is chosen', async () => {
    const { stored, desk: open } = fakeReports();
    const [mine, other, undecided] = [open(), open(), open()];
    other.change((d) => ({ ...d, subtitle: 'Other', notHeard: 'All' }), 'subtitle');
    await other.flush();
    for (const desk of [mine, undecided]) {
      desk.change((d) => ({ ...d, subtitle: 'Mine' }), 'subtitle');
      expect(await desk.flush()).toBe(false);
      expect(desk.save().is).toBe('elsewhere');
      expect(desk.conflicts()).toEqual([{ at: 'subtitle', mine: 'Mine', theirs: 'Other' }]);
      await desk.refresh();
      expect(desk.document().subtitle).toBe('Mine');
    }
    undecided.choose(new Map([['subtitle', 'theirs']]));
    expect(await undecided.flush()).toBe(true);
    expect(undecided.document()).toMatchObject({ subtitle: 'Other', notHeard: 'All' });
    undecided.undo();
    expect(undecided.document()).toMatchObject({ subtitle: 'Mine', notHeard: 'All' });

    mine.choose(new Map([['subtitle', 'mine']]));
    expect(await mine.flush()).toBe(true);
    expect([mine.conflicts(), mine.save().is]).toEqual([[], 'saved']);
    expect(stored.document).toMatchObject({ subtitle: 'Mine', notHeard: 'All' });
  });

  test('S7 a save that arrived and was not answered is no other window', async () => {
    const { stored, desk: open } = fakeReports();
    const desk = open();
    desk.change(write('summary', 'made', 'One. '), 'texts.summary.text');
    stored.loses = true;
    expect(await desk.flush()).toBe(false);
    expect(stored.document.texts.summary?.text).toBe('One. ');
    stored.loses = false;
    desk.change(write('summary', 'made', 'One. Two.'), 'texts.summary.text');
    expect(await desk.flush()).toBe(true);
    expect(stored.document.texts.summary?.text).toBe('One. Two.');
  });
});

describe('a consultation in two windows', () => {
  test('S7 what two windows changed in different fields is there from both; of the same field one is chosen', async () => {
    const { kept, desk: open } = fakeConsultations(sampleDoc());
    const [mine, other] = [open(), open()];
    other.change((d) => ({ ...d, aim: 'To hear', title: 'Theirs' }), 'aim');
    await other.flush();
    mine.change((d) => ({ ...d, open: 'All of it' }), 'open');
    expect(await mine.flush()).toBe(true);
    expect(kept.doc).toMatchObject({ aim: 'To hear', open: 'All of it', title: 'Theirs' });
    other.change((d) => ({ ...d, title: 'Theirs again' }), 'title');
    mine.change((d) => ({ ...d, title: 'Mine' }), 'title');
    await mine.flush();
    expect(await other.flush()).toBe(false);
    expect(other.conflicts()).toEqual([{ at: 'title', mine: 'Theirs again', theirs: 'Mine' }]);
    other.choose(new Map([['title', 'theirs']]));
    await other.flush();
    expect(kept.doc).toMatchObject({ aim: 'To hear', open: 'All of it', title: 'Mine' });
  });
});
