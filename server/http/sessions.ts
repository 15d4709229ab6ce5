/** Routes of sessions and of the room they are held in. */
import express, { type Router } from 'express';
import * as v from 'valibot';
import { faultOf } from '../../core/schemaParts.ts';
import { heardEditSchema, sessionEntries } from '../../core/schemaSession.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { LIMITS } from '../../core/limits.ts';
import { CHECKS } from '../../core/session.ts';
import type { Store } from '../store/store.ts';
import { editSession } from '../use/editSession.ts';
import { addSession, openLobby, removeSession, sealSession, type Rooms } from '../use/sessions.ts';
import { makeCards } from '../use/laterCodes.ts';
import type { RoomWatch } from '../use/roomCheck.ts';
import type { Rehearsals } from '../live/rehearsal.ts';
import { json, text } from './json.ts';
import type { Note } from './log.ts';

/** Keys that were not sent are absent, so that they keep what is there. */
const sent = (edit: object): object =>
  Object.fromEntries(Object.entries(edit).filter(([, x]) => x !== undefined));

const editSchema = v.pipe(v.partial(v.strictObject(sessionEntries)), v.transform(sent));
const laterEditSchema = v.pipe(
  v.partial(v.strictObject({ ...sessionEntries, heard: heardEditSchema })),
  v.transform(sent),
);
const lobbySchema = v.strictObject({ checks: v.optional(v.array(v.picklist(CHECKS)), []) });
const cardsSchema = v.strictObject({
  cards: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.cardsAtOnce)),
});
const rehearseSchema = v.strictObject({
  people: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.rehearsalPeople)),
});

export interface SessionRouteParts {
  store: Store;
  rooms: Rooms;
  watch: RoomWatch;
  rehearsals: Rehearsals;
  today: () => string;
  /** The QR code's address has changed: screens are to show the new one. */
  addressChanged: () => void;
  note: Note;
}

/** @returns the routes that prepare, open, rehearse, finish and remove sessions, and of checking the room */
export function sessionRoutes(parts: SessionRouteParts): Router {
  const { store, rooms, watch, rehearsals } = parts;
  const router = express.Router();
  const body = express.json({ limit: '256kb' });

  router.post(
    '/api/consultations/:id/sessions',
    body,
    json(async (req) => {
      const parsed = v.safeParse(editSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      const stored = await store.consultation(text(req.params['id']));
      if (stored === null) return refuse('no-such-consultation');
      return addSession(store, stored.consultation, parts.today(), parsed.output);
    }),
  );

  router.put(
    '/api/sessions/:id',
    body,
    json((req) => {
      const parsed = v.safeParse(laterEditSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      return editSession(store, rooms, text(req.params['id']), parsed.output);
    }),
  );

  router.delete(
    '/api/sessions/:id',
    json(async (req, res) => {
      const id = text(req.params['id']);
      const session = await store.session(id);
      const removed = await removeSession(store, rooms, id);
      if (!isRefusal(removed) && session !== null && !session.rehearsal)
        await parts.note(res, 'session-removed', { consultation: session.consultation });
      return removed;
    }),
  );

  router.post(
    '/api/sessions/:id/lobby',
    body,
    json(async (req) => {
      const parsed = v.safeParse(lobbySchema, req.body ?? {});
      if (!parsed.success) return faultOf(parsed.issues);
      const opening = { today: parts.today(), checks: parsed.output.checks };
      const opened = await openLobby(store, rooms, text(req.params['id']), opening);
      return isRefusal(opened) ? opened : opened.session;
    }),
  );

  router.post(
    '/api/sessions/:id/cards',
    body,
    json((req) => {
      const parsed = v.safeParse(cardsSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      return makeCards(rooms, text(req.params['id']), parsed.output.cards);
    }),
  );

  router.post(
    '/api/sessions/:id/seal',
    json((req) => sealSession(store, rooms, text(req.params['id']))),
  );

  router.post(
    '/api/sessions/:id/rehearse',
    body,
    json((req) => {
      const parsed = v.safeParse(rehearseSchema, req.body);
      if (!parsed.success) return faultOf(parsed.issues);
      return rehearsals.begin(text(req.params['id']), parsed.output.people);
    }),
  );

  router.get(
    '/api/room',
    json((req) => {
      if (req.query['watch'] === '1') watch.watch();
      return watch.check();
    }),
  );

  router.post(
    '/api/room/address',
    body,
    json((req) => {
      const check = watch.choose(text(req.body?.url));
      if (!isRefusal(check)) parts.addressChanged();
      return check;
    }),
  );
  return router;
}
