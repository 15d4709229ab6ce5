/** A desk of recommendations for a page, which asks again whenever there may be something newer. */
import { useEffect, useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { signedOut } from '../staff.ts';
import { askRecommendations, sendRecommendations } from './ask.ts';
import { makeDesk, type Desk } from './desk.ts';

/** How often it is asked while somebody is there, and after how long without a key or a touch nobody is. */
const ASK_EVERY_MS = 5000;
const IDLE_MS = 120_000;

/** @param consultation does not change while the page is there */
export function useDesk(consultation: string): Desk {
  const desk = useMemo(
    () =>
      makeDesk({
        fetch: () => askRecommendations(consultation),
        send: (changes) => sendRecommendations(consultation, changes),
        later: (action, ms) => {
          const timer = setTimeout(action, ms);
          return () => clearTimeout(timer);
        },
        newId: newEntryId,
      }),
    [],
  );
  useEffect(() => {
    desk.refresh();
    let used = performance.now();
    const use = (): void => {
      used = performance.now();
    };
    const again = (): void => {
      if (document.visibilityState === 'visible') desk.refresh();
      else desk.flush();
    };
    const asking = setInterval(() => {
      if (performance.now() - used < IDLE_MS) again();
    }, ASK_EVERY_MS);
    // Nothing of it is kept on the device, so that it would go with the page.
    const leave = (event: BeforeUnloadEvent): void => {
      desk.flush();
      if (desk.waiting.peek() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    window.addEventListener('keydown', use);
    window.addEventListener('pointerdown', use);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(asking);
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('keydown', use);
      window.removeEventListener('pointerdown', use);
      document.removeEventListener('visibilitychange', again);
      desk.close();
    };
  }, [desk]);
  // Once somebody has signed in again, it goes on.
  const out = signedOut.value;
  useEffect(() => {
    if (!out) desk.refresh();
  }, [out, desk]);
  return desk;
}
