/** Head-counts by attributes, and who else was in the room. */
import type { Group } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { TextField, fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import type { AttendanceRow, OtherRow } from '../sessionForm.ts';
import { totalOf } from '../sessionForm.ts';

function replaced<T>(rows: readonly T[], at: number, change: Partial<T>): T[] {
  return rows.map((row, i) => (i === at ? { ...row, ...change } : row));
}

export function AttendanceFields(props: {
  rows: readonly AttendanceRow[];
  groups: readonly Group[];
  put: (rows: AttendanceRow[]) => void;
}) {
  const { rows, groups, put } = props;
  return (
    <fieldset class="choices">
      <legend>{say('att.legend')}</legend>
      <p class="hint">{say('att.hint')}</p>
      {rows.length > 0 && (
        <div class="count-row count-head" aria-hidden="true">
          {(['group', 'gender', 'age', 'n'] as const).map((column) => (
            <span key={column}>{say(`att.${column}.head`)}</span>
          ))}
        </div>
      )}
      {rows.map((row, i) => {
        const n = i + 1;
        const path = `session.attendance.${n}`;
        return (
          <div key={i} class="count-row">
            <select
              id={fieldId(`${path}.group`)}
              aria-label={say('att.group', { n })}
              value={row.group}
              onChange={(event) => put(replaced(rows, i, { group: event.currentTarget.value }))}
            >
              <option value="">{say('att.any')}</option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.label}
                </option>
              ))}
            </select>
            <TextField
              path={`${path}.gender`}
              label={say('att.gender', { n })}
              most={LIMITS.label}
              hideLabel
              value={row.gender}
              onInput={(gender) => put(replaced(rows, i, { gender }))}
            />
            <TextField
              path={`${path}.age`}
              label={say('att.age', { n })}
              most={LIMITS.label}
              hideLabel
              value={row.ageBand}
              onInput={(ageBand) => put(replaced(rows, i, { ageBand }))}
            />
            <TextField
              path={`${path}.n`}
              label={say('att.n', { n })}
              hideLabel
              type="number"
              max={LIMITS.attendanceCount}
              value={row.n}
              onInput={(count) => put(replaced(rows, i, { n: count }))}
            />
            <Remove label={say('att.remove', { n })} run={() => put(rows.filter((_, k) => k !== i))} />
          </div>
        );
      })}
      <div class="row">
        <button
          type="button"
          class="button small"
          disabled={rows.length >= LIMITS.attendanceRows}
          onClick={() => put([...rows, { group: '', gender: '', ageBand: '', n: '' }])}
        >
          {say('att.add')}
        </button>
        {rows.length > 0 && <span class="quiet">{say('att.total', { n: totalOf(rows) })}</span>}
      </div>
    </fieldset>
  );
}

export function OtherFields(props: { rows: readonly OtherRow[]; put: (rows: OtherRow[]) => void }) {
  const { rows, put } = props;
  return (
    <fieldset class="choices">
      <legend>{say('oth.legend')}</legend>
      <p class="hint">{say('oth.hint')}</p>
      {rows.length > 0 && (
        <div class="count-row count-head" aria-hidden="true">
          <span class="count-wide">{say('oth.role.head')}</span>
          <span>{say('oth.n.head')}</span>
        </div>
      )}
      {rows.map((row, i) => {
        const n = i + 1;
        const path = `session.others.${n}`;
        return (
          <div key={i} class="count-row">
            <TextField
              path={`${path}.role`}
              class="count-wide"
              label={say('oth.role', { n })}
              most={LIMITS.label}
              hideLabel
              value={row.role}
              onInput={(role) => put(replaced(rows, i, { role }))}
            />
            <TextField
              path={`${path}.n`}
              label={say('oth.n', { n })}
              hideLabel
              type="number"
              max={LIMITS.attendanceCount}
              value={row.n}
              onInput={(count) => put(replaced(rows, i, { n: count }))}
            />
            <Remove label={say('oth.remove', { n })} run={() => put(rows.filter((_, k) => k !== i))} />
          </div>
        );
      })}
      <button
        type="button"
        class="button small"
        disabled={rows.length >= LIMITS.attendanceRows}
        onClick={() => put([...rows, { role: '', n: '' }])}
      >
        {say('oth.add')}
      </button>
    </fieldset>
  );
}

function Remove({ label, run }: { label: string; run: () => void }) {
  return (
    <button type="button" class="icon" aria-label={label} onClick={run}>
      <span aria-hidden="true">✕</span>
    </button>
  );
}
