/** Routes that hand out files for researchers. */
import express, { type Router } from 'express';
import type { Store } from '../store/store.ts';
import type { Rooms } from '../use/sessions.ts';

export function downloadRoutes(_store: Store, _rooms: Rooms, _today: () => string): Router {
  return express.Router();
}
