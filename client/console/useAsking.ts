/** A desk asks for what is newer as long as somebody is at its page. */
import { useEffect } from 'preact/hooks';
import { signedOut } from './staff.ts';

/** How often it is asked where no socket tells, in milliseconds. */
const ASK_EVERY_MS = 5000;
/** After so long without a key or a touch it is not asked any more: a sign-in that nobody uses comes to its end. */
const IDLE_MS = 120_000;

interface Asks {
  refresh(): void;
  close(): void;
}

interface How {
  /** The page is about to go. */
  leave: (event: BeforeUnloadEvent) => void;
  /** Nobody looks at it now. */
  away?: () => void;
  /** It asks as well when the network is back. */
  online?: boolean;
  /** In milliseconds. */
  every?: number;
}

/** @param desk does not change while the page is there; it is closed with it */
export function useAsking(desk: Asks, { leave, away, online = false, every = ASK_EVERY_MS }: How): void {
  useEffect(() => {
    desk.refresh();
    let used = performance.now();
    const use = (): void => {
      used = performance.now();
    };
    const again = (): void => {
      if (document.visibilityState === 'visible') desk.refresh();
      else away?.();
    };
    const asking = setInterval(() => {
      if (performance.now() - used < IDLE_MS) again();
    }, every);
    window.addEventListener('beforeunload', leave);
    window.addEventListener('keydown', use);
    window.addEventListener('pointerdown', use);
    if (online) window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(asking);
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('keydown', use);
      window.removeEventListener('pointerdown', use);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
      desk.close();
    };
  }, [desk]);
  // Once somebody has signed in again, it goes on.
  const out = signedOut.value;
  useEffect(() => {
    if (!out) desk.refresh();
  }, [out, desk]);
}

/** `action` in so many milliseconds; call what comes back to leave it. */
export function later(action: () => void, ms: number): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}
