/** Codes for later: getting one, cards with codes, and what a code that somebody types is good for. */
import { readLaterCode } from '../../core/id.ts';
import { LIMITS } from '../../core/limits.ts';
import type { ComeBack, WasTakenOut } from '../../core/protocol.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { newLaterCode } from '../random.ts';
import type { CodeState } from '../store/rights.ts';
import type { Store } from '../store/store.ts';
import { codesUntil } from './daySeen.ts';
import { hasLeft, whoIs, type Who } from './joinSession.ts';
import { leaveSession, changeQuote } from './leaveSession.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';

/**
 * Gives someone a code by which they are found again, or makes the one on their card theirs. The one they
 * had before is good for nothing more. Whoever came by a card keeps it, and gets no other.
 *
 * @param card as it was typed; undefined: a fresh code is made
 */
export async function codeFor(
  running: Running,
  who: Who,
  card?: string,
): Promise<{ code: string } | Refusal> {
  if (running.closed) return refuse('not-saved');
  // It would bring back another phone, which is told the answers.
  if (who.card) return refuse('wrong-state');
  if (!running.people.has(who.hash)) return refuse(hasLeft(running, who.hash) ? 'left' : 'not-joined');
  const code = card === undefined ? freshCode(running) : cardOf(running, who, card);
  if (isRefusal(code)) return code;
  // Not among the facilitator's commands: a hall that asks for codes would keep them waiting.
  const taking = claims.get(running) ?? new Map<string, string>();
  claims.set(running, taking);
  if ((taking.get(code) ?? who.hash) !== who.hash) return refuse('card-taken', 'card');
  taking.set(code, who.hash);
  try {
    await running.store.saveCode(who.token, code);
  } catch (error) {
    running.saveFailed(error);
    return refuse('not-saved');
  } finally {
    taking.delete(code);
  }
  return { code };
}

/** Codes that are on their way to the disk, and for whom: two people who type one card must not both get it. */
const claims = new WeakMap<Running, Map<string, string>>();

function freshCode(running: Running): string {
  let code = newLaterCode();
  while (running.store.findCode(code) !== null) code = newLaterCode();
  return code;
}

/** The code on a card that is free, or this person's already. */
export function cardOf(running: Running, who: Who, typed: string): string | Refusal {
  const code = readLaterCode(typed);
  const found = code === null ? null : running.store.findCode(code);
  if (code === null || found === null || found.is === 'spent') return refuse('card-taken', 'card');
  return found.is === 'person' && found.token !== who.token ? refuse('card-taken', 'card') : code;
}

/** Makes cards for a session in its lobby or under way. They are told once; only their hashes are kept. */
export async function makeCards(
  rooms: Rooms,
  session: string,
  n: number,
): Promise<{ codes: string[] } | Refusal> {
  const running = rooms.byId(session);
  if (running === undefined || running.closed || running.session.state === 'ended')
    return refuse('wrong-state');
  if (running.store.codes() + n > LIMITS.cardsPerSession)
    return refuse('too-large', 'cards', `at most ${LIMITS.cardsPerSession}`);
  const codes = Array.from({ length: n }, () => freshCode(running));
  await running.store.saveCards(codes);
  return { codes };
}

/** Where a code was found. */
export type FoundCode =
  | { in: 'room'; running: Running; state: CodeState }
  | { in: 'sealed'; session: string; spent: boolean };

/** Looks codes up in every session of this laptop; undefined where it is in none. */
export async function codeFinder(
  store: Store,
  rooms: Rooms,
): Promise<(code: string) => FoundCode | undefined> {
  const sealed = await store.sealedCodes();
  return (code) => {
    for (const running of rooms.all()) {
      const state = running.closed ? null : running.store.findCode(code);
      if (state !== null) return { in: 'room', running, state };
    }
    const kept = sealed(code);
    return kept === null ? undefined : { in: 'sealed', ...kept };
  };
}

/**
 * What somebody is told who types a code. Whoever printed or saw a card knows its code too: by a card a person
 * goes on and is told none of the answers they gave before.
 */
export async function comeBack(store: Store, found: FoundCode): Promise<ComeBack | Refusal> {
  if (found.in === 'room') {
    const { session, store: live } = found.running;
    if (found.state.is === 'spent') return refuse('code-spent', 'code');
    if (found.state.is === 'card') return { is: 'card', join: session.code };
    const { token, card } = found.state;
    return { is: 'person', join: session.code, token: card ? live.cardTokenOf(token) : token };
  }
  if (found.spent) return refuse('code-spent', 'code');
  const session = await store.session(found.session);
  const until = codesUntil(found.session, session, await store.keptCodes());
  if (until === '') return refuse('code-unknown', 'code');
  const here = session?.state === 'sealed' ? await store.consultation(session.consultation) : null;
  // Of what was removed not even the title is kept.
  return here === null ? { is: 'removed', until } : { is: 'sealed', title: here.consultation.title, until };
}

/**
 * Takes out all answers under a code, or only the yes to being quoted. Whoever asks is told that it was
 * done, never whose they were; and where their session was removed here, that it holds for a copy of it.
 */
export async function takeOut(
  store: Store,
  found: FoundCode,
  code: string,
  what: 'all' | 'quote',
): Promise<WasTakenOut | Refusal> {
  if (found.in === 'sealed') {
    const removed = (await store.session(found.session))?.state !== 'sealed';
    const done = await (what === 'all'
      ? store.takeOut(found.session, code)
      : store.unquote(found.session, code));
    if (isRefusal(done) || !removed) return done;
    // No code reaches into files that were put aside, so what they have of it goes as a whole.
    await store.carry.aside.drop(found.session);
    return { ok: true, removed };
  }
  const { running, state } = found;
  if (state.is !== 'person') return refuse(state.is === 'spent' ? 'code-spent' : 'code-unknown', 'code');
  const who = whoIs(running, state.token);
  if (what === 'all') return leaveSession(running, who);
  const changed = await changeQuote(running, who, false);
  return isRefusal(changed) ? changed : { ok: true };
}
