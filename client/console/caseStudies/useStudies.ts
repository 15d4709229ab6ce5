/** A desk of case studies and corrections for a page. */
import { useMemo } from 'preact/hooks';
import { newEntryId } from '../slips/ask.ts';
import { later, useAsking } from '../useAsking.ts';
import { fetchStudies, sendStudies } from './ask.ts';
import { makeStudiesDesk, type StudiesDesk } from './desk.ts';

/** @param consultation does not change while the page is there */
export function useStudies(consultation: string): StudiesDesk {
  const desk = useMemo(
    () =>
      makeStudiesDesk({
        fetch: () => fetchStudies(consultation),
        send: (changes) => sendStudies(consultation, changes),
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
