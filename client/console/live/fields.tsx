/** Small parts of the dialogs' forms. */

interface Option<T extends string> {
  value: T;
  label: string;
}

export function Radios<T extends string>(props: {
  label: string;
  name: string;
  options: readonly Option<T>[];
  value: T | null;
  choose: (value: T) => void;
}) {
  return (
    <fieldset class="radios">
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label class="check" key={value}>
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.choose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One group, or up to two: choosing one more than that lets the first go. */
export function GroupChoice(props: {
  label: string;
  groups: readonly Option<string>[];
  most: number;
  value: string[];
  choose: (value: string[]) => void;
}) {
  const { groups, most, value, choose } = props;
  const set = (id: string, on: boolean): void => {
    const others = value.filter((g) => g !== id);
    choose(on ? [...others, id].slice(-most) : others);
  };
  return (
    <fieldset class="radios">
      <legend>{props.label}</legend>
      {groups.map(({ value: id, label }) => (
        <label class="check" key={id}>
          <input
            type={most === 1 ? 'radio' : 'checkbox'}
            name="group"
            checked={value.includes(id)}
            onChange={(event) => set(id, event.currentTarget.checked)}
          />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
