/** One part of the report's page, with its heading. */
import type { ComponentChildren } from 'preact';
import { say } from '../say.ts';

export const SHEETS = [
  'cover',
  'figures',
  'opening',
  'statements',
  'together',
  'talk',
  'studies',
  'follow',
  'chapters',
  'closing',
  'checklists',
  'sent',
] as const;
export type SheetName = (typeof SHEETS)[number];

/** @param props.after stands behind the hint, in the same line */
export function Sheet(props: { name: SheetName; after?: ComponentChildren; children: ComponentChildren }) {
  const { name, after, children } = props;
  return (
    <section class="part" id={name} aria-labelledby={`sheet-${name}`} tabIndex={-1}>
      <h2 id={`sheet-${name}`}>{say(`rep.${name}`)}</h2>
      <p class="hint">
        {say(`rep.${name}.hint`)} {after}
      </p>
      {children}
    </section>
  );
}
