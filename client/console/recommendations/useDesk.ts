/** A desk of recommendations for a page. */
import { useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { later, useAsking } from '../useAsking.ts';
import { askRecommendations, sendRecommendations } from './ask.ts';
import { makeDesk, type Desk } from './desk.ts';

/** @param consultation does not change while the page is there */
export function useDesk(consultation: string): Desk {
  const desk = useMemo(
    () =>
      makeDesk({
        fetch: () => askRecommendations(consultation),
        send: (changes) => sendRecommendations(consultation, changes),
        later,
        newId: newEntryId,
      }),
    [],
  );
  useAsking(desk, {
    // Nothing of it is kept on the device, so that it would go with the page.
    leave: (event) => {
      desk.flush();
      if (desk.waiting.peek() + desk.begun.peek().size + desk.days.peek().size > 0) event.preventDefault();
    },
    away: () => desk.flush(),
  });
  return desk;
}
