/** People who would rather talk alone, and those who want to be told alone, as phones send it. */
import { randomBytes } from 'node:crypto';
import { sealTo } from '../../client/shared/sealTo.ts';
import { ALONE_PLAIN, type AloneKind, type TalkWish, type TellWish } from '../../core/alone.ts';
import type { AloneOpened, AlonePage } from '../../core/apiAlone.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { AloneAsk, AloneEnd } from '../../core/schemaAlone.ts';
import type { Session } from '../../core/session.ts';
import type { Store } from '../../server/store/store.ts';
import { connectConsole, joinPhone, openSession, type Phone, type TestServer } from './server.ts';

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

/** Holds up what is changed in the talk, where an interview is made, once it was asked to. */
export function heldTalk() {
  let held: { begun: () => void; goOn: Promise<void> } | null = null;
  const bound = (target: object, name: string | symbol): unknown => {
    const value: unknown = Reflect.get(target, name);
    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
  };
  return {
    /** The next change waits. */
    hold: () => {
      const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { begun: begun.resolve, goOn: goOn.promise };
      return { begun: begun.promise, goOn: goOn.resolve };
    },
    wrap: (store: Store): Store => {
      const talk = new Proxy(store.talk, {
        get: (target, name) =>
          name !== 'change'
            ? bound(target, name)
            : async (...change: Parameters<Store['talk']['change']>) => {
                held?.begun();
                await held?.goOn;
                return target.change(...change);
              },
      });
      return new Proxy(store, {
        get: (target, name) => (name === 'talk' ? talk : bound(target, name)),
      });
    },
  };
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

/** An open session, with so many people on their phones, of a consultation that has a lead or not. */
export async function aloneRoom(
  server: TestServer,
  people: number,
  lead: typeof LEAD | null = LEAD,
  edit?: Parameters<typeof openSession>[3],
) {
  const { session, document } = await openSession(server, ['One is true'], { style: 'walk-around' }, edit);
  const { id } = document.consultation;
  const desk = aloneDesk(server, id);
  if (lead !== null) await desk.name(lead);
  const phones: Phone[] = [];
  for (let i = 0; i < people; i += 1) phones.push(await joinPhone(server, session.code));
  return { id, session, desk, phones, finish: () => finish(server, session, phones) };
}

async function finish(server: TestServer, session: Session, phones: readonly Phone[]): Promise<void> {
  const live = await connectConsole(server, session.id);
  await live.do({ do: 'start' });
  await live.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  for (const phone of [...phones, live]) phone.close();
}

/** The same on one server. */
export type AloneRoom = (
  ...wanted: Parameters<typeof aloneRoom> extends [TestServer, ...infer Rest] ? Rest : never
) => ReturnType<typeof aloneRoom>;
