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
  plainPlace,
  quoteChangeSchema,
  type PlaceParts,
} from '../../core/schema.ts';
import { fullBucket, take, type Bucket } from '../../core/bucket.ts';
import { readCode } from '../../core/id.ts';
import { RATES } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { aloneAskSchema } from '../../core/schemaAlone.ts';
import { phoneView } from '../../core/makeView.ts';
import { isBeside } from '../../core/beside.ts';
import { FREE_TALK, PROPOSING, thoughtAt } from '../../core/thought.ts';
import type { Store } from '../store/store.ts';
import { askAlone } from '../use/alone.ts';
import type { Running } from '../use/running.ts';
import { infoOf } from '../use/running.ts';
import { sceneOf } from '../use/scene.ts';
import { hasLeft, joinSession, me, tagOn, whoComes, type Who } from '../use/joinSession.ts';
import { codeFor } from '../use/laterCodes.ts';
import { changeQuote, leaveSession } from '../use/leaveSession.ts';
import { hushAgain } from '../use/moderation.ts';
import { placeResponse } from '../use/placeResponse.ts';
import type { Rooms } from '../use/sessions.ts';
import { forgetRequest } from './forgetRequest.ts';
import { Meter } from '../metrics/coarse.ts';
import { listenFirst } from './readFirst.ts';
import { ShortWay, type OnWay } from './shortWay.ts';
import { roomName } from './publish.ts';
import { answering, atDoor, refusalError, tooManyParts, tooMuch } from './answer.ts';
import { makeGuesses } from './guesses.ts';
import { makePersons } from './persons.ts';

interface PhoneData extends OnWay {
  running: Running;
  who: Who;
  /** This socket is in the count of those connected. */
  counted: boolean;
  /** The state is to come with being let in. */
  wantsState: boolean;
}

type PhoneSocket = Socket<PhoneToServer, ServerToPhone, Record<string, never>, PhoneData>;
export type PhoneNamespace = Namespace<PhoneToServer, ServerToPhone, Record<string, never>, PhoneData>;

/** Sessions whose phones go on asking, since nobody has decided yet where they go on. */
export interface Held {
  codes: () => readonly string[];
  /** Nothing is running yet, and a session may still come from another laptop. */
  mayCome: () => boolean;
}

/**
 * @param now a monotonic clock in milliseconds
 * @param fault told of an unexpected error, without content
 * @returns `stop` ends the waiting of those whose code has not been looked at
 */
export function servePhones(
  phones: PhoneNamespace,
  { store, rooms }: { store: Store; rooms: Rooms },
  now: () => number,
  fault: (error: unknown) => void,
  held: Held = { codes: () => [], mayCome: () => false },
  meter = new Meter(),
): { stop: () => void } {
  const waiting = (): string[] => [...held.codes(), ...rooms.lostCodes()];
  const guesses = makeGuesses<Running | null>(now, () => [...rooms.all()].length + waiting().length);
  const persons = makePersons(now);
  /** Connections on which somebody is in: a phone has one for itself. */
  const taken = new WeakSet<object>();

  const look = (socket: PhoneSocket, next: (error?: Error) => void): void => {
    const line = socket.conn;
    const refused = (refusal: Refusal): void => {
      const early = refusal.refusal === 'no-such-code' && held.mayCome();
      next(refusalError(early ? refuse('fault') : refusal));
    };
    const auth = v.safeParse(phoneAuthSchema, socket.handshake.auth);
    const letIn = (running: Running, who: Who): void => {
      // They asked several times before the first was answered.
      if (taken.has(line)) {
        line.close();
        return;
      }
      taken.add(line);
      const way = new ShortWay(socket.conn, socket.request);
      const wantsState = auth.success && auth.output.hello === true;
      socket.data = { running, who, counted: false, wantsState, way };
      way.together();
      next();
    };
    const code = auth.success ? readCode(auth.output.code) : null;
    if (!auth.success || code === null) {
      guesses.count(line);
      return refused(auth.success ? refuse('no-such-code', 'code') : refuse('bad-message', 'auth'));
    }
    const { token } = auth.output;
    const known = comingBack(rooms, code, token);
    if (known !== undefined) return letIn(known.running, known.who);
    const found = (running: Running | null): void => {
      // One of a session that is held or could not be taken up; to be asked for again.
      if (running === null) return refused(refuse('fault'));
      const who = whoComes(running, token);
      if (hasLeft(running, who.hash)) refused(refuse('left'));
      else letIn(running, who);
    };
    guesses.ask({
      line,
      look: () => rooms.byCode(code) ?? (waiting().includes(code) ? null : undefined),
      found,
      refused,
    });
  };
  phones.use(atDoor(fault, look));

  phones.on('connection', (socket: PhoneSocket) => {
    const { running, who, wantsState, way } = socket.data;
    forgetRequest(socket);
    const person = persons.of(running, who);
    person.hold(socket);
    socket.once('disconnect', () => person.letGo(socket));
    void socket.join(roomName(running.session.id));
    countIn(running, who, socket);

    const against = (tooMany: Refusal | null): Refusal | null =>
      tooMany ?? (person.mayAsk() ? null : refuse('too-fast'));
    socket.use((event: unknown[], pass) => {
      const refused = against(tooMuch('phone', event));
      if (refused === null) pass();
      else void answering(event.at(-1), fault, () => refused);
    });
    const state = (): Hello => hello(running, who);
    socket.on('hello', (ack) => answering(ack, fault, state));
    if (wantsState) {
      const refused = against(null);
      void answering(
        (answer: Hello | Refusal) => socket.emit('state', answer),
        fault,
        () => refused ?? state(),
      );
    }
    /** What is carried out once it is read, as often as one person may. */
    const writing = <S extends v.GenericSchema>(
      [event, schema]: readonly [string, S],
      [message, ack]: readonly [unknown, unknown],
      act: (read: v.InferOutput<S>) => Promise<object>,
    ): void =>
      void answering(ack, fault, async () => {
        const parsed = v.safeParse(schema, message);
        if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? event);
        return person.mayWrite() ? act(parsed.output) : refuse('too-fast');
      });
    socket.on('join', (...sent) =>
      writing(['join', joinSchema], sent, async (wanted) => {
        const joined = await joinSession(running, who, wanted);
        if (!('refusal' in joined)) countIn(running, who, socket);
        return joined;
      }),
    );
    const inTurn = (act: () => Promise<object>): Promise<object> => persons.inTurn(running, act);
    socket.on('code', (...sent) =>
      writing(['code', codeAskSchema], sent, ({ card }) => inTurn(() => codeFor(running, who, card))),
    );
    socket.on('quote', (...sent) =>
      writing(['quote', quoteChangeSchema], sent, ({ quote }) =>
        inTurn(() => changeQuote(running, who, quote)),
      ),
    );
    socket.on('alone', (...sent) =>
      writing(['alone', aloneAskSchema], sent, (ask) => inTurn(() => askAlone(store, running, who, ask))),
    );
    socket.on('leave', (ack) =>
      writing(['leave', v.undefined()], [undefined, ack], () => inTurn(() => leaveSession(running, who))),
    );
    const placing = (args: unknown[], ack: (answer: unknown) => void): void => {
      const begun = meter.begins();
      const saved = (answer: unknown): void => {
        meter.ended(begun);
        ack(answer);
      };
      void answering(saved, fault, () => place(socket.data, args, now()));
    };
    socket.on('place', (...args: unknown[]) => {
      const ack = args.pop();
      if (typeof ack === 'function') placing(args, ack as (answer: unknown) => void);
    });
    listenFirst(socket, 'place', ({ id, args }) => {
      const ack = (answer: unknown): void => way.send(`3${id}[${JSON.stringify(answer)}]`);
      const refused = against(tooManyParts('phone', 'place', args.length));
      if (refused === null) placing(args, ack);
      else void answering(ack, fault, () => refused);
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
  hushAgain(running, who);
  return {
    protocol: PROTOCOL_VERSION,
    info: infoOf(running),
    view: phoneView(sceneOf(running, 'phone')),
    me: me(running, who),
  };
}

function place(data: PhoneData, args: unknown[], now: number): ReturnType<typeof placeResponse> {
  const parts = plainPlace(args) ?? readPlace(args);
  if ('refusal' in parts) return parts;
  if (!take(limitOf(data, now), RATES.placePerSecond, RATES.placeBurst, now)) return refuse('too-fast');
  const [board, revision, answer, comment, team] = parts;
  if (comment !== '' && tooSoon(data, board, comment, now)) return refuse('too-fast');
  const audience = team === 1 ? 'team' : 'room';
  return placeResponse(data.running, data.who, { board, revision, answer, comment, audience });
}

function readPlace(args: readonly unknown[]): PlaceParts | Refusal {
  const parsed = v.safeParse(placeSchema, args);
  if (parsed.success) return parsed.output;
  const where = ['board', 'revision', 'answer', 'comment', 'audience'];
  const at = Number(parsed.issues[0].path?.[0]?.key ?? 0);
  return refuse('bad-message', where[at] ?? 'place');
}

/** In slow mode a person's comment waits its turn, unless it stands there already; an answer alone never does. */
function tooSoon({ running, who }: PhoneData, n: number, comment: string, now: number): boolean {
  const { slow } = running.room;
  const board = thoughtAt(n)?.board ?? n;
  const free = board === FREE_TALK || board === PROPOSING;
  const known = free || isBeside(board) || running.room.boards[board - 1] !== undefined;
  if (slow === 0 || !running.people.has(who.hash) || !known) return false;
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
  running.changed(['console'], 'counts');
  socket.once('disconnect', () => {
    const left = (running.presence.get(who.hash) ?? 1) - 1;
    if (left > 0) running.presence.set(who.hash, left);
    else running.presence.delete(who.hash);
    running.changed(['console'], 'counts');
  });
}
