/** A store on a disk that is full when a test says so. Mounting a small disk needs rights that tests do not have. */
import type { Store } from '../../server/store/store.ts';

export interface FullDisk {
  wrap: (store: Store) => Store;
  fill: () => void;
  free: () => void;
}

export function fullDisk(): FullDisk {
  let full = false;
  const writes = new Set<PropertyKey>(['saveReport', 'saveConsultation', 'saveReview', 'addRelease']);
  return {
    fill: () => void (full = true),
    free: () => void (full = false),
    wrap: (store) =>
      new Proxy(store, {
        get(target, name) {
          const verb: unknown = Reflect.get(target, name);
          if (full && writes.has(name))
            return async () =>
              Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }));
          return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
        },
      }),
  };
}
