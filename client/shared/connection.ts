/**
 * A phone's line to the laptop. It is back by itself after a locked screen, a lost network or a
 * restarted server, and every time brings the whole state.
 */
import type { Hello, Me, PhoneToServer, PlaceAck, ServerToPhone } from '../../core/protocol.ts';
import type { Refusal, RefusalCode } from '../../core/refusal.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Join } from '../../core/schema.ts';
import type { PhoneView } from '../../core/view.ts';
import type { Entry } from './outbox.ts';
import { DOUBT_MS } from './outbox.ts';
import type { Wire } from './wire.ts';
import { openWire } from './wire.ts';

export interface LineHandlers {
  /** The token is read anew for each attempt. */
  auth(): { code: string; token: string };
  hello(hello: Hello): void;
  /** Only views that are newer than what is there. */
  view(view: PhoneView): void;
  gone(): void;
  /** This person has left with everything, here or elsewhere. */
  left(): void;
  /** Other tabs of this person are in its place. */
  elsewhere(): void;
  /** The server said no to this connection for good. */
  refused(refusal: Refusal): void;
  /** Whether the line is up: true only once the state is there, and not while an answer is overdue. */
  alive(alive: boolean): void;
}

export interface Line {
  /** `done` gets null when there is no line or no answer came in time; so it does for `place`. */
  join(join: Join, done: (answer: Me | Refusal | null) => void): void;
  /** A code for later, the yes to quoting, talking alone, leaving: asked once, by whoever presses. */
  ask(
    event: 'code' | 'quote' | 'alone' | 'leave',
    args: readonly unknown[],
    done: (answer: unknown) => void,
  ): void;
  place(entry: Entry, done: (ack: PlaceAck | null) => void): void;
  /** The page is seen again or the network is back: finds out at once whether the line still holds. */
  wake(): void;
  /** The network is gone: the line is down at once, and what was asked gets null. It is still tried again. */
  cut(): void;
  close(): void;
}

const HELLO = 'hello' satisfies keyof PhoneToServer;
const STATE = 'state' satisfies keyof ServerToPhone;
const ACK_MS = 4000;
/** A line that was asleep must answer within this, or it is given up and made anew. */
const PROBE_MS = 1500;
/** Refusals of a hello that go away by themselves. */
const AGAIN: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['too-fast', 'disk-full', 'fault']);
const FIRST_WAIT = 500;
/** Times up to one and a half: after a try that hung for 4 s, a room whose Wi-Fi was away has to be back within 8 s. */
const LONGEST_WAIT = 2400;

/** Opens the line and keeps it open until it is closed, refused or gone. */
export function openLine(base: string, handlers: LineHandlers): Line {
  let wire: Wire | null = null;
  let up = false;
  let closed = false;
  let probing = false;
  let failures = 0;
  /** Number of the newest view that was drawn. */
  let seen = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where WebSockets do not get through, plain requests may: whatever nothing comes of gives way to the other. */
  let polling = false;
  /** The last try got through. */
  let through = true;
  /** A WebSocket got through once: then what failed later was not the WebSocket. */
  let proven = false;

  function drop(): void {
    const old = wire;
    // First, so that what was asked over the old wire and now gets null finds it gone.
    wire = null;
    old?.close();
    probing = false;
    clearTimeout(timer);
    if (up) handlers.alive(false);
    up = false;
  }

  function stop(): void {
    closed = true;
    drop();
  }

  /** Tries again after a while that grows, and differs between phones. */
  function retry(): void {
    if (closed) return;
    drop();
    if (!through && !proven) polling = !polling;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * (0.5 + Math.random());
    failures = Math.min(failures + 1, 4);
    timer = setTimeout(connect, wait);
  }

  function connect(): void {
    drop();
    through = false;
    const reached = (): void => {
      through = true;
      proven ||= !polling;
    };
    // The state comes with being let in, which is one way there and back less.
    const mine = openWire(
      base,
      polling ? 'polling' : 'websocket',
      { ...handlers.auth(), hello: true },
      {
        open() {
          reached();
          timer = setTimeout(() => heard(mine, ACK_MS, null), ACK_MS);
        },
        event: (name, args) => (name === STATE ? heard(mine, ACK_MS, args[0]) : onEvent(name, args)),
        refused(data) {
          reached();
          if (isRefusal(data)) refused(data);
          else retry();
        },
        closed() {
          if (wire === mine) retry();
        },
      },
    );
    wire = mine;
  }

  function probe(asked: Wire): void {
    if (probing) return;
    probing = true;
    asked.ask(HELLO, [], PROBE_MS, (said) => heard(asked, PROBE_MS, said));
  }

  /** @param said `Hello | Refusal`; null: nothing came within `ms` */
  function heard(asked: Wire, ms: number, said: unknown): void {
    const answer = said as Hello | Refusal | null;
    if (wire !== asked || closed) return;
    probing = false;
    clearTimeout(timer);
    if (answer === null) {
      if (ms === PROBE_MS) connect();
      else retry();
    } else if (isRefusal(answer)) refused(answer);
    else {
      failures = 0;
      up = true;
      seen = answer.view.v;
      handlers.alive(true);
      handlers.hello(answer);
    }
  }

  function onEvent(name: string, args: unknown[]): void {
    const event = name as keyof ServerToPhone;
    if (event === 'gone' || event === 'left' || event === 'elsewhere') {
      stop();
      handlers[event]();
    } else if (event === 'view' && up) {
      const view = args[0] as PhoneView;
      if (view.v <= seen) return;
      seen = view.v;
      handlers.view(view);
    }
  }

  function refused(refusal: Refusal): void {
    if (refusal.refusal === 'left') {
      stop();
      handlers.left();
    } else if (AGAIN.has(refusal.refusal)) retry();
    else {
      stop();
      handlers.refused(refusal);
    }
  }

  function wake(): void {
    if (closed) return;
    failures = 0;
    if (up && wire !== null) probe(wire);
    else connect();
  }

  /** The shapes of events and answers are those of core/protocol.ts. */
  function send(event: keyof PhoneToServer, args: readonly unknown[], done: (answer: unknown) => void): void {
    const asked = wire;
    if (asked === null || !up) {
      done(null);
      return;
    }
    const doubt = setTimeout(() => {
      if (wire === asked) handlers.alive(false);
    }, DOUBT_MS);
    asked.ask(event, args, ACK_MS, (answer) => {
      clearTimeout(doubt);
      if (answer !== null && wire === asked && up) handlers.alive(true);
      done(answer);
      if (answer === null && wire === asked) wake();
    });
  }

  connect();
  return {
    join: (join, done) => send('join', [join], (answer) => done(answer as Me | Refusal | null)),
    place({ board, revision, answer, comment, audience }, done) {
      // Without a comment the frame stays as short as it can be.
      const rest = comment === '' && audience === 0 ? [] : [comment, audience];
      send('place', [board, revision, answer, ...rest], (ack) => done(ack as PlaceAck | null));
    },
    ask: send,
    wake,
    cut: retry,
    close: stop,
  };
}
