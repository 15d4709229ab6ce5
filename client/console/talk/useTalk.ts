/** A desk of points and themes for a page, which asks again whenever there may be something newer. */
import { useEffect, useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { signedOut } from '../staff.ts';
import { fetchTalk, sendChanges, type TalkPlace } from './ask.ts';
import { makeTalkDesk, type TalkDesk } from './desk.ts';
import { browserKeep, keptFor, type Kept } from './kept.ts';

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
    const asking = setInterval(again, ASK_EVERY_MS);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(asking);
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
