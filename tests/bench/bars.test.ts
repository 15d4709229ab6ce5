/** The benches' gate: a missed bar ends with 1 where that is asked for, and every bench is in one command. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failing, judge, type Trio } from '../../bench/judge.ts';
import { readOptions } from '../../bench/options.ts';
import { invalid } from '../../bench/round.ts';

const root = join(import.meta.dirname, '../..');
const text = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Runs the bars of a bench in a process of its own; its exit code and what it prints. */
function held(
  work: { quick?: boolean; gate?: boolean },
  calls: string,
): Promise<{ code: number; out: string }> {
  const options = JSON.stringify({ rounds: 1, quick: false, gate: false, data: '', ...work });
  const script = `import { Bars } from './bench/bars.ts'; const bars = new Bars(${options}); ${calls}; bars.end();`;
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], { cwd: root }, (error, out) =>
      resolve({ code: error === null ? 0 : Number(error.code), out }),
    );
  });
}

describe('bars of counting, files and reports', () => {
  const slow = `bars.hold('S12 one', 6, ' ms', { atMost: 5 })`;

  test('a missed one is told, and ends with 1 only with --gate', async () => {
    expect(await held({ gate: true }, slow)).toMatchObject({ code: 1 });
    const told = await held({}, slow);
    expect(told.code).toBe(0);
    expect(told.out).toBe('S12 one: 6.00 ms (bar: at most 5 ms; MISSED)\nMissed: S12 one.\n');
    expect((await held({ gate: true }, `bars.hold('x', 0.1, '', { atLeast: 0.2 })`)).code).toBe(1);
    expect((await held({ gate: true }, `bars.hold('x', 5, '', { atMost: 5 })`)).code).toBe(0);
    expect((await held({ gate: true }, `bars.sure('progress', false)`)).code).toBe(1);
  });

  test('none is judged by small sizes', async () => {
    const small = await held({ gate: true, quick: true }, slow);
    expect(small).toEqual({
      code: 0,
      out: 'S12 one: 6.00 ms (bar: at most 5 ms; not judged: small sizes)\n',
    });
  });
});

describe('the bar against one transaction for each response', () => {
  const bar = { id: 'S3', atLeast: 4, onSlowDisk: 6, phones: 1000 };
  const measured = { product: 20_000, other: 4000, middle: 5, least: 5, most: 5, rounds: 5 };

  test('asks for more where a sync takes longer', () => {
    expect(judge(bar, measured, 1000, 0.1)).toBe('reached');
    expect(judge(bar, measured, 1000, 0.4)).toBe('missed');
  });

  test('that server commits each write apart', async () => {
    const script = `
      import { WrittenFile } from './server/store/sqlite/writes.ts';
      import { statSync } from 'node:fs';
      import { openDatabase } from './server/store/sqlite/database.ts';
      const db = openDatabase(process.argv[1]);
      db.exec('CREATE TABLE t (x) ');
      const file = new WrittenFile({ path: db.name, statements: ['INSERT INTO t VALUES (?)'], logPages: 1000 });
      await file.commit([[0, 1]]);
      const frames = () => Math.floor(statSync(db.name + '-wal').size / 4120);
      const before = frames();
      await file.commit([[0, 1], [0, 2], [0, 3]]);
      console.log(frames() - before);
      await file.close();`;
    const inserted = (flags: string[]): Promise<string> => {
      const folder = mkdtempSync(join(tmpdir(), 'standpoint-one-'));
      const args = [...flags, '--input-type=module', '-e', script, join(folder, 'x.db')];
      return new Promise((resolve) => {
        execFile(process.execPath, args, { cwd: root }, (_, out) => {
          rmSync(folder, { recursive: true });
          resolve(out.trim());
        });
      });
    };
    const single = new URL('../../bench/oneAtATime.ts', import.meta.url).href;
    expect([await inserted([]), await inserted(['--import', single])]).toEqual(['1', '3']);
  });
});

describe('npm run bench', () => {
  test('takes --all, and docs/PERFORMANCE.md describes each bench that this runs', () => {
    expect(readOptions(['--all', '--gate'])).toMatchObject({ all: true, gate: true, quick: false });
    expect(readOptions([])).toMatchObject({ all: false });
    const scripts = [...text('bench/others.ts').matchAll(/^ {2}'(\w+\.ts)': /gm)].map((m) => m[1] ?? '');
    expect(scripts).toEqual(['results.ts', 'exportCsv.ts', 'mixedRoom.ts', 'documents.ts', 'start.ts']);
    for (const script of scripts) {
      expect(text('docs/PERFORMANCE.md')).toContain(`\`bench/${script}\``);
      for (const word of ['readWork(', 'bars.hold(', 'bars.end()'])
        expect(text(`bench/${script}`)).toContain(word);
    }
  });
});

describe('the gate of the rounds', () => {
  const saturate = { serverCpu: 1, loadCpu: 0.5, seconds: 2, acknowledged: 100 };
  const figure = {
    phase: 'saturation',
    what: 'a second',
    unit: '',
    of: (round: { saturate: { acknowledged: number } }) => round.saturate.acknowledged,
    against: null,
    bar: { id: 'S0', atLeast: 50, phones: 1000 },
  } as never;
  const trios = (more: object, n = 5): Trio[] =>
    Array.from({ length: n }, () => ({ product: { saturate: { ...saturate, ...more } } }) as never);
  const at = { phones: 1000, syncMs: 0.1, ran: 5 };

  test('a round counts when the server was what limited it, for long enough', () => {
    const why = (more: object) => invalid({ ...saturate, ...more } as never);
    expect(why({})).toBeNull();
    expect(why({ serverCpu: 0.94 })).toContain('94 % of a core');
    expect(why({ loadCpu: 0.8 })).toContain('80 % of a core');
    expect(why({ seconds: 0.39 })).toContain('0.39 s');
    expect(why({ serverCpu: null })).toContain('/proc');
  });

  test('fails on what misses its bar, and on what a full run could not measure', () => {
    expect(failing([figure], trios({}), at)).toEqual([]);
    expect(failing([figure], trios({ acknowledged: 49 }), at)).toEqual(['S0 (saturation, a second)']);
    const busy = trios({ loadCpu: 0.9 });
    expect(failing([figure], busy, at)).toEqual(['S0 (saturation, a second), not measured: no round counts']);
    const some = [...trios({}, 4), ...busy.slice(0, 1)];
    expect(failing([figure], some, at)[0]).toContain('4 of 5 rounds that count');
    // Of a smaller run nobody expected it.
    expect(failing([figure], busy, { ...at, phones: 999 })).toEqual([]);
    expect(failing([figure], busy.slice(0, 4), { ...at, ran: 4 })).toEqual([]);
  });
});
