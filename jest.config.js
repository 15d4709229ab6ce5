/**
 * Node strips the types itself, so there is no transform; that is why `.tsx` cannot be imported by a
 * test: what is drawn is tested in a browser.
 */
export default {
  roots: ['<rootDir>/tests'],
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
