/** Naming the lead: the lead types a passphrase that nobody else learns. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import { api } from '../../api.ts';
import { Faults, TextField, type Fault } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';

const { least } = LIMITS.passphrase;

export function LeadForm({ id, done }: { id: string; done: () => void }) {
  const [lead, setLead] = useState({ name: '', contact: '', passphrase: '', again: '' });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const put = (key: keyof typeof lead) => (text: string) => setLead((now) => ({ ...now, [key]: text }));

  async function save(): Promise<void> {
    const { again, ...wanted } = lead;
    if ([...wanted.passphrase.trim()].length < least) {
      setFaults([{ where: 'passphrase', text: say('lock.short', { n: least }) }]);
      return;
    }
    if (wanted.passphrase.trim() !== again.trim()) {
      setFaults([{ where: 'again', text: say('lock.differ') }]);
      return;
    }
    setFaults([]);
    setBusy(true);
    const result = await api.nameLead(id, wanted);
    setBusy(false);
    if (result.ok) done();
    else setFaults([{ where: result.refusal?.where ?? '', text: sayRefusal(result.refusal) }]);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Summary faults={faults} />
      <Faults.Provider value={faults}>
        <TextField path="name" label={say('con.name')} value={lead.name} onInput={put('name')} />
        <TextField
          path="contact"
          label={say('con.contact')}
          hint={say('con.contact.hint')}
          value={lead.contact}
          onInput={put('contact')}
        />
        <TextField
          path="passphrase"
          label={say('con.passphrase')}
          hint={say('con.passphrase.hint', { n: least })}
          type="password"
          value={lead.passphrase}
          onInput={put('passphrase')}
        />
        <TextField
          path="again"
          label={say('con.again')}
          type="password"
          value={lead.again}
          onInput={put('again')}
        />
      </Faults.Provider>
      <p role="status" class="quiet">
        {busy ? say('con.saving') : ''}
      </p>
      <button type="submit" class="button button-main" disabled={busy}>
        {say('con.save')}
      </button>
    </form>
  );
}
