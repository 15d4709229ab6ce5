/** Taking somebody's answers out for them, by the code that they sent. */
import { useState } from 'preact/hooks';
import { readLaterCode } from '../../../../core/id.ts';
import type { WasTakenOut } from '../../../../core/protocol.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { api } from '../../api.ts';
import { Radios } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Faults, TextField } from '../parts/fields.tsx';
import { say, sayRefusal } from '../say.ts';

export function TakeOut({ close }: { close: () => void }) {
  const [code, setCode] = useState('');
  const [what, setWhat] = useState<'all' | 'quote'>('all');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [failed, setFailed] = useState<{ refusal: Refusal | null } | null>(null);
  const [done, setDone] = useState<WasTakenOut | null>(null);
  async function take(event: Event): Promise<void> {
    event.preventDefault();
    const read = readLaterCode(code);
    setWrong(read === null);
    setFailed(null);
    if (read === null) return;
    setBusy(true);
    const result = await api.takeOut(read, what);
    setBusy(false);
    if (result.ok) setDone(result.value);
    else setFailed({ refusal: result.refusal });
  }
  if (done !== null)
    return (
      <Dialog title={say('out.title')} onClose={close}>
        <p role="status">
          {done.removed
            ? say(what === 'all' ? 'out.removed' : 'out.removed.quote')
            : say(what === 'all' ? 'out.done' : 'out.done.quote')}
        </p>
        <p>{say('out.files')}</p>
        <div class="row">
          <button type="button" class="button button-main" onClick={close}>
            {say('app.close')}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={say('out.title')} onClose={close}>
      <p>{say('out.words')}</p>
      <Faults.Provider value={wrong ? [{ where: 'code', text: say('out.error') }] : []}>
        <form onSubmit={(event) => void take(event)}>
          <TextField
            path="code"
            label={say('out.code')}
            hint={say('out.code.hint')}
            value={code}
            onInput={setCode}
          />
          <Radios
            path="what"
            legend={say('out.what')}
            value={what}
            options={(['all', 'quote'] as const).map((value) => ({ value, label: say(`out.${value}`) }))}
            onChange={setWhat}
          />
          {failed !== null && (
            <p class="problem" role="alert">
              {sayRefusal(failed.refusal)}
            </p>
          )}
          <div class="row">
            <button type="submit" class="button danger" disabled={busy}>
              {say('out.do')}
            </button>
            <button type="button" class="button" onClick={close}>
              {say('app.cancel')}
            </button>
          </div>
        </form>
      </Faults.Provider>
    </Dialog>
  );
}
