/**
 * Post-its of counted sessions, whose words, groups and statements codings do not have: asked for until the laptop has
 * told them, as more sessions are counted, and now and then, since people take their words out.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { CommentItem } from '../../../core/api.ts';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';

const AGAIN_MS = 1500;

export interface CommentsPorts {
  fetch(): Promise<readonly CommentItem[] | Refusal>;
  /** Calls back after so many milliseconds; returns a way to call that off. */
  later(action: () => void, ms: number): () => void;
}

export interface CountedComments {
  /** As the laptop told them last. */
  all: ReadonlySignal<readonly CommentItem[]>;
  /** They are of all sessions that are counted by now: until then figures by group and statement would be false. */
  known: ReadonlySignal<boolean>;
  /** The laptop did not tell them when it was asked last. */
  failed: ReadonlySignal<boolean>;
  /**
   * @param sessions ids of those that are counted; of none there is nothing to ask for. Null: they are not wanted yet
   */
  of(sessions: readonly string[] | null): void;
  refresh(): void;
  close(): void;
}

export function makeCountedComments(ports: CommentsPorts): CountedComments {
  const all = signal<readonly CommentItem[]>([]);
  const known = signal(false);
  const failed = signal(false);
  let wanted: string | null = null;
  let [asking, closed, cancel] = [false, false, (): void => undefined];

  const take = (told: readonly CommentItem[]): void => {
    // The same again is no reason to count anew.
    if (JSON.stringify(told) !== JSON.stringify(all.peek())) all.value = told;
    failed.value = false;
  };
  const refresh = (): void => {
    if (closed || asking || wanted === null || wanted === '') return;
    cancel();
    asking = true;
    const of = wanted;
    void ports.fetch().then((told) => {
      asking = false;
      if (closed) return;
      if (isRefusal(told)) {
        failed.value = true;
        const { refusal } = told;
        if (REFUSALS[refusal].retry || refusal === 'sign-in-needed' || refusal === 'fault')
          cancel = ports.later(refresh, AGAIN_MS);
        return;
      }
      take(told);
      // One was counted while the laptop told of the others.
      if (of === wanted) known.value = true;
      else refresh();
    });
  };
  return {
    all,
    known,
    failed,
    of: (sessions) => {
      const next = sessions === null ? null : sessions.toSorted().join(' ');
      if (next === wanted) return;
      wanted = next;
      known.value = next === '';
      if (next === '') take([]);
      else refresh();
    },
    refresh,
    close: () => {
      closed = true;
      cancel();
    },
  };
}
