/** Making the files: whether the dialog is open, and the work that goes on behind it. */
import { useEffect, useRef, useState } from 'preact/hooks';

const JOB = 'job';

/** Work that something on this page shows already: of many buttons that print, one has what stands in the address. */
const taken = new Set<string>();

export interface Making {
  open: boolean;
  show: () => void;
  hide: () => void;
  /** Work that was begun; null: none. */
  job: string | null;
  /** It was ordered on this page, not found in the address. */
  ordered: boolean;
  /** Takes up new work; null goes back to the choice of form. */
  begun: (job: string | null) => void;
  /** Closes the dialog and lets go of the work. */
  close: () => void;
  /** Changes when work has been let go, so that the register is read anew. */
  turn: number;
}

/** The work stands in the address, so that it is found again when the page is loaded anew. */
export function useMaking(): Making {
  const own = useRef<string | null>(null);
  const take = (next: string | null): void => {
    if (own.current !== null) taken.delete(own.current);
    if (next !== null) taken.add(next);
    own.current = next;
  };
  const [job, setJob] = useState(() => {
    const found = new URLSearchParams(location.search).get(JOB);
    if (found === null || taken.has(found)) return null;
    take(found);
    return found;
  });
  useEffect(() => () => take(null), []);
  const [open, setOpen] = useState(job !== null);
  const [ordered, setOrdered] = useState(false);
  const [turn, setTurn] = useState(0);
  const keep = (next: string | null): void => {
    const query = new URLSearchParams(location.search);
    if (next === null) query.delete(JOB);
    else query.set(JOB, next);
    const at = `${location.pathname}${query.size === 0 ? '' : `?${query}`}`;
    // What is open on the page may stand there as well.
    history.replaceState(null, '', `${at}${location.hash}`);
    take(next);
    setJob(next);
  };
  return {
    open,
    show: () => setOpen(true),
    hide: () => setOpen(false),
    job,
    ordered,
    begun: (next) => {
      keep(next);
      setOrdered(true);
      setOpen(true);
    },
    close: () => {
      keep(null);
      setOpen(false);
      setTurn((n) => n + 1);
    },
    turn,
  };
}
