/** Puts the parts of the scribe's screen together: its routes, and the consoles that are told. */
import type { Router } from 'express';
import type { Server } from 'socket.io';
import { talkRoutes } from './http/talk.ts';
import { tellTalk } from './live/talk.ts';
import type { Store } from './store/store.ts';
import type { Rooms } from './use/sessions.ts';

export function talkOver(io: Server, store: Store, rooms: Rooms): Router {
  return talkRoutes(store, rooms, tellTalk(io, rooms));
}
