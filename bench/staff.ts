/** The console and the projector of the room under load: a session is never run without them. */
import type { Command } from '../core/room.ts';
import type { StaffOf } from './orders.ts';
import { Wire } from './wire.ts';

export class Staff {
  /** Views that came so far. */
  views = 0;
  readonly #wire: Wire;
  readonly #namespace: string;
  readonly #ready = Promise.withResolvers<void>();
  readonly #acks = new Map<number, (answer: string) => void>();
  readonly #view: ((text: string) => void) | null;
  #next = 1;

  /** @param view told of every view with its text, the first one too; reading them costs what the bench has not */
  constructor(
    name: 'console' | 'projector',
    port: number,
    { session, cookie }: StaffOf,
    lost: (reason: string) => void,
    view: ((text: string) => void) | null = null,
  ) {
    this.#view = view;
    this.#namespace = `/${name},`;
    const path = '/socket.io/?EIO=4&transport=websocket';
    const events = { text: (bytes: Buffer) => this.#read(bytes, session, lost), lost };
    this.#wire = new Wire(port, path, events, cookie);
  }

  /** Resolves once this screen has its first view. */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Carries out a command; rejects with what the server says when it is refused. */
  async do(command: Command): Promise<void> {
    const id = this.#next++;
    const answer = new Promise<string>((resolve) => {
      this.#acks.set(id, resolve);
    });
    this.#wire.send(`42${this.#namespace}${id}${JSON.stringify(['do', command])}`);
    const text = await answer;
    if (!text.includes('"ok":true')) throw new Error(`${command.do}: ${text}`);
  }

  /** Ends it at once. */
  close(): void {
    this.#wire.close();
  }

  #read(bytes: Buffer, session: string, lost: (reason: string) => void): void {
    const kind = bytes.toString('latin1', 0, 2);
    if (kind === '2') return this.#wire.send('3');
    if (kind.startsWith('0')) return this.#wire.send(`40${this.#namespace}${JSON.stringify({ session })}`);
    if (kind === '40') return this.#wire.send(`42${this.#namespace}0["hello"]`);
    if (kind === '42') {
      this.views += 1;
      this.#view?.(bytes.toString('utf8', 2 + this.#namespace.length));
      return;
    }
    if (kind !== '43') return lost(bytes.toString());
    const body = bytes.subarray(2 + this.#namespace.length);
    const id = Number.parseInt(body.toString('latin1', 0, 10), 10);
    if (id === 0) {
      this.#view?.(body.toString());
      this.#ready.resolve();
    }
    this.#acks.get(id)?.(body.toString('latin1', 0, 400));
    this.#acks.delete(id);
  }
}
