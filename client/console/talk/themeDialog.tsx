/** One theme: its name, what belongs under it, where it stands; merged into another, split, removed. */
import { capMarks } from '../../../core/text.ts';
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { codePoints } from '../../../core/text.ts';
import { inOrder } from '../../../core/talk/themes.ts';
import { COLOURS, NEW_THEME, type Theme, type ThemeFields } from '../../../core/talk/types.ts';
import { useLeaving } from '../leaving.tsx';
import { Dialog } from '../live/dialog.tsx';
import { newEntryId } from '../slips/ask.ts';
import type { TalkDesk } from './desk.ts';
import { fieldsOf } from './mirror.ts';
import { nextOrder, themeCalled } from './newTheme.ts';
import { SplitTheme } from './splitTheme.tsx';
import { Leaving } from './themeLeaving.tsx';
import { beforeHidden, typedLine, typedText } from './typed.ts';
import { say } from './words.ts';

/** @param props.theme null: a new one */
export function ThemeDialog(props: { desk: TalkDesk; theme: Theme | null; close: () => void }) {
  const { desk, close } = props;
  // As it was opened: what another device changes meanwhile is not taken for what was seen here.
  const [theme] = useState(props.theme);
  const book = desk.book.value;
  const [name, setName] = useState(theme?.name ?? '');
  const [description, setDescription] = useState(theme?.description ?? '');
  const [colour, setColour] = useState(theme?.colour ?? COLOURS[book.list.length % COLOURS.length] ?? 'leaf');
  const [under] = useState(theme === null ? '' : (book.get(theme.id)?.above[0] ?? ''));
  const [parent, setParent] = useState(under);
  const [target, setTarget] = useState('');
  const [wrong, setWrong] = useState('');
  const [splitting, setSplitting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  /** What is named and ticked of a split, which saving the theme would not carry out. */
  const [parted, setParted] = useState(false);
  const typed =
    name !== (theme?.name ?? '') ||
    description !== (theme?.description ?? '') ||
    parent !== under ||
    (theme !== null && colour !== theme.colour);
  /** @returns what was changed */
  const edit = (one: Theme, set: Partial<ThemeFields>): Partial<ThemeFields> => {
    const fields = Object.keys(set) as (keyof ThemeFields)[];
    const changed = fields.filter((field) => one[field] !== set[field]);
    const pick = (from: Partial<ThemeFields>): Partial<ThemeFields> =>
      Object.fromEntries(changed.map((field) => [field, from[field]]));
    if (changed.length > 0) desk.perform([{ of: 'theme', key: one.id, was: pick(one), set: pick(set) }]);
    return pick(set);
  };
  /**
   * @param next what comes of the theme after it: one that goes may have the name of one that stays
   * @returns what was saved of a theme that was there; null: not all that was typed, and it says what is wrong
   */
  const keep = (next: 'stays' | 'merged' | 'removed' = 'stays'): Partial<ThemeFields> | null => {
    const [line, text] = [typedLine(name), typedText(description)];
    if (line === null || text === null) {
      setWrong(say('box.hidden', { before: beforeHidden(line === null ? name : description) ?? '' }));
      return null;
    }
    const long = codePoints(line) > LIMITS.label;
    if (line === '' || long) {
      setWrong(long ? say('theme.name.long', { n: LIMITS.label }) : say('theme.name.empty'));
      return null;
    }
    // One that has this name already keeps it: two laptops may have made both.
    const other = line === theme?.name ? undefined : themeCalled(desk, line);
    const taken = other !== undefined && other.id !== theme?.id;
    if (taken && next === 'stays') {
      setWrong(say('theme.name.taken'));
      return null;
    }
    // It may be shown under another one than it was put under, which was merged or removed: that stays as it is.
    const moved = theme !== null && parent === under ? theme.parent : parent;
    // Merged into the one that has the name, as it is told to be: parted again, each has its own.
    const called = taken && next === 'merged' && theme !== null ? theme.name : line;
    const set = { name: called, description: text, colour, parent: moved };
    if (theme !== null) return edit(theme, set);
    const order = nextOrder(book.list.map((one) => one.theme));
    desk.perform([{ of: 'theme', key: newEntryId(), was: null, set: { ...NEW_THEME, ...set, order } }]);
    return {};
  };
  const save = (): void => {
    setLeaving(false);
    if (keep() !== null) close();
  };
  const { leave: ask, askBefore, unask, question } = useLeaving(typed || parted, close);
  const leave = (): void => {
    if (typed && !parted) setLeaving(true);
    else ask();
  };
  const begun = (is: boolean): void => {
    setParted(is);
    if (is) setLeaving(false);
    else unask();
  };
  /** What was typed is saved as a step of its own, so that undoing the other one leaves it. */
  const afterTyped = (act: (saved: Partial<ThemeFields>) => void, next?: 'merged' | 'removed'): void => {
    const saved = typed ? keep(next) : {};
    if (saved === null) return;
    act(saved);
    close();
  };
  /** Neither saving nor merging nor removing carries out a split that was begun. */
  const unlessParted = (act: () => void): void => {
    if (!parted) return act();
    // What it is about is in sight.
    setSplitting(true);
    askBefore(act, {
      unsaved: say('theme.split.begun'),
      drop: say('theme.split.drop'),
      stay: say('theme.split.stay'),
    });
  };
  /** As it was opened, with what was saved here since: what another device has written meanwhile stays. */
  const remove = (one: Theme, saved: Partial<ThemeFields>): void => {
    const there = desk.book.peek().list.some((other) => other.theme.id === one.id);
    const was = { ...fieldsOf(one), ...saved };
    if (there) desk.perform([{ of: 'theme', key: one.id, was, set: null }]);
  };
  // Not itself, nor what is under it.
  const others = book.list.filter(
    (one) => one.theme.id !== theme?.id && !(theme !== null && one.above.includes(theme.id)),
  );
  return (
    <Dialog
      title={theme === null ? say('theme.new') : say('theme.change')}
      asks
      holds={typed || parted}
      close={leave}
    >
      <form
        class="form theme-form"
        // Whoever goes on typing has not left, and what was asked was about what stood here then.
        onInput={() => {
          setLeaving(false);
          unask();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          unlessParted(save);
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
                {`${'\u2003'.repeat(one.depth)}${capMarks(one.theme.name)}`}
              </option>
            ))}
          </select>
        </label>
        {!leaving && (
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={leave}>
              {say('theme.cancel')}
            </button>
            <button type="submit" class="button button-main">
              {say('theme.save')}
            </button>
          </div>
        )}
      </form>
      {leaving && !parted && <Leaving save={save} drop={close} />}
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
              onClick={() => unlessParted(() => afterTyped((saved) => remove(theme, saved), 'removed'))}
            >
              {say('theme.remove')}
            </button>
          </p>
          <p class="soft">{say('theme.remove.text')}</p>
          {(splitting || parted) && (
            <div hidden={!splitting}>
              <SplitTheme desk={desk} theme={theme} begun={begun} done={(act) => afterTyped(act)} />
            </div>
          )}
          {others.length > 0 && (
            <div class="theme-merge">
              <label class="field">
                <span>{say('theme.merge.into')}</span>
                <select
                  class="select"
                  value={target}
                  onChange={(event) => {
                    unask();
                    setTarget(event.currentTarget.value);
                  }}
                >
                  <option value="" />
                  {others.map((one) => (
                    <option key={one.theme.id} value={one.theme.id}>
                      {capMarks(one.theme.name)}
                    </option>
                  ))}
                </select>
              </label>
              <button
                type="button"
                class="button"
                disabled={target === ''}
                onClick={() =>
                  unlessParted(() => afterTyped(() => void edit(theme, { into: target }), 'merged'))
                }
              >
                {say('theme.merge.do')}
              </button>
              <p class="soft">{say('theme.merge.text')}</p>
            </div>
          )}
        </div>
      )}
      {question}
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
    const own = row[at];
    if (other === undefined || own === undefined) return;
    const next = [...row];
    [next[at], next[at + by]] = [other, own];
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
