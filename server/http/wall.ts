/** Routes of the wall that is counted, for a console in the room or a scribe's device. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import { LIMITS } from '../../core/limits.ts';
import { refuse } from '../../core/refusal.ts';
import { faultOf } from '../../core/schemaParts.ts';
import { wallSchema } from '../../core/schemaWall.ts';
import type { Store } from '../store/store.ts';
import type { Rooms } from '../use/sessions.ts';
import { readWall, saveWall } from '../use/wall.ts';
import { json, text } from './json.ts';

/**
 * @param held whether a session waits, since another laptop may have it: what a device counted of its wall is
 *   not over, and is kept there
 * @returns the routes that read the wall of a running session and save a board of it
 */
export function wallRoutes(store: Store, rooms: Rooms, held: (session: string) => boolean): Router {
  const router = express.Router();
  const body = express.json({ limit: LIMITS.documentBytes });
  /** `state`: it is not over, so it may yet go on here. */
  const missing = async (id: string) => {
    if (held(id)) return refuse('session-waits');
    const session = await store.session(id);
    if (session === null) return refuse('no-such-session');
    return session.state === 'sealed' ? refuse('wrong-state') : refuse('wrong-state', 'state');
  };

  router.get(
    '/api/sessions/:id/wall',
    json((req) => {
      const id = text(req.params['id']);
      const running = rooms.byId(id);
      return running === undefined ? missing(id) : readWall(running);
    }),
  );

  router.put(
    '/api/sessions/:id/wall/:board',
    body,
    json((req) => {
      const parsed = v.safeParse(wallSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      const id = text(req.params['id']);
      const running = rooms.byId(id);
      const board = text(req.params['board']);
      if (running === undefined) return missing(id);
      return /^\d{1,4}$/.test(board)
        ? saveWall(running, Number(board), parsed.output)
        : refuse('no-such-board');
    }),
  );
  return router;
}
