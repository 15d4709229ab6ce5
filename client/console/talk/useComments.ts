/** Post-its of counted sessions, whose words, groups and statements codings do not have. */
import { useEffect, useState } from 'preact/hooks';
import type { CommentItem } from '../../../core/api.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { postitKey } from '../../../core/talk/types.ts';
import { ask } from '../live/ask.ts';
import type { TalkDesk } from './desk.ts';
import { codingKey } from './mirror.ts';

/** @param wanted they are asked for once this is so; their words go to the desk as well */
export function useComments(desk: TalkDesk, consultation: string, wanted: boolean): readonly CommentItem[] {
  const [comments, setComments] = useState<readonly CommentItem[]>([]);
  useEffect(() => {
    if (!wanted) return;
    void ask<CommentItem[]>('GET', `consultations/${encodeURIComponent(consultation)}/comments`).then(
      (all) => {
        if (isRefusal(all)) return;
        setComments(all);
        desk.postits.value = new Map(
          all.map(({ session, board, tag, comment }) => [codingKey(session, postitKey(board, tag)), comment]),
        );
      },
    );
  }, [wanted, consultation, desk]);
  return comments;
}
