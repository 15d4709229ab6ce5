/** Looking a theme up by its name or number, or making one, without leaving the point. */
import { capMarks, codePoints } from '../../../core/text.ts';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import type { Placed } from '../../../core/talk/themes.ts';
import { findThemes } from './findThemes.ts';
import type { Scribe } from './scribe.ts';
import { beforeHidden } from './typed.ts';
import { say } from './words.ts';

/** What themes are picked for: a point, or a passage of a text. */
export type Picks = Pick<Scribe, 'picking' | 'sought' | 'toggleTheme' | 'newTheme'> & {
  readonly desk: Pick<Scribe['desk'], 'book'>;
};

/** That there is room for no theme more, beside where they are chosen. */
export function Full({ of }: { of: Pick<Scribe, 'full'> }) {
  const { value } = of.full;
  return value === '' ? null : (
    <p class="bad" role="alert">
      {value}
    </p>
  );
}

/** @param props.back leads to where somebody was */
export function ThemePicker({ scribe, back }: { scribe: Picks; back: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => scribe.sought.peek() ?? '');
  const [at, setAt] = useState(0);
  const [hidden, setHidden] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    // A button may be gone by then; the text is always there, with its caret where it was.
    opener.current =
      activeElement instanceof HTMLElement && !(activeElement instanceof HTMLButtonElement)
        ? activeElement
        : null;
    input.current?.focus();
  }, []);
  const sought = scribe.sought.value;
  // Also where it is open already and the focus was taken elsewhere: a digit must not be lost on the way.
  useLayoutEffect(() => {
    if (sought === null) return;
    if (sought !== '') {
      setTyped(sought);
      setAt(0);
    }
    input.current?.focus();
    // The next one begins empty.
    scribe.sought.value = null;
  }, [sought]);
  const end = (): void => {
    scribe.picking.value = 'none';
    if (opener.current?.isConnected === true && opener.current !== document.body) opener.current.focus();
    else back();
  };
  const { first, rest, isNew } = findThemes(scribe.desk.book.value.list, typed);
  const standing = ({ theme, number }: Placed) => ({
    key: theme.id,
    theme,
    number,
    choose: () => {
      scribe.toggleTheme(theme.id);
      end();
    },
  });
  const fresh = {
    key: 'new',
    theme: null,
    number: 0,
    choose: () => {
      const before = beforeHidden(typed);
      // The field stays, with what is to be mended in it.
      if (before !== null) return setHidden(before);
      const id = scribe.newTheme(typed);
      if (id !== '') scribe.toggleTheme(id);
      end();
    },
  };
  // What Enter takes is never a new theme where one begins as it was typed, nor one that merely has it in a word.
  const over = Math.max(0, codePoints(typed.trim()) - LIMITS.label);
  const made = isNew && over === 0 ? [fresh] : [];
  const options =
    first.length > 0
      ? [...first.map(standing), ...rest.map(standing), ...made]
      : [...made, ...rest.map(standing)];
  const chosen = Math.min(at, options.length - 1);
  return (
    <div class="theme-picker">
      <label>
        <span>{say('pick.title')}</span>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? 'theme-options' : undefined}
          aria-activedescendant={chosen >= 0 ? `theme-option-${chosen}` : undefined}
          autocomplete="off"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setHidden(null);
            setAt(0);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.isComposing) return;
            if (event.key === 'ArrowDown') setAt(Math.min(options.length - 1, chosen + 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
            else if (event.key === 'Enter') {
              // What is too long for a name is not thrown away.
              if (chosen >= 0) options[chosen]?.choose();
              else if (over === 0) end();
            } else if (event.key === 'Escape') end();
            else return;
            event.preventDefault();
          }}
        />
      </label>
      {hidden !== null && (
        <p class="bad" role="alert">
          {say('box.hidden', { before: hidden })}
        </p>
      )}
      {options.length > 0 && (
        <div id="theme-options" role="listbox" aria-label={say('themes.title')}>
          {options.map(({ key, theme, number, choose }, i) => (
            // Keys are taken by the field, which keeps the focus.
            <div
              key={key}
              id={`theme-option-${i}`}
              role="option"
              class="theme-option"
              aria-selected={i === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={choose}
            >
              {theme === null ? (
                say('pick.new', { name: typed.trim() })
              ) : (
                <>
                  <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
                  <bdi>{capMarks(theme.name)}</bdi> <span class="soft">{number}</span>
                </>
              )}
            </div>
          ))}
        </div>
      )}
      {over > 0 && (
        <p class="bad" role="alert">
          {say('pick.over', { n: over, most: LIMITS.label })}
        </p>
      )}
      {options.length === 0 && over === 0 && <p class="soft">{say('pick.none')}</p>}
    </div>
  );
}
