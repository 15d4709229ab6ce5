import { expect, test } from '@jest/globals';

import { pageAt } from '../../client/console/routes.ts';

test('every address of the console has its page', () => {
  expect(pageAt('/console')).toEqual({ page: 'home' });
  expect(pageAt('/console/')).toEqual({ page: 'home' });
  expect(pageAt('/console/c/abc')).toEqual({ page: 'editor', id: 'abc' });
  expect(pageAt('/console/c/abc/results')).toEqual({ page: 'results', id: 'abc' });
  expect(pageAt('/console/s/xyz')).toEqual({ page: 'live', id: 'xyz' });
  expect(pageAt('/console/s/xyz/slips')).toEqual({ page: 'slips', id: 'xyz' });
});

test('an address that is no page leads home', () => {
  for (const path of ['/', '/console/x/abc', '/console/c', '/console/c/abc/other', '/console/s/a/b'])
    expect(pageAt(path)).toEqual({ page: 'home' });
});
