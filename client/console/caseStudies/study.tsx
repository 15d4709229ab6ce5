/** One case study: its text, large, and beside it what it still needs before a report may print it. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { StudiesAbout } from '../../../core/caseStudies/api.ts';
import { mayPublish } from '../../../core/caseStudies/publish.ts';
import type { CaseStudy } from '../../../core/caseStudies/types.ts';
import type { Correction } from '../../../core/readBack/types.ts';
import { capMarks } from '../../../core/text.ts';
import { Corrections } from '../readBack/corrections.tsx';
import { RemoveDialog } from '../removeDialog.tsx';
import { sayDate } from '../words.ts';
import type { StudiesDesk } from './desk.ts';
import { StudyForm } from './form.tsx';
import { Signs } from './signs.tsx';
import { ReaderTick, YesTick } from './ticks.tsx';
import { lists, say, whoOf } from './words.ts';

export interface StudyProps {
  desk: StudiesDesk;
  study: CaseStudy;
  about: StudiesAbout;
}

/** @param props.leave goes to the list, whatever is typed here */
export function StudyShown(props: StudyProps & { consultation: string; leave: () => void }) {
  const { desk, study, about } = props;
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  // What was saved, and what became of it, is seen from the top.
  useLayoutEffect(() => window.scrollTo(0, 0), [editing]);
  if (editing)
    return (
      <>
        <h1 class="visually-hidden">{say('page')}</h1>
        <StudyForm desk={desk} study={study} done={() => setEditing(false)} />
      </>
    );
  const missing = mayPublish(study, about.lists, about.groups);
  const who = whoOf(study, about);
  return (
    <div class="study">
      <article class="study-text">
        <h1 dir="auto">{study.title === '' ? say('untitled') : capMarks(study.title)}</h1>
        {who !== '' && (
          <p class="soft">
            <bdi>{who}</bdi>
          </p>
        )}
        {capMarks(study.text)
          .split(/\n+/u)
          .map((part, i) => (
            <p key={i} class="study-part" dir="auto">
              {part}
            </p>
          ))}
        <p class="soft study-by">
          {study.writer !== '' && <span dir="auto">{say('by', { who: study.writer })}</span>}
          {study.names.length > 0 && (
            <span dir="auto">
              {say('changed', { n: study.names.length, list: lists.format(study.names) })}
            </span>
          )}
        </p>
        <Corrections told={desk} thing={{ about: 'caseStudy', of: study.id, words: study.text }} />
        <div class="row">
          <button type="button" class="button" onClick={() => setEditing(true)}>
            {say('edit')}
          </button>
          <button type="button" class="button button-quiet" onClick={() => setRemoving(true)}>
            {say('remove')}
          </button>
        </div>
      </article>
      <aside class="study-side">
        <section class={missing.length === 0 ? 'study-card study-ready' : 'study-card'}>
          <h2>{say('missing')}</h2>
          {missing.length === 0 ? (
            <p class="good">✓ {say('missing.none')}</p>
          ) : (
            <ul class="study-missing">
              {missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </section>
        <Out {...props} ready={missing.length === 0} />
        <Signs {...props} />
        <YesTick {...props} />
        <ReaderTick {...props} />
      </aside>
      {removing && <Removing {...props} close={() => setRemoving(false)} />}
    </div>
  );
}

function Removing(props: Pick<StudyProps, 'desk' | 'study'> & { leave: () => void; close: () => void }) {
  const { desk, study, leave, close } = props;
  const corrected = correctedIn(desk, study.id);
  return (
    <RemoveDialog
      title={say('remove')}
      about={[study, corrected]}
      words={{ changed: say('remove.changed'), no: say('cancel'), yes: say('remove.yes') }}
      close={close}
      remove={() => {
        leave();
        removeStudy(desk, study);
      }}
    >
      {say('remove.sure')}
    </RemoveDialog>
  );
}

/** What went out stays out; that is said before somebody thinks that a yes which was taken back undid it. */
function Out({ desk, study, ready }: StudyProps & { ready: boolean }) {
  const out = desk.out.value.filter((one) => one.study === study.id);
  if (out.length === 0) return null;
  const asItIs = ready && out.every(({ version }) => version === study.version);
  return (
    <section class="study-card">
      <h2>{say('out')}</h2>
      <ul>
        {out.map(({ number, date, version }) => (
          <li key={number}>
            {say(version === study.version ? 'out.same' : 'out.other', { n: number, day: sayDate(date) })}
          </li>
        ))}
      </ul>
      {!asItIs && <p class="soft">{say(ready ? 'out.new' : 'out.left')}</p>}
    </section>
  );
}

function correctedIn({ corrections }: StudiesDesk, study: string): Correction[] {
  return corrections.value.filter(({ about, of }) => about === 'caseStudy' && of === study);
}

/** With what was corrected in it, so that one undo brings all of it back. */
function removeStudy(desk: StudiesDesk, { id, ...study }: CaseStudy): void {
  const corrected = correctedIn(desk, id);
  desk.perform([
    ...corrected.map(({ id: key, ...was }) => ({ of: 'correction' as const, key, was, set: null })),
    { of: 'caseStudy', key: id, was: study, set: null },
  ]);
}
