/** Routes of consultations: list, make, edit, correct, copy to a file, import. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import type { ConsultationListItem, ConsultationPage } from '../../core/api.ts';
import type { DestroyedItem } from '../../core/apiRights.ts';
import { consultationFile } from '../../core/consultationFile.ts';
import { faultOf } from '../../core/schemaParts.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { withKnownGroups } from '../../core/session.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Store } from '../store/store.ts';
import type { Rooms } from '../use/sessions.ts';
import {
  correctStatement,
  editConsultation,
  fixedIn,
  makeConsultation,
  removeConsultation,
} from '../use/consultations.ts';
import { keepingOf } from '../use/keepUntil.ts';
import { importPolis } from '../use/importPolis.ts';
import { importQda } from '../use/importQda.ts';
import { loadTemplates } from '../use/templates.ts';
import { fileName } from '../use/fileName.ts';
import { json, sendRefusal, text } from './json.ts';
import type { Note } from './log.ts';

const typedSchema = v.strictObject({
  title: v.pipe(v.string('text'), v.maxLength(2 * LIMITS.title, `at most ${2 * LIMITS.title} characters`)),
  statements: v.string('text'),
});
/** What a new one is made from, by the one field that says so. */
const FROM = {
  template: v.strictObject({ template: v.string('text') }),
  file: v.strictObject({ file: v.unknown() }),
  copy: v.strictObject({ copy: v.string('text') }),
  again: v.strictObject({ again: v.string('text') }),
} as const;
const editSchema = v.strictObject({ revision: v.number(), consultation: v.unknown() });
const correctSchema = v.strictObject({ revision: v.number(), statement: v.string() });
const polisSchema = v.strictObject({ files: v.record(v.string(), v.string()) });

/**
 * Routes that make, read, edit, correct, remove, import and download consultations, and list templates.
 *
 * @param today YYYY-MM-DD
 */
export function consultationRoutes(store: Store, rooms: Rooms, today: () => string, note: Note): Router {
  const router = express.Router();
  const small = express.json({ limit: LIMITS.documentBytes * 1.5 });
  const large = express.json({ limit: LIMITS.polisFileBytes * 2 });

  router.get(
    '/api/templates',
    json(async () => {
      const templates = await loadTemplates();
      return templates.map(({ id, title, about }) => ({ id, title, about }));
    }),
  );

  router.get(
    '/api/consultations',
    json(async (): Promise<ConsultationListItem[]> => {
      const items: ConsultationListItem[] = [];
      for (const { consultation: c } of await store.listConsultations()) {
        const sessions = (await store.sessions(c.id)).map((s) => rooms.byId(s.id)?.session ?? s);
        items.push({
          id: c.id,
          title: c.title,
          sample: c.sample,
          statements: c.statements.length,
          sessions: sessions.map(({ id, name, date, state, rehearsal }) => ({
            id,
            name,
            date,
            state,
            rehearsal,
          })),
          keep: keepingOf(c, sessions, today()),
          ...(c.waves === undefined ? {} : { waves: c.waves }),
        });
      }
      return items;
    }),
  );

  router.post(
    '/api/consultations',
    small,
    json((req) => {
      const body: unknown = req.body;
      if (typeof body !== 'object' || body === null) return refuse('bad-file', 'body', 'an object');
      // One schema and not all in turn, so that a fault has a place.
      const from = (['template', 'file', 'copy', 'again'] as const).find((field) => field in body);
      const parsed = v.safeParse(from === undefined ? typedSchema : FROM[from], body);
      return parsed.success ? makeConsultation(store, parsed.output, today()) : faultOf(parsed.issues);
    }),
  );

  router.post(
    '/api/import/polis',
    large,
    json((req) => {
      const parsed = v.safeParse(polisSchema, req.body);
      return parsed.success ? importPolis(store, rooms, parsed.output.files) : faultOf(parsed.issues);
    }),
  );

  router.post(
    '/api/import/qda',
    express.raw({ type: 'application/octet-stream', limit: LIMITS.qdaBytes }),
    json((req) => {
      const body: unknown = req.body;
      if (!Buffer.isBuffer(body)) return refuse('bad-file', 'body', 'the bytes of a .qdpx or .qdc file');
      const asked = { into: text(req.query['into']), name: text(req.query['name']) };
      return importQda(store, rooms, body, { ...asked, today: today() });
    }),
  );

  router.get(
    '/api/consultations/:id',
    json(async (req) => {
      const stored = await store.consultation(text(req.params['id']));
      if (stored === null) return refuse('no-such-consultation');
      const sessions = await store.sessions(stored.consultation.id);
      const page: ConsultationPage = {
        ...stored,
        sessions: sessions
          .map((s) => rooms.byId(s.id)?.session ?? withKnownGroups(s, stored.consultation.groups))
          .filter((s) => !s.rehearsal),
        frozen: (await fixedIn(store, rooms, stored.consultation)).wordings,
        today: today(),
        keep: keepingOf(stored.consultation, sessions, today()),
      };
      return page;
    }),
  );

  router.put(
    '/api/consultations/:id',
    small,
    json((req) => {
      const parsed = v.safeParse(editSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      const { revision, consultation } = parsed.output;
      return editConsultation(store, rooms, text(req.params['id']), revision, consultation, today());
    }),
  );

  router.post(
    '/api/consultations/:id/correct',
    small,
    json((req) => {
      const parsed = v.safeParse(correctSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      const { revision, statement } = parsed.output;
      return correctStatement(store, rooms, text(req.params['id']), revision, statement);
    }),
  );

  router.get(
    '/api/destroyed',
    json(async (): Promise<DestroyedItem[]> => {
      const records = await store.destroyed();
      return Promise.all(
        records.map(async (record) => ({
          ...record,
          waiting: (await store.concerns.list(record.consultation)).length,
        })),
      );
    }),
  );

  router.delete(
    '/api/consultations/:id',
    json(async (req, res) => {
      const consultation = text(req.params['id']);
      const removed = await removeConsultation(store, rooms, consultation);
      if (!isRefusal(removed)) await note(res, 'consultation-removed', { consultation });
      return removed;
    }),
  );

  router.get('/api/consultations/:id/file', (req, res, next) => {
    void store
      .consultation(text(req.params['id']))
      .then(async (stored) => {
        if (stored === null) return sendRefusal(res, refuse('no-such-consultation'));
        const { consultation } = stored;
        const { questions } = await store.talk.read(consultation.id);
        res.attachment(fileName(today(), [consultation.title, consultation.sample ? 'SAMPLE' : ''], 'json'));
        res.type('json').send(`${JSON.stringify(consultationFile(consultation, questions), null, 2)}\n`);
      })
      .catch(next);
  });
  return router;
}
