/**
 * Loads test files as Node loads any program.
 *
 * Jest's own runtime gives each file a context of its own: everything the file needs is read, parsed and compiled
 * once more for it and runs cold, which was a second for each file that starts a server, and the garbage of it.
 * Here the files of a worker share what they load. What they share is therefore what a file must leave as it found
 * it: globals, the environment, and what modules keep. Everything else is Jest's: timeouts, hooks, reports.
 */
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type * as JestGlobals from '@jest/globals';
import type * as JestRuntime from 'jest-runtime';

type Globals = typeof JestGlobals;

const require = createRequire(import.meta.url);
// Its types are those of what is required.
const { default: Runtime } = require('jest-runtime') as typeof JestRuntime.default;
const { href: globals } = new URL('globals.ts', import.meta.url);
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context),
});

/** Where Jest's part of a file keeps who listens to it. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

let given: Globals | undefined;

/** @returns what the test file that runs just now was given; throws where none runs */
export function current(): Globals {
  if (given === undefined) throw new Error('No test file runs.');
  return given;
}

export default class NativeRuntime extends Runtime {
  /** Jest's part of a file begins anew with each; the rest of Jest stays loaded. */
  override requireInternalModule: InstanceType<typeof Runtime>['requireInternalModule'] = (path) => {
    delete require.cache[path];
    Reflect.deleteProperty(globalThis, LISTENERS);
    return require(path) as never;
  };

  override unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  override async unstable_importModule(path: string): Promise<void> {
    given = this.requireModuleOrMock<Globals>(path, '@jest/globals');
    await import(pathToFileURL(path).href);
  }
}
