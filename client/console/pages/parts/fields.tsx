/** Labelled fields with their hints and, where the server refused something, what is wrong with them. */
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A fault and the path of the field it is about. */
export interface Fault {
  where: string;
  text: string;
}

/** The faults of the form or page around the fields. */
export const Faults = createContext<readonly Fault[]>([]);

/** DOM id of the field at a path such as `statements.2.wordings.0.text`. */
export function fieldId(path: string): string {
  return `at-${path}`;
}

/** Goes to the field at a path, or to the nearest thing around it that is on the page. */
export function goToField(path: string): void {
  const parts = path.split('.');
  for (let n = parts.length; n > 0; n -= 1) {
    const found = document.getElementById(fieldId(parts.slice(0, n).join('.')));
    if (found === null) continue;
    found.closest('details')?.setAttribute('open', '');
    found.focus({ preventScroll: true });
    const whole = found.closest('.field') ?? found;
    // Of one that is taller than the window the label is shown, below what is fixed on top.
    whole.scrollIntoView({ block: whole.clientHeight > innerHeight / 2 ? 'start' : 'center' });
    return;
  }
}

interface TextProps {
  path: string;
  label: ComponentChildren;
  hint?: string | undefined;
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  onPaste?: (event: ClipboardEvent) => void;
  /** Several lines, growing with what is in it. */
  area?: boolean;
  rows?: number;
  hideLabel?: boolean;
  readOnly?: boolean;
  lang?: string;
  type?: 'text' | 'date' | 'number' | 'password' | 'own-password' | 'new-password' | 'digits';
  max?: number;
  /** Most characters of a one-line text. */
  most?: number;
  class?: string;
  /** What is wrong with leaving it empty: told once the focus is elsewhere. */
  leftEmpty?: string | undefined;
  /** Of a one-line text: what may be typed is offered. */
  options?: readonly string[];
  /** Something to think about that hinders nothing. */
  caution?: string | undefined;
}

export function TextField(props: TextProps) {
  const { path, label, hint, value, area = false, hideLabel = false, readOnly = false } = props;
  const id = fieldId(path);
  const [here, setHere] = useState(false);
  const refused = useContext(Faults).find((f) => f.where === path)?.text;
  const fault = refused ?? (value.trim() === '' && !here ? props.leftEmpty : undefined);
  const { caution } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) grow(box.current);
  }, [value]);
  useLayoutEffect(() => growOnceSeen(box.current), []);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
    ...(caution === undefined ? [] : [`${id}-caution`]),
  ];
  const shared = {
    id,
    value,
    readOnly,
    'aria-invalid': fault !== undefined,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(props.lang === undefined ? {} : { lang: props.lang }),
    onFocus: () => setHere(true),
    onBlur: () => {
      setHere(false);
      props.onBlur?.();
    },
    ...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown }),
    ...(props.onPaste === undefined ? {} : { onPaste: props.onPaste }),
  };
  return (
    <div class={`field ${props.class ?? ''} ${fault === undefined ? '' : 'field-fault'}`}>
      <label for={id} class={hideLabel ? 'visually-hidden' : ''}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {area ? (
        <textarea
          ref={box}
          rows={props.rows ?? 2}
          dir="auto"
          {...shared}
          onInput={(e) => props.onInput(e.currentTarget.value)}
        />
      ) : (
        <input
          autocomplete="off"
          {...kindOf(props)}
          {...shared}
          onInput={(e) => props.onInput(e.currentTarget.value)}
        />
      )}
      {props.options !== undefined && (
        <datalist id={`${id}-options`}>
          {props.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {caution !== undefined && (
        <p class="caution" id={`${id}-caution`}>
          {caution}
        </p>
      )}
    </div>
  );
}

function kindOf({ path, type, max, most, options }: TextProps) {
  if (type === 'date') return { type };
  // A lock's passphrase is no sign-in: a browser must neither offer the one nor keep the other.
  if (type === 'password') return { type, autocomplete: 'off' as const };
  if (type === 'own-password')
    return { type: 'password' as const, autocomplete: 'current-password' as const };
  if (type === 'new-password') return { type: 'password' as const, autocomplete: 'new-password' as const };
  if (type === 'digits') return { type: 'text' as const, inputMode: 'numeric' as const };
  if (type === 'number') return { type, min: 0, max: max ?? 0 };
  return {
    type: 'text' as const,
    ...(most === undefined ? {} : { maxLength: most }),
    ...(options === undefined ? {} : { list: `${fieldId(path)}-options` }),
  };
}

/** In a dialog that is about to open, or in something closed, a text has no height yet. */
function growOnceSeen(area: HTMLTextAreaElement | null): (() => void) | undefined {
  if (area === null || area.offsetParent !== null) return undefined;
  const watching = new ResizeObserver(() => {
    if (area.offsetParent === null) return;
    watching.disconnect();
    grow(area);
  });
  watching.observe(area);
  return () => watching.disconnect();
}

/** Gives a text area the height of its text. */
function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
