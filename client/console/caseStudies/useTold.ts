/** A desk of case studies and corrections for a page. */
import { useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { later, useAsking } from '../useAsking.ts';
import { fetchTold, sendTold } from './ask.ts';
import { makeToldDesk, type ToldDesk } from './desk.ts';

/** @param consultation does not change while the page is there */
export function useTold(consultation: string): ToldDesk {
  const desk = useMemo(
    () =>
      makeToldDesk({
        fetch: () => fetchTold(consultation),
        send: (changes) => sendTold(consultation, changes),
        later,
        newId: newEntryId,
      }),
    [],
  );
  useAsking(desk, {
    // What the laptop does not have yet is only here.
    leave: (event) => {
      if (desk.waiting.peek() > 0) event.preventDefault();
    },
  });
  return desk;
}
