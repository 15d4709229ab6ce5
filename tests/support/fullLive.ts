/** A store whose running sessions can save nothing while a test says so. */
import { isRefusal } from '../../core/refusal.ts';
import type { LiveStore, Store } from '../../server/store/store.ts';

export function fullLive(): {
  wrap: (store: Store) => Store;
  fill: (code?: string) => void;
  free: () => void;
} {
  let failing: string | null = null;
  const live = (real: LiveStore): LiveStore =>
    new Proxy(real, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name);
        if (failing !== null && (name === 'place' || name === 'saveRoom' || name === 'tryWriting'))
          return async () => Promise.reject(Object.assign(new Error('not saved'), { code: failing }));
        return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
      },
    });
  return {
    fill: (code = 'SQLITE_FULL') => void (failing = code),
    free: () => void (failing = null),
    wrap: (store) =>
      new Proxy(store, {
        get(target, name) {
          const verb: unknown = Reflect.get(target, name);
          if (name === 'beginLive')
            return async (...given: Parameters<Store['beginLive']>) => live(await target.beginLive(...given));
          if (name === 'openLive')
            return async (id: string) => {
              const opened = await target.openLive(id);
              return isRefusal(opened) ? opened : live(opened);
            };
          return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
        },
      }),
  };
}
