/** A column of a file, and the kinds of columns there are. */
export interface Column {
  name: string;
  /** What it holds, for the codebook. */
  label: string;
  type: 'id' | 'text' | 'integer' | 'date' | 'code';
  /** Identifies a row, alone or with the others that are marked. */
  key?: true;
  /** Words a person typed: only these are made safe in the files for Excel. */
  free?: true;
  /** The values of a code and what they mean. */
  values?: Readonly<Record<string, string>>;
}

export const YES_NO = { '1': 'yes', '0': 'no' } as const;
export const id = (name: string, label: string): Column => ({ name, label, type: 'id' });
export const text = (name: string, label: string): Column => ({ name, label, type: 'text' });
export const integer = (name: string, label: string): Column => ({ name, label, type: 'integer' });
export const free = (name: string, label: string): Column => ({ name, label, type: 'text', free: true });
export const code = (name: string, label: string, values: Readonly<Record<string, string>>): Column => ({
  name,
  label,
  type: 'code',
  values,
});

/** Marks of points and passages. */
export const stance = code('stance', 'What kind of point it is; empty: not marked', {
  agree: 'agrees',
  disagree: 'disagrees',
  idea: 'an idea',
  experience: 'an experience',
});
export const outcome = code('outcome', 'What it says about how things went; empty: not marked', {
  worked: 'worked well',
  absent: 'did not happen',
  change: 'should change',
});
export const themeIds = text('theme_ids', 'Themes it is under, as in themes; joined by +; empty: none');
export const themeNames = free('theme_names', 'Names of these themes, joined by +');
