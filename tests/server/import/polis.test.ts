import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../../core/refusal.ts';
import type { PolisConsultation } from '../../../server/import/polis.ts';
import { readPolis } from '../../../server/import/polis.ts';

const summary =
  'topic,"Buses, and more"\nurl,https://example.org/x\nvoters,2\nconversation-description,"One\nTwo"';
const comments = [
  'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,importance,comment-body',
  '1700000000,Tue Nov 14 2023,1,5,2,1,1,0,"More ""night"" buses',
  'please"',
  '1700000001,Tue Nov 14 2023,0,6,0,1,-1,3,"=1+1"',
].join('\n');
// Person 4 first disagreed with 1, then agreed; the later line has the earlier time.
const votes = [
  'timestamp,datetime,comment-id,voter-id,vote,important',
  '1700000300,x,1,4,1,0',
  '1700000200,x,1,4,-1,0',
  '1700000100,x,1,7,1,1',
  '1700000400,x,0,7,-1,0',
].join('\n');
const matrix = [
  'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1',
  '4,0,0,1,1,0,,1',
  '7,,1,2,1,1,-1,1',
].join('\n');
const formatJson = JSON.stringify({
  format: 'polis-export/1',
  'vote-convention': 'agree=+1;disagree=-1;pass=0',
  vote: { agree: 1, disagree: -1, pass: 0 },
});
const B = {
  'summary.csv': summary,
  'comments.csv': comments,
  'votes.csv': votes,
  'participant-votes.csv': matrix,
};
const declared = (sign: string): string => `${summary}\nvote-convention,${sign}`;
const C = {
  ...B,
  'summary.csv': declared('agree=+1;disagree=-1;pass=0;format=polis-export/1'),
  'format.json': formatJson,
};

function read(files: Record<string, string>): PolisConsultation {
  const polis = readPolis(files);
  if (isRefusal(polis)) throw new Error(`${polis.where}: ${polis.detail}`);
  return polis;
}

describe('a Polis export', () => {
  test('F8 a topic that our own export had to cut is read whole from format.json', () => {
    const whole = `${'How well are we heard? '.repeat(7)}And why?`;
    const topicOf = (topic: string, standpoint: unknown): string =>
      read({
        ...C,
        'summary.csv': `topic,"${topic}"\nvoters,2`,
        'format.json': JSON.stringify({ ...(JSON.parse(formatJson) as object), standpoint }),
      }).topic;
    expect(topicOf(`${whole.slice(0, 139)}…`, { topic: whole })).toBe(whole);
    expect(topicOf('Well, who knows…', { topic: whole })).toBe('Well, who knows…');
    expect(topicOf('How well are we heard?', { topic: whole })).toBe('How well are we heard?');
    expect(topicOf('Who knows…', 'another program’s')).toBe('Who knows…');
  });

  test.each([
    ['reportExport', B],
    ['polis-export/1', C],
  ])('F8 %s is read: last vote by time, ids in order, importance passed over', (_name, files) => {
    const polis = read(files);
    expect(polis.warnings).toEqual([]);
    expect(polis.topic).toBe('Buses, and more');
    expect(polis.description).toBe('One\nTwo');
    expect(polis.comments.map((c) => [c.id, c.text, c.moderated, c.line])).toEqual([
      [0, '=1+1', -1, 4],
      [1, 'More "night" buses\nplease', 1, 2],
    ]);
    expect(polis.votes.map((v) => [v.voter, v.comment, v.vote])).toEqual([
      [4, 1, 1],
      [7, 1, 1],
      [7, 0, -1],
    ]);
    expect(polis.events.map((e) => e.time / 1000 - 1_700_000_000)).toEqual([100, 200, 300, 400]);
    expect(polis.voters).toEqual([4, 7]);
  });

  test('F8 the old zip is read: milliseconds, no datetime, xid, flags, a folder before the name', () => {
    const ms = (text: string): string => text.replace(/^(17\d{8}),x,/gm, '$1000,').replace('datetime,', '');
    const polis = read({
      'town/summary.csv': summary.replace('voters,2', 'views,9\nvoters,2'),
      'town/comments.csv': [
        'timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body',
        '1700000000123,1,5,2,1,1,false,true,0.68,More',
        '1700000000124,0,5,0,1,1,false,true,0.68,Less',
      ].join('\n'),
      'town/votes.csv': ms(votes).replace('timestamp,datetime', 'timestamp'),
      'town/participants-votes.csv': 'participant,xid,group-id,n-votes,0,1\n4,,0,1,,1\n7,"a,b",,2,-1,1\n',
      'town/stats-history.csv': 'n-votes\nnot,read,at all"',
    });
    expect(polis.warnings).toEqual([]);
    expect(polis.events[0]?.time).toBe(1_700_000_100_000);
  });

  test('F8 byte order marks and CRLF make no difference', () => {
    const windows = Object.fromEntries(
      Object.entries(C).map(([name, text]) => [name, `\ufeff${text.replace(/\n/g, '\r\n')}\r\n\r\n`]),
    );
    expect(read(windows)).toEqual(read(C));
  });

  test('F8 names as a browser saved them are known, and both names of the matrix at once', () => {
    const named = Object.fromEntries(Object.entries(B).map(([n, t]) => [`2024-10-09-1651-buses-${n}`, t]));
    expect(read({ ...named, 'participants-votes.csv': matrix })).toEqual(read(B));
  });

  test('F8 of two votes at the same time the later line counts', () => {
    const tie = votes.replace('1700000200', '1700000300');
    expect(read({ ...B, 'votes.csv': tie }).votes[0]?.vote).toBe(-1);
  });
});

const line = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`nothing to break: ${from}`);
  return text.replace(from, to);
};

describe('a broken Polis export', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a vote of 2', { ...B, 'votes.csv': line(votes, '1,7,1,1', '1,7,2,1') }, 'votes.csv line 4'],
    ['an empty vote', { ...B, 'votes.csv': line(votes, '1,7,1,1', '1,7,,1') }, 'votes.csv line 4'],
    ['an unknown comment', { ...B, 'votes.csv': line(votes, 'x,0,7', 'x,9,7') }, 'votes.csv line 5'],
    ['a voter without a number', { ...B, 'votes.csv': line(votes, 'x,0,7', 'x,0,me') }, 'votes.csv line 5'],
    ['a time in words', { ...B, 'votes.csv': line(votes, '1700000200', 'noon') }, 'votes.csv line 3'],
    [
      'a time beyond all',
      { ...B, 'votes.csv': line(votes, '1700000200', '999999999999999') },
      'votes.csv line 3',
    ],
    ['a row too short', { ...B, 'votes.csv': line(votes, ',1,7,1,1', ',1,7') }, 'votes.csv line 4'],
    [
      'an open quote',
      { ...B, 'votes.csv': line(votes, '1700000100,x', '1700000100,"x') },
      'votes.csv line 4',
    ],
    ['no vote at all', { ...B, 'votes.csv': votes.split('\n')[0] ?? '' }, 'votes.csv'],
    ['a column missing', { ...B, 'votes.csv': line(votes, 'voter-id', 'voter') }, 'votes.csv line 1'],
    ['an empty file', { ...B, 'votes.csv': '' }, 'votes.csv line 1'],
    [
      'agrees of minus one',
      { ...B, 'comments.csv': line(comments, '1,5,2,1', '1,5,-1,1') },
      'comments.csv line 2',
    ],
    [
      'moderated maybe',
      { ...B, 'comments.csv': line(comments, '0,1,-1', '0,1,maybe') },
      'comments.csv line 4',
    ],
    [
      'a comment twice',
      { ...B, 'comments.csv': line(comments, '2023,0,6', '2023,1,6') },
      'comments.csv line 4',
    ],
    [
      'a cell of 5',
      { ...B, 'participant-votes.csv': line(matrix, ',-1,1', ',5,1') },
      'participant-votes.csv line 3',
    ],
    [
      'a column of no comment',
      { ...B, 'participant-votes.csv': line(matrix, ',0,1\n', ',0,8\n') },
      'participant-votes.csv line 1',
    ],
    [
      'a participant twice',
      { ...B, 'participant-votes.csv': line(matrix, '\n7,', '\n4,') },
      'participant-votes.csv line 3',
    ],
    ['another sign', { ...C, 'summary.csv': declared('agree=-1;disagree=+1;pass=0') }, 'summary.csv line 6'],
    [
      'another sign in JSON',
      { ...C, 'format.json': line(formatJson, '"agree":1', '"agree":-1') },
      'format.json',
    ],
    ['broken JSON', { ...C, 'format.json': '{' }, 'format.json'],
    ['no comments', { 'votes.csv': votes }, 'comments.csv'],
    ['no votes', { 'comments.csv': comments }, 'votes.csv'],
    ['two different votes.csv', { ...B, 'b/votes.csv': line(votes, '1,7,1,1', '1,7,0,1') }, 'votes.csv'],
  ])('P5 %s is refused at its place', (_name, files, where) => {
    const polis = readPolis(files);
    expect(polis).toMatchObject({ refusal: 'bad-file', where });
    expect(isRefusal(polis) && polis.detail).toBeTruthy();
  });

  test('F8 agree and disagree exchanged is told and not turned round', () => {
    const flip = (text: string): string =>
      text.replace(/,(-?1),([01])$/gm, (_, v: string, i: string) => `,${v === '1' ? '-1' : '1'},${i}`);
    const polis = read({ ...B, 'votes.csv': flip(votes) });
    expect(polis.votes.map((v) => v.vote)).toEqual([-1, -1, 1]);
    expect(polis.warnings.filter((w) => w.includes('look exchanged'))).toHaveLength(2);
  });

  test('F8 a matrix that keeps an earlier vote is told with the number of cells', () => {
    const polis = read({ ...B, 'participant-votes.csv': line(matrix, ',,1\n', ',,-1\n') });
    expect(polis.votes[0]?.vote).toBe(1);
    expect(polis.warnings).toEqual([
      expect.stringMatching(/^1 cells of participant-votes.csv keep an earlier vote/),
    ]);
  });

  test('F8 a matrix or counts that do not fit are told with file and line', () => {
    const polis = read({
      ...B,
      'comments.csv': line(comments, '1,5,2,1', '1,5,4,1'),
      'participant-votes.csv': line(matrix, '4,0,0,1,1,0,,1', '4,0,0,1,1,0,0,0'),
    });
    expect(polis.warnings.join('\n')).toMatch(/comments.csv line 2 has 4 agrees/);
    expect(polis.warnings.join('\n')).toMatch(/1 cells of participant-votes.csv differ.*line 2/);
    expect(polis.warnings.join('\n')).toMatch(/1 cells of participant-votes.csv have no vote/);
  });

  test('F8 without summary or matrix the import goes on and says so', () => {
    const polis = read({ 'comments.csv': comments, 'votes.csv': votes });
    expect(polis.warnings).toHaveLength(2);
  });
});

test('F8 any votes in any order: the last by time counts, and the matrix made from them agrees', () => {
  const cast = fc.array(
    fc.record({
      voter: fc.nat({ max: 5 }),
      comment: fc.nat({ max: 3 }),
      vote: fc.constantFrom(-1, 0, 1),
      time: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(cast, (list) => {
      const last = new Map<string, (typeof list)[number]>();
      for (const e of list.map((v, i) => ({ ...v, i })).toSorted((a, b) => a.time - b.time || a.i - b.i))
        last.set(`${e.voter} ${e.comment}`, e);
      const ids = [0, 1, 2, 3];
      const times = (id: number, vote: number): number =>
        list.filter((e) => e.comment === id && e.vote === vote).length;
      const voters = [...new Set(list.map((e) => e.voter))];
      const polis = read({
        'summary.csv': `topic,T\nvoters,${voters.length}`,
        'comments.csv': `timestamp,comment-id,agrees,disagrees,moderated,comment-body\n${ids.map((id) => `1,${id},${times(id, 1)},${times(id, -1)},1,text`).join('\n')}`,
        'votes.csv': `timestamp,comment-id,voter-id,vote\n${list.map((e) => `${e.time},${e.comment},${e.voter},${e.vote}`).join('\n')}`,
        'participants-votes.csv': `participant,${ids.join(',')}\n${voters.map((v) => `${v},${ids.map((id) => last.get(`${v} ${id}`)?.vote ?? '').join(',')}`).join('\n')}`,
      });
      expect(polis.warnings).toEqual([]);
      expect(polis.votes.length).toBe(last.size);
      for (const v of polis.votes) expect(v.vote).toBe(last.get(`${v.voter} ${v.comment}`)?.vote);
    }),
    { numRuns: 200 },
  );
});
