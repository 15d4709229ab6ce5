/** Where test files run: in the worker's own realm, see `runtime.ts`. */
import type { EnvironmentContext, JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import fc from 'fast-check';
import { ModuleMocker } from 'jest-mock';

/**
 * What is tried at random is the same in each run, so that what passes here passes elsewhere. `SEED=12 npm test` tries
 * something else, `SEED=random npm test` something else each time.
 */
const { SEED = '1' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });

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
    this.moduleMocker.restoreAllMocks();
    for (const key of Reflect.ownKeys(globalThis)) {
      const was = this.#globals[key as string];
      const now = Object.getOwnPropertyDescriptor(globalThis, key);
      if (was === undefined) Reflect.deleteProperty(globalThis, key);
      // Only what differs: V8 no longer takes a global that was defined anew for one that stays.
      else if (was.value !== now?.value || was.get !== now?.get) Object.defineProperty(globalThis, key, was);
    }
    for (const key of Object.keys(process.env)) if (!(key in this.#env)) delete process.env[key];
    Object.assign(process.env, this.#env);
  }

  getVmContext(): null {
    return null;
  }
}
