/** The themes of what is in the box, and the way to others. */
import { capMarks } from '../../../core/text.ts';
import type { Scribe } from './scribe.ts';
import { openPicker } from './themeKeys.ts';
import { say } from './words.ts';

/** @param props.all of a post-it, beside which there is no list of themes, also those that are not on it */
export function Themes({ scribe, all = false }: { scribe: Scribe; all?: boolean }) {
  const book = scribe.desk.book.value;
  const put = book.of(scribe.marks.value.themes);
  const on = all ? book.list : put;
  return (
    <div
      class={all ? 'mark-set theme-chips theme-chips-all' : 'mark-set theme-chips'}
      role="group"
      aria-label={say('themes.title')}
    >
      {on.map(({ theme, number }) => (
        <button
          type="button"
          key={theme.id}
          class="mark-button theme-chip"
          aria-pressed={put.some((one) => one.theme.id === theme.id)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => scribe.toggleTheme(theme.id)}
        >
          <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
          <bdi>{capMarks(theme.name)}</bdi> {number < 10 && <kbd aria-hidden="true">{number}</kbd>}
        </button>
      ))}
      <button
        type="button"
        class="mark-button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openPicker(scribe)}
      >
        {say('pick.open')} <kbd aria-hidden="true">t</kbd>
      </button>
    </div>
  );
}
