/** The route that sets recommendations on paper; the file is fetched as those of any long work. */
import express, { type Router } from 'express';
import type { Store } from '../store/store.ts';
import { orderCheckSheet } from '../use/checkSheet.ts';
import type { Rooms } from '../use/sessions.ts';
import type { JobsFor } from './jobs.ts';
import { json, text } from './json.ts';

/** @returns the route under /api/consultations/ID/check-sheet */
export function checkSheetRoutes(store: Store, rooms: Rooms, today: () => string, starts: JobsFor): Router {
  const router = express.Router();
  router.post(
    '/api/consultations/:id/check-sheet',
    express.json({ limit: '16kb' }),
    json((req, res) =>
      orderCheckSheet({ store, rooms, today, jobs: starts(res) }, text(req.params['id']), req.body),
    ),
  );
  return router;
}
