/** The route that sets a printed pack; its files are fetched as those of any long work. */
import express, { type Router } from 'express';
import { orderPack, type PaperParts } from '../use/paper.ts';
import type { JobsFor } from './jobs.ts';
import { json, text } from './json.ts';

/** @returns the route under /api/consultations/ID/paper */
export function paperRoutes(parts: Omit<PaperParts, 'jobs'>, starts: JobsFor): Router {
  const router = express.Router();
  router.post(
    '/api/consultations/:id/paper',
    express.json({ limit: '64kb' }),
    json((req, res) => orderPack({ ...parts, jobs: starts(res) }, text(req.params['id']), req.body)),
  );
  return router;
}
