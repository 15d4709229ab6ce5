/** Radios and checkboxes, each in a fieldset with its legend. */
import { useContext } from 'preact/hooks';
import { Faults, fieldId } from './fields.tsx';

export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
}

interface Shared<T extends string> {
  path: string;
  legend: string;
  hint?: string | undefined;
  options: readonly Option<T>[];
  disabled?: boolean;
}

interface RadiosProps<T extends string> extends Shared<T> {
  value: T;
  onChange: (value: T) => void;
}

interface ChecksProps<T extends string> extends Shared<T> {
  value: readonly T[];
  onChange: (value: T, on: boolean) => void;
}

export function Radios<T extends string>({ value, onChange, ...shared }: RadiosProps<T>) {
  return (
    <Fieldset
      {...shared}
      type="radio"
      on={(option) => option === value}
      toggle={(option) => onChange(option)}
    />
  );
}

export function Checks<T extends string>({ value, onChange, ...shared }: ChecksProps<T>) {
  return <Fieldset {...shared} type="checkbox" on={(option) => value.includes(option)} toggle={onChange} />;
}

interface FieldsetProps<T extends string> extends Shared<T> {
  type: 'radio' | 'checkbox';
  on: (option: T) => boolean;
  toggle: (option: T, on: boolean) => void;
}

function Fieldset<T extends string>({
  path,
  legend,
  hint,
  options,
  disabled = false,
  type,
  on,
  toggle,
}: FieldsetProps<T>) {
  const id = fieldId(path);
  const fault = useContext(Faults).find((f) => f.where === path);
  const described = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(
    (one) => one !== '',
  );
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      class={fault === undefined ? 'choices' : 'choices field-fault'}
      {...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') })}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault.text}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={type}
            name={id}
            value={option.value}
            checked={on(option.value)}
            disabled={disabled}
            onChange={(e) => toggle(option.value, e.currentTarget.checked)}
          />
          <span>
            <bdi>{option.label}</bdi>
            {option.hint !== undefined && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
