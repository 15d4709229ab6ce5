/** The room of the hostile consultation: its session, its screens, and people whose comments are the corpus. */
import { ALONE_TEXT } from '../../core/alone.ts';
import type { StoredDocument } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { GAP } from '../../core/personal/types.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Command } from '../../core/room.ts';
import { CHECKS, type Session } from '../../core/session.ts';
import {
  BOARDS,
  commentOf,
  dealer,
  GROUPS,
  hostileConsultation,
  hostileSession,
  PEOPLE,
} from './hostileRoom.ts';
import { sends } from './alone.ts';
import { finish, hold } from './held.ts';
import { connectConsole, joinPhone, type Phone, type TestServer } from './server.ts';

export function sure<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Saved as the console saves it; with so many statements at most. */
export async function hostileDocument(server: TestServer, most?: number): Promise<Consultation> {
  const fresh = { title: 'What we expect', statements: 'One' };
  const made = sure(await server.send<StoredDocument | Refusal>('POST', '/api/consultations', fresh));
  const path = `/api/consultations/${made.consultation.id}`;
  const whole = hostileConsultation(made.consultation);
  const edit = { ...made, consultation: { ...whole, statements: whole.statements.slice(0, most) } };
  return sure(await server.send<StoredDocument | Refusal>('PUT', path, edit)).consultation;
}

export async function draftSession(
  server: TestServer,
  consultation: string,
  style: 'guided' | 'walk-around',
): Promise<Session> {
  const path = `/api/consultations/${consultation}/sessions`;
  return sure(await server.send<Session | Refusal>('POST', path, hostileSession(style)));
}

/** Its lobby, with everything ticked that is asked for under 18. */
export async function openLobby(server: TestServer, id: string): Promise<Session> {
  return sure(await server.send<Session | Refusal>('POST', `/api/sessions/${id}/lobby`, { checks: CHECKS }));
}

/** A console by socket, each of whose commands has to be carried out. */
export async function commander(server: TestServer, id: string) {
  const panel = await connectConsole(server, id);
  const tell = async (command: Command): Promise<void> => void sure(await panel.do(command));
  return { panel, tell };
}

/** People of all groups who agree to be quoted. */
export async function gather(server: TestServer, code: string, n = PEOPLE): Promise<Phone[]> {
  return Promise.all(
    Array.from({ length: n }, (_, i) => joinPhone(server, code, [GROUPS[i % GROUPS.length] ?? ''])),
  );
}

/** Everybody places; each comment is one text. Board and people count from 0. */
export async function placeAll(people: readonly Phone[], board: number, points: number): Promise<void> {
  await Promise.all(
    people.map(async (phone, i) => {
      const comment = commentOf(board, i);
      sure(await phone.place(board + 1, 1, 1 + ((i * 7 + board) % points), comment));
    }),
  );
}

/** Who may open concerns, and by what. */
export const PASSPHRASE = '<script>window.hit=1</script> or so';

async function nameLead(server: TestServer, path: string): Promise<void> {
  const { line } = dealer(60);
  const lead = { name: line(80), contact: line(200), passphrase: PASSPHRASE };
  sure(await server.send<object | Refusal>('PUT', `${path}/concerns/lead`, lead));
}

/** Five of them would rather talk alone, and want to be told alone. */
async function wishAll(people: readonly Phone[]): Promise<void> {
  const { line, paragraph } = dealer(20);
  const { find, when, where } = ALONE_TEXT;
  for (const phone of people.slice(0, 5)) {
    await sends(phone, 'talk', { find: line(find), when: paragraph(when), aloud: 'no', write: 'yes' });
    await sends(phone, 'told', { how: 'write', where: paragraph(where) });
  }
}

/** Both sessions held by sockets alone and finished: every text is a comment, some were passed on or redacted. */
export async function holdBoth(server: TestServer, of: Consultation): Promise<void> {
  await nameLead(server, `/api/consultations/${of.id}`);
  const guided = await openLobby(server, (await draftSession(server, of.id, 'guided')).id);
  const { panel, tell } = await commander(server, guided.id);
  const people = await gather(server, guided.code);
  await tell({ do: 'start' });
  for (let b = 0; b < BOARDS; b += 1) {
    const board = b + 1;
    if (b > 0) await tell({ do: 'show', board });
    await tell({ do: 'open', board });
    await placeAll(people, b, of.statements[b]?.scale?.labels?.length ?? 5);
    await tell({ do: 'close', board });
    const { notes } = await panel.until((v) => v.notes.some((note) => note.board === board));
    const [one] = notes.filter((note) => note.board === board);
    if (b < 5 && one !== undefined) await tell({ do: 'concern', id: one.id });
    await tell({ do: 'reveal', board, sure: true });
    if (b < 5 && one !== undefined)
      await tell({ do: 'redact', id: one.id, words: [{ from: 0, to: 1, by: GAP }] });
  }
  await wishAll(people);
  await tell({ do: 'end' });
  await finish(server, guided);
  for (const one of people) one.close();
  panel.close();
  const answers = (p: number) =>
    of.statements.map((_, i) => (i >= (p % 5) * 18 && i < (p % 5) * 18 + 18 ? 1 + ((p + i) % 3) : null));
  const crowd = Array.from({ length: 10 }, (_, p) => ({
    groups: [GROUPS[p % GROUPS.length] ?? ''],
    answers: answers(p),
  }));
  await finish(server, await hold(server, of.id, crowd, hostileSession('walk-around'), CHECKS));
}
