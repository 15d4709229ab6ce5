/** People in the room of a scribe: they write post-its on the first board, and the session is counted. */
import { io, type Socket } from 'socket.io-client';
import type { ConsoleToServer, PhoneToServer, ServerToConsole, ServerToPhone } from '../../core/protocol.ts';
import type { ConsoleView } from '../../core/view.ts';
import { newToken } from '../../server/random.ts';
import type { ScribeHall } from './scribePage.ts';
import { connected } from './server.ts';
import { signIn } from './signIn.ts';

const CLIENT = { transports: ['websocket'], forceNew: true };

export interface ScribeRoom {
  desk: Socket<ServerToConsole, ConsoleToServer>;
  phones: Socket<ServerToPhone, PhoneToServer>[];
}

/** Each of them has placed an answer with these words, and the facilitator's console lists all of them. */
export async function connectPhones(hall: ScribeHall, comments: readonly string[]): Promise<ScribeRoom> {
  const { url } = hall.program;
  const Cookie = await signIn(await hall.program.link());
  const desk: ScribeRoom['desk'] = io(`${url}/console`, {
    auth: { session: hall.session.id },
    extraHeaders: { Cookie },
    ...CLIENT,
  });
  const listed = new Promise<void>((done) => {
    desk.on('view', (view) => {
      if (view.notes?.order.length === comments.length) done();
    });
  });
  await connected(desk);
  const first = (await desk.emitWithAck('hello')) as ConsoleView;
  const phones: ScribeRoom['phones'] = [];
  for (const _ of comments) {
    const phone: Socket<ServerToPhone, PhoneToServer> = io(url, {
      auth: { code: first.code, token: newToken() },
      ...CLIENT,
    });
    await connected(phone);
    await phone.emitWithAck('hello');
    await phone.emitWithAck('join', { groups: ['parents'], quote: true });
    phones.push(phone);
  }
  await desk.emitWithAck('do', { do: 'next' });
  await desk.emitWithAck('do', { do: 'next' });
  for (const [i, phone] of phones.entries())
    await phone.emitWithAck('place', 1, 1, (i % 5) + 1, comments[i] ?? '', 0);
  await listed;
  return { desk, phones };
}

/** @param ended what is looked at between the end and the counting */
export async function sealIt(
  hall: ScribeHall,
  { desk, phones }: ScribeRoom,
  ended?: () => Promise<void>,
): Promise<void> {
  await desk.emitWithAck('do', { do: 'end' });
  await ended?.();
  for (const phone of phones) phone.disconnect();
  await hall.api('POST', `/api/sessions/${hall.session.id}/seal`, {});
  desk.disconnect();
}
