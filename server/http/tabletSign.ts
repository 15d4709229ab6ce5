/** Routes of a sign-in that is a tablet which is passed round: beginning on the laptop, locking, leaving. */
import express, { type Request, type Response, type Router } from 'express';
import * as v from 'valibot';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { leaveAskSchema, lockAskSchema } from '../../core/schemaTablet.ts';
import type { TabletLeft } from '../../core/tablet.ts';
import { hashOf } from '../use/staff/secrets.ts';
import type { StaffDesk } from '../use/staff/desk.ts';
import type { WithToken } from '../use/staff/tablets.ts';
import type { Cookies } from './cookies.ts';
import { knownIn } from './door.ts';
import { json } from './json.ts';

/** @returns what a browser that is a tablet, or becomes one, asks for; its cookie changes with it */
export function tabletSignRoutes({ desk, cookies }: { desk: StaffDesk; cookies: Cookies }): Router {
  const router = express.Router();
  const body = express.json({ limit: '4kb' });

  const give = (req: Request, res: Response, token: string): void => {
    const session = desk.sessions.find(token);
    if (session === null) cookies.take(req, res);
    else cookies.give(req, res, token, desk.sessions.left(session));
  };
  /** The sign-in that asks, with its token. */
  const tabletOf = (req: Request, res: Response): WithToken => {
    const { session } = knownIn(res);
    const token = cookies.tokens(req).find((one) => hashOf(one) === session?.hash);
    if (session === null || token === undefined) throw new Error('A tablet without its token.');
    return { session, token };
  };

  router.post(
    '/api/staff/tablet',
    json(async (req, res) => {
      const known = knownIn(res);
      // The command line has no browser that could be passed round.
      if (known.session === null) return refuse('wrong-state');
      give(req, res, await desk.tablets.putAway(known.session));
      await desk.audit.note(known, 'tablet-begun');
      return { ok: true };
    }),
  );

  router.post(
    '/api/staff/tablet/lock',
    body,
    json(async (req, res) => {
      const parsed = v.safeParse(lockAskSchema, req.body);
      if (!parsed.success) return refuse('bad-message', 'which');
      const locked = await desk.tablets.lock(tabletOf(req, res), parsed.output.which);
      if (!isRefusal(locked)) await desk.audit.note(knownIn(res), 'tablet-locked');
      return locked;
    }),
  );

  router.post(
    '/api/staff/tablet/leave',
    body,
    json(async (req, res) => {
      const parsed = v.safeParse(leaveAskSchema, req.body);
      if (!parsed.success) return refuse('bad-message', 'pin');
      const known = knownIn(res);
      const tablet = tabletOf(req, res);
      const { laptop, locked } = desk.tablets.state(tablet.session);
      const left = await desk.tablets.leave(tablet, parsed.output.pin);
      if (isRefusal(left)) {
        if (left.refusal === 'wrong-pin') await desk.audit.note(known, 'tablet-refused');
        return left;
      }
      if (left.token !== '') give(req, res, left.token);
      if (locked) await desk.audit.note(known, 'tablet-left');
      return { to: laptop ? 'console' : 'setup' } satisfies TabletLeft;
    }),
  );
  return router;
}
