/** A part of what is under a theme goes to a new one. */
import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { NEW_THEME, COLOURS, type Theme } from '../../../core/talk/types.ts';
import { newEntryId } from '../slips/ask.ts';
import type { TalkDesk } from './desk.ts';
import { nextOrder, themeCalled } from './newTheme.ts';
import { partsOf } from './splitParts.ts';
import { typedLine } from './typed.ts';
import { begin, say } from './words.ts';

/** It opens below what a small screen shows of the dialog. */
function intoView(opened: HTMLElement | null): void {
  opened?.scrollIntoView({ block: 'nearest' });
}

/**
 * @param props.begun told whether something is named or ticked
 * @param props.done carries out what is chosen here, and is through
 */
export function SplitTheme({
  desk,
  theme,
  begun,
  done,
}: {
  desk: TalkDesk;
  theme: Theme;
  begun: (is: boolean) => void;
  done: (act: () => void) => void;
}) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isBegun = name.trim() !== '' || chosen.size > 0;
  useEffect(() => begun(isBegun), [isBegun]);
  const parts = partsOf(desk, theme);
  if (parts.length === 0) return <p ref={intoView}>{say('theme.split.none')}</p>;
  const clean = typedLine(name) ?? '';
  const taken = clean !== '' && themeCalled(desk, clean) !== undefined;
  const split = (): void => {
    const { list } = desk.book.peek();
    const key = newEntryId();
    const order = nextOrder(list.map((one) => one.theme));
    const colour = COLOURS[list.length % COLOURS.length] ?? 'leaf';
    desk.perform([
      {
        of: 'theme',
        key,
        was: null,
        set: { ...NEW_THEME, name: clean, colour, order, parent: theme.parent },
      },
      ...parts.filter((part) => chosen.has(part.key)).map((part) => part.move(key)),
    ]);
  };
  return (
    <form
      ref={intoView}
      class="theme-split"
      onSubmit={(event) => {
        event.preventDefault();
        if (clean !== '' && !taken && chosen.size > 0) done(split);
      }}
    >
      <p>{say('theme.split.text')}</p>
      <ul>
        {parts.map(({ key, text, from }) => (
          <li key={key}>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.has(key)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.currentTarget.checked) next.add(key);
                  else next.delete(key);
                  setChosen(next);
                }}
              />
              <span>
                <span dir="auto">{begin(text, 160)}</span>
                {from !== '' && (
                  <span class="hint" dir="auto">
                    {begin(from, 80)}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <label class="field">
        <span>{say('theme.split.name')}</span>
        <input
          type="text"
          dir="auto"
          maxLength={LIMITS.label}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {taken && (
        <p class="bad" role="alert">
          {say('theme.name.taken')}
        </p>
      )}
      <button type="submit" class="button" disabled={clean === '' || taken || chosen.size === 0}>
        {say('theme.split.do', { n: chosen.size })}
      </button>
    </form>
  );
}
