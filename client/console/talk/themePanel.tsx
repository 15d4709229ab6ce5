/** The codebook beside the points: each theme with its number, its count, and whether it is on what is in the box. */
import { capMarks } from '../../../core/text.ts';
import { useMemo, useState } from 'preact/hooks';
import type { Theme } from '../../../core/talk/types.ts';
import type { Scribe } from './scribe.ts';
import { ThemeDialog } from './themeDialog.tsx';
import { Twins } from './twins.tsx';
import { say } from './words.ts';

export function ThemePanel({ scribe }: { scribe: Scribe }) {
  const { desk } = scribe;
  const [open, setOpen] = useState<Theme | 'new' | null>(null);
  const book = desk.book.value;
  const on = new Set(book.of(scribe.marks.value.themes).map(({ theme }) => theme.id));
  const [points, codings] = [desk.points.value, desk.codings.value];
  const counts = useMemo(() => {
    const all = new Map<string, number>();
    for (const themes of [...points.map((p) => p.themes), ...codings.values()])
      for (const { theme } of book.of(themes)) all.set(theme.id, (all.get(theme.id) ?? 0) + 1);
    return all;
  }, [points, codings, book]);
  return (
    <section class="theme-panel" aria-label={say('themes.title')}>
      <p class="theme-panel-head">
        <strong>{say('themes.title')}</strong>
        <button type="button" class="button small" onClick={() => setOpen('new')}>
          {say('themes.add')}
        </button>
      </p>
      <Twins desk={desk} />
      {book.list.length === 0 && <p class="soft">{say('themes.none')}</p>}
      <ul class="theme-list" tabIndex={0} aria-label={say('themes.title')}>
        {book.list.map(({ theme, number, depth }) => (
          <li key={theme.id} style={{ paddingInlineStart: `${Math.min(depth, 4) * 14}px` }}>
            <button
              type="button"
              class="theme-put"
              aria-pressed={on.has(theme.id)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => scribe.toggleTheme(theme.id)}
            >
              <span class="theme-number">{number}</span>
              <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
              <bdi>{capMarks(theme.name)}</bdi>
              <span class="theme-count">{counts.get(theme.id) ?? ''}</span>
            </button>
            <button
              type="button"
              class="theme-edit"
              aria-label={say('themes.edit', { name: theme.name })}
              onClick={() => setOpen(theme)}
            >
              <span aria-hidden="true">…</span>
            </button>
          </li>
        ))}
      </ul>
      {book.list.length > 0 && <p class="soft theme-hint">{say('themes.hint')}</p>}
      {open !== null && (
        <ThemeDialog desk={desk} theme={open === 'new' ? null : open} close={() => setOpen(null)} />
      )}
    </section>
  );
}
