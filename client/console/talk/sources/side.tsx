/** Beside the text: what is selected or open, the themes to put it under, and all passages. */
import { useState } from 'preact/hooks';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { passageEvidence } from '../../../../core/recommendations/rests.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import { wordsAt } from '../../../../core/talk/positions.ts';
import { isLost, isTeams, type Passage } from '../../../../core/talk/sources.ts';
import { OUTCOMES, STANCES } from '../../../../core/talk/types.ts';
import { capMarks } from '../../../../core/text.ts';
import { Resting } from '../../recommendations/rests.tsx';
import { ThemeButtons } from '../themeButtons.tsx';
import { Full, ThemePicker } from '../themePicker.tsx';
import { begin, say } from '../words.ts';
import type { TextCoder } from './coder.ts';
import { Note } from './note.tsx';
import { sayText } from './words.ts';

interface Props {
  coder: TextCoder;
  about: TalkAbout;
  /** Recommendations of the consultation. */
  asks: readonly Recommendation[];
}

export function Side({ coder, about, asks }: Props) {
  const [shown, setShown] = useState<'themes' | 'passages'>('themes');
  const lost = coder.passages.value.filter(isLost).length;
  // A key can ask for the field for themes from either list.
  const list = coder.picking.value === 'theme' ? 'themes' : shown;
  return (
    <aside class="source-side">
      <Now coder={coder} about={about} asks={asks} />
      <div class="scribe-tabs" role="group" aria-label={sayText('views')}>
        {(['themes', 'passages'] as const).map((one) => (
          <button
            type="button"
            key={one}
            class="scribe-tab"
            aria-pressed={list === one}
            // What is selected stays selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              coder.picking.value = 'none';
              setShown(one);
            }}
          >
            {sayText(`side.${one}`)}{' '}
            {one === 'passages' && <span class="soft">{coder.passages.value.length}</span>}
            {one === 'passages' && lost > 0 && <strong class="source-lost-mark"> !</strong>}
          </button>
        ))}
      </div>
      {list === 'themes' ? <Themes coder={coder} /> : <Passages coder={coder} />}
    </aside>
  );
}

function Now({ coder, about, asks }: Props) {
  const text = coder.source.value?.text ?? '';
  const range = coder.selected.value;
  const open = coder.passage.value;
  if (open !== undefined)
    return <Open key={open.id} coder={coder} about={about} asks={asks} passage={open} text={text} />;
  return (
    <section class="source-now" aria-label={sayText('sel.words')}>
      {range === null ? (
        <p class="soft">{sayText('sel.none')}</p>
      ) : (
        <>
          <p class="source-now-head">
            <strong>{sayText('sel.words')}</strong>
          </p>
          <blockquote dir="auto">{begin(wordsAt(text, range), 160)}</blockquote>
        </>
      )}
    </section>
  );
}

function Open({ coder, about, asks, passage, text }: Props & { passage: Passage; text: string }) {
  const lost = isLost(passage);
  const own = passage.coder === coder.as.value;
  const off = coder.source.value?.mayUse !== true || !own;
  return (
    <section class="source-now source-now-open" aria-label={sayText('passage.open')}>
      <p class="source-now-head">
        <strong>{sayText('passage.open')}</strong>
        {!own && <span class="soft">{sayText(`coder.${passage.coder}`)}</span>}
        {own && (
          <button type="button" class="button small" onClick={() => coder.remove(passage)}>
            {sayText('passage.remove')}
          </button>
        )}
        <button
          type="button"
          class="button small"
          onClick={() => {
            coder.open.value = '';
          }}
        >
          {sayText('passage.done')}
        </button>
      </p>
      {lost ? (
        <>
          <p class="source-lost">{sayText('passage.lost')}</p>
          {own && coder.selected.value !== null && (
            <button type="button" class="button small" onClick={() => coder.place(passage)}>
              {sayText('passage.replace')}
            </button>
          )}
        </>
      ) : (
        <blockquote dir="auto">{begin(wordsAt(text, passage), 160)}</blockquote>
      )}
      <div class="source-marks">
        <label>
          <span class="visually-hidden">{say('stance')}</span>
          <select
            class="select"
            disabled={off}
            value={passage.stance}
            onChange={(event) =>
              coder.edit(passage, { stance: event.currentTarget.value as Passage['stance'] })
            }
          >
            <option value="">{say('stance')}</option>
            {STANCES.map((one) => (
              <option key={one} value={one}>
                {say(`stance.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="visually-hidden">{say('outcome')}</span>
          <select
            class="select"
            disabled={off}
            value={passage.outcome}
            onChange={(event) =>
              coder.edit(passage, { outcome: event.currentTarget.value as Passage['outcome'] })
            }
          >
            <option value="">{say('outcome')}</option>
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {say(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Note coder={coder} passage={passage} off={off} />
      {!lost && isTeams(passage) && coder.source.value?.mayUse === true && (
        <Resting
          consultation={about.consultation}
          all={asks}
          keys={[passageEvidence(passage.id)]}
          text={wordsAt(text, passage)}
        />
      )}
    </section>
  );
}

function Themes({ coder }: { coder: TextCoder }) {
  const { list } = coder.desk.book.value;
  const open = coder.passage.value;
  const range = coder.selected.value;
  // Read so that it is drawn anew as passages change.
  const on = new Set(
    coder.passages.value.length >= 0
      ? coder.desk.book.value.of(coder.themes()).map((one) => one.theme.id)
      : [],
  );
  const nothing = open === undefined ? range === null : open.coder !== coder.as.value;
  const off = coder.source.value?.mayUse !== true || nothing;
  return (
    <section class="theme-panel" aria-label={sayText('side.themes')}>
      {coder.picking.value === 'theme' && (
        <ThemePicker
          scribe={coder}
          back={() => document.querySelector<HTMLElement>('.reader')?.focus({ preventScroll: true })}
        />
      )}
      {coder.picking.value === 'none' && (
        <p>
          <button
            type="button"
            class="button small source-pick"
            disabled={off}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              coder.picking.value = 'theme';
            }}
          >
            {say('pick.open')} <kbd aria-hidden="true">t</kbd>
          </button>
        </p>
      )}
      <Full of={coder} />
      {list.length > 0 && (
        <ThemeButtons
          label={sayText('side.themes')}
          list={list}
          on={on}
          off={off}
          toggle={(id) => coder.toggleTheme(id)}
        />
      )}
    </section>
  );
}

function Passages({ coder }: { coder: TextCoder }) {
  const text = coder.source.value?.text ?? '';
  const book = coder.desk.book.value;
  const passages = coder.passages.value;
  return (
    <ol class="source-passages" tabIndex={0} aria-label={sayText('side.passages')}>
      {passages.length === 0 && <li class="soft">{sayText('passage.none')}</li>}
      {passages.map((one) => {
        const themes = book.of(one.themes);
        return (
          <li key={one.id} aria-current={coder.open.value === one.id ? 'true' : undefined}>
            <button
              type="button"
              class="point-text"
              dir="auto"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                coder.open.value = one.id;
              }}
            >
              {isLost(one) ? (
                <strong class="source-lost-mark">{sayText('passage.lost.title')}</strong>
              ) : (
                begin(wordsAt(text, one), 90)
              )}
            </button>
            <div class="point-marks">
              {coder.both.value && <span>{sayText(`coder.${one.coder}`)}</span>}
              {themes.length === 0 && <span>{sayText('passage.unthemed')}</span>}
              {themes.map(({ theme }) => (
                <span key={theme.id} class="point-theme">
                  <i class={`theme-dot theme-${theme.colour}`} aria-hidden="true" />
                  <bdi>{capMarks(theme.name)}</bdi>
                </span>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
