/** Following a piece of work on the server until it is done; it goes on when the page is left. */
import { useEffect, useState } from 'preact/hooks';
import type { JobState } from '../../../../core/api.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';

/** Between two questions about how far it is, in milliseconds. */
const ASK_EVERY_MS = 300;

export type Followed = { is: 'here'; job: JobState } | { is: 'lost'; refusal: Refusal | null } | null;

export const isUnderWay = ({ state }: JobState): boolean => state === 'running' || state === 'stopping';

/** @param id of the work; null: there is none */
export function useJob(id: string | null): { followed: Followed; cancel: () => void } {
  const [followed, setFollowed] = useState<Followed>(null);
  useEffect(() => {
    setFollowed(null);
    if (id === null) return undefined;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const result = await api.job(id);
      if (!wanted) return;
      setFollowed(result.ok ? { is: 'here', job: result.value } : { is: 'lost', refusal: result.refusal });
      // No answer at all is asked for again: the server may be starting.
      const again = result.ok ? isUnderWay(result.value) : result.refusal === null;
      if (again) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id]);
  return {
    followed,
    cancel: () => {
      if (id === null) return;
      void api.cancelJob(id).then((result) => {
        if (result.ok) setFollowed({ is: 'here', job: result.value });
      });
    },
  };
}
