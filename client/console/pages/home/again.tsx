/** Asks once before the next wave is made: a press by mistake would leave one more that looks like the first. */
import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { say, sayRefusal } from '../say.ts';
import { goTo } from './useBegin.ts';

interface Props {
  id: string;
  title: string;
  /** How many waves here repeat it already. */
  there: number;
  close: () => void;
}

export function Again({ id, title, there, close }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  // A second press before the page has gone would make a second wave that nobody can tell from the first.
  const making = useRef(false);
  const make = async (): Promise<void> => {
    if (making.current) return;
    making.current = true;
    setBusy(true);
    const result = await api.create({ again: id });
    if (result.ok) {
      // Coming back by the browser's own way may show this page as it was.
      window.addEventListener('pagehide', close, { once: true });
      return goTo(result.value.consultation.id);
    }
    making.current = false;
    setBusy(false);
    setFailed({ refusal: result.refusal });
  };
  return (
    <Dialog title={say('wave.again.sure', { title })} onClose={close}>
      <p>{say('wave.again.hint')}</p>
      {there > 0 && <p class="caution">{say('wave.again.there', { n: there })}</p>}
      {failed !== null && (
        <p class="problem" role="alert">
          {sayRefusal(failed.refusal)}
        </p>
      )}
      <div class="row">
        <button type="button" class="button button-main" disabled={busy} onClick={() => void make()}>
          {say('wave.again.do')}
        </button>
        <button type="button" class="button" onClick={close}>
          {say('app.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
