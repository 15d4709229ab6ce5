import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { isRefusal } from '../../../core/refusal.ts';
import type { PolisConsultation } from '../../../server/import/polis.ts';
import { readPolis } from '../../../server/import/polis.ts';
import { readFolder } from '../../../server/import/readFolder.ts';
import { toSealed } from '../../../server/import/toSealed.ts';
import { newId, newToken } from '../../../server/random.ts';
import { sampleSealed } from '../../../server/use/sample.ts';
import { files, linkedSample, nastySource, sampleSource, sourceOf, MARK } from './sources.ts';

function folder(out: Record<string, string>, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(out).flatMap(([name, text]) =>
      name.startsWith(`${path}/`) ? [[name.slice(path.length + 1), text]] : [],
    ),
  );
}

function read(texts: Record<string, string>): PolisConsultation {
  const polis = readPolis(texts);
  if (isRefusal(polis)) throw new Error(`${polis.where}: ${polis.detail}`);
  return polis;
}

/** Votes of each kind by the number of the statement, in the order of the ids. */
function countsOf(polis: PolisConsultation): string[] {
  const counts = polis.comments.map(() => [0, 0, 0]);
  const at = new Map(polis.comments.map((c, i) => [c.id, i]));
  for (const { comment, vote } of polis.votes) {
    const row = counts[at.get(comment) ?? -1];
    if (row !== undefined) row[vote + 1] = (row[vote + 1] ?? 0) + 1;
  }
  return counts.map((row) => row.join(' '));
}

const REAL = new URL('../../../../shared/real/', import.meta.url).pathname;
const SETS = ['london.youth.policing', '15-per-hour-seattle', 'bg2050-volunteers'];

describe('the layout of Polis', () => {
  const tests = existsSync(REAL) ? SETS : [];
  if (tests.length === 0) test.skip('F8 there are no real consultations beside the project', () => undefined);

  for (const name of tests)
    test(`F8 ${name}, imported, exported and imported again, has the same counts`, async () => {
      const texts = await readFolder(REAL + name);
      if (isRefusal(texts)) throw new Error(texts.where);
      const first = read(texts);
      const { consultation, sealed } = toSealed(first, newId, newToken);
      const out = await files(sourceOf(consultation, [sealed]), 'polis-votes');
      const again = read(folder(out, 'CONFIDENTIAL_TEAM_ONLY_polis-votes/round-1/everyone'));
      expect(again.warnings).toEqual([]);
      expect(again.voters).toHaveLength(first.voters.length);
      expect(countsOf(again)).toEqual(countsOf(first));
      const pair = out['CONFIDENTIAL_TEAM_ONLY_polis-votes/round-1/everyone/participant-votes.csv'];
      expect(pair).toBe(out['CONFIDENTIAL_TEAM_ONLY_polis-votes/round-1/everyone/participants-votes.csv']);
    });

  test('F8 the sample as linked sessions comes back with its counts', async () => {
    const { consultation, sessions } = await sampleSealed();
    const out = await files(await linkedSample(), 'polis-votes');
    for (const grouping of ['everyone', 'by-group']) {
      const polis = read(folder(out, `${MARK}polis-votes/round-1/${grouping}`));
      expect(polis.warnings).toEqual([]);
      const all = sessions.flatMap((s) => s.responses);
      for (const [i] of consultation.statements.entries()) {
        const of = (fits: (code: number) => boolean): number =>
          all.filter((r) => r.board === i + 1 && typeof r.answer === 'number' && fits(r.answer)).length;
        expect(countsOf(polis)[i]).toBe(`${of((c) => c < 3)} ${of((c) => c === 3)} ${of((c) => c > 3)}`);
      }
    }
    const groups = parse(out[`${MARK}polis-votes/round-1/by-group/comment-groups.csv`] ?? '', {
      columns: true,
    });
    for (const row of groups as Record<string, string>[])
      for (const count of ['votes', 'agrees', 'disagrees', 'passes'])
        expect(Number(row[`group-a-${count}`]) + Number(row[`group-b-${count}`])).toBe(
          Number(row[`total-${count}`]),
        );
  });

  test('F12 it is written exactly as Polis writes it', async () => {
    const out = await files((await nastySource()).source, 'polis,polis-votes');
    const at = `${MARK}polis-votes/round-1/by-group`;
    expect(Object.keys(folder(out, at))).toEqual([
      'summary.csv',
      'comments.csv',
      'votes.csv',
      'participant-votes.csv',
      'participants-votes.csv',
      'comment-groups.csv',
      'format.json',
    ]);
    expect(out[`${at}/summary.csv`]).toMatch(
      /^topic,".+"\nurl,\nvoters,\d+\nvoters-in-conv,\d+\ncommenters,1\ncomments,4\ngroups,1\nconversation-description,".+"$/,
    );
    expect(out[`${at}/comments.csv`]?.split('\n').slice(0, 2)).toEqual([
      'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
      '1772539200,Tue Mar 03 2026 12:00:00 GMT+0000 (Coordinated Universal Time),0,0,0,0,1,"I expect my social worker to make time for me."',
    ]);
    expect(out[`${at}/votes.csv`]).toMatch(
      /^timestamp,datetime,comment-id,voter-id,vote\n1772539200,Tue [^,]+,0,0,0\n/,
    );
    expect(out[`${at}/participant-votes.csv`]).toMatch(
      /^participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2,3\n0,0,0,1,0,0,0,,,\n/,
    );
    expect(out[`${at}/comment-groups.csv`]?.split('\n')[0]).toBe(
      'comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,group-a-votes,group-a-agrees,group-a-disagrees,group-a-passes',
    );
    // Someone of two groups: each group has a grouping of its own as well.
    const folders = new Set(Object.keys(out).map((n) => n.split('/').slice(0, 3).join('/')));
    for (const name of ['everyone', 'by-group', 'g01-or-not', 'g02-or-not'])
      expect(folders).toContain(`${MARK}polis-votes/round-1/${name}`);
    for (const text of Object.values(out)) expect(text.startsWith('\ufeff')).toBe(false);
  });

  test('F8 unlinked sessions have counts and no people; rounds are never mixed', async () => {
    const out = await files(await sampleSource(), 'polis');
    const names = Object.keys(out).map((n) => n.split('/').at(-1));
    expect(names).not.toContain('votes.csv');
    const comments: Record<string, string>[] = parse(
      out[`${MARK}polis/round-1/everyone/comments.csv`] ?? '',
      { columns: true },
    );
    const { sessions } = await sampleSealed();
    const agrees = sessions.flatMap((s) => s.responses).filter((r) => Number(r.answer) > 3).length;
    expect(comments.reduce((sum, c) => sum + Number(c['agrees']), 0)).toBe(agrees);
    const rounds = Object.keys(await files((await nastySource()).source, 'polis-votes'));
    expect(rounds.some((n) => n.includes('/round-2/'))).toBe(true);
  });

  test('F12 the pair for Polis names each statement by a UUID that its votes know', async () => {
    const out = folder(
      await files((await nastySource()).source, 'polis-import'),
      `${MARK}polis-import/round-1`,
    );
    const rows = (name: string): Record<string, string>[] => parse(out[name] ?? '', { columns: true });
    const ids = rows('comments.csv').map((r) => r['original_id']);
    expect(
      ids.every((id) =>
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id ?? ''),
      ),
    ).toBe(true);
    expect(rows('votes.csv').every((r) => ids.includes(r['comment_id']))).toBe(true);
    expect(new Set(rows('votes.csv').map((r) => r['vote_id'])).size).toBe(rows('votes.csv').length);
  });
});
