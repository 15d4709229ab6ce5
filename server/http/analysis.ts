/** Routes of looking at the answers: counts, who moved, opinion groups, comments. */
import express, { type Router } from 'express';
import type { Store } from '../store/store.ts';
import { analysisPage } from '../use/analysis.ts';
import { commentList, reviewComment } from '../use/comments.ts';
import { movedPage } from '../use/moved.ts';
import { opinionPage } from '../use/opinion.ts';
import type { Rooms } from '../use/sessions.ts';
import { wavesPage } from '../use/waves.ts';
import { idList, json, text } from './json.ts';

/** @returns the routes under /api/consultations/ID/ for counts, moves, opinion groups and comments */
export function analysisRoutes(store: Store, rooms: Rooms): Router {
  const router = express.Router();
  const body = express.json({ limit: '64kb' });
  const id = (req: express.Request): string => text(req.params['id']);

  router.get(
    '/api/consultations/:id/analysis',
    json((req) => analysisPage(store, rooms, id(req), idList(req.query['sessions']))),
  );
  router.get(
    '/api/consultations/:id/moved',
    json((req) => movedPage(store, id(req), idList(req.query['sessions']), text(req.query['statement']))),
  );
  router.get(
    '/api/consultations/:id/waves',
    json((req) => wavesPage(store, rooms, id(req))),
  );
  router.get('/api/consultations/:id/opinion', (req, res, next) => {
    const gone = new AbortController();
    res.once('close', () => gone.abort());
    json(() => opinionPage(store, id(req), idList(req.query['sessions']), gone.signal))(req, res, (error) => {
      // Whoever asked has gone away, which stopped the work.
      if (!gone.signal.aborted) next(error);
    });
  });
  router.get(
    '/api/consultations/:id/comments',
    json((req) => commentList(store, id(req), text(req.query['statement']))),
  );
  router.put(
    '/api/consultations/:id/comments',
    body,
    json((req) => reviewComment(store, id(req), req.body)),
  );
  return router;
}
