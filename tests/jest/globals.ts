/**
 * What test files and their helpers get for `@jest/globals`. Helpers stay loaded from one file to the next, so each
 * name stands for what the file that runs just now was given.
 */
import { current } from './runtime.ts';

type Globals = ReturnType<typeof current>;

function standIn<Name extends keyof Globals>(name: Name): Globals[Name] {
  const target = () => undefined;
  return new Proxy(target, {
    apply: (_, self, args) => Reflect.apply(current()[name] as typeof target, self, args as []) as unknown,
    get: (_, key) => Reflect.get(current()[name], key) as unknown,
  }) as unknown as Globals[Name];
}

export const afterAll = standIn('afterAll');
export const afterEach = standIn('afterEach');
export const beforeAll = standIn('beforeAll');
export const beforeEach = standIn('beforeEach');
export const describe = standIn('describe');
export const expect = standIn('expect');
export const jest = standIn('jest');
export const test = standIn('test');
