/** The groups that are compared: a name for the report and one for the room. */
import { roomLabel } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { moved, newId, removeGroup, sameBefore } from '../edits.ts';
import { fieldId } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { useEditing } from './context.ts';
import { DocField } from './docField.tsx';
import { Mover } from './mover.tsx';
import { Part } from './part.tsx';

export function Groups() {
  const { desk, doc, done, focusNext } = useEditing();
  const { groups } = doc;
  const named = groups.map((g) => g.label);
  const inRoom = groups.map(roomLabel);
  const sameAs = (names: readonly string[], i: number): string | undefined => {
    const twin = sameBefore(names, i);
    return twin === null ? undefined : say('group.same', { n: twin + 1 });
  };
  function set(id: string, change: { label: string } | { roomLabel: string }) {
    return (d: typeof doc): typeof doc => ({
      ...d,
      groups: d.groups.map((g) => (g.id === id ? { ...g, ...change } : g)),
    });
  }
  return (
    <Part name="groups">
      {groups.length === 0 && <p class="empty">{say('group.none')}</p>}
      <ol class="groups">
        {groups.map((group, i) => (
          <li key={group.id} id={fieldId(`groups.${i}`)} tabIndex={-1} class="group">
            <DocField
              path={`groups.${i}.label`}
              label={<Named words={say('group.label')} n={i + 1} />}
              value={group.label}
              caution={sameAs(named, i)}
              put={(d, label) => set(group.id, { label })(d)}
            />
            <DocField
              path={`groups.${i}.roomLabel`}
              label={<Named words={say('group.room')} n={i + 1} />}
              value={group.roomLabel}
              caution={sameAs(named, i) === undefined ? sameAs(inRoom, i) : undefined}
              put={(d, name) => set(group.id, { roomLabel: name })(d)}
            />
            <Mover
              n={i + 1}
              of={groups.length}
              words="group"
              move={(to) => {
                desk.change((d) => ({ ...d, groups: moved(d.groups, i, to - 1) }), null);
                done(say('group.moved', { n: to, of: groups.length }), false);
              }}
              remove={() => {
                desk.change((d) => removeGroup(d, group.id), null);
                done(say('group.removed'), true);
              }}
            />
          </li>
        ))}
      </ol>
      {groups.length > 0 && <p class="hint">{say('group.room.hint')}</p>}
      <button
        type="button"
        class="button"
        disabled={groups.length >= LIMITS.groups}
        onClick={() => {
          const group = { id: newId(), label: '', roomLabel: '' };
          desk.change((d) => ({ ...d, groups: [...d.groups, group] }), null);
          focusNext(fieldId(`groups.${groups.length}.label`));
        }}
      >
        {say('group.add')}
      </button>
    </Part>
  );
}

/** A label that says which group it is about to those who do not see the row. */
function Named({ words, n }: { words: string; n: number }) {
  return (
    <>
      {words}
      <span class="visually-hidden"> {say('group.of', { n })}</span>
    </>
  );
}
