/** When the wall is looked up again, while other devices count and type too. */
import { useEffect, useRef } from 'preact/hooks';
import type { WallDesk } from './desk.ts';

const FRESH_MS = 1000;

/**
 * What other devices save is soon seen here: when more or fewer hang there, when somebody turns to other work,
 * and when the laptop wakes up.
 */
export function useFresh(desk: WallDesk, placed: number, look: string): void {
  const coming = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    coming.current ??= setTimeout(() => {
      coming.current = undefined;
      void desk.load();
    }, FRESH_MS);
  }, [desk, placed]);
  useEffect(() => () => clearTimeout(coming.current), [desk]);
  useEffect(() => void desk.load(), [desk, look]);
  useEffect(() => {
    const wake = (): void => {
      if (document.visibilityState === 'visible') void desk.load();
    };
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, [desk]);
}
