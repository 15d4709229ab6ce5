/**
 * Who asks, and whether they may. A session that was begun on this machine counts only from there, one of
 * a device that was added only over TLS; the command line shows the key from the data folder.
 */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { mayDo, ROUTES, routeOf, type Admission } from '../../core/access.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { needsTls, type Asker } from '../../core/staff.ts';
import type { JobOwner } from '../use/jobs.ts';
import type { StaffSession } from '../store/staffStore.ts';
import { sameSecret } from '../use/staff/secrets.ts';
import type { StaffSessions } from '../use/staff/sessions.ts';
import type { Cookies } from './cookies.ts';
import { isEncrypted, type Guard } from './guard.ts';
import { sendRefusal } from './json.ts';

/** Somebody who is signed in. The command line has no session. */
export interface Known extends Asker {
  session: StaffSession | null;
}

export interface Door {
  /** Whoever is signed in, and notes that they are using it; null: nobody is. */
  who(req: IncomingMessage): Known | null;
  /** Whether somebody who was let in earlier still may do this; null: yes. */
  still(known: Known, admission: Admission): Refusal | null;
  /** Calls `close` when this sign-in ends, until the function that comes back is called. */
  hold(known: Known, close: () => void): () => void;
  /** For long work that this sign-in orders; null where it goes on without it, which is on the laptop. */
  owner(known: Known): JobOwner | null;
  /** Whether a request may do this, and who it is; null as `known`: nobody has to be signed in. */
  ask(req: IncomingMessage, admission: Admission): { known: Known | null } | Refusal;
}

/**
 * @param localKey the command line's key, once there is one
 * @param watcherToken shown by whoever reads metrics from elsewhere; empty: nobody may
 */
export function makeDoor(
  guard: Guard,
  cookies: Cookies,
  sessions: StaffSessions,
  localKey: () => string | null,
  watcherToken = '',
): Door {
  const mayBeHere = (req: IncomingMessage, session: StaffSession): boolean => {
    if (session.place === 'laptop') return guard.onThisMachine(req);
    return isEncrypted(req) || !needsTls(session.role);
  };

  const program = (req: IncomingMessage, shown: string): Known | null => {
    const key = localKey();
    const right = key !== null && guard.onThisMachine(req) && sameSecret(shown, `Bearer ${key}`);
    return right ? { role: 'facilitator', place: 'program', name: '', session: null } : null;
  };

  const who = (req: IncomingMessage): Known | null => {
    const shown = req.headers.authorization;
    if (shown !== undefined) return program(req, shown);
    for (const token of cookies.tokens(req)) {
      const session = sessions.find(token);
      if (session === null || !mayBeHere(req, session)) continue;
      sessions.touch(session);
      const { role, place, name } = session;
      return { role, place, name, session };
    }
    return null;
  };

  const still = (known: Known, admission: Admission): Refusal | null => {
    if (known.session !== null) {
      if (!sessions.holds(known.session)) return refuse('sign-in-needed');
      sessions.touch(known.session);
    }
    return mayDo(known, admission) ? null : refuse('not-your-role');
  };

  return {
    who,
    still,
    hold: ({ session }, close) => (session === null ? () => undefined : sessions.hold(session, close)),
    owner: ({ session }) => {
      if (session === null || session.place === 'laptop') return null;
      return {
        holds: () => sessions.holds(session),
        onEnd: (told) => sessions.onEnd(session, told),
      };
    },
    ask: (req, admission) => {
      if (admission === 'everyone') return { known: null };
      const here = guard.onThisMachine(req);
      if (admission === 'sign-in-here') return here ? { known: null } : refuse('not-allowed-here');
      if (admission === 'watcher') {
        const shown = req.headers.authorization ?? '';
        const may = here || (watcherToken !== '' && sameSecret(shown, `Bearer ${watcherToken}`));
        return may ? { known: null } : refuse('not-allowed-here');
      }
      const place = here || isEncrypted(req);
      if (admission === 'sign-in') return place ? { known: null } : refuse('not-allowed-here');
      const known = who(req);
      // Who is not signed in is not told more on plain http than that it is the wrong place.
      if (known === null) return refuse(place ? 'sign-in-needed' : 'not-allowed-here');
      return mayDo(known, admission) ? { known } : refuse('not-your-role');
    },
  };
}

/** Asked by a POST, since its key is in the body; it changes nothing. */
const LOCKED_FILE = 'POST /api/consultations/:id/lock' satisfies keyof typeof ROUTES;

/**
 * Lets a request through to its route when the table allows it; what stands in no row is refused. A file that
 * is still being handed out is cut off when access is taken back; what changes something is answered.
 */
export function admit(door: Door, refusedPage: (res: Response, refusal: Refusal) => void): RequestHandler {
  return (req, res, next) => {
    const route = routeOf(req.method, req.path);
    const answer = route === null ? refuse('no-such-page') : door.ask(req, ROUTES[route]);
    if (!('refusal' in answer)) {
      const { known } = answer;
      res.locals['known'] = known;
      if (known !== null && (req.method === 'GET' || route === LOCKED_FILE))
        res.once(
          'close',
          door.hold(known, () => res.destroy()),
        );
      next();
    } else if (req.path.startsWith('/api') || req.accepts(['json', 'html']) !== 'html')
      sendRefusal(res, answer);
    else refusedPage(res, answer);
  };
}

/** Whoever the table let through to a route for staff. */
export function knownIn(res: Response): Known {
  const known: unknown = res.locals['known'];
  if (known === null || known === undefined)
    throw new Error('This route lets in people who are not signed in.');
  return known as Known;
}
