/** Routes of long work: how far it is, cancelling it, fetching what it made. */
import express, { type Response, type Router } from 'express';
import { isRefusal } from '../../core/refusal.ts';
import type { Jobs, JobStart } from '../use/jobs.ts';
import { knownIn, type Door } from './door.ts';
import { json, sendRefusal, text } from './json.ts';

/** Where whoever is being answered starts long work, which ends with the access of their device. */
export type JobsFor = (res: Response) => JobStart;

export function makeJobsFor(jobs: Jobs, door: Door): JobsFor {
  return (res) => ({ start: (work) => jobs.start(work, door.owner(knownIn(res))) });
}

/** @returns the routes under /api/jobs/ID; a job that is not known is refused as `no-such-job` */
export function jobRoutes(jobs: Jobs): Router {
  const router = express.Router();
  router.get(
    '/api/jobs/:id',
    json((req) => jobs.state(text(req.params['id']))),
  );
  router.delete(
    '/api/jobs/:id',
    json((req) => jobs.cancel(text(req.params['id']))),
  );
  router.get('/api/jobs/:id/files/:name', (req, res) => {
    const file = jobs.file(text(req.params['id']), text(req.params['name']));
    if (isRefusal(file)) return sendRefusal(res, file);
    // Always as a download: a page that was made from people's words is never opened as one of ours.
    res.attachment(file.name).type('application/octet-stream').send(Buffer.from(file.bytes));
  });
  return router;
}
