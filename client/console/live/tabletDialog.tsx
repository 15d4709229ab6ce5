/** Beginning with a shared tablet: one that is added by a PIN, or this laptop itself. */
import { useEffect, useState } from 'preact/hooks';
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Pairing, PairingState } from '../../../core/staffApi.ts';
import { showPin } from '../../../core/staff.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { Qr } from '../../shared/qr.tsx';
import { may } from '../staff.ts';
import { ask } from './ask.ts';
import './tablet.css';
import { refusalWords, type Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { say } from './words.ts';

/** How often it asks whether the tablet has joined, in milliseconds. */
const LOOK_MS = 1000;

export function TabletDialog({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [told, setTold] = useState('');
  const close = (): void => {
    if (pairing !== null) void ask('DELETE', 'staff/pairing');
    desk.dialog.value = null;
  };
  const begin = async (): Promise<void> => {
    const begun = await ask<Pairing>('POST', 'staff/pairing', { role: 'tablet' });
    setTold(isRefusal(begun) ? refusalWords(begun) : '');
    setPairing(isRefusal(begun) ? null : begun);
  };
  const passOn = async (): Promise<void> => {
    const begun = await ask<{ ok: true }>('POST', 'staff/tablet', {});
    if (isRefusal(begun)) setTold(refusalWords(begun));
    // Nothing of the console is left to go back to.
    else location.replace(`/tablet/${view.session.id}`);
  };
  if (pairing !== null)
    return (
      <Dialog wide title={say('tablet.title')} close={close}>
        <Shown key={pairing.pin} pairing={pairing} anew={() => void begin()} />
      </Dialog>
    );
  return (
    <Dialog wide title={say('tablet.title')} close={close}>
      <p>{say('tablet.text')}</p>
      <div class="tablet-ways">
        <section>
          <button type="button" class="button button-main" onClick={() => void begin()}>
            {say('tablet.device')}
          </button>
          <p class="soft">{say('tablet.device.text')}</p>
        </section>
        {may('POST /api/staff/tablet') && (
          <section>
            <button type="button" class="button" onClick={() => void passOn()}>
              {say('tablet.laptop')}
            </button>
            <p class="soft">
              {say('tablet.laptop.text')} {say('tablet.laptop.wait')}
            </p>
          </section>
        )}
      </div>
      <p role="status" class="form-told">
        {told}
      </p>
    </Dialog>
  );
}

function usePairing(first: Pairing): PairingState {
  const [state, setState] = useState<PairingState>({ state: 'open', left: first.left });
  const over = state.state === 'joined' || state.state === 'none';
  useEffect(() => {
    if (over) return undefined;
    const looking = setInterval(() => {
      void ask<PairingState>('GET', 'staff/pairing').then((now: PairingState | Refusal) => {
        if (!isRefusal(now)) setState(now);
      });
    }, LOOK_MS);
    return () => clearInterval(looking);
  }, [over]);
  return state;
}

function Shown({ pairing, anew }: { pairing: Pairing; anew: () => void }) {
  const state = usePairing(pairing);
  if (state.state === 'joined')
    return (
      <>
        <p role="status">{say('tablet.joined', { name: state.name })}</p>
        <button type="button" class="button" onClick={anew}>
          {say('tablet.more')}
        </button>
      </>
    );
  if (state.state === 'none')
    return (
      <>
        <p role="status">{say('tablet.over')}</p>
        <button type="button" class="button button-main" onClick={anew}>
          {say('tablet.anew')}
        </button>
      </>
    );
  return (
    <div class="tablet-pair">
      <div class="tablet-qr">
        <Qr text={pairing.qr} label={say('tablet.qr', { url: pairing.url })} />
      </div>
      <div>
        <p>
          {say('tablet.scan')} <strong class="tablet-url">{pairing.url}</strong>
        </p>
        <p>{say('tablet.pin')}</p>
        <p class="tablet-pin">{showPin(pairing.pin)}</p>
        {state.state === 'open' ? (
          <p class="soft">{say('tablet.left', { n: Math.max(1, Math.ceil(state.left / 60_000)) })}</p>
        ) : (
          <>
            <p role="alert">{say('tablet.spent')}</p>
            <button type="button" class="button" onClick={anew}>
              {say('tablet.anew')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
