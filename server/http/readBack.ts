/** The route that sets two pages to read back; the file is fetched as those of any long work. */
import express, { type Router } from 'express';
import type { Store } from '../store/store.ts';
import { orderReadBack } from '../use/readBack.ts';
import type { JobsFor } from './jobs.ts';
import { json, text } from './json.ts';

/** @returns the route under /api/consultations/ID/read-back */
export function readBackRoutes(store: Store, today: () => string, starts: JobsFor): Router {
  const router = express.Router();
  router.post(
    '/api/consultations/:id/read-back',
    express.json({ limit: '64kb' }),
    json((req, res) => orderReadBack({ store, today, jobs: starts(res) }, text(req.params['id']), req.body)),
  );
  return router;
}
