/** A sealed session with a code for later, and changes of its consultation, as the console makes them. */
import type { ConsultationPage } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';
import { connectConsole, joinPhone, openSession, type TestServer } from './server.ts';

/** What the first of the twelve people wrote. */
export const ONLY_MINE = 'nobody but me said this';

export async function changeConsultation(
  server: TestServer,
  id: string,
  part: Partial<Consultation>,
): Promise<unknown> {
  const { revision, consultation } = await server.get<ConsultationPage>(`/api/consultations/${id}`);
  const edit = { revision, consultation: { ...consultation, ...part } };
  return server.send('PUT', `/api/consultations/${id}`, edit);
}

/** A sealed session with twelve people, all on the first of two statements; gives the codes of the first ones. */
export async function sealedWithCode(
  server: TestServer,
  date: string,
  edit: (c: Consultation) => void = () => undefined,
  n = 1,
) {
  const wanted = { style: 'walk-around' as const, date };
  const { session } = await openSession(server, ['One', 'Two'], wanted, edit);
  const people = await Promise.all(Array.from({ length: 12 }, () => joinPhone(server, session.code)));
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  for (const [i, p] of people.entries()) await p.place(1, 1, 4, i === 0 ? ONLY_MINE : '');
  const codes: string[] = [];
  for (const person of people.slice(0, n)) {
    const made = await person.code();
    if ('refusal' in made) throw new Error('no code');
    codes.push(made.code);
  }
  await desk.do({ do: 'end' });
  const done = await server.send<Session>('POST', `/api/sessions/${session.id}/seal`, {});
  if ('refusal' in done) throw new Error(String(done.refusal));
  for (const socket of [desk, ...people]) socket.close();
  return { session: done, id: session.consultation, code: codes[0] ?? '', codes };
}
