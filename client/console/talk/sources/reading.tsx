/** One text: read, selected in, put under themes. */
import { UndoRedo } from '../../undoRedo.tsx';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { capMarks } from '../../../../core/text.ts';
import type { Recommendation } from '../../../../core/recommendations/types.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { CODERS, isLost, type Coder, type TextSource } from '../../../../core/talk/sources.ts';
import { RemoveDialog } from '../../removeDialog.tsx';
import { useHeld } from '../../useUnsaved.ts';
import type { TalkDesk } from '../desk.ts';
import type { Kept } from '../kept.ts';
import { Saved } from '../page.tsx';
import { Troubles } from '../troubles.tsx';
import { changeSource, passagesOf, removeSource } from './change.ts';
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
          save={(fields, first) => setChanged(changeSource(desk, source, first, fields))}
          close={() => setChanging(false)}
        />
      )}
      {removing && <Removing desk={desk} source={source} close={() => setRemoving(false)} />}
    </header>
  );
}

function Removing({ desk, source, close }: { desk: TalkDesk; source: TextSource; close: () => void }) {
  return (
    <RemoveDialog
      title={sayText('remove.sure', { title: capMarks(source.title) })}
      // With its passages: a note in one that nobody here has seen must not go along.
      about={[source, passagesOf(desk, source.id)]}
      words={{ changed: sayText('remove.changed'), no: sayText('edit.cancel'), yes: sayText('remove.do') }}
      close={close}
      remove={() => {
        removeSource(desk, source);
        location.hash = '';
      }}
    >
      {sayText('remove.what')}
    </RemoveDialog>
  );
}
