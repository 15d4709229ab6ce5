/** One part of the editor's page, with its heading. */
import type { ComponentChildren } from 'preact';
import { say } from '../say.ts';

export const PARTS = [
  'statements',
  'groups',
  'scale',
  'rules',
  'about',
  'words',
  'rights',
  'sessions',
] as const;
export type PartName = (typeof PARTS)[number];

const HINTS = {
  statements: 'st.hint',
  groups: 'group.hint',
  scale: 'scale.hint',
  rules: null,
  about: 'about.hint',
  words: 'words.hint',
  rights: 'rights.hint',
  sessions: 'ses.hint',
} as const;

export function Part({ name, children }: { name: PartName; children: ComponentChildren }) {
  const hint = HINTS[name];
  return (
    <section class={`part part-${name}`} id={name} aria-labelledby={`part-${name}`} tabIndex={-1}>
      <h2 id={`part-${name}`}>{say(`part.${name}`)}</h2>
      {hint !== null && <p class="hint">{say(hint)}</p>}
      {children}
    </section>
  );
}
