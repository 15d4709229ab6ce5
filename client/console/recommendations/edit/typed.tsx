/** A field that saves itself: once typing rests, when it is left, and before a step is taken back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isDay } from '../../../../core/day.ts';
import type { RecommendationFields } from '../../../../core/recommendations/types.ts';
import { cleanLine, cleanText } from '../../../../core/text.ts';
import { TextField } from '../../pages/parts/fields.tsx';
import type { Desk } from '../desk.ts';
import { dayWords } from '../odd.ts';

/** How long after the last letter it is saved, in milliseconds. */
const REST_MS = 700;
/** Years are typed digit by digit, and 0002 is one on the way. */
const FIRST_YEAR = '2000-01-01';

type Text = {
  [N in keyof RecommendationFields]: RecommendationFields[N] extends string ? N : never;
}[keyof RecommendationFields];

interface Props {
  desk: Desk;
  /** Unique on the page. */
  path: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with it being empty; then the last text stays. */
  needed?: string | undefined;
  value: string;
  area?: boolean;
  save: (next: string, was: string) => void;
}

export function Typed({ desk, path, label, hint, needed, value, area = false, save }: Props) {
  const [text, setText] = useState(value);
  const clean = (words: string): string => (area ? cleanText(words) : cleanLine(words)) ?? words;
  /** What stands in the field, and what it is known to be saved as. */
  const now = useRef({ text: value, seen: value, save });
  now.current.save = save;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = (): void => {
    clearTimeout(timer.current);
    const { seen } = now.current;
    const next = clean(now.current.text);
    if (next === seen || (needed !== undefined && next === '')) return;
    now.current.seen = next;
    now.current.save(next, seen);
  };
  useEffect(() => {
    const typed = clean(now.current.text);
    // What is being typed here stays; where another window changed it too, the laptop tells.
    if (typed !== now.current.seen && typed !== value) return;
    now.current.seen = value;
    if (typed === value) return;
    now.current.text = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    const off = desk.beforeUndo(flush);
    return () => {
      flush();
      off();
    };
  }, [desk]);
  return (
    <TextField
      path={path}
      label={label}
      hint={hint}
      value={text}
      area={area}
      rows={area ? 2 : 1}
      leftEmpty={needed}
      onInput={(next) => {
        now.current.text = next;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, REST_MS);
      }}
      onBlur={flush}
    />
  );
}

interface FieldProps {
  desk: Desk;
  id: string;
  fields: RecommendationFields;
  name: Text;
  label: string;
  hint?: string | undefined;
  needed?: string | undefined;
  area?: boolean;
}

/** A text of a recommendation. */
export function Field({ desk, id, fields, name, label, ...more }: FieldProps) {
  return (
    <Typed
      desk={desk}
      path={`${id}.${name}`}
      label={label}
      value={fields[name]}
      save={(next, was) => desk.perform([{ key: id, was: { [name]: was }, set: { [name]: next } }])}
      {...more}
    />
  );
}

/** A day of a recommendation, or none. */
export function Day({ desk, id, fields, name, label, hint }: FieldProps) {
  const value = fields[name];
  return (
    <TextField
      path={`${id}.${name}`}
      type="date"
      class="rec-day"
      label={label}
      hint={hint}
      caution={dayWords(name, fields, desk.page.value?.today ?? value)}
      value={value}
      onInput={(next) => {
        if (next === value || (next !== '' && (!isDay(next) || next < FIRST_YEAR))) return;
        desk.perform([{ key: id, was: { [name]: value }, set: { [name]: next } }]);
      }}
    />
  );
}
