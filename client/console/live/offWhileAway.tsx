/** Buttons that need the laptop look as they are while it is away; what a page does by itself stays outside. */
import type { ComponentChildren } from 'preact';
import type { Desk } from './desk.ts';

export function OffWhileAway({ desk, children }: { desk: Desk; children: ComponentChildren }) {
  return (
    <fieldset class="off-while-away" role="none" disabled={desk.link.state.value === 'away'}>
      {children}
    </fieldset>
  );
}
