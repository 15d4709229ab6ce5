/** A desk of points and themes for a page. */
import { useEffect, useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { later, useAsking } from '../useAsking.ts';
import { fetchTalk, sendChanges, type TalkPlace } from './ask.ts';
import { makeTalkDesk, type TalkDesk } from './desk.ts';
import { browserKeep, keptFor, onlyInMemory, whenForgotten, type Kept } from './kept.ts';

/** @param place does not change while the page is there */
export function useTalk(place: TalkPlace): { desk: TalkDesk; kept: Kept } {
  const made = useMemo(() => {
    const kept = keptFor(browserKeep(), place);
    const desk = makeTalkDesk({
      kept,
      fetch: (since) => fetchTalk(place, since),
      send: (changes) => sendChanges(place, changes),
      later,
      goneAs: 'session' in place ? 'no-such-session' : 'no-such-consultation',
      newId: newEntryId,
    });
    return { desk, kept };
  }, []);
  const { desk } = made;
  useEffect(() => whenForgotten(() => desk.forget()), [desk]);
  useAsking(desk, {
    // The browser keeps nothing here, so that it would go with the page.
    leave: (event) => {
      if (onlyInMemory()) event.preventDefault();
    },
    online: true,
  });
  return made;
}
