/** Saves when the page is hidden, and asks before it is left with something unsaved. */
import { useEffect } from 'preact/hooks';
import type { Desk } from '../desk.ts';

export function useLeaveOnlySaved(desk: Pick<Desk, 'save' | 'flush'>): void {
  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void desk.flush();
    };
    const leaving = (event: BeforeUnloadEvent): void => {
      if (desk.save().is === 'saved') return;
      void desk.flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    addEventListener('beforeunload', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('beforeunload', leaving);
    };
  }, [desk]);
}
