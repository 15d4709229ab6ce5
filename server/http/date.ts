/** Routes about a date of the laptop that may be wrong. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import type { DateDoubt } from '../../core/apiRights.ts';
import { isRefusal } from '../../core/refusal.ts';
import { faultOf } from '../../core/schemaParts.ts';
import type { Store } from '../store/store.ts';
import { confirmDay, doubtOf } from '../use/daySeen.ts';
import { json } from './json.ts';
import type { Note } from './log.ts';

const confirmSchema = v.strictObject({ today: v.string() });

/**
 * Routes that tell what waits because the clock has jumped ahead, and take somebody's word that it is right.
 *
 * @param today YYYY-MM-DD
 * @param keepUp does what has waited
 */
export function dateRoutes(
  store: Store,
  today: () => string,
  keepUp: () => Promise<void>,
  note: Note,
): Router {
  const router = express.Router();
  router.get(
    '/api/date',
    json((): Promise<DateDoubt | null> => doubtOf(store, today())),
  );
  router.post(
    '/api/date',
    express.json({ limit: 1000 }),
    json(async (req, res) => {
      const parsed = v.safeParse(confirmSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      const done = await confirmDay(store, parsed.output.today, today());
      if (isRefusal(done)) return done;
      await note(res, 'date-confirmed', { detail: parsed.output.today });
      await keepUp();
      return done;
    }),
  );
  return router;
}
