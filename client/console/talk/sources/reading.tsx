/** One text: read, selected in, put under themes. */
import { UndoRedo } from '../../undoRedo.tsx';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { capMarks } from '../../../../core/text.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { movedPassages } from '../../../../core/talk/passages.ts';
import { wordsAt } from '../../../../core/talk/positions.ts';
import {
  CODERS,
  isLost,
  type Coder,
  type SourceFields,
  type TextSource,
} from '../../../../core/talk/sources.ts';
import { Dialog } from '../../live/dialog.tsx';
import { useHeld } from '../../useUnsaved.ts';
import type { TalkDesk, Wanted } from '../desk.ts';
import type { Kept } from '../kept.ts';
import { passageFields } from '../mirror.ts';
import { Saved } from '../page.tsx';
import { Troubles } from '../troubles.tsx';
import { makeCoder, type TextCoder } from './coder.ts';
import { factsOf } from './list.tsx';
import { Reader } from './reader.tsx';
import { Side } from './side.tsx';
import { SourceDialog } from './sourceDialog.tsx';
import { sayText } from './words.ts';

interface Props {
  desk: TalkDesk;
  kept: Kept;
  about: TalkAbout;
  /** Recommendations of the consultation. */
  asks: readonly Recommendation[];
  id: string;
  /** Id of the one that somebody came for; empty: none. */
  passage: string;
}

export function Reading({ desk, kept, about, asks, id, passage }: Props) {
  const coder = useMemo(() => makeCoder(desk, id, kept), [desk, id, kept]);
  useEffect(() => {
    if (passage !== '') coder.show(passage);
  }, [coder, passage]);
  const there = coder.source.value;
  const source = useHeld(there, id);
  if (source === undefined)
    return (
      <main class="scribe-none">
        <h1>{sayText('page')}</h1>
        <p role="status">{sayText('gone')}</p>
        <Troubles desk={desk} />
        <p>
          <a href="#">{sayText('back')}</a>
        </p>
      </main>
    );
  return (
    <main class="reading">
      <Head coder={coder} source={source} about={about} />
      <div class="reading-main">
        <Troubles desk={desk} />
        {there === undefined && <p role="status">{sayText('gone')}</p>}
        {!source.mayUse && (
          <p class="trouble source-off">
            {sayText('no.use')}{' '}
            <button
              type="button"
              class="button small"
              onClick={() =>
                desk.perform([{ of: 'source', key: id, was: { mayUse: false }, set: { mayUse: true } }])
              }
            >
              {sayText('no.use.do')}
            </button>
          </p>
        )}
        {coder.as.value === 'second' && <p class="reading-second">{sayText('coder.second.what')}</p>}
        <Reader coder={coder} />
      </div>
      <Side coder={coder} about={about} asks={asks} />
      <p class="visually-hidden" role="status">
        {coder.told.value}
      </p>
    </main>
  );
}

interface HeadProps {
  coder: TextCoder;
  source: TextSource;
  about: TalkAbout;
}

function Head({ coder, source, about }: HeadProps) {
  const { desk } = coder;
  const [changing, setChanging] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [changed, setChanged] = useState(0);
  // Told as long as there is one: undo brings them back.
  const still = desk.texts.value.passages.some((one) => one.source === source.id && isLost(one));
  const lost = still ? changed : 0;
  return (
    <header class="scribe-head">
      <h1>
        <bdi>{capMarks(source.title)}</bdi> <span>{factsOf(source, about, source.title)}</span>
      </h1>
      <Saved desk={desk} />
      <nav class="scribe-ways">
        <UndoRedo steps={desk.steps.value} by={desk} />
        <button type="button" class="button small" onClick={() => setChanging(true)}>
          {sayText('change')}
        </button>
        <button type="button" class="button small" onClick={() => setRemoving(true)}>
          {sayText('remove')}
        </button>
        <a class="button small" href={`/console/c/${about.consultation}/themes`}>
          {sayText('way.themes')}
        </a>
        <a class="button small" href="#">
          {sayText('back')}
        </a>
      </nav>
      <p class="reading-coder" title={sayText('coder.hint')}>
        <label>
          {sayText('coder')}{' '}
          <select
            class="select"
            value={coder.as.value}
            onChange={(event) => coder.codeAs(event.currentTarget.value as Coder)}
          >
            {CODERS.map((one) => (
              <option key={one} value={one}>
                {sayText(`coder.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={coder.both.value}
            onChange={(event) => {
              coder.both.value = event.currentTarget.checked;
            }}
          />
          {sayText('coder.both')}
        </label>
        {lost > 0 && (
          <strong class="source-lost-mark" role="status">
            {sayText('lost.told', { n: lost })}
          </strong>
        )}
      </p>
      {changing && (
        <SourceDialog
          about={about}
          source={source}
          save={(fields) => setChanged(changeSource(desk, source, fields))}
          close={() => setChanging(false)}
        />
      )}
      {removing && (
        <Dialog
          title={sayText('remove.sure', { title: capMarks(source.title) })}
          asks
          close={() => setRemoving(false)}
        >
          <p>{sayText('remove.what')}</p>
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={() => setRemoving(false)}>
              {sayText('edit.cancel')}
            </button>
            <button
              type="button"
              class="button button-main"
              onClick={() => {
                removeSource(desk, source);
                location.hash = '';
              }}
            >
              {sayText('remove.do')}
            </button>
          </div>
        </Dialog>
      )}
    </header>
  );
}

/**
 * Passages that lose their words are told to the laptop one by one and before the text, so that undoing the step
 * brings text and passages back as they were.
 *
 * @returns how many lost their words
 */
function changeSource(desk: TalkDesk, source: TextSource, fields: SourceFields): number {
  const names = (Object.keys(fields) as (keyof SourceFields)[]).filter(
    (name) => fields[name] !== source[name],
  );
  if (names.length === 0) return 0;
  const own = desk.texts.peek().passages.filter((one) => one.source === source.id && !isLost(one));
  const gone = movedPassages(source.text, fields.text, own).filter(isLost);
  const pick = (from: SourceFields): Partial<SourceFields> =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  desk.perform([
    ...gone.flatMap(({ id }): Wanted[] => {
      const before = own.find((one) => one.id === id);
      if (before === undefined) return [];
      const { from, to } = before;
      const words = wordsAt(source.text, before);
      return [
        { of: 'passage', key: id, source: source.id, words, was: { from, to }, set: { from, to: from } },
      ];
    }),
    { of: 'source', key: source.id, was: pick(source), set: pick(fields) },
  ]);
  return gone.length;
}

/** Each passage for itself, so that undo brings all of them back. */
function removeSource(desk: TalkDesk, source: TextSource): void {
  const { id, ...was } = source;
  const own = desk.texts.peek().passages.filter((one) => one.source === id);
  desk.perform([
    ...own.map((one): Wanted => ({
      of: 'passage',
      key: one.id,
      source: id,
      words: wordsAt(source.text, one),
      was: passageFields(one),
      set: null,
    })),
    { of: 'source', key: id, was, set: null },
  ]);
}
