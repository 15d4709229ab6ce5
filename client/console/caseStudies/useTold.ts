/** A desk of case studies and corrections for a page, which asks again whenever there may be something newer. */
import { useEffect, useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { signedOut } from '../staff.ts';
import { fetchTold, sendTold } from './ask.ts';
import { makeToldDesk, type ToldDesk } from './desk.ts';

const ASK_EVERY_MS = 5000;
/** After so long without a key or a touch it is not asked any more: a sign-in that nobody uses comes to its end. */
const IDLE_MS = 120_000;

/** @param consultation does not change while the page is there */
export function useTold(consultation: string): ToldDesk {
  const desk = useMemo(
    () =>
      makeToldDesk({
        fetch: () => fetchTold(consultation),
        send: (changes) => sendTold(consultation, changes),
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
    };
    const asking = setInterval(() => {
      if (performance.now() - used < IDLE_MS) again();
    }, ASK_EVERY_MS);
    // What the laptop does not have yet is only here.
    const leave = (event: BeforeUnloadEvent): void => {
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
  const out = signedOut.value;
  useEffect(() => {
    if (!out) desk.refresh();
  }, [out, desk]);
  return desk;
}
