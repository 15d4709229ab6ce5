/** Who is signed in, adding a device, taking access back, the passphrase. */
import { useRef, useState } from 'preact/hooks';
import type { Device } from '../../../core/staffApi.ts';
import { api } from '../api.ts';
import { sayLaptop } from '../laptopWords.ts';
import { signOut } from '../staff.ts';
import './pages.css';
import './staff/staff.css';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say, sayRefusal } from './say.ts';
import { AddDevice } from './staff/addDevice.tsx';
import { PassphrasePart } from './staff/passphrase.tsx';
import { sayTime } from '../words.ts';

export default function StaffPage() {
  const { state, again } = useLoaded(api.devices);
  const [adding, setAdding] = useState(false);
  return (
    <Shell page={say('dev.page')}>
      <div class="staff">
        <h1>{say('dev.page')}</h1>
        <p class="hint">{say('dev.words')}</p>
        <Loaded state={state} again={again}>
          {(devices) => <Devices devices={devices} changed={again} />}
        </Loaded>
        <div class="row">
          <button type="button" class="button button-main" onClick={() => setAdding(true)}>
            {say('dev.add')}
          </button>
          <span class="hint">{say('dev.add.hint')}</span>
        </div>
        <PassphrasePart />
        <p class="row staff-foot">
          <a class="button" href="/console/laptop">
            {sayLaptop('lap.page')}
          </a>
          <a class="button" href="/console/log">
            {say('log.page')}
          </a>
          <button type="button" class="button" onClick={() => void signOut()}>
            {say('dev.out')}
          </button>
        </p>
      </div>
      {adding && (
        <AddDevice
          joined={again}
          close={() => {
            setAdding(false);
            again();
          }}
        />
      )}
    </Shell>
  );
}

/** What a row is called: the device's own name, or the laptop. */
function nameOf({ place, name }: Device): string {
  return place === 'laptop' ? say('dev.laptop') : name;
}

function Devices({ devices, changed }: { devices: readonly Device[]; changed: () => void }) {
  const [told, setTold] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const revoke = async (device: Device): Promise<void> => {
    const result = await api.revoke(device.id);
    setTold(
      result.ok || result.refusal?.refusal === 'no-such-device'
        ? say('dev.revoked', { name: nameOf(device) })
        : sayRefusal(result.refusal),
    );
    // The button that had the focus goes with its row.
    table.current?.focus();
    changed();
  };
  return (
    <>
      <p role="status" class="home-told">
        {told}
      </p>
      <table class="devices" ref={table} tabIndex={-1}>
        <thead>
          <tr>
            {(['device', 'role', 'since', 'used', 'act'] as const).map((column) => (
              <th scope="col" key={column}>
                {say(`dev.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.id}>
              <th scope="row">
                <bdi>{nameOf(device)}</bdi>
                {device.mine && <span class="tag">{say('dev.mine')}</span>}
              </th>
              <td>{say(`add.${device.role}`)}</td>
              <td>{sayTime(device.since)}</td>
              <td>{ago(device)}</td>
              <td>
                {!device.mine && (
                  <button
                    type="button"
                    class="button small"
                    aria-label={say('dev.revoke.of', { name: nameOf(device) })}
                    onClick={() => void revoke(device)}
                  >
                    {say('dev.revoke')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ago({ used, mine }: Device): string {
  const minutes = Math.floor((Date.now() - used) / 60_000);
  return mine || minutes < 1 ? say('dev.now') : say('dev.ago', { n: minutes });
}
