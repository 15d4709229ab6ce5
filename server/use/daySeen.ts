/**
 * Whether the day that the laptop's clock shows can be believed. One that is a month ahead, once, would
 * destroy what nothing brings back; one that was off for months must still keep its promises.
 */
import type { DateDoubt } from '../../core/apiRights.ts';
import { addDays } from '../../core/day.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { DaySeen, KeptCodes } from '../store/rights.ts';
import type { Store } from '../store/store.ts';
import { lastDay } from './keepUntil.ts';

/** A clock that went further than this since it was last looked at is not believed on the first day. */
const JUMP_DAYS = 7;

/** What is known after a day was shown. */
function after(known: DaySeen | null, today: string): DaySeen {
  if (known === null || today <= addDays(known.seen, JUMP_DAYS)) return { seen: today, doubted: '' };
  // The day after the one that was doubted: the clock goes on from there, and the laptop is in use.
  if (known.doubted !== '' && today > known.doubted) return { seen: today, doubted: '' };
  return { seen: known.seen, doubted: today };
}

/**
 * Notes the day that the clock shows. After a jump of more than a week it is believed from the next day on
 * that it shows, or once somebody has confirmed it.
 *
 * @param today YYYY-MM-DD
 * @returns whether it can be believed now
 */
export async function believe(store: Store, today: string): Promise<boolean> {
  const known = await store.daySeen();
  const now = after(known, today);
  if (known?.seen !== now.seen || known.doubted !== now.doubted) await store.saveDaySeen(now);
  return now.doubted === '';
}

/**
 * The last day on which answers can be taken out of a session with a code; empty: on none. One that was removed
 * here keeps the day that people were told, and may have come back from an archive.
 *
 * @param session null: it is not here
 */
export function codesUntil(id: string, session: Session | null, kept: readonly KeptCodes[]): string {
  const told = session?.state === 'sealed' ? (session.withdrawUntil ?? '') : '';
  const promised = kept.find((k) => k.session === id)?.until ?? '';
  return told > promised ? told : promised;
}

/** Sessions whose key files are here and whose codes are over. */
export async function keysOver(store: Store, today: string): Promise<string[]> {
  const kept = await store.keptCodes();
  const over: string[] = [];
  for (const id of await store.sessionsWithKeys()) {
    const session = await store.session(id);
    // One whose lobby was just being opened as the program stopped is neither sealed nor removed.
    const held = session === null || session.state === 'sealed' || kept.some((k) => k.session === id);
    if (held && codesUntil(id, session, kept) < today) over.push(id);
  }
  return over;
}

/** What waits because the day is doubted; null: the day is believed, or nothing waits. */
export async function doubtOf(store: Store, today: string): Promise<DateDoubt | null> {
  const known = await store.daySeen();
  if (known === null || after(known, today).doubted === '') return null;
  const titles: string[] = [];
  for (const { consultation } of await store.listConsultations()) {
    const until = lastDay(consultation, await store.sessions(consultation.id));
    if (until !== '' && until < today) titles.push(consultation.title);
  }
  const codes = (await keysOver(store, today)).length;
  return titles.length + codes === 0 ? null : { today, seen: known.seen, titles, codes };
}

/** Somebody says that the day they were shown is right; refused when it is another one now. */
export async function confirmDay(
  store: Store,
  shown: string,
  today: string,
): Promise<{ ok: true } | Refusal> {
  if (shown !== today) return refuse('changed-elsewhere', 'today', today);
  await store.saveDaySeen({ seen: today, doubted: '' });
  return { ok: true };
}
