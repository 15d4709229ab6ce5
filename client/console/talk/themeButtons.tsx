/** The themes as buttons, each with the number by which a key puts something under it. */
import type { Placed } from '../../../core/talk/themes.ts';
import { capMarks } from '../../../core/text.ts';

export function ThemeButtons(props: {
  label: string;
  list: readonly Placed[];
  /** Ids of those under which it is. */
  on: ReadonlySet<string>;
  off: boolean;
  toggle: (id: string) => void;
}) {
  const { label, list, on, off, toggle } = props;
  return (
    <ul class="theme-list" tabIndex={0} aria-label={label}>
      {list.map(({ theme, number, depth }) => (
        <li key={theme.id} style={{ paddingInlineStart: `${Math.min(depth, 4) * 14}px` }}>
          <button
            type="button"
            class="theme-put"
            aria-pressed={on.has(theme.id)}
            disabled={off}
            title={theme.description === '' ? undefined : theme.description}
            // The keys go on where they were.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => toggle(theme.id)}
          >
            <span class="theme-number">{number}</span>
            <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
            <bdi>{capMarks(theme.name)}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
