/** Routes of archives: everything of a consultation as one file, out and in. */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import { NO_ARCHIVE } from '../archive/readArchive.ts';
import type { Store } from '../store/store.ts';
import { archiveConsultation, openArchiveFile } from '../use/archives.ts';
import type { Rooms } from '../use/sessions.ts';
import { json, sendRefusal, text } from './json.ts';

export function archiveRoutes(
  store: Store,
  rooms: Rooms,
  today: () => string,
  fault: (error: unknown) => void,
): Router {
  const router = express.Router();
  router.get('/api/consultations/:id/archive', (req, res, next) => {
    const run = async (): Promise<void> => {
      const job = await archiveConsultation(store, text(req.params['id']), today());
      if (isRefusal(job)) return sendRefusal(res, job);
      res.attachment(job.name).type('application/octet-stream');
      await job.write(res);
    };
    run().catch((error: unknown) => {
      if (!res.headersSent) return next(error);
      // Half an archive must not look whole: the connection is cut.
      if (!req.destroyed) fault(error);
      res.destroy();
    });
  });
  router.post(
    '/api/archives',
    express.raw({ type: 'application/octet-stream', limit: LIMITS.archiveBytes }),
    json((req) => {
      const body: unknown = req.body;
      return Buffer.isBuffer(body) ? openArchiveFile(store, rooms, body) : NO_ARCHIVE;
    }),
  );
  return router;
}
