/** One connection of a phone, on the cheap WebSocket of the bench: it asks, waits, and does not come back by itself. */
import { Wire } from '../../bench/wire.ts';

/** As long as a real phone waits for an answer, in milliseconds. */
const PATIENCE_MS = 4000;

export interface LineEvents {
  /** In, and may ask. */
  open: () => void;
  /** Gone, refused or given up; `refusal` is the text of a handshake that was refused. */
  lost: (refusal: string | null) => void;
  view?: (text: string) => void;
}

export class Line {
  readonly wire: Wire;
  readonly #events: LineEvents;
  readonly #asked = new Map<number, (answer: unknown) => void>();
  #next = 1;
  #over = false;

  /** @param auth `{ code, token }`, as a phone sends them */
  constructor(port: number, auth: { code: string; token: string }, events: LineEvents) {
    this.#events = events;
    this.wire = new Wire(port, '/socket.io/?EIO=4&transport=websocket', {
      text: (bytes) => this.#read(bytes, auth),
      lost: () => this.#lose(null),
    });
  }

  /** The answer, or null when none came in time or the line was lost: nobody knows then what became of it. */
  ask(event: string, args: readonly unknown[], ms = PATIENCE_MS): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#asked.delete(id);
        resolve(null);
      }, ms);
      this.#asked.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      if (this.#over) this.#answer(id, null);
      else this.wire.send(`42${id}${JSON.stringify([event, ...args])}`);
    });
  }

  /** Ends it without a word to anybody; what was asked gets null. */
  close(): void {
    this.#end();
    this.wire.close();
  }

  #end(): void {
    this.#over = true;
    for (const id of this.#asked.keys()) this.#answer(id, null);
  }

  #lose(refusal: string | null): void {
    if (this.#over) return;
    this.#end();
    this.#events.lost(refusal);
  }

  #answer(id: number, answer: unknown): void {
    const done = this.#asked.get(id);
    this.#asked.delete(id);
    done?.(answer);
  }

  #read(bytes: Buffer, auth: { code: string; token: string }): void {
    if (this.#over) return;
    const kind = bytes.toString('latin1', 0, 2);
    if (kind[0] === '2') return this.wire.send('3');
    if (kind[0] === '0') return this.wire.send(`40${JSON.stringify(auth)}`);
    if (kind === '40') return this.#events.open();
    if (kind === '42') return this.#events.view?.(bytes.toString());
    if (kind === '43') {
      const text = bytes.toString('utf8', 2);
      const from = text.indexOf('[');
      return this.#answer(Number(text.slice(0, from)), (JSON.parse(text.slice(from)) as unknown[])[0]);
    }
    if (kind === '44') this.wire.close();
    this.#lose(kind === '44' ? bytes.toString() : null);
  }
}
