/** Making the files: whether the dialog is open, and the work that goes on behind it. */
import { useState } from 'preact/hooks';

const JOB = 'job';

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
  const [job, setJob] = useState(() => new URLSearchParams(location.search).get(JOB));
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
