import { expect, test } from '@jest/globals';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import OwnRealm from './environment.ts';

test('a file finds globals and environment as they were, whatever the file before it put there', async () => {
  const projectConfig = { fakeTimers: {} } as JestEnvironmentConfig['projectConfig'];
  const environment = new OwnRealm({ projectConfig } as JestEnvironmentConfig, {} as EnvironmentContext);
  const there = { fetch: globalThis.fetch, path: process.env['PATH'], clock: globalThis.setTimeout };
  await environment.setup();
  globalThis.fetch = () => Promise.reject(new Error('not the real one'));
  Object.assign(globalThis, { leftBehind: true });
  process.env['PATH'] = '/nowhere';
  process.env['LEFT_BEHIND'] = 'yes';
  environment.fakeTimersModern.useFakeTimers();
  await environment.teardown();
  expect({
    fetch: globalThis.fetch,
    path: process.env['PATH'],
    clock: globalThis.setTimeout,
  }).toEqual(there);
  expect('leftBehind' in globalThis).toBe(false);
  expect('LEFT_BEHIND' in process.env).toBe(false);
});
