/** People who would rather talk alone, and those who want to be told alone, as phones send it. */
import { randomBytes } from 'node:crypto';
import { sealTo } from '../../client/shared/sealTo.ts';
import { ALONE_PLAIN, type AloneKind, type TalkWish, type TellWish } from '../../core/alone.ts';
import type { AloneOpened, AlonePage } from '../../core/apiAlone.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { AloneAsk, AloneEnd } from '../../core/schemaAlone.ts';
import type { Phone, TestServer } from './server.ts';

export const LEAD = { name: 'Amal Reyes', contact: '', passphrase: 'only the lead knows this one' };
export const OTHER = { name: 'Bo Lind', contact: '', passphrase: 'another one that nobody knows' };

export const TALK: TalkWish = {
  find: 'the person with the red card',
  when: 'in the break, by the door',
  aloud: 'no',
  write: 'unsure',
};
export const TELL: TellWish = { how: 'write', where: 'my sister at 7 Mill Lane, never on a Monday' };

export const newWishId = (): string => randomBytes(16).toString('hex');

/** What a phone sends, sealed for the key that it knows. */
export async function wished(
  phone: Phone,
  kind: AloneKind,
  wish: unknown = kind === 'talk' ? TALK : TELL,
  id = newWishId(),
): Promise<Extract<AloneAsk, { sealed: string }>> {
  const to = (await phone.hello()).info.alone?.to ?? '';
  return { kind, id, to, sealed: await sealTo(to, wish, ALONE_PLAIN) };
}

export const asks = (phone: Phone, ask: AloneAsk): Promise<{ ok: true } | Refusal> =>
  phone.socket.emitWithAck('alone', ask);

/** Sends it; gives the id by which it can be taken back. */
export async function sends(phone: Phone, kind: AloneKind, wish?: unknown): Promise<string> {
  const ask = await wished(phone, kind, wish);
  const answer = await asks(phone, ask);
  if (isRefusal(answer)) throw new Error(answer.refusal);
  return ask.id;
}

/** The console's side. */
export function aloneDesk(server: TestServer, consultation: string) {
  const path = `/api/consultations/${consultation}`;
  const post = <T>(what: string, body: object): Promise<T & Partial<Refusal>> =>
    server.send('POST', `${path}/alone/${what}`, body);
  return {
    name: (lead: typeof LEAD) => server.send<object>('PUT', `${path}/concerns/lead`, lead),
    page: () => server.get<AlonePage>(`${path}/alone`),
    open: (passphrase = LEAD.passphrase) => post<AloneOpened>('open', { passphrase }),
    card: (card: object) => post<AlonePage>('cards', card),
    settle: (kind: AloneKind, id: string, as: AloneEnd, passphrase = LEAD.passphrase) =>
      post<AloneOpened>(`${kind}/${id}/settle`, { passphrase, as }),
  };
}
