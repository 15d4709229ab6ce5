/** The report's desk in the page: drawn anew with every change, and up to date when the page is seen again. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportPage } from '../../../../core/api.ts';
import { api } from '../../api.ts';
import type { ReportDesk } from './desk.ts';
import { makeReportDesk } from './desk.ts';

export function useReportDesk(id: string, first: ReportPage): ReportDesk {
  const [, redraw] = useState(0);
  const desk = useMemo(
    () =>
      makeReportDesk(id, first, {
        api,
        later(action, ms) {
          const timer = setTimeout(action, ms);
          return () => clearTimeout(timer);
        },
        changed: () => redraw((n) => n + 1),
      }),
    [id, first],
  );
  useEffect(() => {
    // Quotes may have been chosen or sessions finished in another window.
    const seen = (): void => {
      if (document.visibilityState === 'visible') void desk.refresh();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [desk]);
  return desk;
}
