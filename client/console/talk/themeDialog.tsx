/** One theme: its name, what belongs under it, where it stands; merged into another, split, removed. */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { cleanLine, cleanText, codePoints } from '../../../core/text.ts';
import { inOrder } from '../../../core/talk/themes.ts';
import { COLOURS, NEW_THEME, type Theme, type ThemeFields } from '../../../core/talk/types.ts';
import { Dialog } from '../live/dialog.tsx';
import { newEntryId } from '../slips/ask.ts';
import type { TalkDesk } from './desk.ts';
import { SplitTheme } from './splitTheme.tsx';
import { say } from './words.ts';

/** @param props.theme null: a new one */
export function ThemeDialog(props: { desk: TalkDesk; theme: Theme | null; close: () => void }) {
  const { desk, theme, close } = props;
  const book = desk.book.value;
  const [name, setName] = useState(theme?.name ?? '');
  const [description, setDescription] = useState(theme?.description ?? '');
  const [colour, setColour] = useState(theme?.colour ?? COLOURS[book.list.length % COLOURS.length] ?? 'leaf');
  const [parent, setParent] = useState(theme === null ? '' : (book.get(theme.id)?.above[0] ?? ''));
  const [target, setTarget] = useState('');
  const [wrong, setWrong] = useState('');
  const [splitting, setSplitting] = useState(false);
  const edit = (one: Theme, set: Partial<ThemeFields>): void => {
    const fields = Object.keys(set) as (keyof ThemeFields)[];
    const changed = fields.filter((field) => one[field] !== set[field]);
    if (changed.length === 0) return;
    const pick = (from: Partial<ThemeFields>): Partial<ThemeFields> =>
      Object.fromEntries(changed.map((field) => [field, from[field]]));
    desk.perform([{ of: 'theme', key: one.id, was: pick(one), set: pick(set) }]);
  };
  const save = (): void => {
    const clean = cleanLine(name) ?? '';
    if (clean === '') return setWrong(say('theme.name.empty'));
    if (codePoints(clean) > LIMITS.label) return setWrong(say('theme.name.long', { n: LIMITS.label }));
    const set = { name: clean, description: cleanText(description) ?? '', colour, parent };
    if (theme !== null) edit(theme, set);
    else {
      const order = Math.max(0, ...book.list.map((one) => one.theme.order)) + 1;
      desk.perform([{ of: 'theme', key: newEntryId(), was: null, set: { ...NEW_THEME, ...set, order } }]);
    }
    close();
  };
  // Not itself, nor what is under it.
  const others = book.list.filter(
    (one) => one.theme.id !== theme?.id && !(theme !== null && one.above.includes(theme.id)),
  );
  return (
    <Dialog title={theme === null ? say('theme.new') : say('theme.change')} asks close={close}>
      <form
        class="form theme-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label class="field">
          <span>{say('theme.name')}</span>
          <input
            type="text"
            dir="auto"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {wrong !== '' && (
          <p class="bad" role="alert">
            {wrong}
          </p>
        )}
        <label class="field">
          <span>{say('theme.description')}</span>
          <textarea
            rows={3}
            dir="auto"
            maxLength={LIMITS.themeDescription}
            value={description}
            onInput={(event) => setDescription(event.currentTarget.value)}
          />
        </label>
        <fieldset class="theme-colours">
          <legend>{say('theme.colour')}</legend>
          {COLOURS.map((one) => (
            <label key={one}>
              <input type="radio" name="colour" checked={colour === one} onChange={() => setColour(one)} />
              <i class={`theme-dot theme-${one}`} aria-hidden="true" />
              {say(`colour.${one}`)}
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span>{say('theme.under')}</span>
          <select class="select" value={parent} onChange={(event) => setParent(event.currentTarget.value)}>
            <option value="">{say('theme.under.none')}</option>
            {others.map((one) => (
              <option key={one.theme.id} value={one.theme.id}>
                {`${'\u2003'.repeat(one.depth)}${one.theme.name}`}
              </option>
            ))}
          </select>
        </label>
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={close}>
            {say('theme.cancel')}
          </button>
          <button type="submit" class="button button-main">
            {say('theme.save')}
          </button>
        </div>
      </form>
      {theme !== null && (
        <div class="theme-more">
          <p class="theme-acts">
            <Move desk={desk} theme={theme} by={-1} />
            <Move desk={desk} theme={theme} by={1} />
            <button
              type="button"
              class="button"
              aria-expanded={splitting}
              onClick={() => setSplitting(!splitting)}
            >
              {say('theme.split')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                desk.perform([{ of: 'theme', key: theme.id, was: {}, set: null }]);
                close();
              }}
            >
              {say('theme.remove')}
            </button>
          </p>
          <p class="soft">{say('theme.remove.text')}</p>
          {splitting && <SplitTheme desk={desk} theme={theme} done={close} />}
          {others.length > 0 && (
            <div class="theme-merge">
              <label class="field">
                <span>{say('theme.merge.into')}</span>
                <select
                  class="select"
                  value={target}
                  onChange={(event) => setTarget(event.currentTarget.value)}
                >
                  <option value="" />
                  {others.map((one) => (
                    <option key={one.theme.id} value={one.theme.id}>
                      {one.theme.name}
                    </option>
                  ))}
                </select>
              </label>
              <button
                type="button"
                class="button"
                disabled={target === ''}
                onClick={() => {
                  edit(theme, { into: target });
                  close();
                }}
              >
                {say('theme.merge.do')}
              </button>
              <p class="soft">{say('theme.merge.text')}</p>
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** Changes places with the neighbour before or after it. */
function Move({ desk, theme, by }: { desk: TalkDesk; theme: Theme; by: -1 | 1 }) {
  const book = desk.book.value;
  const under = book.get(theme.id)?.above[0] ?? '';
  const row = book.list
    .filter(({ above }) => (above[0] ?? '') === under)
    .map((one) => one.theme)
    .toSorted(inOrder);
  const at = row.findIndex((one) => one.id === theme.id);
  const other = row[at + by];
  const move = (): void => {
    if (other === undefined) return;
    const next = [...row];
    [next[at], next[at + by]] = [other, theme];
    // All of the row in their places, since two devices may have given two of them the same one.
    desk.perform(
      next.flatMap((one, i) =>
        row[i] === one && one.order === i + 1
          ? []
          : [{ of: 'theme' as const, key: one.id, was: { order: one.order }, set: { order: i + 1 } }],
      ),
    );
  };
  return (
    <button type="button" class="button" disabled={other === undefined} onClick={move}>
      {say(by < 0 ? 'theme.up' : 'theme.down')}
    </button>
  );
}
