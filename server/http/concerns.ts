/** Routes of concerns about somebody's safety. */
import express, { type Response, type Router } from 'express';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { AuditKind } from '../../core/staffApi.ts';
import type { Store } from '../store/store.ts';
import { concernsPage, nameLead, openConcerns, settleConcern } from '../use/concerns.ts';
import type { Rooms } from '../use/sessions.ts';
import { json, text } from './json.ts';
import type { Note } from './log.ts';

const BODY_BYTES = 20_000;

/** @returns the routes that list concerns, open and settle them, and name the lead who may */
export function concernRoutes(
  store: Store,
  rooms: Rooms,
  today: () => string,
  note: Note,
  lockWork?: number,
): Router {
  const router = express.Router();
  const body = express.json({ limit: BODY_BYTES });
  /** What was done is written down once it is; what a concern says never is. */
  const noted = async <T>(
    res: Response,
    what: AuditKind,
    consultation: string,
    doing: Promise<T | Refusal>,
  ): Promise<T | Refusal> => {
    const done = await doing;
    if (!isRefusal(done)) await note(res, what, { consultation });
    return done;
  };
  router.get(
    '/api/consultations/:id/concerns',
    json((req) => concernsPage(store, text(req.params['id']))),
  );
  router.put(
    '/api/consultations/:id/concerns/lead',
    body,
    json((req, res) => {
      const id = text(req.params['id']);
      return noted(res, 'lead-named', id, nameLead(store, rooms, id, req.body, today(), lockWork));
    }),
  );
  router.post(
    '/api/consultations/:id/concerns/open',
    body,
    json((req, res) => {
      const id = text(req.params['id']);
      return noted(res, 'concerns-opened', id, openConcerns(store, id, req.body));
    }),
  );
  router.post(
    '/api/consultations/:id/concerns/:concern/settle',
    body,
    json((req, res) => {
      const id = text(req.params['id']);
      const concern = text(req.params['concern']);
      return noted(res, 'concern-settled', id, settleConcern(store, id, concern, req.body));
    }),
  );
  return router;
}
