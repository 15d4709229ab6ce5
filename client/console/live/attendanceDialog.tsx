/** Who is here, as head-counts by attributes; never joined to anyone's answers. */
import { useState } from 'preact/hooks';
import { isRefusal } from '../../../core/refusal.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Attendance, OtherPresent } from '../../../core/session.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { useLeaving } from '../leaving.tsx';
import { refusalWords, type Desk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { say } from './words.ts';

export function AttendanceDialog({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const [rows, setRows] = useState<Attendance[]>(
    view.session.attendance.length > 0 ? view.session.attendance : [emptyRow(view)],
  );
  const [others, setOthers] = useState<OtherPresent[]>(view.session.others);
  const [told, setTold] = useState('');
  const close = (): void => void (desk.dialog.value = null);
  const typed = JSON.stringify([rows, others]);
  const [kept, setKept] = useState(typed);
  const { leave, question } = useLeaving(typed !== kept, close);
  /** What was told of counts is not true of others. */
  const edited =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setTold('');
      set(value);
    };

  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const outcome = await desk.link.attendance({
      attendance: rows.filter((r) => r.n > 0),
      others: others.filter((o) => o.role.trim() !== ''),
    });
    if (outcome === 'away') setTold(say('did.away'));
    else if (isRefusal(outcome)) setTold(refusalWords(outcome));
    else {
      setTold(say('who.saved'));
      setKept(typed);
    }
  };
  return (
    <Dialog wide holds title={say('who.title')} close={leave}>
      <form class="form" onSubmit={(event) => void save(event)}>
        <p class="soft">{say('who.text')}</p>
        <Rows rows={rows} view={view} set={edited(setRows)} />
        <p class="who-total">{say('who.total', { n: rows.reduce((sum, r) => sum + r.n, 0) })}</p>
        <h3>{say('who.others')}</h3>
        <p class="soft">{say('who.others.text')}</p>
        <Others others={others} set={edited(setOthers)} />
        <div class="dialog-buttons">
          <p role="status" class="form-told">
            {told}
          </p>
          <button type="submit" class="button button-main">
            {say('who.save')}
          </button>
        </div>
        {question}
      </form>
    </Dialog>
  );
}

function emptyRow(view: ConsoleView): Attendance {
  return { group: view.groups[0]?.id ?? null, gender: '', ageBand: '', n: 0 };
}

/** A copy of a list with one entry changed. */
function changed<T>(list: readonly T[], at: number, part: Partial<T>): T[] {
  return list.map((entry, i) => (i === at ? { ...entry, ...part } : entry));
}

function Rows(props: { rows: Attendance[]; view: ConsoleView; set: (rows: Attendance[]) => void }) {
  const { rows, view, set } = props;
  return (
    <>
      <table class="who-table">
        <caption class="visually-hidden">{say('who.rows')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('who.group')}</th>
            <th scope="col">{say('who.gender')}</th>
            <th scope="col">{say('who.age')}</th>
            <th scope="col">{say('who.n')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <td>
                <select
                  class="select"
                  aria-label={say('who.group')}
                  value={row.group ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    set(changed(rows, i, { group: value === '' ? null : value }))
                  }
                >
                  <option value="">{say('who.group.none')}</option>
                  {view.groups.map((g) => (
                    <option key={g.id} value={g.id}>
                      {g.label}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <Text
                  label={say('who.gender')}
                  value={row.gender}
                  set={(gender) => set(changed(rows, i, { gender }))}
                />
              </td>
              <td>
                <Text
                  label={say('who.age')}
                  value={row.ageBand}
                  set={(ageBand) => set(changed(rows, i, { ageBand }))}
                />
              </td>
              <td>
                <Count value={row.n} set={(n) => set(changed(rows, i, { n }))} />
              </td>
              <td>
                <Remove label={say('who.remove', { n: i + 1 })} act={() => set(rows.toSpliced(i, 1))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="button"
        disabled={rows.length >= LIMITS.attendanceRows}
        onClick={() => set([...rows, { ...emptyRow(view), group: rows.at(-1)?.group ?? null }])}
      >
        {say('who.add')}
      </button>
    </>
  );
}

function Others(props: { others: OtherPresent[]; set: (others: OtherPresent[]) => void }) {
  const { others, set } = props;
  return (
    <>
      {others.map((other, i) => (
        <div class="who-other" key={i}>
          <Text
            label={say('who.role')}
            value={other.role}
            set={(role) => set(changed(others, i, { role }))}
          />
          <Count value={other.n} set={(n) => set(changed(others, i, { n }))} />
          <Remove
            label={say('who.others.remove', { role: other.role })}
            act={() => set(others.toSpliced(i, 1))}
          />
        </div>
      ))}
      <button
        type="button"
        class="button"
        disabled={others.length >= LIMITS.attendanceRows}
        onClick={() => set([...others, { role: '', n: 1 }])}
      >
        {say('who.others.add')}
      </button>
    </>
  );
}

function Text(props: { label: string; value: string; set: (value: string) => void }) {
  return (
    <input
      type="text"
      aria-label={props.label}
      placeholder={props.label}
      maxLength={LIMITS.label}
      value={props.value}
      onInput={(event) => props.set(event.currentTarget.value)}
    />
  );
}

function Count(props: { value: number; set: (n: number) => void }) {
  return (
    <input
      type="number"
      class="count"
      aria-label={say('who.n')}
      min={0}
      max={LIMITS.attendanceCount}
      value={props.value}
      onInput={(event) => props.set(event.currentTarget.valueAsNumber || 0)}
    />
  );
}

function Remove(props: { label: string; act: () => void }) {
  return (
    <button type="button" class="button button-quiet" aria-label={props.label} onClick={props.act}>
      ×
    </button>
  );
}
