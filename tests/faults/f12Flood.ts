/** F12: five people with the code flood the room, behind the one address of everybody. */
import { setTimeout as pause } from 'node:timers/promises';
import { Wire } from '../../bench/wire.ts';
import { newToken } from '../../server/random.ts';
import { crowdWrongs } from './crowdCheck.ts';
import { Crowd, sharedNow } from './crowdOrders.ts';
import { percentile, type Fault, type Finding, type Form } from './fault.ts';
import { consoleOf, freshFolder, openRoom, Server, type Room } from './server.ts';

const JUNK = 'JUNK JUNK';

/** What a flooder sends, in turn. */
const FRAMES: ((n: number, token: string, code: string) => string)[] = [
  (n) => `42${n}["place",${1 + (n % 4)},${n},${1 + (n % 5)},"${JUNK} ${n}",0]`,
  (n) => `42${n}["hello"]`,
  (n) => `42${n}["join",{"groups":[],"quote":${n % 2 === 0}}]`,
  (n) => `42${n}["place",${1 + (n % 4)},1,3]`,
  (n) => `42${n}["${JUNK}",{"a":[1,2,3]}]`,
  (n) => `42${n}["quote",{"quote":${n % 2 === 0}}]`,
];

/** Sends so many events a second until told to stop, over one socket; comes back at once when it is thrown out. */
class Flooder {
  sent = 0;
  readonly #token = newToken();
  readonly #server: Server;
  readonly #room: Room;
  readonly #timer: NodeJS.Timeout;
  #wire: Wire | null = null;
  #in = false;
  #since = performance.now();

  constructor(server: Server, room: Room, perSecond: number) {
    this.#server = server;
    this.#room = room;
    this.#connect();
    this.#timer = setInterval(() => {
      const due = ((performance.now() - this.#since) / 1000) * perSecond;
      for (; this.#in && this.sent < due; this.sent++)
        this.#wire?.send(
          FRAMES[this.sent % FRAMES.length]?.(this.sent + 1, this.#token, this.#room.code) ?? '',
        );
    }, 5);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#wire?.close();
  }

  #connect(): void {
    this.#in = false;
    this.#wire = new Wire(this.#server.port, '/socket.io/?EIO=4&transport=websocket', {
      text: (bytes) => {
        const kind = bytes.toString('latin1', 0, 2);
        if (kind[0] === '2') this.#wire?.send('3');
        if (kind[0] === '0')
          this.#wire?.send(`40${JSON.stringify({ code: this.#room.code, token: this.#token })}`);
        if (kind === '40') {
          this.#wire?.send('420["join",{"groups":[],"quote":true}]');
          this.#in = true;
        }
      },
      lost: () => setTimeout(() => this.#connect(), 50),
    });
  }
}

async function run({ long }: Form): Promise<Finding> {
  const [phones, seconds] = [200, long ? 120 : 10];
  const server = await Server.start(freshFolder('flood'));
  const room = await openRoom(server);
  const crowd = new Crowd();
  try {
    const base = `http://127.0.0.1:${server.port}`;
    let junk = 0;
    const projector = await consoleOf(
      server,
      room.session,
      (view) => (junk += view.includes(JUNK) ? 1 : 0),
      'projector',
    );
    const flooders = Array.from({ length: 5 }, () => new Flooder(server, room, 1000));
    // Whoever is honest comes in the middle of it.
    const came = sharedNow();
    await crowd.ask({ do: 'come', base, code: room.code, phones, boards: room.boards });
    const allIn = sharedNow() - came;
    await crowd.ask({ do: 'place', every: 2000 });
    await pause(seconds * 1000);
    const sent = flooders.reduce((n, flooder) => n + flooder.sent, 0);
    await crowd.ask({ do: 'rest', ms: 10_000 });
    for (const flooder of flooders) flooder.stop();
    const staff = await consoleOf(server, room.session);
    await staff.do({ do: 'closeAll' });
    for (let board = 1; board <= room.boards; board++) await staff.do({ do: 'reveal', board });
    await pause(500);
    projector.close();
    staff.close();
    const report = await crowd.ask({ do: 'report', since: 0 });
    const wrong = await crowdWrongs(server, room, report);
    // What the flooders placed within the limits of one person is theirs, and nobody else's.
    const own = wrong.filter((what) => !/^\d+ invented \(/.test(what));
    if (junk > 0) own.push('the projector showed junk');
    return {
      done: `${sent} events of 5 flooders, ${report.acknowledged} acknowledged of ${phones} honest people`,
      wrong: own,
      figures: [
        { what: 'honest acknowledged p99', value: percentile(report.took, 0.99), unit: 'ms', atMost: 500 },
        { what: 'all in after', value: allIn / 1000, unit: 's' },
      ],
    };
  } finally {
    await crowd.end();
    await server.kill();
  }
}

export const flooded: Fault = {
  id: 'F12',
  title: 'flooders beside honest people',
  needs: [],
  alone: true,
  patience: { short: 120, long: 600 },
  run,
};
