import { describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { consultationFile, readConsultationFile } from '../../../core/consultationFile.ts';
import { isId } from '../../../core/id.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { offers } from '../../../core/scale.ts';
import { fromTemplate, loadTemplates } from '../../../server/use/templates.ts';
import { sampleSealed } from '../../../server/use/sample.ts';

const data = new URL('../../../data/', import.meta.url);
let made = 0;
const next = (): string => `fresh-${(made += 1)}`;

describe('the templates', () => {
  test('are at least six, all listed, all readable, and none is marked as a sample', async () => {
    const templates = await loadTemplates();
    const files = (await readdir(new URL('templates/', data))).filter((f) => f !== 'index.json');
    expect(templates.map((t) => `${t.id}.json`).toSorted()).toEqual(files.toSorted());
    expect(templates.length).toBeGreaterThanOrEqual(6);
    for (const t of templates) {
      expect(t.about).not.toBe('');
      expect(t.consultation).toMatchObject({ sample: false, askedBy: '', decided: '', open: '' });
    }
  });

  test('one of them has two rounds, one two groups with a wording each, one three answers', async () => {
    const all = (await loadTemplates()).map((t) => t.consultation);
    expect(all.some((c) => c.rounds === 2 && c.roundOrder === 'all')).toBe(true);
    expect(all.some((c) => c.scale.kind === 'agreement-3' && c.statements.length === 3)).toBe(true);
    const mirrored = all.find((c) => c.groups.length === 2);
    const ids = mirrored?.groups.map((g) => g.id);
    expect(mirrored?.statements.every((s) => s.wordings.map((w) => w.group).join() === ids?.join())).toBe(
      true,
    );
  });

  test('give a consultation with ids of its own, wordings still pointing at their groups', async () => {
    for (const { id, consultation } of await loadTemplates()) {
      const fresh = await fromTemplate(id, next);
      if (isRefusal(fresh)) throw new Error(id);
      expect(isRefusal(readConsultationFile(consultationFile(fresh)))).toBe(false);
      const ids = [fresh.id, ...fresh.groups.map((g) => g.id), ...fresh.statements.map((s) => s.id)];
      expect(ids.every((one) => one.startsWith('fresh-')) && new Set(ids).size === ids.length).toBe(true);
      expect(fresh.statements.map((s) => s.wordings.map((w) => w.text))).toEqual(
        consultation.statements.map((s) => s.wordings.map((w) => w.text)),
      );
    }
    expect(await fromTemplate('nothing', next)).toMatchObject({ refusal: 'no-such-template' });
  });
});

describe('the sample', () => {
  test('has the shape of the real study: 46 people, 37 male, 9 female, 14 young, 32 adults', async () => {
    const { consultation, sessions } = await sampleSealed();
    const rows = sessions.flatMap((s) => s.session.attendance);
    const sum = (keep: (row: (typeof rows)[number]) => boolean): number =>
      rows.filter(keep).reduce((n, row) => n + row.n, 0);
    const [young, adults] = consultation.groups;
    expect(sessions).toHaveLength(5);
    expect(consultation.statements).toHaveLength(4);
    expect([
      sum(() => true),
      sum((r) => r.gender === 'Male'),
      sum((r) => r.gender === 'Female'),
      sum((r) => r.group === young?.id),
      sum((r) => r.group === adults?.id),
    ]).toEqual([46, 37, 9, 14, 32]);
  });

  test('is marked, readable as a file, unlinked, and the same each time', async () => {
    const { consultation, sessions } = await sampleSealed();
    expect(consultation.sample).toBe(true);
    expect(consultation.title).not.toMatch(/sample/i);
    expect(readConsultationFile(consultationFile(consultation))).toEqual(consultation);
    expect([consultation.id, ...sessions.map((s) => s.session.id)].every(isId)).toBe(true);
    expect(await sampleSealed()).toEqual({ consultation, sessions });
    for (const { session, boards, responses } of sessions) {
      expect(session).toMatchObject({ mode: 'unlinked', state: 'sealed' });
      const people = session.attendance.reduce((n, row) => n + row.n, 0);
      for (const board of boards) {
        const here = responses.filter((r) => r.board === board.n);
        expect(here.length).toBeLessThanOrEqual(people);
        expect(here.every((r) => offers(board.scale, r.answer) && r.person === null)).toBe(true);
      }
      expect(responses.some((r) => r.shown && (r.audience === 'team' || r.comment === ''))).toBe(false);
    }
  });

  test('has long comments, declined answers, answers for the team only, and people who gave none', async () => {
    const { sessions } = await sampleSealed();
    const all = sessions.flatMap((s) => s.responses);
    expect(all.length).toBeLessThan(46 * 4);
    expect(all.some((r) => r.comment.length > 200)).toBe(true);
    for (const code of ['n', 'x'] as const) expect(all.some((r) => r.answer === code)).toBe(true);
    expect(all.some((r) => r.audience === 'team') && all.some((r) => !r.quote)).toBe(true);
    expect(await readFile(new URL('sample.json', data), 'utf8')).toMatch(/invented/);
  });
});
