import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { countTests, failuresIn, readReports, type Suite } from './reports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-reports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const one = (fullName: string, status: string) => ({
  fullName,
  status,
  failureMessages: status === 'failed' ? ['\u001b[31mexpected 1\u001b[39m'] : [],
});
const suite = (name: string, ...tests: ReturnType<typeof one>[]): Suite => ({
  name,
  status: tests.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: tests,
});

function written(...reports: Suite[][]): string[] {
  return reports.map((testResults, i) => {
    const path = join(folder, `${i}.json`);
    writeFileSync(path, JSON.stringify({ testResults }));
    return path;
  });
}

test('each test is counted once, those that were passed over not at all, and what failed is told without colours', () => {
  const suites = readReports(
    written([suite('/a', one('a1', 'passed'), one('a2', 'failed'))], [suite('/b', one('b1', 'pending'))]),
  );
  expect(countTests(suites)).toEqual({ passed: 1, failed: 1 });
  expect(failuresIn(suites)).toEqual(['/a\na2\nexpected 1']);
});

test('a file that was run again is as it ended then, and one that could not be loaded is a failure', () => {
  const first = [suite('/a', one('a1', 'failed')), suite('/b', one('b1', 'passed'))];
  const again = [suite('/a', one('a1', 'passed'))];
  expect(countTests(readReports(written(first, again)))).toEqual({ passed: 2, failed: 0 });
  const broken: Suite = { name: '/a', status: 'failed', message: 'no such module', assertionResults: [] };
  const suites = readReports(written(first, [broken]));
  expect(countTests(suites)).toEqual({ passed: 1, failed: 1 });
  expect(failuresIn(suites)).toEqual(['/a\nno such module']);
});

test('a report that is not there, or was cut off, is no report', () => {
  expect(() => readReports([join(folder, 'none.json')])).toThrow('ENOENT');
  writeFileSync(join(folder, 'half.json'), '{"testResults": [');
  expect(() => readReports([join(folder, 'half.json')])).toThrow(SyntaxError);
});
