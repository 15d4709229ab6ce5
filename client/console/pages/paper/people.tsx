/** How many people slips and cards are for: everyone together, or apart for each group. */
import { roomLabel } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { Radios } from '../parts/choices.tsx';
import { TextField } from '../parts/fields.tsx';
import { say } from '../say.ts';
import { peopleIn, type Choice, type Chosen } from './order.ts';

interface Props {
  choice: Choice;
  chosen: Chosen;
  put: (change: Partial<Choice>) => void;
}

export function People({ choice, chosen, put }: Props) {
  const { groups, apart, differ } = chosen;
  return (
    <>
      {groups.length > 1 && (
        <Radios
          path="apart"
          legend={say('print.apart')}
          {...(differ ? { hint: say('print.apart.differ') } : {})}
          value={apart ? 'yes' : 'no'}
          options={[
            { value: 'no', label: say('print.apart.no') },
            { value: 'yes', label: say('print.apart.yes') },
          ]}
          onChange={(value) => put({ apart: value === 'yes' })}
        />
      )}
      {apart ? (
        <fieldset class="choices print-people">
          <legend>{say('print.people')}</legend>
          <p class="hint">{say('print.people.hint')}</p>
          {groups.map((group) => (
            <Count
              key={group.id}
              path={`people.${group.id}`}
              label={say('print.people.of', { group: roomLabel(group) })}
              value={peopleIn(choice, group.id)}
              put={(n) => put({ each: { ...choice.each, [group.id]: n } })}
            />
          ))}
        </fieldset>
      ) : (
        <Count
          path="people"
          label={say('print.people')}
          hint={say('print.people.hint')}
          value={choice.everyone}
          put={(everyone) => put({ everyone })}
        />
      )}
    </>
  );
}

function Count(props: {
  path: string;
  label: string;
  hint?: string;
  value: number;
  put: (n: number) => void;
}) {
  return (
    <TextField
      class="print-count"
      path={props.path}
      label={props.label}
      hint={props.hint}
      type="number"
      max={LIMITS.peopleWithoutPhone}
      value={String(props.value)}
      onInput={(text) => props.put(Math.max(0, Math.round(Number(text) || 0)))}
    />
  );
}
