/** Who is signed in on this screen, and what they may do: the server decides, this only hides. */
import { signal } from '@preact/signals';
import { COMMAND_ACCESS, mayDo, ROUTES, type RouteKey } from '../../core/access.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Command } from '../../core/room.ts';
import type { StaffMe } from '../../core/staffApi.ts';
import { forgetWalls } from './wallPlaces.ts';
import { forgetTalk } from './talk/kept.ts';

/** Null until the server has said it. */
export const me = signal<StaffMe | null>(null);

/** When this screen has to sign in again, by the clock of `Date.now`. */
let until = Infinity;
me.subscribe((now) => {
  until = now === null ? Infinity : Date.now() + now.left;
});

/** Whole minutes until this screen has to sign in again. */
export function minutesLeft(): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 60_000));
}

/** Signed in once and no more: the page stays as it is until somebody signs in again. */
export const signedOut = signal(false);

/** Whether this screen may ask for it. */
export function may(route: RouteKey): boolean {
  const now = me.value;
  return (
    now?.role != null && now.place !== null && mayDo({ role: now.role, place: now.place }, ROUTES[route])
  );
}

/** Whether this screen may carry out a command of the live view. */
export function mayCommand(command: Command['do']): boolean {
  const now = me.value;
  return (
    now?.role != null &&
    now.place !== null &&
    mayDo({ role: now.role, place: now.place }, COMMAND_ACCESS[command])
  );
}

/** Takes what an answer tells about being signed in. */
export function noticeRefusal(refusal: Refusal): void {
  if (refusal.refusal === 'sign-in-needed' && me.peek()?.role != null) signedOut.value = true;
}

async function post(path: string, body: object): Promise<StaffMe | Refusal> {
  try {
    const response = await fetch(`/api/staff/${path}`, {
      method: 'POST',
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as StaffMe | Refusal;
  } catch {
    return refuse('fault');
  }
}

/** @returns null when it worked */
async function signIn(path: string, body: object): Promise<Refusal | null> {
  const answer = await post(path, body);
  if (isRefusal(answer)) return answer;
  me.value = answer;
  signedOut.value = false;
  return null;
}

export const byPassphrase = async (passphrase: string): Promise<Refusal | null> =>
  signIn('passphrase', { passphrase });

export const byPin = async (pin: string, name: string): Promise<Refusal | null> =>
  signIn('pair', { pin, name, ...(pairingKey === '' ? {} : { key: pairingKey }) });

/** The key of the code that was scanned, if it was. */
let pairingKey = '';

/**
 * Takes a secret out of the page's address, where it must not stay, and signs in by it. What stands there
 * after `#` is in no request.
 *
 * @returns why the link does not hold, or null
 */
export async function takeAddress(): Promise<Refusal | null> {
  const [, name, value] = /^#(start|key)=([A-Za-z0-9_-]+)$/.exec(location.hash) ?? [];
  if (name === undefined || value === undefined) return null;
  history.replaceState(null, '', location.pathname + location.search);
  if (name === 'start') return signIn('start', { secret: value });
  pairingKey = value;
  return null;
}

/** Asks the server who is signed in; false when it does not answer. */
export async function whoAmI(): Promise<boolean> {
  try {
    const answer = (await (await fetch('/api/staff/me')).json()) as StaffMe | Refusal;
    if (isRefusal(answer)) return false;
    me.value = answer;
    return true;
  } catch {
    return false;
  }
}

/** Nothing of a discussion that was not handed over stays on this device. */
export async function signOut(): Promise<void> {
  forgetTalk();
  await post('sign-out', {});
  forgetWalls();
  location.assign('/console');
}
