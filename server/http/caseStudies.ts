/** Routes of case studies and corrections (core/caseStudies/api.ts). */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import type { Store } from '../store/store.ts';
import { changedNames, changeStudies, toldPage } from '../use/caseStudies.ts';
import type { Rooms } from '../use/sessions.ts';
import { knownIn } from './door.ts';
import { json, text } from './json.ts';

/** @param today YYYY-MM-DD */
export function caseStudyRoutes(store: Store, rooms: Rooms, today: () => string): Router {
  const router = express.Router();
  const id = (req: express.Request): string => text(req.params['id']);
  router.get(
    '/api/consultations/:id/case-studies',
    json((req, res) => toldPage(store, id(req), today(), knownIn(res).role)),
  );
  router.post(
    '/api/consultations/:id/case-studies',
    express.json({ limit: LIMITS.changesBytes }),
    json((req, res) => changeStudies(store, id(req), req.body, today(), knownIn(res).role)),
  );
  router.get(
    '/api/consultations/:id/case-studies/names',
    json((req) => changedNames(store, rooms, id(req), text(req.query['for']))),
  );
  return router;
}
