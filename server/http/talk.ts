/** Routes of points and themes (core/talk/api.ts). */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import type { Store } from '../store/store.ts';
import { interviewPage } from '../use/interview.ts';
import type { Rooms } from '../use/sessions.ts';
import { changeTalk, talkPage, type TalkPlace } from '../use/talk.ts';
import { knownIn } from './door.ts';
import { json, text } from './json.ts';

/** @param changed told when something has changed, and how new what is kept is now */
export function talkRoutes(
  store: Store,
  rooms: Rooms,
  changed: (consultation: string, at: string) => void,
): Router {
  const router = express.Router();
  const body = express.json({ limit: LIMITS.changesBytes });
  const session = (req: express.Request): TalkPlace => ({ session: text(req.params['id']) });
  const consultation = (req: express.Request): TalkPlace => ({ consultation: text(req.params['id']) });

  router.get(
    '/api/sessions/:id/talk',
    json((req, res) => talkPage(store, rooms, session(req), text(req.query['since']), knownIn(res).role)),
  );
  router.post(
    '/api/sessions/:id/talk',
    body,
    json((req, res) => changeTalk(store, rooms, session(req), req.body, knownIn(res).role, changed)),
  );
  router.get(
    '/api/consultations/:id/themes',
    json((req, res) =>
      talkPage(store, rooms, consultation(req), text(req.query['since']), knownIn(res).role),
    ),
  );
  router.post(
    '/api/consultations/:id/themes',
    body,
    json((req, res) => changeTalk(store, rooms, consultation(req), req.body, knownIn(res).role, changed)),
  );
  router.get(
    '/api/consultations/:id/interview',
    json((req) => interviewPage(store, text(req.params['id']))),
  );
  return router;
}
