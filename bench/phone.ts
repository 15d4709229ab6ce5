/** A phone of the load generator: Engine.IO 4 and Socket.IO 5 by hand, or the plain echo's nothing at all. */
import { randomBytes } from 'node:crypto';
import { fullBucket, take, type Bucket } from '../core/bucket.ts';
import { RATES } from '../core/limits.ts';
import type { Order } from './orders.ts';
import { Wire } from './wire.ts';

/** A third of the people write; 60 characters is what they wrote in the sessions this was made for. */
const COMMENT = 'When I ask twice I get an answer, and sometimes I am heard. ';

/** Ids of acks below this are not placements'. */
const JOIN = 1;
const FIRST_PLACE = 2;

export interface PhoneEvents {
  /** Everything the phone needs to begin is here. `bytes`: length of that message. */
  ready: (phone: Phone, bytes: number) => void;
  joined: (phone: Phone) => void;
  /** The room's view, or the plain echo's broadcast. */
  view: (phone: Phone, bytes: Buffer) => void;
  /** `scheduled`: what `place` was told. A refusal's code, or null when the placement is durable. */
  placed: (phone: Phone, scheduled: number, refusal: string | null) => void;
  lost: (reason: string) => void;
}

export class Phone {
  readonly wire: Wire;
  readonly #events: PhoneEvents;
  readonly #order: Order & { do: 'connect' };
  readonly #waiting = new Map<number, number>();
  readonly #comment: string;
  readonly #bucket: Bucket = fullBucket(RATES.placeBurst - 2, 0);
  #next = FIRST_PLACE;
  #revision = 0;
  #ready = false;

  constructor(index: number, order: Order & { do: 'connect' }, events: PhoneEvents) {
    this.#events = events;
    this.#order = order;
    this.#comment = index % 3 === 0 ? `,${JSON.stringify(COMMENT)},0` : '';
    const path = order.plain ? '/' : '/socket.io/?EIO=4&transport=websocket';
    this.wire = new Wire(order.port, path, {
      text: order.plain ? (bytes) => this.#plain(bytes) : (bytes) => this.#engine(bytes),
      lost: events.lost,
    });
  }

  join(): void {
    this.wire.send(`42${JOIN}["join",{"groups":[],"quote":true}]`);
  }

  /** Sends the next revision on board 1; `scheduled` comes back with the answer. */
  place(scheduled: number): void {
    this.#revision += 1;
    const id = this.#next++;
    this.#waiting.set(id, scheduled);
    const answer = 1 + ((id + this.#revision) % 5);
    this.wire.send(`42${id}["place",1,${this.#revision},${answer}${this.#comment}]`);
  }

  get writes(): boolean {
    return this.#comment !== '';
  }

  /** Whether the product's limit for one person lets this phone place now; a little stricter than it. */
  mayPlace(now: number): boolean {
    return take(this.#bucket, RATES.placePerSecond * 0.95, RATES.placeBurst - 2, now);
  }

  #plain(bytes: Buffer): void {
    if (bytes[0] === 0x34) return this.#acked(bytes);
    if (this.#ready) return this.#events.view(this, bytes);
    this.#ready = true;
    this.#events.ready(this, bytes.length);
  }

  #engine(bytes: Buffer): void {
    if (bytes[0] === 0x34 && bytes[1] === 0x33) return this.#acked(bytes);
    if (bytes[0] === 0x34 && bytes[1] === 0x32) {
      // `42["state",...` and `42["view",...`
      if (bytes[4] === 0x73) return this.#events.ready(this, bytes.length);
      return this.#events.view(this, bytes);
    }
    if (bytes[0] === 0x32) return this.wire.send('3');
    if (bytes[0] === 0x30) {
      const token = randomBytes(16).toString('base64url');
      return this.wire.send(`40${JSON.stringify({ code: this.#order.code, token, hello: true })}`);
    }
    if (bytes[0] === 0x34 && bytes[1] === 0x34) this.#events.lost(bytes.toString());
  }

  /** Reads `43ID[...]`, or the same frame that was sent where the server only echoes. */
  #acked(bytes: Buffer): void {
    let at = 2;
    let id = 0;
    for (let c = bytes[at] ?? 0; c >= 0x30 && c <= 0x39; c = bytes[++at] ?? 0) id = id * 10 + c - 0x30;
    if (id === JOIN) {
      const refused = bytes.includes('"refusal"');
      return refused ? this.#events.lost(bytes.toString()) : this.#events.joined(this);
    }
    const scheduled = this.#waiting.get(id);
    if (scheduled === undefined) return this.#events.lost('an ack for nothing');
    this.#waiting.delete(id);
    const refusal = bytes[at + 1] === 0x7b ? bytes.toString('latin1', at) : null;
    this.#events.placed(this, scheduled, refusal && (/"refusal":"([\w-]+)"/.exec(refusal)?.[1] ?? 'unknown'));
  }
}
