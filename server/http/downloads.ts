/** The route that hands out the researchers' files. */
import express, { type Router } from 'express';
import { isRefusal } from '../../core/refusal.ts';
import { readWanted } from '../export/kinds.ts';
import type { Store } from '../store/store.ts';
import { exportConsultation } from '../use/exportConsultation.ts';
import { idList, sendRefusal, text } from './json.ts';
import type { Note } from './log.ts';

/**
 * @param today YYYY-MM-DD
 * @param fault told when a download fails half-way, where it can no longer be answered
 */
export function downloadRoutes(
  store: Store,
  today: () => string,
  fault: (error: unknown) => void,
  note: Note,
): Router {
  const router = express.Router();
  router.get('/api/consultations/:id/export', (req, res, next) => {
    const run = async (): Promise<void> => {
      const { query } = req;
      const [files, table, form] = [text(query['files']), text(query['table']), text(query['form'])];
      const wanted = readWanted({ files, table, form });
      if (isRefusal(wanted)) return sendRefusal(res, wanted);
      const chosen = idList(query['sessions']);
      const id = text(req.params['id']);
      const job = await exportConsultation(store, id, chosen, wanted, today());
      if (isRefusal(job)) return sendRefusal(res, job);
      await note(res, 'exported', {
        consultation: id,
        detail: 'table' in wanted ? wanted.table : wanted.kinds.join(', '),
      });
      // The type comes from the ending of the name.
      res.attachment(job.name);
      await job.write(res);
    };
    run().catch((error: unknown) => {
      if (!res.headersSent) return next(error);
      // Half a file must not look whole: the connection is cut, and the browser says the download failed.
      if (!req.destroyed) fault(error);
      res.destroy();
    });
  });
  return router;
}
