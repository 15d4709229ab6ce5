/**
 * Plays an imported consultation through a running server: one phone a participant over real sockets,
 * a live walk-around session, every vote in the order of its time.
 */
import { io, type Socket } from 'socket.io-client';
import { consultationFile } from '../../core/consultationFile.ts';
import { LIMITS } from '../../core/limits.ts';
import type { StoredDocument } from '../../core/api.ts';
import type {
  ConsoleToServer,
  PhoneToServer,
  PlaceAck,
  ServerToConsole,
  ServerToPhone,
} from '../../core/protocol.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Command } from '../../core/room.ts';
import type { Session } from '../../core/session.ts';
import type { PolisConsultation } from '../import/polis.ts';
import { CODE_OF, toSealed } from '../import/toSealed.ts';
import { newId, newToken } from '../random.ts';
import { callServer, type RunningServer } from './callServer.ts';
import { sentence, Stop } from './common.ts';

export interface Replayed {
  consultation: string;
  session: string;
  clients: number;
  /** Placements that were acknowledged as durable. */
  placed: number;
}

/** How long to wait before sending again what a limit held back, in milliseconds. */
const AGAIN_AFTER = 250;

/**
 * @param server the server, on this machine
 * @returns what was played, or the first refusal
 */
export async function replay(polis: PolisConsultation, server: RunningServer): Promise<Replayed | Refusal> {
  const { url, headers } = server;
  const { consultation } = toSealed(polis, newId, newToken);
  const file = consultationFile(consultation);
  const made = await callServer<StoredDocument>(server, 'POST', '/api/consultations', { file });
  if (isRefusal(made)) return made;
  const path = `/api/consultations/${made.consultation.id}/sessions`;
  const draft = await callServer<Session>(server, 'POST', path, {
    name: 'Replay',
    mode: 'linked',
    style: 'walk-around',
  });
  if (isRefusal(draft)) return draft;
  const session = await callServer<Session>(server, 'POST', `/api/sessions/${draft.id}/lobby`, {});
  if (isRefusal(session)) return session;

  const desk: Socket<ServerToConsole, ConsoleToServer> = io(`${url}/console`, {
    auth: { session: session.id },
    extraHeaders: headers,
    transports: ['websocket'],
    forceNew: true,
  });
  const phones = new Map<number, Client>();
  try {
    const tell = async (command: Command): Promise<Refusal | null> => {
      const answer = await desk.emitWithAck('do', command);
      return isRefusal(answer) ? answer : null;
    };
    const widened = await tell({ do: 'most', people: LIMITS.peoplePerSession });
    if (widened !== null) return widened;
    for (const voter of polis.voters) phones.set(voter, await joined(url, session.code));
    const started = await tell({ do: 'start' });
    if (started !== null) return started;
    const boardOf = new Map(polis.comments.map((c, i) => [c.id, i + 1]));
    let placed = 0;
    for (const { voter, comment, vote } of polis.events) {
      const client = phones.get(voter);
      const board = boardOf.get(comment);
      if (client === undefined || board === undefined) continue;
      const ack = await place(client, board, CODE_OF[vote]);
      if (typeof ack !== 'number') return ack;
      placed += 1;
    }
    const ended = (await tell({ do: 'closeAll' })) ?? (await tell({ do: 'end' }));
    if (ended !== null) return ended;
    const sealed = await callServer<Session>(server, 'POST', `/api/sessions/${session.id}/seal`, {});
    if (isRefusal(sealed)) return sealed;
    return { consultation: made.consultation.id, session: session.id, clients: phones.size, placed };
  } finally {
    for (const { socket } of phones.values()) socket.disconnect();
    desk.disconnect();
  }
}

interface Client {
  socket: Socket<ServerToPhone, PhoneToServer>;
  /** Last revision by board. */
  revisions: Map<number, number>;
}

async function joined(url: string, code: string): Promise<Client> {
  const socket: Client['socket'] = io(url, {
    auth: { code, token: newToken() },
    transports: ['websocket'],
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const me = await socket.emitWithAck('join', { groups: [], quote: false });
  if (isRefusal(me)) throw new Stop(`A phone could not join. ${sentence(me)}`);
  return { socket, revisions: new Map() };
}

/** Sends one placement until it is acknowledged or refused for good, as a phone does. */
async function place(client: Client, board: number, answer: number): Promise<PlaceAck> {
  const revision = (client.revisions.get(board) ?? 0) + 1;
  client.revisions.set(board, revision);
  for (;;) {
    const ack: PlaceAck = await client.socket.emitWithAck('place', board, revision, answer);
    if (typeof ack === 'number' || ack.refusal !== 'too-fast') return ack;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}
