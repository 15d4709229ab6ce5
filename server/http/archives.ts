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
import type { Note } from './log.ts';

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
  note: Note,
  lockWork?: number,
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
  const away = makeLockAway({ store, rooms, today, lockWork });
  router.post('/api/consultations/:id/lock', express.json({ limit: LOCK_BYTES }), (req, res, next) => {
    const run = async (): Promise<void> => {
      const id = text(req.params['id']);
      const locked = await away.lock(id, req.body);
      if (isRefusal(locked)) return sendRefusal(res, locked);
      await note(res, 'locked-away', { consultation: id });
      res.attachment(locked.name).type('application/octet-stream').send(Buffer.from(locked.bytes));
    };
    run().catch(next);
  });
  router.post(
    '/api/consultations/:id/lock/remove',
    express.json({ limit: LOCK_BYTES }),
    json(async (req, res) => {
      const consultation = text(req.params['id']);
      const removed = await away.remove(consultation, req.body);
      if (!isRefusal(removed)) await note(res, 'consultation-removed', { consultation });
      return removed;
    }),
  );
  router.post(
    '/api/archives',
    express.raw({ type: 'application/octet-stream', limit: LIMITS.archiveBytes }),
    json(async (req, res) => {
      const body: unknown = req.body;
      if (!Buffer.isBuffer(body)) return NO_ARCHIVE;
      const bytes = await unlocked(body, keyOf(req.get('X-Standpoint-Key')));
      if (isRefusal(bytes)) return bytes;
      const opened = await openArchiveFile(store, rooms, bytes, today());
      if (!isRefusal(opened)) await note(res, 'archive-in', { consultation: opened.consultation });
      return opened;
    }),
  );
  return router;
}
