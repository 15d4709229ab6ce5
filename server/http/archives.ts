/** Routes of archives: everything of a consultation as one file, out and in. */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import { NO_ARCHIVE } from '../archive/readArchive.ts';
import type { Store } from '../store/store.ts';
import { archiveConsultation, openArchiveFile } from '../use/archives.ts';
import { makeLockAway, unlocked } from '../use/lockAway.ts';
import type { Rooms } from '../use/sessions.ts';
import { json, sendRefusal, text } from './json.ts';

/** A passphrase, or some public keys, and no more. */
const LOCK_BYTES = 100_000;

/** The key to a locked archive as the console sends it: UTF-8 in base64, since a header takes no more. */
function keyOf(header: string | undefined): string {
  return Buffer.from(header ?? '', 'base64').toString('utf8');
}

/**
 * @param today YYYY-MM-DD
 * @param fault told when a download fails half-way, where it can no longer be answered
 */
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
  const away = makeLockAway({ store, rooms, today });
  router.post('/api/consultations/:id/lock', express.json({ limit: LOCK_BYTES }), (req, res, next) => {
    const run = async (): Promise<void> => {
      const locked = await away.lock(text(req.params['id']), req.body);
      if (isRefusal(locked)) return sendRefusal(res, locked);
      res.attachment(locked.name).type('application/octet-stream').send(Buffer.from(locked.bytes));
    };
    run().catch(next);
  });
  router.post(
    '/api/consultations/:id/lock/remove',
    express.json({ limit: LOCK_BYTES }),
    json((req) => away.remove(text(req.params['id']), req.body)),
  );
  router.post(
    '/api/archives',
    express.raw({ type: 'application/octet-stream', limit: LIMITS.archiveBytes }),
    json(async (req) => {
      const body: unknown = req.body;
      if (!Buffer.isBuffer(body)) return NO_ARCHIVE;
      const bytes = await unlocked(body, keyOf(req.get('X-Standpoint-Key')));
      return isRefusal(bytes) ? bytes : openArchiveFile(store, rooms, bytes, today());
    }),
  );
  return router;
}
