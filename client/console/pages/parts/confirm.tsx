/** Asks once before something that cannot be undone. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Result } from '../../api.ts';
import { say, sayRefusal } from '../say.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  title: string;
  what: string;
  /** The word on the button that does it. */
  action: string;
  run: () => Promise<Result<unknown>>;
  done: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}

export function Confirm({ title, what, action, run, done, onClose, children }: Props) {
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  const [busy, setBusy] = useState(false);
  async function doIt(): Promise<void> {
    setBusy(true);
    const result = await run();
    setBusy(false);
    if (result.ok) done();
    else setFailed({ refusal: result.refusal });
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what}</p>
      {children}
      {failed !== null && (
        <p class="problem" role="alert">
          {sayRefusal(failed.refusal)}
        </p>
      )}
      <div class="row">
        <button type="button" class="button danger" disabled={busy} onClick={() => void doIt()}>
          {action}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {say('app.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
