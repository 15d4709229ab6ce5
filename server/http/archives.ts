/** Routes of archives: everything of a consultation as one file, out and in. */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import { archiveConsultation, openArchiveFile } from '../use/archives.ts';
import type { Rooms } from '../use/sessions.ts';
import { json, sendRefusal, text } from './json.ts';
import type { Note } from './log.ts';

export function archiveRoutes(
  store: Store,
  rooms: Rooms,
  today: () => string,
  fault: (error: unknown) => void,
  note: Note,
): Router {
  const router = express.Router();
  router.get('/api/consultations/:id/archive', (req, res, next) => {
    const run = async (): Promise<void> => {
      const id = text(req.params['id']);
      const job = await archiveConsultation(store, id, today());
      if (isRefusal(job)) return sendRefusal(res, job);
      await note(res, 'archive-out', { consultation: id });
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
    json(async (req, res) => {
      const body: unknown = req.body;
      if (!Buffer.isBuffer(body))
        return refuse('bad-file', 'archive', 'a whole archive, as Standpoint saves it');
      const opened = await openArchiveFile(store, rooms, body);
      if (!isRefusal(opened)) await note(res, 'archive-in', { consultation: opened.consultation });
      return opened;
    }),
  );
  return router;
}
