/** Locking a consultation away: into a locked file first, then off this laptop. */
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { say } from '../say.ts';
import { Making } from './making.tsx';
import { Removing } from './removing.tsx';

interface Props {
  id: string;
  title: string;
  /** Called once it is off this laptop. */
  removed: () => void;
  close: () => void;
}

export function LockAway({ id, title, removed, close }: Props) {
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <Dialog title={say('lock.title', { title })} wide onClose={close}>
      {saved === null ? (
        <Making id={id} saved={setSaved} close={close} />
      ) : (
        <Removing id={id} name={saved} removed={removed} close={close} />
      )}
    </Dialog>
  );
}
