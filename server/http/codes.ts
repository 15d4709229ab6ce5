/**
 * Codes for later: typed on any phone at the session's address, or by the facilitator for somebody who
 * sent theirs. Phones' wrong ones are held back for the whole server, as join codes are.
 */
import type { Socket } from 'node:net';
import express, { type Request, type Response, type Router } from 'express';
import * as v from 'valibot';
import { readLaterCode } from '../../core/id.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { comeBackSchema, takeOutSchema } from '../../core/schema.ts';
import { makeGuesses, type Line } from '../live/guesses.ts';
import type { Store } from '../store/store.ts';
import { codeFinder, comeBack, takeOut, type FoundCode } from '../use/laterCodes.ts';
import type { Rooms } from '../use/sessions.ts';
import { ownHeader } from './headers.ts';
import { json, sendRefusal } from './json.ts';

const BODY = '1kb';
const UNKNOWN = refuse('code-unknown', 'code');

/** Names the field that is wrong, or one that should not be there. */
const unread = (issues: readonly v.BaseIssue<unknown>[]): Refusal =>
  refuse('bad-message', issues[0] === undefined ? 'code' : (v.getDotPath(issues[0]) ?? 'code'));

/** Routes that phones ask; they answer on the room's network. */
export function phoneCodeRoutes(
  store: Store,
  rooms: Rooms,
  now: () => number,
): { router: Router; stop: () => void } {
  const guesses = makeGuesses<FoundCode>(now);
  const lines = new WeakMap<Socket, Line>();
  const router = express.Router();

  function lineOf({ socket }: Request): Line {
    const known = lines.get(socket);
    if (known !== undefined) return known;
    const line: Line = {
      once: (event, told) => socket.once(event, told),
      off: (event, told) => socket.off(event, told),
      close: () => socket.destroy(),
    };
    lines.set(socket, line);
    return line;
  }

  /** Looks the code up when its turn has come, and answers once. */
  async function ask(
    req: Request,
    res: Response,
    typed: string,
    then: (found: FoundCode, code: string) => Promise<object>,
  ): Promise<void> {
    const code = readLaterCode(typed);
    const line = lineOf(req);
    if (code === null) {
      guesses.count(line);
      return sendRefusal(res, UNKNOWN);
    }
    const look = await codeFinder(store, rooms);
    const found = await new Promise<FoundCode | Refusal>((done) => {
      guesses.ask({ line, look: () => look(code), found: done, refused: done });
    });
    const answer = isRefusal(found) ? found : await then(found, code);
    res.set('Cache-Control', 'no-store');
    if (!isRefusal(answer)) res.json(answer);
    else sendRefusal(res, answer.refusal === 'no-such-code' ? UNKNOWN : answer);
  }

  const body = express.json({ limit: BODY });
  router.post('/j/code', ownHeader, body, (req, res, next) => {
    const parsed = v.safeParse(comeBackSchema, req.body);
    if (!parsed.success) return sendRefusal(res, unread(parsed.issues));
    ask(req, res, parsed.output.code, (found) => comeBack(store, found)).catch(next);
  });
  router.post('/j/takeout', ownHeader, body, (req, res, next) => {
    const parsed = v.safeParse(takeOutSchema, req.body);
    if (!parsed.success) return sendRefusal(res, unread(parsed.issues));
    const { code: typed, what } = parsed.output;
    ask(req, res, typed, (found, code) => takeOut(store, found, code, what)).catch(next);
  });
  return { router, stop: guesses.stop };
}

/** The console's own: for a code that somebody has sent. */
export function takeOutRoutes(store: Store, rooms: Rooms): Router {
  const router = express.Router();
  router.post(
    '/api/takeout',
    express.json({ limit: BODY }),
    json(async (req) => {
      const parsed = v.safeParse(takeOutSchema, req.body);
      if (!parsed.success) return unread(parsed.issues);
      const code = readLaterCode(parsed.output.code);
      const found = code === null ? undefined : (await codeFinder(store, rooms))(code);
      if (code === null || found === undefined) return UNKNOWN;
      return takeOut(store, found, code, parsed.output.what);
    }),
  );
  return router;
}
