/** The route by which paper slips are entered, checked and taken out. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import { LIMITS } from '../../core/limits.ts';
import { refuse } from '../../core/refusal.ts';
import { slipAskSchema } from '../../core/schemaSlips.ts';
import type { Rooms } from '../use/sessions.ts';
import { askSlip } from '../use/slips.ts';
import { json, text } from './json.ts';

/** @returns the route; over HTTP, since a slip with all its comments is more than a socket's frame holds */
export function slipRoutes(rooms: Rooms): Router {
  const router = express.Router();
  router.post(
    '/api/sessions/:id/slips',
    express.json({ limit: LIMITS.slipBytes }),
    json((req) => {
      const parsed = v.safeParse(slipAskSchema, req.body);
      if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'slip');
      const running = rooms.byId(text(req.params['id']));
      return running === undefined ? refuse('no-such-session') : askSlip(running, parsed.output);
    }),
  );
  return router;
}
