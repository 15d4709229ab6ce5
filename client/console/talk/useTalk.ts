/** A desk of points and themes for a page, which asks again whenever there may be something newer. */
import { useEffect, useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { signedOut } from '../staff.ts';
import { fetchTalk, sendChanges, type TalkPlace } from './ask.ts';
import { makeTalkDesk, type TalkDesk } from './desk.ts';
import { browserKeep, keptFor, onlyInMemory, whenForgotten, type Kept } from './kept.ts';

/** After so long without a key or a touch it is not asked any more: a sign-in that nobody uses comes to its end. */
const IDLE_MS = 120_000;

/** How often it is asked where no socket tells, in milliseconds. */
const ASK_EVERY_MS = 5000;

/** @param place does not change while the page is there */
export function useTalk(place: TalkPlace): { desk: TalkDesk; kept: Kept } {
  const made = useMemo(() => {
    const kept = keptFor(browserKeep(), place);
    const desk = makeTalkDesk({
      kept,
      fetch: (since) => fetchTalk(place, since),
      send: (changes) => sendChanges(place, changes),
      later: (action, ms) => {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
      },
      goneAs: 'session' in place ? 'no-such-session' : 'no-such-consultation',
      newId: newEntryId,
    });
    return { desk, kept };
  }, []);
  const { desk } = made;
  useEffect(() => {
    desk.refresh();
    const again = (): void => {
      if (document.visibilityState === 'visible') desk.refresh();
    };
    let used = performance.now();
    const use = (): void => {
      used = performance.now();
    };
    const asking = setInterval(() => {
      if (performance.now() - used < IDLE_MS) again();
    }, ASK_EVERY_MS);
    // The browser keeps nothing here, so that it would go with the page.
    const leave = (event: BeforeUnloadEvent): void => {
      if (onlyInMemory()) event.preventDefault();
    };
    const deaf = whenForgotten(() => desk.forget());
    window.addEventListener('beforeunload', leave);
    window.addEventListener('keydown', use);
    window.addEventListener('pointerdown', use);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(asking);
      deaf();
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
  return made;
}
