/** What a socket of a test has been shown. */

/** Waits for the first view that a test accepts, those already here included. */
export function viewer<V>(socket: { on(event: 'view', take: (view: V) => void): unknown }) {
  let last: V | undefined;
  const waiting = new Set<(view: V) => void>();
  const see = (view: V): void => {
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
