/** What a socket of a test has been shown. */

/**
 * Waits for the first view that a test accepts, those already here included. What a view leaves out because it
 * has not changed is as it was, as on the console.
 */
export function viewer<V extends object>(socket: {
  on(event: 'view', take: (view: Partial<V>) => void): unknown;
}) {
  let last: V | undefined;
  const waiting = new Set<(view: V) => void>();
  const see = (incoming: Partial<V>): void => {
    const view = { ...last, ...incoming } as V;
    last = view;
    for (const take of waiting) take(view);
  };
  socket.on('view', see);
  return {
    see,
    last: () => last,
    until: (test: (view: V) => boolean): Promise<V> =>
      new Promise((done) => {
        if (last !== undefined && test(last)) return done(last);
        const take = (view: V): void => {
          if (!test(view)) return;
          waiting.delete(take);
          done(view);
        };
        waiting.add(take);
      }),
  };
}
