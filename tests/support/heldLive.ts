/** A store whose running sessions keep placements waiting while a test says so, as a disk that takes its time does. */
import type { LiveStore, Store } from '../../server/store/store.ts';

export interface HeldLive {
  wrap: (store: Store) => Store;
  hold(): void;
  /** Lets through what waits and what comes after it. */
  release(): void;
  /** Resolves once so many placements have come to the store since it was held. */
  reached(n: number): Promise<void>;
}

export function heldLive(): HeldLive {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  let came = 0;
  let waiting: { n: number; done: () => void }[] = [];
  const arrives = (): void => {
    came += 1;
    for (const { n, done } of waiting) if (came >= n) done();
  };
  const live = (real: LiveStore): LiveStore =>
    new Proxy(real, {
      get(target, name) {
        if (name === 'place')
          return async (...given: Parameters<LiveStore['place']>) => {
            arrives();
            await gate.promise;
            return target.place(...given);
          };
        const verb: unknown = Reflect.get(target, name);
        return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
      },
    });
  return {
    hold() {
      gate = Promise.withResolvers();
      [came, waiting] = [0, []];
    },
    release: () => gate.resolve(),
    reached: (n) => new Promise((done) => (came >= n ? done() : void waiting.push({ n, done }))),
    wrap: (store) =>
      new Proxy(store, {
        get(target, name) {
          const verb: unknown = Reflect.get(target, name);
          if (name === 'beginLive')
            return async (...given: Parameters<Store['beginLive']>) => live(await target.beginLive(...given));
          return typeof verb === 'function' ? (verb.bind(target) as unknown) : verb;
        },
      }),
  };
}
