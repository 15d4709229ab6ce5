/** Sessions that were held: people come, answer every statement and go, and it ends. */
import type { NewSession, StoredDocument } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Answer } from '../../core/scale.ts';
import type { Check, Session } from '../../core/session.ts';
import { connectConsole, joinPhone, type TestServer } from './server.ts';

/** One person: their groups, and their answers to the statements in order; null places nothing. */
export interface Person {
  groups?: string[];
  answers: readonly (Answer | null)[];
}

function sure<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** A consultation with these statements, changed by `edit`. */
export async function consult(
  server: TestServer,
  title: string,
  statements: readonly string[],
  edit: (consultation: Consultation) => Consultation = (c) => c,
): Promise<Consultation> {
  const fresh = { title, statements: statements.join('\n') };
  const made = await server.send<StoredDocument>('POST', '/api/consultations', fresh);
  const path = `/api/consultations/${made.consultation.id}`;
  const consultation = edit(made.consultation);
  const stored = await server.send<StoredDocument | Refusal>('PUT', path, { ...made, consultation });
  return sure(stored).consultation;
}

/** Holds a walk-around session; it has ended and is not finished. */
export async function hold(
  server: TestServer,
  consultation: string,
  people: readonly Person[],
  wanted: NewSession = {},
  checks: readonly Check[] = [],
): Promise<Session> {
  const path = `/api/consultations/${consultation}/sessions`;
  const style = 'walk-around';
  const draft = sure(await server.send<Session | Refusal>('POST', path, { ...wanted, style }));
  const session = sure(
    await server.send<Session | Refusal>('POST', `/api/sessions/${draft.id}/lobby`, { checks }),
  );
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'openAll', round: 1 });
  for (const { groups = [], answers } of people) {
    const phone = await joinPhone(server, session.code, groups);
    for (const [i, answer] of answers.entries())
      if (answer !== null) sure(await phone.place(i + 1, 1, answer));
    phone.close();
  }
  await desk.do({ do: 'end' });
  desk.close();
  return session;
}

/** Finishes a session that has ended. */
export async function finish(server: TestServer, session: Session): Promise<Session> {
  return sure(await server.send<Session | Refusal>('POST', `/api/sessions/${session.id}/seal`, {}));
}

/** People of one group who give these answers to a single statement. */
export function crowd(answers: readonly Answer[], group?: string): Person[] {
  return answers.map((answer) => ({
    answers: [answer],
    ...(group === undefined ? {} : { groups: [group] }),
  }));
}
