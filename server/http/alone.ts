/** Routes of talking alone and being told alone. */
import express, { type Router } from 'express';
import { isRefusal } from '../../core/refusal.ts';
import { alonePage, openAlone, settleAlone, takeCard, type AloneParts } from '../use/alone.ts';
import { json, text } from './json.ts';
import type { Note } from './log.ts';

const BODY_BYTES = 20_000;

/** @returns the routes that count them, take cards, and open and end them for the lead */
export function aloneRoutes(parts: AloneParts, note: Note): Router {
  const router = express.Router();
  const body = express.json({ limit: BODY_BYTES });
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: of two windows that make an interview of one request, the second one finds it gone. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  router.get(
    '/api/consultations/:id/alone',
    json((req) => alonePage(parts, text(req.params['id']))),
  );
  router.post(
    '/api/consultations/:id/alone/open',
    body,
    json(async (req, res) => {
      const consultation = text(req.params['id']);
      const opened = await openAlone(parts, consultation, req.body);
      if (!isRefusal(opened)) await note(res, 'alone-opened', { consultation });
      return opened;
    }),
  );
  router.post(
    '/api/consultations/:id/alone/cards',
    body,
    json(async (req, res) => {
      const consultation = text(req.params['id']);
      const taken = await takeCard(parts, consultation, req.body);
      if (!isRefusal(taken)) await note(res, 'alone-card', { consultation });
      return taken;
    }),
  );
  router.post(
    '/api/consultations/:id/alone/:kind/:wish/settle',
    body,
    json(async (req, res) => {
      const { id, kind, wish } = req.params;
      const consultation = text(id);
      const place = [consultation, text(kind), text(wish)] as const;
      const left = await inTurn(() => settleAlone(parts, place, req.body));
      if (!isRefusal(left)) await note(res, 'alone-settled', { consultation });
      return left;
    }),
  );
  return router;
}
