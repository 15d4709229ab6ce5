/** Puts the parts of the scribe's screen together: its routes, the consoles that are told, and the stick. */
import type { Router } from 'express';
import type { Server } from 'socket.io';
import { TIMES } from '../core/limits.ts';
import { talkRoutes } from './http/talk.ts';
import { tellTalk } from './live/talk.ts';
import type { Store } from './store/store.ts';
import type { Rooms } from './use/sessions.ts';

/** @param copySoon has what is running copied to the stick */
export function talkOver(io: Server, store: Store, rooms: Rooms, copySoon: () => void): Router {
  const tell = tellTalk(io, rooms);
  const copy = atMostEach(TIMES.talkCopiedMs, copySoon);
  return talkRoutes(store, rooms, (consultation, at) => {
    tell(consultation, at);
    // Of answers the store tells; points are in none of the files that it copies.
    if ([...rooms.all()].some(({ session }) => session.consultation === consultation)) copy();
  });
}

/** At once, and then not again before that time is over, however often it is asked for meanwhile. */
function atMostEach(ms: number, act: () => void): () => void {
  let [waits, asked] = [false, false];
  const go = (): void => {
    asked = false;
    waits = true;
    setTimeout(() => {
      waits = false;
      if (asked) go();
    }, ms).unref();
    act();
  };
  return () => {
    asked = true;
    if (!waits) go();
  };
}
