/** The form of a session: everything before its lobby opens, afterwards its name, date, place and who was there. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { Mode, Session, Style } from '../../../../core/session.ts';
import { api } from '../../api.ts';
import { useLeaving } from '../../leaving.tsx';
import { Checks, Radios } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { Fault } from '../parts/fields.tsx';
import { Faults, TextField } from '../parts/fields.tsx';
import { Summary } from '../parts/summary.tsx';
import { say, sayRefusal } from '../say.ts';
import type { DraftFault, SessionDraft } from '../sessionForm.ts';
import { draftOf, faultsIn, toSend, whoseMayShow } from '../sessionForm.ts';
import { AttendanceFields, OtherFields } from './attendance.tsx';
import { useEditing } from './context.ts';

interface Props {
  session: Session | null;
  /** For the name of a new one. */
  number: number;
  saved: (session: Session) => void;
  close: () => void;
}

export function SessionDialog({ session, number, saved, close }: Props) {
  const { desk, doc } = useEditing();
  const [first] = useState(() =>
    draftOf(session, {
      name: say('ses.name.n', { n: number }),
      date: today(),
      groups: doc.groups.map((g) => g.id),
    }),
  );
  const [draft, setDraft] = useState(first);
  const { leave, question } = useLeaving(JSON.stringify(draft) !== JSON.stringify(first), close);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const fixed = session !== null && session.state !== 'draft';
  const set = (change: Partial<SessionDraft>): void => setDraft((d) => ({ ...d, ...change }));

  async function send(): Promise<void> {
    const found = faultsIn(draft).map(sayFault);
    setFaults(found);
    if (found.length > 0) return;
    setBusy(true);
    // A group that was just added has to be there before a session names it.
    await desk.flush();
    const body = toSend(draft, fixed);
    const result = await (session === null
      ? api.newSession(doc.id, body)
      : api.editSession(session.id, body));
    setBusy(false);
    if (result.ok) saved(result.value);
    else setFaults([{ where: '', text: sayRefusal(result.refusal) }]);
  }

  return (
    <Dialog
      title={say(session === null ? 'form.new' : fixed ? 'form.people' : 'form.edit')}
      wide
      onClose={leave}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Summary faults={faults} />
        <Faults.Provider value={faults}>
          <div class="grid-3">
            <TextField
              path="session.name"
              label={say('form.name')}
              most={LIMITS.label}
              value={draft.name}
              onInput={(name) => set({ name })}
            />
            <TextField
              path="session.date"
              label={say('form.date')}
              type="date"
              value={draft.date}
              onInput={(date) => set({ date })}
            />
            <TextField
              path="session.place"
              label={say('form.place')}
              most={LIMITS.title}
              value={draft.place}
              onInput={(place) => set({ place })}
            />
          </div>
          {!fixed && <Setup draft={draft} set={set} />}
          <AttendanceFields
            rows={draft.attendance}
            groups={doc.groups}
            put={(attendance) => set({ attendance })}
          />
          <OtherFields rows={draft.others} put={(others) => set({ others })} />
        </Faults.Provider>
        <div class="row dialog-foot">
          <button type="submit" class="button button-main" disabled={busy}>
            {say(session === null ? 'form.create' : 'form.save')}
          </button>
          <button type="button" class="button" onClick={leave}>
            {say('app.cancel')}
          </button>
        </div>
        {question}
      </form>
    </Dialog>
  );
}

/** What is fixed once the lobby has opened. */
function Setup({ draft, set }: { draft: SessionDraft; set: (change: Partial<SessionDraft>) => void }) {
  const { doc } = useEditing();
  return (
    <>
      {doc.groups.length > 0 && (
        <Checks
          path="session.groups"
          legend={say('form.groups')}
          hint={say('form.groups.hint')}
          value={draft.groups}
          options={doc.groups.map((g, i) => ({
            value: g.id,
            label: g.label === '' ? say('group.n', { n: i + 1 }) : g.label,
          }))}
          onChange={(id, on) =>
            set({
              groups: doc.groups.map((g) => g.id).filter((g) => (g === id ? on : draft.groups.includes(g))),
            })
          }
        />
      )}
      {draft.groups.length > 1 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.twoGroups}
            onChange={(event) => set({ twoGroups: event.currentTarget.checked })}
          />
          <span>{say('form.two')}</span>
        </label>
      )}
      <div aria-live="polite">{whoseMayShow(draft) && <p class="caution">{say('form.mode.few')}</p>}</div>
      <div class="grid">
        <Radios<Style>
          path="session.style"
          legend={say('form.style')}
          value={draft.style}
          options={(['guided', 'walk-around'] as const).map((style) => ({
            value: style,
            label: say(`form.style.${style}`),
            hint: say(`form.style.${style}.hint`),
          }))}
          onChange={(style) => set({ style })}
        />
        <Radios<Mode>
          path="session.mode"
          legend={say('form.mode')}
          value={draft.mode}
          options={(['unlinked', 'linked'] as const).map((mode) => ({
            value: mode,
            label: say(`form.mode.${mode}`),
            hint: say(`form.mode.${mode}.hint`),
          }))}
          onChange={(mode) => set({ mode })}
        />
      </div>
      <p class="hint">{say('form.fixed')}</p>
    </>
  );
}

function sayFault(fault: DraftFault): Fault {
  if (fault.row === null) return { where: `session.${fault.where}`, text: say(`form.${fault.where}.error`) };
  const most = LIMITS.attendanceCount;
  const words = fault.where === 'attendance' ? 'att.count.error' : 'oth.count.error';
  return { where: `session.${fault.where}.${fault.row}.n`, text: say(words, { n: fault.row, most }) };
}

/** The laptop's own date. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
