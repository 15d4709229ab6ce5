/** The route by which shared tablets hand over what people answered. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import { LIMITS } from '../../core/limits.ts';
import { refuse } from '../../core/refusal.ts';
import { packetAskSchema } from '../../core/schemaTablet.ts';
import type { Rooms } from '../use/sessions.ts';
import { takePacket } from '../use/takePacket.ts';
import { json, text } from './json.ts';

/** @returns the route; what it answers is durable */
export function tabletRoutes(rooms: Rooms): Router {
  const router = express.Router();
  // A third more in base64, and the braces around it.
  const body = express.json({ limit: Math.ceil(LIMITS.packetBytes / 3) * 4 + 100 });
  router.post(
    '/api/tablet/:session/packets',
    body,
    json((req) => {
      const parsed = v.safeParse(packetAskSchema, req.body);
      if (!parsed.success) return refuse('bad-message', 'packet');
      const running = rooms.byId(text(req.params['session']));
      if (running === undefined) return refuse('no-such-session');
      return takePacket(running, Buffer.from(parsed.output.packet, 'base64'));
    }),
  );
  return router;
}
