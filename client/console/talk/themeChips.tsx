/** The themes of what is in the box, and the way to others. */
import type { Scribe } from './scribe.ts';
import { say } from './words.ts';

export function Themes({ scribe }: { scribe: Scribe }) {
  const on = scribe.desk.book.value.of(scribe.marks.value.themes);
  return (
    <div class="mark-set theme-chips" role="group" aria-label={say('themes.title')}>
      {on.map(({ theme, number }) => (
        <button
          type="button"
          key={theme.id}
          class="mark-button theme-chip"
          aria-pressed="true"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => scribe.toggleTheme(theme.id)}
        >
          <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
          <bdi>{theme.name}</bdi> {number < 10 && <kbd aria-hidden="true">{number}</kbd>}
        </button>
      ))}
      <button
        type="button"
        class="mark-button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          scribe.picking.value = 'theme';
        }}
      >
        {say('pick.open')} <kbd aria-hidden="true">t</kbd>
      </button>
    </div>
  );
}
