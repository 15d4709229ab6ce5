/** What a socket of a test has been shown. */

/**
 * Waits for the first view that a test accepts, those already here included. What a view leaves out because it
 * has not changed is as it was, as on the console.
 *
 * @param read what a frame changes in the view before it; its own parts, unless said otherwise
 */
export function viewer<V extends object, F extends object = Partial<V>>(
  socket: { on(event: 'view', take: (frame: F) => void): unknown },
  read: (frame: F, last: V | undefined) => Partial<V> = (frame) => frame,
) {
  let last: V | undefined;
  const waiting = new Set<(view: V) => void>();
  const see = (view: V): void => {
    last = view;
    for (const take of waiting) take(view);
  };
  socket.on('view', (frame) => see({ ...last, ...read(frame, last) } as V));
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
