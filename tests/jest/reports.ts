/**
 * What Jest's reports say (`--json --outputFile`), for .ci/run and for planted faults.
 *
 *     node tests/jest/reports.ts failed REPORT...   the files of which a test failed, a line each
 *     node tests/jest/reports.ts counts REPORT...   how many tests passed, and how many failed
 *     node tests/jest/reports.ts told REPORT...     what failed, and how
 *
 * A file that is in several reports is as the last of them says.
 */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How one file of tests ended. */
export interface Suite {
  /** Its path. */
  name: string;
  status: string;
  /** Why it could not be loaded; what failed, where something did. */
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
}

/** Throws where a report is not there or is not whole. */
export function readReports(paths: readonly string[]): Suite[] {
  const suites = paths.flatMap(
    (path) => (JSON.parse(readFileSync(path, 'utf8')) as { testResults: Suite[] }).testResults,
  );
  return [...new Map(suites.map((suite) => [suite.name, suite])).values()];
}

const isFailed = ({ status }: { status: string }): boolean => status === 'failed';

/** One that could not even be loaded has no tests to count, and counts as one that failed. */
export function countTests(suites: readonly Suite[]): { passed: number; failed: number } {
  const tests = suites.flatMap(({ assertionResults }) => assertionResults);
  const unloaded = suites.filter((suite) => isFailed(suite) && !suite.assertionResults.some(isFailed));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(isFailed).length + unloaded.length,
  };
}

/** Most of what is told of one test. */
const ENOUGH = 1500;

/** The names of the tests that failed, each with how. */
export function failuresIn(suites: readonly Suite[]): string[] {
  const plain = (text: string): string => stripVTControlCharacters(text).slice(0, ENOUGH);
  return suites.filter(isFailed).flatMap(({ name, message, assertionResults }) => {
    const broken = assertionResults.filter(isFailed);
    if (broken.length === 0) return [`${name}\n${plain(message)}`];
    return broken.map((one) => `${name}\n${one.fullName}\n${plain(one.failureMessages.join('\n'))}`);
  });
}

if (import.meta.main) {
  const [what, ...paths] = process.argv.slice(2);
  const suites = readReports(paths);
  const { passed, failed } = countTests(suites);
  const lines = {
    failed: suites.filter(isFailed).map(({ name }) => name),
    counts: [`${passed} ${failed}`],
    told: failuresIn(suites),
  }[what ?? ''];
  if (lines === undefined) throw new Error('Which of failed, counts, told?');
  for (const line of lines) console.log(line);
}
