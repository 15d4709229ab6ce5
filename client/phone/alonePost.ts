/** Sends what was written to the lead, sealed here, and knows for as long as the page is open how to take it back. */
import { ALONE_PLAIN, type AloneKind, type TalkWish, type TellWish } from '../../core/alone.ts';
import { isRefusal, type RefusalCode } from '../../core/refusal.ts';
import type { Outbox } from '../shared/outbox.ts';
import type { sealTo } from '../shared/sealTo.ts';
import type { Phone } from './phone.ts';

/** Of one kind: what takes back what was sent, and what is being written. */
interface Held {
  /** One that is not answered for is sent again under the same id, so that it is there once. */
  id: string;
  sent: boolean;
  /** As the form has it; undefined: nothing. */
  typed: unknown;
}

/**
 * In memory only: kept anywhere else it would show on this phone that somebody has asked. By the outbox, of which
 * whoever joins has a new one: nobody finds what another left on the same phone.
 */
const HELD = new WeakMap<Outbox, Map<AloneKind, Held>>();

function heldOf({ outbox }: Phone, kind: AloneKind): Held {
  const all = HELD.get(outbox) ?? new Map<AloneKind, Held>();
  HELD.set(outbox, all);
  const held = all.get(kind) ?? { id: newRandomId(), sent: false, typed: undefined };
  all.set(kind, held);
  return held;
}

/** What is begun and not sent; undefined: nothing. */
export function typedOf(phone: Phone, kind: AloneKind): unknown {
  return heldOf(phone, kind).typed;
}

/** @param typed undefined: it goes */
export function keepTyped(phone: Phone, kind: AloneKind, typed: unknown): void {
  heldOf(phone, kind).typed = typed;
}

/**
 * Loaded once somebody writes, being twice as large as all that a phone needs to place. That it was loaded tells whoever
 * listens on the Wi-Fi no more than the sending does.
 */
export async function loadSeal(): Promise<typeof sealTo> {
  return (await import('../shared/sealTo.ts')).sealTo;
}

function newRandomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Whether this page has sent one that can be taken back. */
export function hasSent(phone: Phone, kind: AloneKind): boolean {
  return heldOf(phone, kind).sent;
}

/** @returns why it was not sent; null: it is on the laptop's disk */
export async function send(
  phone: Phone,
  kind: AloneKind,
  wish: TalkWish | TellWish,
): Promise<RefusalCode | null> {
  const to = phone.state.hello?.info.alone?.to;
  if (to === undefined) return 'no-lead';
  const known = heldOf(phone, kind);
  const seal = await loadSeal();
  const answer = await phone.alone({ kind, id: known.id, to, sealed: await seal(to, wish, ALONE_PLAIN) });
  if (!isRefusal(answer)) {
    known.sent = true;
    return null;
  }
  // Who reads it now is in the next hello.
  if (answer.refusal === 'other-lead') phone.wake();
  return answer.refusal;
}

/** @returns whether it is gone */
export async function takeBack(phone: Phone, kind: AloneKind): Promise<boolean> {
  const known = heldOf(phone, kind);
  const answer = await phone.alone({ kind, id: known.id, back: true });
  if (isRefusal(answer)) return false;
  [known.id, known.sent] = [newRandomId(), false];
  return true;
}
