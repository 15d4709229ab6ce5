/** Routes of the report and of what leaves the team. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { faultOf } from '../../core/schemaParts.ts';
import { policyOf } from '../report/web/policy.ts';
import { releaseList } from '../use/releases.ts';
import { releaseCheck, reportModel, reportPage, saveReport } from '../use/report.ts';
import { orderReport, reprintRelease, type ReportParts } from '../use/reportFiles.ts';
import { reportPreview } from '../use/reportPreview.ts';
import type { Rooms } from '../use/sessions.ts';
import { takeListsOf } from '../use/teamLists.ts';
import type { JobsFor } from './jobs.ts';
import { json, sendRefusal, text } from './json.ts';
import type { Note } from './log.ts';

const saveSchema = v.strictObject({ revision: v.number(), document: v.unknown() });
const modelSchema = v.strictObject({ audience: v.picklist(['release', 'team']) });

/** @returns the routes of the report’s document, its check, preview and files, and of the register */
export function reportRoutes(
  parts: Omit<ReportParts, 'jobs'>,
  rooms: Rooms,
  note: Note,
  starts: JobsFor,
): Router {
  const { store, drafts, today } = parts;
  const router = express.Router();
  const small = express.json({ limit: '1mb' });
  const large = express.json({ limit: LIMITS.reportBytes * 1.5 });
  const id = (req: express.Request): string => text(req.params['id']);

  router.get(
    '/api/consultations/:id/report',
    json((req) => reportPage(parts, rooms, id(req), today())),
  );
  router.put(
    '/api/consultations/:id/report',
    large,
    json(async (req) => {
      const parsed = v.safeParse(saveSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      const saved = await saveReport(store, id(req), parsed.output.revision, parsed.output.document);
      if (!isRefusal(saved)) await takeListsOf(store, rooms, id(req));
      return saved;
    }),
  );
  router.post(
    '/api/consultations/:id/report/model',
    small,
    json((req) => {
      const parsed = v.safeParse(modelSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      return reportModel(drafts, id(req), parsed.output.audience, today());
    }),
  );
  router.get('/api/consultations/:id/report/preview', (req, res, next) => {
    const left = new AbortController();
    res.on('close', () => left.abort());
    void reportPreview(parts, id(req), left.signal)
      .then((answer) => {
        if (isRefusal(answer)) return sendRefusal(res, answer);
        const page = Buffer.from(answer.page);
        // Stricter than the console's own: nothing in a report may run, ask or be sent anywhere.
        res.set('Content-Security-Policy', `${policyOf(page.toString())}; frame-ancestors 'none'`);
        res.set('Cache-Control', 'no-store').type('html').send(page);
      })
      .catch(next);
  });
  router.post(
    '/api/consultations/:id/report/check',
    small,
    json((req) => releaseCheck(drafts, id(req), today())),
  );
  router.post(
    '/api/consultations/:id/report/files',
    small,
    json(async (req, res) => {
      const consultation = id(req);
      const released = (number: number): Promise<void> =>
        note(res, 'release-made', { consultation, detail: String(number) });
      const job = await orderReport({ ...parts, jobs: starts(res), released }, consultation, req.body);
      if (!isRefusal(job)) await note(res, 'report-files', { consultation, detail: orderedAs(req.body) });
      return job;
    }),
  );
  router.get(
    '/api/consultations/:id/releases',
    json((req) => releaseList(store, id(req))),
  );
  router.post(
    '/api/consultations/:id/releases/:number/files',
    small,
    json(async (req, res) => {
      const number = Number(text(req.params['number']));
      if (!Number.isSafeInteger(number)) return refuse('no-such-release');
      const job = await reprintRelease({ ...parts, jobs: starts(res) }, id(req), number, req.body);
      const about = { consultation: id(req), detail: `release ${number}` };
      if (!isRefusal(job)) await note(res, 'report-files', about);
      return job;
    }),
  );
  return router;
}

/** What an order that was accepted is for, as the log says it. */
function orderedAs(order: unknown): string {
  const team =
    typeof order === 'object' && order !== null && 'audience' in order && order.audience === 'team';
  return team ? 'for the team' : 'as a release';
}
