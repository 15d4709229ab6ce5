/** What people said to each thing that is read back, and noting more of it. */
import { useState } from 'preact/hooks';
import type { Correction } from '../../../core/readBack/types.ts';
import { capMarks } from '../../../core/text.ts';
import type { StudiesDesk } from '../caseStudies/desk.ts';
import type { TalkDesk } from '../talk/desk.ts';
import { begin } from '../talk/words.ts';
import { AcceptDialog } from './accept.tsx';
import { Corrections } from './corrections.tsx';
import { NoteForm } from './note.tsx';
import type { Pair } from './pair.ts';
import { isCorrectable, keyOf, thingNow, type Correctable, type Thing } from './things.ts';
import { say } from './words.ts';

interface Props {
  talk: TalkDesk;
  told: StudiesDesk;
  pair: Pair;
  session: string;
}

/** @param props.picked what is read back now; below it stands what something was said to before */
export function SaidToAll(props: Props & { picked: readonly Thing[] }) {
  const { talk, told, picked, session } = props;
  const [noting, setNoting] = useState<ReadonlyMap<string, Correctable>>(new Map());
  const keys = new Set(picked.map(keyOf));
  const before: Thing[] = [];
  for (const { about, of, session: at } of told.corrections.value) {
    if (keys.has(keyOf({ about, of })) || (session !== '' && at !== session)) continue;
    keys.add(keyOf({ about, of }));
    const thing = thingNow(talk, told, about, of);
    if (thing !== null) before.push(thing);
  }
  // What is typed to something stays where it is when that is not picked any more.
  for (const [key, thing] of noting) {
    if (keys.has(key)) continue;
    before.push(thingNow(talk, told, thing.about, thing.of) ?? thing);
  }
  const all = [...picked, ...before];
  return (
    <section class="read-said">
      <h2>{say('said')}</h2>
      {all.length === 0 && <p class="soft">{say('said.none')}</p>}
      <ul>
        {all.map((thing) =>
          isCorrectable(thing) ? (
            <SaidTo
              key={keyOf(thing)}
              {...props}
              thing={thing}
              noting={noting.has(keyOf(thing))}
              note={(on) => {
                const next = new Map(noting);
                if (on) next.set(keyOf(thing), thing);
                else next.delete(keyOf(thing));
                setNoting(next);
              }}
            />
          ) : (
            <li key={keyOf(thing)}>
              <h3 dir="auto">“{capMarks(thing.words)}”</h3>
              <p class="soft">{say(thing.about === 'postit' ? 'said.postit' : 'said.passage')}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function SaidTo(
  props: Props & {
    thing: Correctable;
    /** Whether the form for noting is open. */
    noting: boolean;
    note: (on: boolean) => void;
  },
) {
  const { talk, told, pair, session, thing, noting, note } = props;
  const [taking, setTaking] = useState<Correction | null>(null);
  const now = thingNow(talk, told, thing.about, thing.of) ?? thing;
  const name = now.title === '' ? now.words : now.title;
  const words = begin(name);
  return (
    <li>
      <h3 dir="auto">{thing.about === 'point' ? `“${capMarks(name)}”` : capMarks(name)}</h3>
      <Corrections
        told={told}
        thing={now}
        acts={(one) => (
          <div class="row">
            {!one.accepted && one.verdict !== 'said' && (
              <button type="button" class="button small" onClick={() => setTaking(one)}>
                {say('accept')}
                <span class="visually-hidden"> {say('accept.of', { words: begin(one.text) })}</span>
              </button>
            )}
            <button
              type="button"
              class="button small button-quiet"
              onClick={() => {
                const { id, ...was } = one;
                pair.perform({ told: [{ of: 'correction', key: id, was, set: null }] });
              }}
            >
              {say('remove')}
              <span class="visually-hidden"> {say('accept.of', { words: begin(one.text) })}</span>
            </button>
          </div>
        )}
      />
      {noting ? (
        <NoteForm told={told} pair={pair} thing={now} session={session} done={() => note(false)} />
      ) : (
        <button type="button" class="button small" onClick={() => note(true)}>
          {say('note.do')}
          <span class="visually-hidden"> {say('note.of', { words })}</span>
        </button>
      )}
      {taking !== null && (
        <AcceptDialog talk={talk} pair={pair} thing={now} one={taking} close={() => setTaking(null)} />
      )}
    </li>
  );
}
