/**
 * One connection to a Socket.IO server, from opening to its end: Engine.IO 4 over a WebSocket, or over
 * plain requests where WebSockets do not get through, and Socket.IO 5 for the main namespace with text
 * only. It does not come back by itself; `connection.ts` sees to that. The usual client library does
 * the same in seven times the bytes, nearly half of what a phone may load.
 */
export type WireKind = 'websocket' | 'polling';

export interface WireHandlers {
  /** The server let this phone in. */
  open(): void;
  event(name: string, args: unknown[]): void;
  /** The server did not let this phone in; `data` is what it said. */
  refused(data: unknown): void;
  /** The end, once, whoever brought it about but `close`. */
  closed(): void;
}

export interface Wire {
  /** Sends an event and waits for its answer; `done` gets null when none came in time or the wire ended. */
  ask(event: string, args: readonly unknown[], ms: number, done: (answer: unknown) => void): void;
  /** Ends it without a word to the handlers; what was asked gets null. */
  close(): void;
}

interface Transport {
  send(packet: string): void;
  close(): void;
}

/** How long opening may take, in milliseconds. */
const OPEN_MS = 4000;
const SEPARATOR = '\u001e';

/**
 * Opens a wire.
 *
 * @param base address of the server, `http://host:port`
 * @param auth sent with the connection, never in an address
 */
export function openWire(base: string, kind: WireKind, auth: object, handlers: WireHandlers): Wire {
  const asked = new Map<number, (answer: unknown) => void>();
  let ids = 0;
  let ended = false;
  let patience = OPEN_MS;
  let watch = setTimeout(lost, patience);

  function end(): void {
    ended = true;
    clearTimeout(watch);
    transport.close();
    for (const done of asked.values()) done(null);
  }

  function lost(): void {
    if (ended) return;
    end();
    handlers.closed();
  }

  function onPacket(packet: string): void {
    if (ended) return;
    clearTimeout(watch);
    watch = setTimeout(lost, patience);
    const type = packet.charAt(0);
    if (type === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1)) as Record<string, number>;
      transport.send(`40${JSON.stringify(auth)}`);
      // Silence for longer than this means that nobody is there.
      patience = (pingInterval ?? 0) + (pingTimeout ?? 0);
    } else if (type === '1') lost();
    else if (type === '2') transport.send('3');
    else if (type === '4') onMessage(packet.charAt(1), packet.slice(2));
  }

  function onMessage(type: string, rest: string): void {
    const [id] = /^\d*/.exec(rest) ?? [''];
    const body: unknown = JSON.parse(rest.slice(id.length) || 'null');
    if (type === '0') handlers.open();
    else if (type === '1') lost();
    else if (type === '2') {
      const [name, ...args] = body as [string, ...unknown[]];
      handlers.event(name, args);
    } else if (type === '3') asked.get(Number(id))?.((body as unknown[])[0]);
    else if (type === '4') {
      end();
      handlers.refused((body as { data?: unknown } | null)?.data);
    }
  }

  const url = `${base}/socket.io/?EIO=4&transport=${kind}`;
  const transport =
    kind === 'websocket' ? overSocket(url, onPacket, lost) : overRequests(url, onPacket, lost);

  return {
    ask(event, args, ms, done) {
      ids += 1;
      const id = ids;
      const answer = (value: unknown): void => {
        clearTimeout(timer);
        asked.delete(id);
        done(value);
      };
      const timer = setTimeout(() => answer(null), ms);
      asked.set(id, answer);
      if (ended) answer(null);
      else transport.send(`42${id}${JSON.stringify([event, ...args])}`);
    },
    close() {
      if (!ended) end();
    },
  };
}

function overSocket(url: string, packet: (packet: string) => void, closed: () => void): Transport {
  const socket = new WebSocket(url.replace(/^http/, 'ws'));
  socket.addEventListener('message', (event) => packet(String(event.data)));
  socket.addEventListener('close', closed);
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
}

function overRequests(url: string, packet: (packet: string) => void, closed: () => void): Transport {
  let address = url;
  let over = false;
  let waiting: string[] = [];
  let sending = false;

  async function request(body: string | null): Promise<string> {
    const method = body === null ? 'GET' : 'POST';
    const response = await fetch(address, { method, body, cache: 'no-store' });
    if (!response.ok) throw new Error('refused');
    return response.text();
  }

  /** Asks for what has come, again and again, until the transport is over. */
  async function listen(): Promise<void> {
    for (const text of (await request(null)).split(SEPARATOR)) {
      if (text.startsWith('0')) address += `&sid=${(JSON.parse(text.slice(1)) as { sid: string }).sid}`;
      packet(text);
    }
    if (!over) listen().catch(closed);
  }

  /** One request at a time, as the protocol wants it; what comes meanwhile goes with the next. */
  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    while (waiting.length > 0) {
      const body = waiting.join(SEPARATOR);
      waiting = [];
      await request(body);
    }
    sending = false;
  }

  listen().catch(closed);
  return {
    send(text) {
      waiting.push(text);
      flush().catch(closed);
    },
    close() {
      if (over) return;
      over = true;
      if (address !== url) request('1').catch(() => undefined);
    },
  };
}
