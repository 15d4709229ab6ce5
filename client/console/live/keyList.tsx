/** The list of keys, and the switch that turns them off on this laptop. */
import type { Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { say } from './words.ts';

const LISTED = [
  'next',
  'back',
  'placing',
  'results',
  'undo',
  'pause',
  'join',
  'black',
  'white',
  'look',
  'groups',
  'note',
  'size',
  'fullscreen',
  'timer',
  'help',
  'leave',
] as const;

export function KeyList({ desk }: { desk: Desk }) {
  return (
    <Dialog wide title={say('keys.title')} close={() => (desk.dialog.value = null)}>
      <label class="check">
        <input
          type="checkbox"
          checked={!desk.keysOff.value}
          onChange={(event) => (desk.keysOff.value = !event.currentTarget.checked)}
        />
        <span>
          {say('keys.on')} <span class="soft">{say('keys.on.text')}</span>
        </span>
      </label>
      <dl class="key-list">
        {LISTED.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{say(`key.${name}`)}</kbd>
            </dt>
            <dd>{say(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
