/**
 * Node strips the types itself, so there is no transform; that is why `.tsx` cannot be imported by a
 * test: what is drawn is tested in a browser.
 */
export default {
  roots: ['<rootDir>/tests'],
  testEnvironment: '<rootDir>/tests/jest/environment.ts',
  runtime: '<rootDir>/tests/jest/runtime.ts',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  // Jest itself goes on by these.
  fakeTimers: { doNotFake: ['nextTick', 'queueMicrotask'] },
  // Only for what never comes: no test is about time, and machines are shared.
  testTimeout: 240_000,
  maxWorkers: 2,
  // What a test file loaded is not given back while its worker goes on: after a hundred of them most of the time
  // went into looking for garbage, and memory ran out at last.
  workerIdleMemoryLimit: '1500MB',
};
