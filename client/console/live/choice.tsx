/** A row of buttons of which one is on. */

export function Choice<T extends string>(props: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  choose: (value: T) => void;
}) {
  return (
    <div class="choice" role="group" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <button
          type="button"
          key={value}
          class="choice-option"
          aria-pressed={value === props.value}
          onClick={() => props.choose(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** A button that is on or off. */
export function Toggle(props: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <button type="button" class="button toggle" aria-pressed={props.on} onClick={() => props.set(!props.on)}>
      {props.label}
    </button>
  );
}
