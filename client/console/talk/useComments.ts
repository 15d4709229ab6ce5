/** Post-its of counted sessions for a page. */
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { CommentItem } from '../../../core/api.ts';
import { postitKey } from '../../../core/talk/types.ts';
import { ask } from '../live/ask.ts';
import { later, useAsking } from '../useAsking.ts';
import { makeCountedComments, type CountedComments } from './countedComments.ts';
import type { TalkDesk } from './desk.ts';
import { codingKey } from './mirror.ts';

/** A hall has thousands of them, and few people take theirs out. */
const ASK_EVERY_MS = 30_000;
const nothing = (): void => undefined;

/**
 * @param consultation empty: not known yet
 * @param wanted they are asked for once this is so
 */
export function useCounted(desk: TalkDesk, consultation: string, wanted: boolean): CountedComments {
  const counted = useMemo(() => {
    const path = `consultations/${encodeURIComponent(consultation)}/comments`;
    return makeCountedComments({ fetch: async () => ask<CommentItem[]>('GET', path), later });
  }, [consultation]);
  const about = consultation === '' || !wanted ? null : desk.about.value;
  // Before it is painted: what was known of the sessions before is not known of these.
  useLayoutEffect(() => {
    counted.of(about?.sessions.flatMap(({ id, state }) => (state === 'sealed' ? [id] : [])) ?? null);
  }, [counted, about]);
  useAsking(counted, { leave: nothing, every: ASK_EVERY_MS });
  return counted;
}

/** As `useCounted`; their words go to the desk as well. */
export function useComments(desk: TalkDesk, consultation: string, wanted: boolean): CountedComments {
  const counted = useCounted(desk, consultation, wanted);
  const all = counted.all.value;
  useEffect(() => {
    if (all.length === 0 && desk.postits.peek().size === 0) return;
    desk.postits.value = new Map(
      all.map(({ session, board, tag, comment }) => [codingKey(session, postitKey(board, tag)), comment]),
    );
  }, [all, desk]);
  return counted;
}
