/** The phones' events: schema, use case, ack. Who and where a phone is comes from its handshake. */
import * as v from 'valibot';
import type { Namespace, Socket } from 'socket.io';
import { PROTOCOL_VERSION } from '../../core/protocol.ts';
import type { Hello, PhoneToServer, ServerToPhone } from '../../core/protocol.ts';
import {
  codeAskSchema,
  joinSchema,
  phoneAuthSchema,
  placeSchema,
  quoteChangeSchema,
} from '../../core/schema.ts';
import { fullBucket, take, type Bucket } from '../../core/bucket.ts';
import { readCode } from '../../core/id.ts';
import { RATES } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { phoneView } from '../../core/makeView.ts';
import type { Running } from '../use/running.ts';
import { infoOf } from '../use/running.ts';
import { sceneOf } from '../use/scene.ts';
import { hasLeft, joinSession, me, tagOn, whoComes, type Who } from '../use/joinSession.ts';
import { codeFor } from '../use/laterCodes.ts';
import { changeQuote, leaveSession } from '../use/leaveSession.ts';
import { placeResponse } from '../use/placeResponse.ts';
import type { Rooms } from '../use/sessions.ts';
import { roomName } from './publish.ts';
import { answering, refusalError } from './answer.ts';
import { makeGuesses } from './guesses.ts';

interface PhoneData {
  running: Running;
  who: Who;
  joins: Bucket;
  /** This socket is in the count of those connected. */
  counted: boolean;
}

type PhoneSocket = Socket<PhoneToServer, ServerToPhone, Record<string, never>, PhoneData>;
export type PhoneNamespace = Namespace<PhoneToServer, ServerToPhone, Record<string, never>, PhoneData>;

/**
 * @param now a monotonic clock in milliseconds
 * @param fault told of an unexpected error, without content
 * @returns `stop` ends the waiting of those whose code has not been looked at
 */
export function servePhones(
  phones: PhoneNamespace,
  rooms: Rooms,
  now: () => number,
  fault: (error: unknown) => void,
): { stop: () => void } {
  const guesses = makeGuesses<Running>(now);

  phones.use((socket, next) => {
    const refused = (refusal: Refusal): void => next(refusalError(refusal));
    const letIn = (running: Running, who: Who): void => {
      socket.data = { running, who, joins: fullBucket(RATES.joinBurst, now()), counted: false };
      next();
    };
    const line = socket.conn;
    const auth = v.safeParse(phoneAuthSchema, socket.handshake.auth);
    const code = auth.success ? readCode(auth.output.code) : null;
    if (!auth.success || code === null) {
      guesses.count(line);
      return refused(auth.success ? refuse('no-such-code', 'code') : refuse('bad-message', 'auth'));
    }
    const { token } = auth.output;
    const known = comingBack(rooms, code, token);
    if (known !== undefined) return letIn(known.running, known.who);
    const found = (running: Running): void => {
      const who = whoComes(running, token);
      if (hasLeft(running, who.hash)) refused(refuse('left'));
      else letIn(running, who);
    };
    guesses.ask({ line, look: () => rooms.byCode(code), found, refused });
  });

  phones.on('connection', (socket: PhoneSocket) => {
    const { running, who } = socket.data;
    void socket.join(roomName(running.session.id));
    countIn(running, who, socket);

    const events = fullBucket(RATES.eventsBurst, now());
    socket.use((event: unknown[], pass) => {
      if (take(events, RATES.eventsPerSecond, RATES.eventsBurst, now())) pass();
      else void answering(event.at(-1), fault, () => refuse('too-fast'));
    });
    socket.on('hello', (ack) => answering(ack, fault, () => hello(running, who)));
    socket.on('join', (message, ack) =>
      answering(ack, fault, async () => {
        const parsed = v.safeParse(joinSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'join');
        if (!take(socket.data.joins, RATES.joinPerSecond, RATES.joinBurst, now())) return refuse('too-fast');
        const joined = await joinSession(running, who, parsed.output);
        if (!('refusal' in joined)) countIn(running, who, socket);
        return joined;
      }),
    );
    const rightOf = (ack: unknown, act: () => Promise<object>): void =>
      void answering(ack, fault, async () =>
        take(socket.data.joins, RATES.joinPerSecond, RATES.joinBurst, now()) ? act() : refuse('too-fast'),
      );
    socket.on('code', (message, ack) =>
      rightOf(ack, async () => {
        const parsed = v.safeParse(codeAskSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'code');
        return codeFor(running, who, parsed.output.card);
      }),
    );
    socket.on('quote', (message, ack) =>
      rightOf(ack, async () => {
        const parsed = v.safeParse(quoteChangeSchema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'quote');
        return changeQuote(running, who, parsed.output.quote);
      }),
    );
    socket.on('leave', (ack) => rightOf(ack, () => leaveSession(running, who)));
    socket.on('place', (...args: unknown[]) => {
      const ack = args.pop();
      void answering(ack, fault, () => place(socket.data, args, now()));
    });
  });
  return { stop: guesses.stop };
}

/**
 * Someone who has joined this session already passes whatever others are guessing. Their token is
 * looked for before the code is, so that a code tells nothing to whoever brings a token made up.
 */
function comingBack(rooms: Rooms, code: string, token: string): { running: Running; who: Who } | undefined {
  for (const running of rooms.all()) {
    const who = whoComes(running, token);
    if (running.people.has(who.hash) && running.session.code === code) return { running, who };
  }
  return undefined;
}

function hello(running: Running, who: Who): Hello {
  return {
    protocol: PROTOCOL_VERSION,
    info: infoOf(running),
    view: phoneView(sceneOf(running)),
    me: me(running, who),
  };
}

function place(data: PhoneData, args: unknown[], now: number): ReturnType<typeof placeResponse> {
  const parsed = v.safeParse(placeSchema, args);
  if (!parsed.success) {
    const where = ['board', 'revision', 'answer', 'comment', 'audience'];
    const at = Number(parsed.issues[0].path?.[0]?.key ?? 0);
    return Promise.resolve<Refusal>(refuse('bad-message', where[at] ?? 'place'));
  }
  if (!take(limitOf(data, now), RATES.placePerSecond, RATES.placeBurst, now))
    return Promise.resolve<Refusal>(refuse('too-fast'));
  const [board, revision, answer, comment, team] = parsed.output;
  if (comment !== '' && tooSoon(data, board, comment, now))
    return Promise.resolve<Refusal>(refuse('too-fast'));
  const audience = team === 1 ? 'team' : 'room';
  return placeResponse(data.running, data.who, { board, revision, answer, comment, audience });
}

/** In slow mode a person's comment waits its turn, unless it stands there already; an answer alone never does. */
function tooSoon({ running, who }: PhoneData, n: number, comment: string, now: number): boolean {
  const { slow } = running.room;
  if (slow === 0 || !running.people.has(who.hash) || running.room.boards[n - 1] === undefined) return false;
  // By a card nobody is told whether they have guessed what stands there.
  if (!who.card && running.store.current(n, tagOn(running, who, n))?.comment === comment) return false;
  const own = running.slow.get(who.hash) ?? fullBucket(1, now);
  running.slow.set(who.hash, own);
  return !take(own, 1 / slow, 1, now);
}

/** One bucket for a person's placements, over all their sockets and tabs. */
function limitOf({ running, who }: PhoneData, now: number): Bucket {
  const known = running.limits.get(who.hash);
  if (known !== undefined) return known;
  const fresh = fullBucket(RATES.placeBurst, now);
  // Whoever has not joined is refused anyway, and must not fill memory with tokens made up.
  if (running.people.has(who.hash)) running.limits.set(who.hash, fresh);
  return fresh;
}

/** Counts a joined person as connected once, however many tabs they have. */
function countIn(running: Running, who: Who, socket: PhoneSocket): void {
  if (!running.people.has(who.hash) || socket.data.counted) return;
  socket.data.counted = true;
  running.presence.set(who.hash, (running.presence.get(who.hash) ?? 0) + 1);
  running.changed(['console']);
  socket.once('disconnect', () => {
    const left = (running.presence.get(who.hash) ?? 1) - 1;
    if (left > 0) running.presence.set(who.hash, left);
    else running.presence.delete(who.hash);
    running.changed(['console']);
  });
}
