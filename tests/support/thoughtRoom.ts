/** A room of six phones in which each has had one thought, while it talked about the first statement. */
import { THERE, thoughtPlace } from '../../core/thought.ts';
import { connectConsole, joinPhone, openSession, type TestServer } from './server.ts';

/** @param words of the thought of the phone with that number, from 0 */
export async function thoughtRoom(server: TestServer, words: (phone: number) => string) {
  const { session, document } = await openSession(server, ['One', 'Two'], {});
  const desk = await connectConsole(server, session.id);
  const phones = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, session.code)));
  for (let i = 0; i < 2; i += 1) await desk.do({ do: 'next', sure: true });
  for (const phone of phones) await phone.place(1, 1, 4, '');
  for (let i = 0; i < 3; i += 1) await desk.do({ do: 'next', sure: true });
  await Promise.all(phones.map((phone) => phone.until((view) => view.boards[0]?.state === 'discussed')));
  for (const [i, phone] of phones.entries()) await phone.place(thoughtPlace(1, 0), 1, THERE, words(i), 0);
  return { id: document.consultation.id, session, desk, phones };
}
