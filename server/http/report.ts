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
import { json, sendRefusal, text } from './json.ts';

const saveSchema = v.strictObject({ revision: v.number(), document: v.unknown() });
const modelSchema = v.strictObject({ audience: v.picklist(['release', 'team']) });

/** @returns the routes of the report’s document, its check, preview and files, and of the register */
export function reportRoutes(parts: ReportParts, rooms: Rooms): Router {
  const { store, today } = parts;
  const router = express.Router();
  const small = express.json({ limit: '1mb' });
  const large = express.json({ limit: LIMITS.reportBytes * 1.5 });
  const id = (req: express.Request): string => text(req.params['id']);

  router.get(
    '/api/consultations/:id/report',
    json((req) => reportPage(store, rooms, id(req), today())),
  );
  router.put(
    '/api/consultations/:id/report',
    large,
    json((req) => {
      const parsed = v.safeParse(saveSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      return saveReport(store, id(req), parsed.output.revision, parsed.output.document);
    }),
  );
  router.post(
    '/api/consultations/:id/report/model',
    small,
    json((req) => {
      const parsed = v.safeParse(modelSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      return reportModel(store, id(req), parsed.output.audience, today());
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
    json((req) => releaseCheck(store, id(req), today())),
  );
  router.post(
    '/api/consultations/:id/report/files',
    small,
    json((req) => orderReport(parts, id(req), req.body)),
  );
  router.get(
    '/api/consultations/:id/releases',
    json((req) => releaseList(store, id(req))),
  );
  router.post(
    '/api/consultations/:id/releases/:number/files',
    small,
    json((req) => {
      const number = Number(text(req.params['number']));
      return Number.isSafeInteger(number)
        ? reprintRelease(parts, id(req), number, req.body)
        : refuse('no-such-release');
    }),
  );
  return router;
}
