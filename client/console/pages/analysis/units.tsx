/** Groups and sessions put together under a name: the list of them, and the dialog that makes one. */
import { useState } from 'preact/hooks';
import { putUnit, removeUnit, unitFault } from '../../../../core/analysis/units.ts';
import type { Unit } from '../../../../core/report/document.ts';
import { bare } from '../../../../core/bidi.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { sayList } from '../../words.ts';
import { newId } from '../edits.ts';
import { Checks } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Faults, TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { ticked } from '../selection.ts';
import { useAnalysis } from './context.ts';

/** @param props.removed called with what went and where it stood, so that it can be brought back */
export function Units({ removed }: { removed: (unit: Unit, at: number) => void }) {
  const { units, openUnits, change } = useAnalysis();
  const [edited, setEdited] = useState<Unit | null>(null);
  if (units === null)
    return (
      <div class="units">
        <p>{say('unit.cannot')}</p>
        <button type="button" class="button" onClick={() => void openUnits()}>
          {say('app.again')}
        </button>
      </div>
    );
  async function remove(unit: Unit, at: number): Promise<void> {
    if (await change(removeUnit(unit.id))) removed(unit, at);
  }
  return (
    <div class="units">
      <p class="hint">{say('unit.hint')}</p>
      {units.length > 0 && (
        <ul>
          {units.map((unit, at) => (
            <li key={unit.id}>
              <span class="unit-name">
                <bdi>{unit.name}</bdi>
              </span>
              <UnitParts unit={unit} />
              <button type="button" class="button small" onClick={() => setEdited(unit)}>
                {say('unit.edit')} <span class="visually-hidden">{unit.name}</span>
              </button>
              <button type="button" class="button small" onClick={() => void remove(unit, at)}>
                {say('unit.remove')} <span class="visually-hidden">{unit.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="button"
        onClick={() => setEdited({ id: newId(), name: '', groups: [], sessions: [] })}
      >
        {say('unit.new')}
      </button>
      {edited !== null && <UnitDialog unit={edited} others={units} close={() => setEdited(null)} />}
    </div>
  );
}

function UnitParts({ unit }: { unit: Unit }) {
  const { page } = useAnalysis();
  const names = [
    ...page.groups.filter((g) => unit.groups.includes(g.id)).map((g) => g.label),
    ...page.sessions.filter((s) => unit.sessions.includes(s.id)).map((s) => s.name),
  ];
  const told = sayList(names);
  return told === unit.name ? null : <span class="quiet">{told}</span>;
}

interface DialogProps {
  unit: Unit;
  others: readonly Unit[];
  close: () => void;
}

function UnitDialog({ unit, others, close }: DialogProps) {
  const { page, change } = useAnalysis();
  const [groups, setGroups] = useState<readonly string[]>(unit.groups);
  const [sessions, setSessions] = useState<readonly string[]>(unit.sessions);
  /** Null: it goes by what is ticked. */
  const [typed, setTyped] = useState<string | null>(unit.name === '' ? null : unit.name);
  const [fault, setFault] = useState<ReturnType<typeof unitFault>>(null);
  const [busy, setBusy] = useState(false);
  const labels = [
    ...page.groups.filter((g) => groups.includes(g.id)).map((g) => g.label),
    ...page.sessions.filter((s) => sessions.includes(s.id)).map((s) => s.name),
  ];
  const name = typed ?? bare(sayList(labels)).slice(0, LIMITS.label);
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const made: Unit = { id: unit.id, name: name.trim(), groups: [...groups], sessions: [...sessions] };
    const wrong = unitFault(made, others);
    setFault(wrong);
    if (wrong !== null) return;
    setBusy(true);
    const saved = await change(putUnit(made));
    setBusy(false);
    if (saved) close();
  }
  return (
    <Dialog title={say(unit.name === '' ? 'unit.new' : 'unit.change')} onClose={close}>
      <Faults.Provider
        value={
          fault === null
            ? []
            : [{ where: fault === 'empty' ? 'unit.groups' : 'unit.name', text: say(`unit.fault.${fault}`) }]
        }
      >
        <form onSubmit={(e) => void save(e)} noValidate>
          {page.groups.length > 0 && (
            <Checks
              path="unit.groups"
              legend={say('unit.groups')}
              value={groups}
              options={page.groups.map((g) => ({ value: g.id, label: g.label }))}
              onChange={(id, on) =>
                setGroups(
                  ticked(
                    page.groups.map((g) => g.id),
                    groups,
                    id,
                    on,
                  ),
                )
              }
            />
          )}
          {page.sessions.length > 1 && (
            <Checks
              path="unit.sessions"
              legend={say('unit.sessions')}
              hint={page.groups.length > 0 ? say('unit.both') : undefined}
              value={sessions}
              options={page.sessions.map((s) => ({
                value: s.id,
                label: s.name === '' ? say('ses.unnamed') : s.name,
              }))}
              onChange={(id, on) =>
                setSessions(
                  ticked(
                    page.sessions.map((s) => s.id),
                    sessions,
                    id,
                    on,
                  ),
                )
              }
            />
          )}
          <TextField path="unit.name" label={say('unit.name')} value={name} onInput={setTyped} />
          <div class="row">
            <button type="submit" class="button button-main" disabled={busy}>
              {say('unit.save')}
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
