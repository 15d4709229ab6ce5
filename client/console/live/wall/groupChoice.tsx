/** Whose post-its are counted now. Few short groups are a row of buttons; many, or long ones, are one list. */
import { roomLabel } from '../../../../core/consultation.ts';
import type { ConsoleView } from '../../../../core/view.ts';
import { Choice } from '../choice.tsx';
import { say } from './words.ts';

/** Characters of all names together that a row has room for, beside what else stands there. */
const ROW = 48;

/** Whether the groups would fill more than a row and push the columns down. */
export function isLong(groups: ConsoleView['groups']): boolean {
  return groups.reduce((sum, g) => sum + roomLabel(g).length + 4, 0) > ROW;
}

export function GroupChoice(props: {
  view: ConsoleView;
  group: readonly string[];
  choose: (groups: readonly string[]) => void;
}) {
  const { groups } = props.view;
  const [first = ''] = props.group;
  return isLong(groups) ? (
    <label class="wall-group">
      <span class="wall-whose">{say('groups')}</span>
      <Groups groups={groups} value={first} choose={(id) => props.choose([id])} />
    </label>
  ) : (
    <Choice
      label={say('groups')}
      options={groups.map((g) => ({ value: g.id, label: roomLabel(g) }))}
      value={first}
      choose={(id) => props.choose([id])}
    />
  );
}

/** Where people may be in two groups, their post-its are counted apart. */
export function AlsoIn(props: {
  view: ConsoleView;
  group: readonly string[];
  choose: (groups: readonly string[]) => void;
}) {
  const [first = '', second = ''] = props.group;
  return (
    <label class="wall-group">
      <span>{say('also')}</span>
      <Groups
        groups={props.view.groups.filter(({ id }) => id !== first)}
        value={second}
        none={say('also.none')}
        choose={(id) => props.choose(id === '' ? [first] : [first, id])}
      />
    </label>
  );
}

function Groups(props: {
  groups: ConsoleView['groups'];
  value: string;
  none?: string;
  choose: (id: string) => void;
}) {
  return (
    <select
      class="select"
      dir="auto"
      value={props.value}
      onChange={(event) => props.choose(event.currentTarget.value)}
    >
      {props.none !== undefined && <option value="">{props.none}</option>}
      {props.groups.map((g) => (
        <option key={g.id} value={g.id}>
          {roomLabel(g)}
        </option>
      ))}
    </select>
  );
}
