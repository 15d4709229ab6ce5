/** Adding a device: its role, then the code and the PIN that it needs, until it has joined. */
import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../../../core/refusal.ts';
import type { Pairing, PairingState } from '../../../../core/staffApi.ts';
import { ROLES, showPin, type Role } from '../../../../core/staff.ts';
import { Qr } from '../../../shared/qr.tsx';
import { api } from '../../api.ts';
import { Radios } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { say, sayRefusal } from '../say.ts';

/** How often the page asks whether the device has joined, in milliseconds. */
const LOOK_MS = 1000;

/** The usual one first. */
const OFFERED: readonly Role[] = ['scribe', ...ROLES.filter((role) => role !== 'scribe')];

/** @param props.joined told when a device has joined */
export function AddDevice(props: { joined: () => void; close: () => void }) {
  const [role, setRole] = useState<Role>('scribe');
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    const result = await api.beginPairing(role);
    setBusy(false);
    setFailed(result.ok ? null : { refusal: result.refusal });
    if (result.ok) setPairing(result.value);
  };
  const close = (): void => {
    void api.cancelPairing();
    props.close();
  };
  if (pairing !== null)
    return (
      <Dialog title={say('add.title', { role: say(`add.${pairing.role}`) })} wide onClose={close}>
        <Shown
          key={pairing.pin}
          pairing={pairing}
          joined={props.joined}
          anew={() => void begin()}
          another={() => setPairing(null)}
          close={close}
        />
      </Dialog>
    );
  return (
    <Dialog title={say('dev.add')} onClose={props.close}>
      {failed !== null && (
        <p class="problem" role="alert">
          {sayRefusal(failed.refusal)}
        </p>
      )}
      <Radios
        path="role"
        legend={say('add.role')}
        value={role}
        onChange={setRole}
        options={OFFERED.map((value) => ({
          value,
          label: say(`add.${value}`),
          hint: say(`add.${value}.hint`),
        }))}
      />
      <div class="row add-row">
        <button type="button" class="button button-main" disabled={busy} onClick={() => void begin()}>
          {say('add.show')}
        </button>
        <button type="button" class="button" onClick={props.close}>
          {say('app.cancel')}
        </button>
      </div>
    </Dialog>
  );
}

/** Asks until the device has joined or the PIN does not hold any more. */
function usePairing(first: Pairing, joined: () => void): PairingState {
  const [state, setState] = useState<PairingState>({ state: 'open', left: first.left });
  useEffect(() => {
    if (state.state === 'joined') return joined();
    if (state.state === 'none') return undefined;
    const looking = setInterval(() => {
      void api.pairing().then((result) => result.ok && setState(result.value));
    }, LOOK_MS);
    return () => clearInterval(looking);
  }, [state.state]);
  return state;
}

function Shown(props: {
  pairing: Pairing;
  joined: () => void;
  anew: () => void;
  another: () => void;
  close: () => void;
}) {
  const { pairing } = props;
  const state = usePairing(pairing, props.joined);
  if (state.state === 'joined')
    return (
      <>
        <p role="status" class="add-joined">
          {say('add.joined', { name: state.name, role: say(`add.${state.role}`).toLowerCase() })}
        </p>
        <div class="row">
          <button type="button" class="button button-main" onClick={props.close}>
            {say('add.done')}
          </button>
          <button type="button" class="button" onClick={props.another}>
            {say('add.more')}
          </button>
        </div>
      </>
    );
  if (state.state === 'none')
    return (
      <>
        <p role="status">{say('add.over')}</p>
        <button type="button" class="button button-main" onClick={props.anew}>
          {say('add.anew')}
        </button>
      </>
    );
  return (
    <>
      <div class="add">
        <div class="add-qr">
          <Qr text={pairing.qr} label={say('add.qr', { url: pairing.url })} />
        </div>
        <div class="add-steps">
          <p>
            {say('add.scan')}
            <strong class="add-url">{pairing.url}</strong>
          </p>
          <p>{say('add.then')}</p>
          <p class="add-pin">{showPin(pairing.pin)}</p>
          {state.state === 'open' ? (
            <p class="hint">{say('add.left', { n: Math.max(1, Math.ceil(state.left / 60_000)) })}</p>
          ) : (
            <div class="problem" role="alert">
              <p>{say('add.spent')}</p>
              <button type="button" class="button" onClick={props.anew}>
                {say('add.anew')}
              </button>
            </div>
          )}
        </div>
      </div>
      <Warning pairing={pairing} />
      <div class="row">
        <button type="button" class="button" onClick={props.close}>
          {say('app.cancel')}
        </button>
      </div>
    </>
  );
}

/** What the device's browser will say, why, and how to know that nobody is in between. */
function Warning({ pairing: { fingerprint, trusted } }: { pairing: Pairing }) {
  if (fingerprint === null) return null;
  if (trusted) return <p class="hint">{say('add.trusted')}</p>;
  return (
    <section class="add-warn">
      <h3>{say('add.warn')}</h3>
      <p>{say('add.warn.why')}</p>
      <p class="fingerprint">
        {(fingerprint.toUpperCase().match(/.{4}/g) ?? []).map((group, i) => (
          <span key={i}>{group}</span>
        ))}
      </p>
      <p>{say('add.warn.go')}</p>
    </section>
  );
}
