/** Routes of concerns about somebody's safety. */
import express, { type Router } from 'express';
import type { Store } from '../store/store.ts';
import { concernsPage, nameLead, openConcerns, settleConcern } from '../use/concerns.ts';
import { json, text } from './json.ts';

const BODY_BYTES = 20_000;

/** @returns the routes that list concerns, open and settle them, and name the lead who may */
export function concernRoutes(store: Store): Router {
  const router = express.Router();
  const body = express.json({ limit: BODY_BYTES });
  router.get(
    '/api/consultations/:id/concerns',
    json((req) => concernsPage(store, text(req.params['id']))),
  );
  router.put(
    '/api/consultations/:id/concerns/lead',
    body,
    json((req) => nameLead(store, text(req.params['id']), req.body)),
  );
  router.post(
    '/api/consultations/:id/concerns/open',
    body,
    json((req) => openConcerns(store, text(req.params['id']), req.body)),
  );
  router.post(
    '/api/consultations/:id/concerns/:concern/settle',
    body,
    json((req) => settleConcern(store, text(req.params['id']), text(req.params['concern']), req.body)),
  );
  return router;
}
