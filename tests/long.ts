/**
 * The tests of anonymity at the size that a claim about chance needs, telling their figures. They are the
 * tests of `npm test`; tests/support/sizes.ts has what differs.
 *
 *     npm run test:long
 *     ATTACK_SECONDS=60 npm run test:long
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TESTS = [
  'tests/server/live/guesses.test.ts',
  'tests/server/live/watched.test.ts',
  'tests/server/staff/guessing.test.ts',
];

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    '--verbose',
    // One after the other: what is measured by the clock is not to wait for its neighbour.
    '--runInBand',
    ...TESTS,
    ...process.argv.slice(2),
  ],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, STANDPOINT_LONG: 'yes' },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
