/** Routes of photographs of the real wall, for the team only. */
import express, { type Router } from 'express';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';
import { addPhoto, photosOfConsultation, photosOfSession, removePhoto } from '../use/photos.ts';
import type { Rooms } from '../use/sessions.ts';
import { json, sendRefusal, text } from './json.ts';
import type { Note } from './log.ts';

/** What is no picture at all. */
const NO_PICTURE = refuse('bad-file', 'body', 'a PNG, JPEG or WebP picture');

/** @returns the routes that list, show, keep and remove photographs (core/photo.ts) */
export function photoRoutes(store: Store, rooms: Rooms, note: Note): Router {
  const router = express.Router();

  router.get(
    '/api/sessions/:id/photos',
    json((req) => photosOfSession(store, rooms, text(req.params['id']))),
  );
  router.get(
    '/api/consultations/:id/photos',
    json((req) => photosOfConsultation(store, text(req.params['id']))),
  );
  router.post(
    '/api/sessions/:id/photos/:board',
    express.raw({ type: 'application/octet-stream', limit: LIMITS.photoUploadBytes }),
    json((req) => {
      const body: unknown = req.body;
      if (!Buffer.isBuffer(body)) return NO_PICTURE;
      const board = text(req.params['board']);
      return /^\d{1,4}$/.test(board)
        ? addPhoto(store, rooms, text(req.params['id']), Number(board), body)
        : refuse('no-such-board', 'board');
    }),
  );
  router.get('/api/sessions/:id/photos/:photo', (req, res, next) => {
    const show = async (): Promise<void> => {
      const picture = await store.photos.picture(text(req.params['id']), text(req.params['photo']));
      if (picture === null) return sendRefusal(res, refuse('no-such-page'));
      // As all under /api it is kept by no browser; nor is a hash of it sent, which would tell it again.
      res.type('image/jpeg').end(picture);
    };
    show().catch(next);
  });
  router.delete(
    '/api/sessions/:id/photos/:photo',
    json(async (req, res) => {
      const done = await removePhoto(store, text(req.params['id']), text(req.params['photo']));
      if (isRefusal(done)) return done;
      if (done.removed) await note(res, 'photo-removed', { consultation: done.consultation });
      return { ok: true };
    }),
  );
  return router;
}
