/** Bodies of requests that do not come to an end: whoever sends one byte now and then must not hold the door. */
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import type { RequestHandler } from 'express';
import { LIMITS, TIMES } from '../../core/limits.ts';

/** Requests of which something is still to come, the oldest first, with what ends their waiting. */
export interface Bodies {
  /** Looks at every request of a server, those of sockets too. */
  watch(server: Server): void;
  /** Gives staff who have signed in the time that an archive needs over a slow Wi-Fi. */
  moreForStaff: RequestHandler;
}

export function watchBodies(): Bodies {
  const coming = new Map<IncomingMessage, NodeJS.Timeout>();

  const done = (req: IncomingMessage): void => {
    clearTimeout(coming.get(req));
    coming.delete(req);
  };
  const cut = (req: IncomingMessage): void => {
    done(req);
    if (!req.complete) req.socket.destroy();
  };

  return {
    watch(server) {
      server.prependListener('request', (req: IncomingMessage) => {
        if (req.complete) return;
        coming.set(
          req,
          setTimeout(() => cut(req), TIMES.bodyMs),
        );
        req.once('end', () => done(req));
        req.once('close', () => done(req));
        const [oldest] = coming.keys();
        if (coming.size > LIMITS.bodiesComing && oldest !== undefined) cut(oldest);
      });
    },
    // The server's own limit on a whole request holds from here on.
    moreForStaff: (req, res, next) => {
      if (res.locals['known'] !== null) done(req);
      next();
    },
  };
}
