/** Routes of recommendations (core/recommendations/api.ts), and of the page that tells what became of them. */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { policyOf } from '../report/web/policy.ts';
import type { Store } from '../store/store.ts';
import { goneHtml } from '../told/renderPage.ts';
import { changeRecommendations, dueItems, recommendationsPage } from '../use/recommendations.ts';
import { makeReader, orderTold, previewTold, publishTold, telling, withdrawTold } from '../use/told.ts';
import type { JobsFor } from './jobs.ts';
import { json, sendRefusal, statusOf, text } from './json.ts';
import type { Note } from './log.ts';

export interface RecommendationParts {
  store: Store;
  /** YYYY-MM-DD */
  today: () => string;
  /** The laptop's address, as phones open it. */
  address: () => string;
}

export function recommendationRoutes(
  { store, today, address }: RecommendationParts,
  note: Note,
  starts: JobsFor,
): Router {
  const router = express.Router();
  const small = express.json({ limit: 1000 });
  const id = (req: express.Request): string => text(req.params['id']);
  const state = (consultation: string) => telling(store, consultation, today(), address());

  router.get(
    '/api/consultations/:id/recommendations',
    json((req) => recommendationsPage(store, id(req), today())),
  );
  router.post(
    '/api/consultations/:id/recommendations',
    express.json({ limit: LIMITS.changesBytes }),
    json((req) => changeRecommendations(store, id(req), req.body)),
  );
  router.get(
    '/api/due',
    json(() => dueItems(store, today())),
  );

  router.get(
    '/api/consultations/:id/told',
    json((req) => state(id(req))),
  );
  router.put(
    '/api/consultations/:id/told',
    small,
    json(async (req, res) => {
      const done = await publishTold(store, id(req), today());
      if (isRefusal(done)) return done;
      await note(res, 'told-published', { consultation: id(req) });
      return state(id(req));
    }),
  );
  router.delete(
    '/api/consultations/:id/told',
    json(async (req, res) => {
      const done = await withdrawTold(store, id(req));
      if (isRefusal(done)) return done;
      await note(res, 'told-withdrawn', { consultation: id(req) });
      return state(id(req));
    }),
  );
  router.post(
    '/api/consultations/:id/told/files',
    small,
    json(async (req, res) => {
      const job = await orderTold(store, starts(res), id(req), req.body, today());
      if (!isRefusal(job)) await note(res, 'told-files', { consultation: id(req) });
      return job;
    }),
  );
  const page = (
    find: (of: string) => Promise<string | Refusal>,
    refused: (res: express.Response, refusal: Refusal) => void,
  ): express.RequestHandler => {
    return (req, res, next) => {
      void find(id(req))
        .then((html) => {
          if (isRefusal(html)) return refused(res, html);
          // Nothing in it may run, ask or be sent anywhere, and once it is taken back nobody has it from a cache.
          res.set('Content-Security-Policy', `${policyOf(html)}; frame-ancestors 'none'`);
          res.set('Cache-Control', 'no-store').type('html').send(html);
        })
        .catch(next);
    };
  };
  router.get(
    '/api/consultations/:id/told/preview',
    page((of) => previewTold(store, of, today()), sendRefusal),
  );
  // Whoever comes by an old link or poster reads why there is nothing.
  const inWords = (res: express.Response, refusal: Refusal): void => {
    const html = goneHtml(REFUSALS[refusal.refusal].wording);
    res.status(statusOf(refusal)).set('Content-Security-Policy', `${policyOf(html)}; frame-ancestors 'none'`);
    res.set('Cache-Control', 'no-store').type('html').send(html);
  };
  router.get('/told/:id', page(makeReader(store), inWords));
  return router;
}
