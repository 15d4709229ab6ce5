/** Where test files run: in the worker's own realm, see `runtime.ts`. */
import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

export default class OwnRealm implements Pick<
  JestEnvironment,
  'global' | 'fakeTimersModern' | 'moduleMocker'
> {
  /** What Jest hangs on the globals of a file, such as an exit that it watches, stays off those of the process. */
  readonly global = Object.create(globalThis, { process: { value: undefined } }) as JestEnvironment['global'];
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimersModern: ModernFakeTimers;
  readonly fakeTimers = null;
  #globals: PropertyDescriptorMap = {};
  #env: NodeJS.ProcessEnv = {};

  constructor({ projectConfig }: JestEnvironmentConfig, _context: EnvironmentContext) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup(): Promise<void> {
    this.#globals = Object.getOwnPropertyDescriptors(globalThis);
    this.#env = { ...process.env };
  }

  /** The next file finds the globals and the environment as this one found them. */
  async teardown(): Promise<void> {
    this.fakeTimersModern.dispose();
    for (const key of Reflect.ownKeys(globalThis))
      if (!(key in this.#globals)) Reflect.deleteProperty(globalThis, key);
    Object.defineProperties(globalThis, this.#globals);
    for (const key of Object.keys(process.env)) if (!(key in this.#env)) delete process.env[key];
    Object.assign(process.env, this.#env);
  }

  getVmContext(): null {
    return null;
  }
}
